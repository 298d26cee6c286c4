"""Pronouns with an office behind them to office mentions, after everybody's references are known.

    said := he / she [previously] was OFFICE [(2021-2025)]  |  her predecessor NAME  |  the post was held by NAME

Whoever is called somebody's predecessor has held the office of that person, as the text gives it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import regex

from eucacheck.mentions.office_links import PAST, tenure_of_link
from eucacheck.mentions.office_phrases import find_phrases
from eucacheck.mentions.office_text import OfficePhrase
from eucacheck.mentions.office_turns import Turn, find_turns
from eucacheck.pack import Pack
from eucacheck.records import EntityMention, OfficeMention, PersonMention, Sentence
from eucacheck.spans import between

_SUBJECT: Final = regex.compile(
    r"\b[Ss]?[Hh]e\s(?=(?:\p{Ll}+\s){0,2}"
    r"(?:is|was|became|becomes|remains|serves|served|acts|acted|has|had|works|worked|took|will)\s)"
)
_REACH: Final = 70
"""Characters between a pronoun and the office said of it."""
_WAS: Final = regex.compile(
    r"\s(?:was|had been)\s(?!(?:\p{Ll}+ )?"
    r"(?:named|appointed|elected|re-elected|confirmed|chosen|made|promoted|sworn|picked))"
)
_BACK: Final = 3
"""Sentences back in which the one is looked for whose post a text speaks of."""


def find_told_offices(
    shadow: str, people: Sequence[PersonMention], offices: Sequence[OfficeMention], around: "Around"
) -> list[OfficeMention]:
    """Give the offices that a text gives a pronoun, and those of predecessors and successors."""
    found = [*_of_pronouns(shadow, people, offices, around), *_of_turns(shadow, people, offices, around.sentences)]
    found += _of_posts_abroad(shadow, people, around)
    return sorted(found, key=lambda o: (o.start, o.end, o.office))


class Around:
    """What of a text the search for offices needs besides its people."""

    def __init__(self, sentences: Sequence[Sentence], entities: Sequence[EntityMention], pack: Pack) -> None:
        self.sentences, self.entities, self.pack = sentences, entities, pack


def _of_pronouns(
    shadow: str, people: Sequence[PersonMention], offices: Sequence[OfficeMention], around: Around
) -> Iterator[OfficeMention]:
    """'Before that she was Ambassador of Romania to Kazakhstan (2021-2025)'."""
    starts = {m.start(): m.end() - 1 for m in _SUBJECT.finditer(shadow)}
    subjects = [p for p in people if p.form == "pronoun" and p.start in starts]
    if not subjects:
        return
    phrases = find_phrases(shadow, around.entities, people, around.pack)
    for person in subjects:
        group = _group(shadow, person.end, phrases)
        if not group:
            continue
        gap, lead = shadow[person.end : group[0].start], shadow[max(0, person.start - 40) : person.start]
        tenure = tenure_of_link(gap, lead, shadow[group[-1].end : group[-1].end + 40])
        if tenure is None or any(o.start < group[-1].end and group[0].start < o.end for o in offices):
            continue
        past = _WAS.search(gap) is not None and tenure == ""
        for role in group:
            if (role.organisation or role.domain) and not role.plural:
                yield OfficeMention(
                    role.start, role.end, role.office, role.organisation, person.person, role.domain,
                    tenure or (PAST if past and role.tenure == "current" else role.tenure), role.informal,
                    person.start, role.end,
                )  # fmt: skip


def _of_posts_abroad(shadow: str, people: Sequence[PersonMention], around: Around) -> Iterator[OfficeMention]:
    """'Between 2016 and 2020 she headed the Hungarian embassy in Tbilisi': who heads one is its ambassador."""
    for match in _HEADED.finditer(shadow):
        person = next((p for p in people if p.end == match.start()), None)
        sentence = next((s for s in around.sentences if s.start <= match.start() < s.end), None)
        if person is None or sentence is None:
            continue
        inside = between(around.entities, match.end("verb"), match.end())
        sender = next((e for e in inside if e.type in {"country", "org"} and e.start < match.start("what")), None)
        host = next((e for e in around.entities if match.end() <= e.start <= match.end() + _ARTICLE), None)
        embassy = match["what"].casefold() == "embassy"
        term = _TERM.search(shadow, sentence.start, sentence.end)
        if sender is None or host is None or host.type not in {"country", "place"} or not (embassy or term):
            continue
        past = match["verb"].casefold() in {"headed", "led", "ran"} and not match["has"]
        yield OfficeMention(
            match.start("verb"), host.end, "ambassador" if embassy else "head-of-delegation", sender.entity,
            person.person, _country(host, shadow, around.pack), PAST if past else "current", informal=False,
            named_start=person.start, named_end=host.end,
        )  # fmt: skip


def _country(host: EntityMention, shadow: str, pack: Pack) -> str:
    """An embassy in a town is one to the country of that town."""
    place = pack.places.get(host.entity)
    inside = [w for w in place.within if w.startswith("country:")] if place is not None else []
    return pack.name_of(inside[0]) if len(inside) == 1 else shadow[host.start : host.end]


_HEADED: Final = regex.compile(
    r"(?P<has>,?\s(?:who\s)?(?:has|now|currently))?(?:,?\s(?:who\s)?(?:had|then|also|previously|earlier|later)){0,2}\s"
    r"(?P<verb>headed|heads|led|leads|ran|runs)\s(?:the\s|its\s)?(?:\p{L}[\p{L}'-]{1,20}\s){0,3}?"
    r"(?P<what>embassy|mission|delegation)\s(?:in|to)\s",
    regex.I,
)
_TERM: Final = regex.compile(r"\b(?:from|between|until|since|in)\s(?:\p{L}+\s)?(?:19|20)\d\d|\bfor\s\p{L}+\syears\b")
"""The years of a post: who led a delegation to talks led it for a day."""
_ARTICLE: Final = 5


def _group(shadow: str, at: int, phrases: Sequence[OfficePhrase]) -> list[OfficePhrase]:
    """The first office behind a pronoun in reach, with those that 'and' joins to it."""
    group: list[OfficePhrase] = []
    for role in phrases:
        if role.start < at:
            continue
        if group and shadow[group[-1].end : role.start] not in _AND:
            break
        if not group and (role.start > at + _REACH or "\n" in shadow[at : role.start]):
            break
        group.append(role)
    return group


_AND: Final = frozenset({" and ", " and the ", ", and ", " and also "})


def _of_turns(
    shadow: str, people: Sequence[PersonMention], offices: Sequence[OfficeMention], sentences: Sequence[Sentence]
) -> Iterator[OfficeMention]:
    """The office of the one whose predecessor, successor or post is told."""
    for turn in find_turns(shadow):
        other = _named(people, turn)
        owner = _owner(people, offices, sentences, turn)
        if other is not None and owner == other.person and turn.before:
            owner = _told_of_last(people, offices, sentences, min(other.start, turn.start))  # nobody follows himself
        if other is None or owner in {None, other.person}:
            continue
        start, end = min(turn.start, other.start), max(turn.end, other.end)
        if any(o.person == other.person and o.named_start < end and start < o.named_end for o in offices):
            continue
        held = [o for o in offices if o.person == owner and o.tenure != "former"]
        model = _one_office(held, turn.start)
        if model is not None:
            yield replace(
                model, start=turn.start, end=turn.end, person=other.person, tenure=turn.tenure, named_start=start,
                named_end=end,
            )  # fmt: skip


def _named(people: Sequence[PersonMention], turn: Turn) -> PersonMention | None:
    """The other of a turn, who is named there."""
    named = [p for p in people if p.form in {"full", "surname"}]
    if turn.before:
        return next((p for p in named if p.end == turn.name), None)
    return next((p for p in named if turn.start < p.start <= turn.name < p.end), None)


def _owner(
    people: Sequence[PersonMention], offices: Sequence[OfficeMention], sentences: Sequence[Sentence], turn: Turn
) -> str | None:
    """Whose office it is: the pronoun's or the name's; for 'the post' that of the one office-holder told of last."""
    if turn.owner is not None:
        return next((p.person for p in people if p.start <= turn.owner[0] and turn.owner[1] <= p.end), None)
    return _told_of_last(people, offices, sentences, turn.start)


def _told_of_last(
    people: Sequence[PersonMention], offices: Sequence[OfficeMention], sentences: Sequence[Sentence], before: int
) -> str | None:
    """The one office-holder whom the text before an offset speaks of last."""
    here = next((i for i, s in enumerate(sentences) if s.start <= before < s.end), None)
    holders = {o.person for o in offices if o.person is not None and o.end <= before}
    for i in range(here, max(-1, here - _BACK - 1), -1) if here is not None else ():
        if sentences[i].article != sentences[here or 0].article:
            return None
        inside = {p.person for p in between(people, sentences[i].start, min(sentences[i].end, before))}
        if inside:
            return inside.pop() if len(inside) == 1 and inside <= holders else None
    return None


def _one_office(held: Sequence[OfficeMention], before: int) -> OfficeMention | None:
    """The one office among those of a person, in its fullest words; None where there are two."""
    if not held or len({o.organisation for o in held if o.organisation is not None}) > 1:
        return None
    full = max((o.office for o in held), key=lambda office: (len(office), office))
    if not all(full == o.office or full.endswith(f"-{o.office}") for o in held):
        return None  # an "envoy" is a special envoy in fewer words, a minister no ambassador
    own = [o for o in held if o.office == full]
    return max(own, key=lambda o: (o.organisation is not None, len(o.domain or ""), o.start < before, -o.start))

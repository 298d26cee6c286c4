"""Pronouns and office phrases to the people they stand for, within one article; what stays unresolved is left out.

Scores after measured features: subject of its sentence +1.6, each sentence back -1.6, beside a verb of saying +0.7; the
other gender is excluded, and the best candidate needs a margin. Of the 34 pronouns of the seed articles none was wrong.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import regex

from eucacheck.mentions.speech import SAYING
from eucacheck.pack import Pack
from eucacheck.records import OfficeMention, PersonMention, Sentence
from eucacheck.shadow import fold

_PRONOUN: Final = regex.compile(r"\b(?P<m>[Hh]e|[Hh]is|[Hh]im)\b|\b(?P<f>[Ss]he|[Hh]er)\b")
_SAYS: Final = regex.compile(rf"^\s*(?:also\s+)?{SAYING}\b")
_LOOKS_AHEAD: Final = regex.compile(
    r"\W{0,3}(?:During|In|On|After|Before|Rounding up|At|Following|Upon|For)\b[^.,]{0,25}",
)
_MAN: Final = regex.compile(r"\bMr\.?\s$|\b(?:[Ss]pokesman|[Cc]hairman|King|Lord|Sir|Emir|Crown Prince)\s$")
_WOMAN: Final = regex.compile(r"\bMr?s\.?\s$|\b(?:[Ss]pokeswoman|[Cc]hairwoman|Queen|Lady|Dame)\s$")
_SURNAME_F: Final = regex.compile(r"(?:ova|eva|skaya|skaia)$")
_SURNAME_M: Final = regex.compile(r"(?:ov|ev|yev|skiy|sky)$")
_INVERTED: Final = regex.compile(
    r"\W{0,3}(?:Accompan(?:ying|ied)|Joining|Replacing|Succeeding|Following|Flanking|Representing|Leading|Heading|Chairing|"
    r"Greeting|Meeting|Welcoming|Escorting|Assisting|Speaking|Among|Next to|Beside|Behind|With|Alongside|Opposite|Also|"
    r"(?:At|By|On|To|In)\b(?=[^.;:]{0,40}\b(?:side|left|right|hand|head|helm|chair|seat|charge|place|front|heels))|Present|"
    r"Seated|There)\b"
    r"[^.;:\n]{0,140}?\b(?:was|were|is|are|will be|sat|stood|came|went|walked|spoke|travelled|stepped|sits|stands)"
    r"\s+(?:also\s+)?(?:(?:the|a|an|its|his|her|their)\s+)?(?:[\p{L}'-]{1,30},?\s+){0,9}?$"
)
"""'Accompanying A was B', 'Next to A sat the new envoy, B': the subject stands behind the verb."""
_AND: Final = regex.compile(r"(?:, and |, | and )(?:the |[\p{Lu}][\w'-]* ){0,8}")
_DIPLOMATS: Final = frozenset("ambassador envoy representative delegation mission affaires consul negotiator".split())
_SCHOLARS: Final = frozenset("professor economist expert fellow researcher lecturer director".split())
_KINDS: Final = {
    "diplomat": _DIPLOMATS | {"foreign"}, "envoy": _DIPLOMATS, "official": frozenset({"head", "director", "deputy"}),
    "economist": _SCHOLARS, "researcher": _SCHOLARS, "scholar": _SCHOLARS, "academic": _SCHOLARS,
    "analyst": _SCHOLARS, "expert": _SCHOLARS, "lawmaker": frozenset({"parliament", "rapporteur", "speaker"}),
    "banker": frozenset({"president", "governor"}),
}  # fmt: skip
_DESCRIBED: Final = regex.compile(
    r"\b[Tt]he (?:\p{Lu}\p{Ll}+ )?(?:senior |top |veteran )?(?P<kind>"
    + "|".join(_KINDS)
    + r")\b(?! (?:\p{Lu}|of\b|for\b))"
)
"""A description that stands for a person named before, by what offices are called."""
_MOST: Final = 24
"""People of one sentence that are weighed: the first four and the last."""
_FIRST_FEW: Final = 4
"""People of a sentence among whom the subject behind the verb is looked for."""
_INVERTED_REACH: Final = 240
"""Characters from the beginning of a sentence to a subject behind its verb."""
_NEAR: Final = 60
"""Characters behind a comma in which the subject begins."""
_OF_ANOTHER: Final = regex.compile(
    r" (?:\p{Ll}+ )?(?:predecessor|successor|deputy|colleague|counterpart|compatriot|wife|husband|spokes\w+)\b"
)
_ABOUT: Final = 3
"""Pronouns for one person from which a text is about him or her."""
_TOLD_BACK: Final = 8
"""Sentences back to such a pronoun, where nobody else of that gender is named in between."""
BACK: Final = 3
"""Sentences back in which an antecedent is looked for."""
MARGIN: Final = 0.5
"""By how much the best candidate has to lead."""


def resolve_references(
    text: str,
    sentences: Sequence[Sentence],
    persons: Sequence[PersonMention],
    offices: Sequence[OfficeMention],
    pack: Pack,
) -> list[PersonMention]:
    """Give mentions by pronoun and by office phrase, in the order of the text."""
    shadow = fold(text)
    roles = [
        PersonMention(o.start, o.end, o.person, "role")
        for o in offices
        if o.person is not None and not _beside_name(o, persons)
    ]
    article = _Article(shadow, sentences, sorted([*persons, *roles], key=lambda p: (p.start, p.end)), pack)
    described = list(_described(article, offices))
    article = _Article(shadow, sentences, sorted([*persons, *roles, *described], key=lambda p: (p.start, p.end)), pack)
    found = [*roles, *described]
    for match in _PRONOUN.finditer(shadow):
        person = article.antecedent(match)
        if person is not None:
            found.append(PersonMention(match.start(), match.end(), person, "pronoun"))
            article.take(match, person)
    return sorted(found, key=lambda p: (p.start, p.end))


def _described(article: "_Article", offices: Sequence[OfficeMention]) -> Iterator[PersonMention]:
    """'the Kazakh diplomat', 'the economist': the one person of the last sentences whose office is of that kind."""
    held: dict[str, list[OfficeMention]] = {}
    for office in offices:
        if office.person is not None and office.tenure != "former":
            held.setdefault(office.person, []).append(office)
    for match in _DESCRIBED.finditer(article.shadow):
        here = bisect_right(article.starts, match.start()) - 1
        if here < 0 or match.start() >= article.sentences[here].end:
            continue
        kinds = _KINDS[match["kind"].casefold()]
        near: set[str] = set()
        for i in range(max(0, here - BACK), here + 1):
            if article.sentences[i].article == article.sentences[here].article:
                near |= {p.person for p in article.within(article.sentences[i]) if p.end <= match.start()}
        fits = {p for p in near if any(kinds & set(o.office.split("-")) for o in held.get(p, ()))}
        if len(fits) == 1:
            yield PersonMention(match.start() + 4, match.end(), fits.pop(), "role")


def _beside_name(office: OfficeMention, persons: Sequence[PersonMention]) -> bool:
    """The phrase stands with the name of its holder, who is mentioned there already."""
    return any(p.person == office.person and p.start < office.named_end and office.named_start < p.end for p in persons)


class _Article:
    """The people of a text by sentence, and their genders."""

    def __init__(self, shadow: str, sentences: Sequence[Sentence], known: Sequence[PersonMention], pack: Pack) -> None:
        self.shadow = shadow
        self.sentences = sentences
        self.starts = [s.start for s in sentences]
        self.known = known
        self.known_starts = [p.start for p in known]
        self.genders = _genders(known, shadow, pack)
        self.told: dict[str, tuple[int, str]] = {}
        self.times: Counter[str] = Counter()
        self.alone = False

    def antecedent(self, match: regex.Match[str]) -> str | None:
        """The one person that a pronoun stands for; None where none leads."""
        gender = "m" if match["m"] else "f"
        here = bisect_right(self.starts, match.start()) - 1
        if here < 0 or match.start() >= self.sentences[here].end:
            return None
        ahead = self._ahead(match, here, gender)
        if ahead is not None:
            self.alone = False
            return ahead
        scores: dict[str, float] = {}
        for i in range(here, max(-1, here - BACK - 1), -1):
            if self.sentences[i].article != self.sentences[here].article:
                break
            self._score(i, here - i, match.start(), gender, scores)
        scores.pop(self._apposed(match) or "", None)
        self.alone = len(scores) < 2  # nobody else can be meant
        if not scores:
            return self._told_on(here, gender)
        ranked = sorted(scores.items(), key=lambda kv: (-kv[1], kv[0]))
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN:
            return None
        return None if self._told_much(here, gender, ranked[0][0]) else ranked[0][0]

    def _apposed(self, match: regex.Match[str]) -> str | None:
        """Whose name stands right before 'her predecessor': somebody else's."""
        if (
            _OF_ANOTHER.match(self.shadow, match.end()) is None
            or self.shadow[match.start() - 2 : match.start()] != ", "
        ):
            return None
        return next((p.person for p in self.known if p.end == match.start() - 2), None)

    def take(self, match: regex.Match[str], person: str) -> None:
        """Keep whom a pronoun stands for: the gender, and where nobody else can be meant, that the text goes on so."""
        gender = "m" if match["m"] else "f"
        self.genders.setdefault(person, gender)
        if not self.alone:
            return
        self.times[person] += 1
        self.told[gender] = (bisect_right(self.starts, match.start()) - 1, person)

    def _told_much(self, here: int, gender: str, best: str) -> bool:
        """The text is about another one of that gender, and has said nothing of the gender of the one who leads."""
        told = self._told_on(here, gender)
        return told not in {None, best} and best not in self.genders and self.times[str(told)] >= _ABOUT

    def _told_on(self, here: int, gender: str) -> str | None:
        """Where the last sentences name nobody of that gender: the one for whom a pronoun stood there."""
        last, person = self.told.get(gender, (-_TOLD_BACK - 1, ""))
        if here - last > _TOLD_BACK or self.sentences[last].article != self.sentences[here].article:
            return None
        between = {p.person for s in self.sentences[last + 1 : here] for p in self.within(s)} - {person}
        others = {p for p in between if self.genders.get(p, gender) == gender}
        return person if self.genders.get(person) == gender and (not others or here - last <= BACK) else None

    def _score(self, i: int, back: int, before: int, gender: str, scores: dict[str, float]) -> None:
        inside = [p for p in self.within(self.sentences[i]) if p.end <= before]
        inside = inside if len(inside) < _MOST else [*inside[:4], *inside[4 - _MOST :]]
        subject, behind = True, self._behind_verb(i, inside)
        for j, mention in enumerate(inside):
            joined = j > 0 and _AND.fullmatch(self.shadow, inside[j - 1].end, mention.start) is not None
            subject = j == behind or (subject and joined and j > behind)
            known = self.genders.get(mention.person)
            if known is not None and known != gender:
                continue
            value = -1.6 * back + (1.6 if subject else 0.0) + (0.4 if known == gender else 0.0)
            if not joined and _SAYS.match(self.shadow[mention.end : mention.end + 30]):
                value += 0.7
            scores[mention.person] = max(scores.get(mention.person, -99.0), value)

    def _behind_verb(self, i: int, inside: Sequence[PersonMention]) -> int:
        """The index of the person who is the subject: the first, but in 'With A came B' the one behind the verb."""
        start = self.sentences[i].start
        for j, mention in enumerate(inside[:_FIRST_FEW]):
            if mention.start - start > _INVERTED_REACH:
                break
            if mention.form in {"full", "role"} and _INVERTED.match(self.shadow, start, mention.start) is not None:
                return j
        return 0

    def within(self, sentence: Sentence) -> list[PersonMention]:
        """The people named in a sentence."""
        low = bisect_left(self.known_starts, sentence.start)
        high = bisect_left(self.known_starts, sentence.end)
        return [p for p in self.known[low:high] if p.end <= sentence.end]

    def _ahead(self, match: regex.Match[str], here: int, gender: str) -> str | None:
        """'During his visit, X ...' looks forward to the subject behind the comma."""
        sentence = self.sentences[here]
        comma = self.shadow.find(",", match.end(), sentence.end)
        inside = self.within(sentence)
        if comma < 0 or _LOOKS_AHEAD.fullmatch(self.shadow, sentence.start, match.start()) is None:
            return None
        after = [p for p in inside if comma < p.start <= comma + _NEAR]
        return after[0].person if after and self.genders.get(after[0].person, gender) == gender else None


def _genders(known: Sequence[PersonMention], shadow: str, pack: Pack) -> dict[str, str]:
    """Gender by pack, else by the word before the name, else by a Slavic surname; unknown otherwise."""
    genders: dict[str, str] = {}
    for mention in known:
        entry = pack.people.get(mention.person)
        before = shadow[max(0, mention.start - 14) : mention.start]
        if entry is not None and entry.gender is not None:
            genders[mention.person] = entry.gender
        elif _MAN.search(before):
            genders[mention.person] = "m"
        elif _WOMAN.search(before) or _SURNAME_F.search(mention.name.casefold()):
            genders[mention.person] = "f"
        elif _SURNAME_M.search(mention.name.casefold()):
            genders.setdefault(mention.person, "m")
    return genders

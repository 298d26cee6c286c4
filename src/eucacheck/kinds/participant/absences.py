"""A sentence to who stayed away and to whether all came: "sent no delegation", "all five were represented".

A country that sent nobody is absent; a list that leaves it out says nothing of it. "All five states" and "four of the
five" are claims on a whole: the region that the sentence, else the source, speaks of, where it has as many countries.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._encounters.encounters import Scene
from eucacheck.kinds._encounters.groups import ONE_TO_TEN, main_region
from eucacheck.kinds._encounters.party import Party, level_of
from eucacheck.mentions.dates.vocabulary import number
from eucacheck.records import Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

Taken = tuple[Party, bool, Party | None, int, int]
"""A participant, present or not, by whom represented, and the span to quote."""

_NOBODY = (
    r"(?:nobody|no[- ]one|no\s+(?:(?:high-level|official|single)\s+)?(?:delegations?|delegates?|representatives?)|"
    r"not\s+a\s+single\s+(?:delegate|representative|delegation|participant))"
)
_CAME = r"(?:came|come|travell?ed|arrived|attended|appeared|turned\s+up|took\s+part|taken\s+part)"
_FROM_NOBODY = regex.compile(
    rf"\b(?:there\s+was\s+)?{_NOBODY}\s+(?P<came>(?:(?:had|has|was|were|is)\s+)?(?:(?:{_CAME}|been|there|present|sent)\s+){{1,2}})?"
    r"(?:from|of)\s+(?:the\s+)?",
    regex.I,
)
_CAME_AFTER = regex.compile(
    rf"\s+(?:(?:had|has|was|were|is)\s+)?(?:{_CAME}|there|present|at\s+the\s+table|in\s+the\s+room)\b", regex.I
)
_EMPTY = regex.compile(
    r"\bthe\s+(?:(?:only|one|single)\s+)?(?:empty|vacant)\s+(?:chair|seat|place)\s+(?:at\s+the\s+table\s+)?"
    r"(?:belonged\s+to|was\s+that\s+of|was\s+meant\s+for|was|bore\s+the\s+name\s+of|had\s+been\s+reserved\s+for)\s+"
    r"(?:the\s+delegation\s+of\s+)?(?:the\s+)?",
    regex.I,
)
_WITHOUT = regex.compile(
    r"\b(?:in\s+the\s+absence\s+of|(?:all\s+but|everyone\s+but|all\s+[\w\s-]{3,40}?\s+(?:except|but|save)(?:\s+for)?))\s+"
    r"(?:(?:the\s+)?delegations?\s+(?:of|from)\s+)?(?:the\s+)?",
    regex.I,
)
_DELEGATE = r"(?:delegations?|delegates?|representatives?|teams?)"
_NO_MORE = (
    r"\s*(?:[.,;:)]|$|-\s)|\s+(?:and|but|at\s+all|again|this\s+time|because|while|for\s+reasons|without|"
    r"from\s+(?:the\s+)?(?:table|room|hall|talks|meeting|forum|conference|session|summit|dialogue))"
)
"""What may follow "was absent": it is absent from what is spoken of, not "from the register"."""
_STAYED = regex.compile(
    r"(?:'s?)?,?\s*(?:(?:alone|however|which|who|had|has|again|also|for\s+its\s+part),?\s+){0,3}"
    rf"(?:(?:sent|dispatched|delegated|fielded)\s+(?:no\s+(?:\w{{3,12}}\s+)?{_DELEGATE}|nobody|no[- ]one)"
    rf"|(?:did|had|has|does)\s+not\s+(?:send|sent)\s+(?:an?|any|its)\s+(?:\w{{3,12}}\s+)?{_DELEGATE}"
    r"|(?:(?:did|had|has|does)\s+not\s+(?:attend|attended|come|take\s+part|taken\s+part|participate|show\s+up|appear)"
    r"|(?:was|were)\s+(?:the\s+only\s+(?:one|country|state)\s+)?(?:not\s+(?:represented|present|there|at\s+the\s+table)"
    r"|unrepresented|absent|missing)"
    r"|stayed\s+(?:away|at\s+home)|kept\s+away|(?:chair|seat|place)\s+(?:stayed|remained|was)\s+empty)"
    rf"(?={_NO_MORE}))",
    regex.I,
)
_YET_SENT = regex.compile(r"[^.;]{0,140}\b(?:yet|but|and)\s+(?:sent|dispatched)\s+(?:no\s+\w{3,15}|nobody|no[- ]one)\b")
"""'..., which lives off the river, yet sent no delegation': it is still the subject of its relative clause."""
_AT_HOME = regex.compile(r"\bstayed\b", regex.I)
_WENT = regex.compile(
    r"\b(?:went|came|travel\w+|flew|attended|sat|spoke|represented|took\s+part|appeared|was\s+sent|arrived)\b", regex.I
)
_WITH = regex.compile(r"\bwith\s+(?:the\s+)?$", regex.I)
_AWAY = regex.compile(
    r"\s+(?:away|absent|abroad|ill|indisposed|unable\s+to\s+(?:attend|come|travel)|out\s+of\s+the\s+country)\b", regex.I
)
_STAND_IN = regex.compile(
    r"\b(?:in\s+(?P<his>his|her)\s+(?:place|stead)|(?:stood|filled|sat)\s+in\s+for|deputi[sz]ed\s+for|took\s+the\s+place\s+of|in\s+place\s+of)\b",
    regex.I,
)
_WHOLES = ("states", "countries", "nations", "republics", "governments", "capitals", "members", "delegations", "sides")
_KINDS = rf"(?:{'|'.join(_WHOLES)})"
_COUNT = rf"(?:{ONE_TO_TEN}|\d{{1,2}})"
_CAME_ALL = (
    r"(?:(?:had|have|has)\s+)?(?:all\s+)?(?:(?:were|was|are|been)\s+(?:all\s+)?(?:represented|present|there|at\s+the\s+table)"
    r"(?:\s+by\s+(?:(?:its|their|the|a|an)\s+)?(?P<what>(?:(?:first|deputy|vice|foreign|prime|energy|transport|water)[\s-]+){0,3}"
    r"(?:ministers?|presidents|heads\s+of\s+state|ambassadors|officials)))?(?:\s+at\s+(?P<at>ministerial|leader)\w*\s+level)?"
    r"|took\s+part|taken\s+part|attended|came|participated|joined|showed\s+up|turned\s+up"
    r"|sent\s+(?:(?:its|their|a|an)\s+)?(?P<sent>(?:(?:first|deputy|vice|foreign|prime|energy|transport|water)[\s-]+){0,3}"
    r"(?:ministers?|presidents|delegations?|representatives?|ambassadors)))"
)
_ALL = regex.compile(
    rf"\b(?P<all>all\s+(?:of\s+)?(?:the\s+)?|the\s+|each\s+of\s+the\s+)?(?:(?P<total>{_COUNT})\s+)?"
    rf"(?:[\p{{L}}-]{{3,14}}\s+){{0,2}}{_KINDS}(?:\s+(?:of|in)\s+(?:the\s+)?[\p{{L}}\s]{{4,20}}?)?\s+{_CAME_ALL}\b",
    regex.I,
)
_SOME = regex.compile(
    rf"\b(?:(?:only|just)\s+)?(?P<some>{_COUNT})\s+(?:out\s+)?of\s+(?:the\s+)?(?P<total>{_COUNT})\s+"
    rf"(?:[\p{{L}}-]{{3,14}}\s+){{0,2}}(?:{_KINDS}\s+)?(?:(?:of|in)\s+(?:the\s+)?[\p{{L}}\s]{{4,20}}?\s+)?{_CAME_ALL}\b",
    regex.I,
)


def find_absences(scene: Scene, sentence: Sentence, text: str, parties: Sequence[Party]) -> Iterator[Taken]:
    """Each country, body or person of whom a sentence says that nobody came."""
    for pattern in (_FROM_NOBODY, _EMPTY, _WITHOUT):
        for match in pattern.finditer(text):
            at = sentence.start + match.end()
            gone = next((p for p in parties if at - 4 <= p.start <= at + 1), None)
            if gone is None or gone.form == "group" or (gone.form != "body" and pattern is not _WITHOUT):
                continue
            came = pattern is not _FROM_NOBODY or match["came"] or match.group().casefold().startswith("there")
            if came or _CAME_AFTER.match(scene.doc.shadow, gone.end, sentence.end):
                yield gone, False, None, sentence.start + match.start(), gone.end
                yield from _yet(scene, sentence, gone)
    for party in parties:
        away = _AWAY.match(scene.doc.shadow, party.end, sentence.end)
        lead = max(sentence.start, party.start - 10)
        if away is not None and party.form != "group" and _WITH.search(scene.doc.shadow, lead, party.start):
            yield party, False, None, party.start, away.end()
        stayed = _STAYED.match(scene.doc.shadow, party.end, sentence.end)
        if stayed is None or party.form in {"group", "office", "pronoun", "role"}:
            continue
        if party.form != "body":
            if _AT_HOME.search(stayed.group()):
                yield party, False, None, party.name_start, stayed.end()
        elif party.id.startswith("country:") and _subject(party, scene.doc):
            yield party, False, None, party.name_start, stayed.end()
    yield from _stand_ins(scene, sentence, parties)


def _stand_ins(scene: Scene, sentence: Sentence, parties: Sequence[Party]) -> Iterator[Taken]:
    """'His deputy, Y, went in his place', 'Y stood in for X': X was not there, Y was."""
    doc = scene.doc
    for match in _STAND_IN.finditer(doc.shadow, sentence.start, sentence.end):
        start, end = match.span()
        gone = next(
            (p for p in parties if (start <= p.start < end if match["his"] else end <= p.start <= end + 2)), None
        )
        named = [p for p in parties if p.end <= start and p.form in {"full", "surname"}]
        went = _WENT.search(doc.shadow, named[-1].end, start) if named else None
        if gone is None or not named or gone.id == named[-1].id or gone.form == "group":
            continue
        if match["his"] is None or went is not None:
            yield named[-1], True, None, named[-1].name_start, end
            yield gone, gone.form == "body", named[-1], named[-1].name_start, max(end, gone.end)


def _yet(scene: Scene, sentence: Sentence, gone: Party) -> Iterator[Taken]:
    match = _YET_SENT.match(scene.doc.shadow, gone.end, min(sentence.end, gone.end + 200))
    if match is not None:
        yield gone, False, None, gone.start, match.end()


def _subject(party: Party, doc: "Document") -> bool:
    """Not 'talks with Turkmenistan were absent': no preposition before it."""
    lead = doc.shadow[max(0, party.start - 16) : party.start]
    return regex.search(r"\b(?:in|of|with|to|by|for|at|on|between|than)\s+(?:the\s+)?$", lead, regex.I) is None


def find_wholes(scene: Scene, sentence: Sentence, text: str) -> Iterator[tuple[Party, tuple[int, int], int, int]]:
    """'All five states were represented', 'four of the five came': the whole, how many of how many, and the span."""
    partial = list(_SOME.finditer(text))
    for match in partial:
        yield from _whole(scene, sentence, match, number(match["some"]))
    low = text.casefold()
    for match in _ALL.finditer(text) if any(w in low for w in _WHOLES) else ():
        if not any(p.start() < match.end() and match.start() < p.end() for p in partial) and (
            match["all"] or regex.search(r"\ball\b", match.group(), regex.I)
        ):
            yield from _whole(scene, sentence, match, number(match["total"]) if match["total"] else None)


def _whole(
    scene: Scene, sentence: Sentence, match: "regex.Match[str]", came: int | None
) -> Iterator[tuple[Party, tuple[int, int], int, int]]:
    doc = scene.doc
    start, end = sentence.start + match.start(), sentence.start + match.end()
    named = [e.entity for e in between(doc.entities, start, end) if e.type == "region"]
    region = named[0] if named else main_region(doc)
    if region is None or (came is None and not named):
        return
    total = len(doc.pack.countries_in(region))
    came = total if came is None else came
    if not 0 < came <= total or (match["total"] and number(match["total"]) != total):
        return
    what = match["what"] or match["sent"] or (f"{match['at']}s" if match["at"] else "")
    level = level_of("minister" if what.casefold().startswith("ministerial") else what) if what else None
    slug = region.partition(":")[2]
    name = f"{f'all {total}' if came == total else f'{came} of the {total}'} countries of {doc.pack.name_of(region)}"
    one = f"group:{'' if came == total else f'{came}-of-{total}-'}states-of-{slug}"
    party = Party(start, end, start, end, one, name, one, "group", level if level != "other" else None, (region,))
    yield party, (came, total), start, end

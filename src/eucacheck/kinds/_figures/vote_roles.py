"""Numbers of votes: for, against, abstained, and what was voted on, a law or the resolution that goes with it."""

from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.records import QuantityMention, Sentence

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_VOTE: Final = regex.compile(r"\bvot(?:e[sd]?|ing)\b|\bballots?\b|\babst\w+|\bin favou?r\b|\bagainst\b", regex.I)
_WHO: Final = r"(?:\s(?:votes?|ballots|members|MEPs|deputies|lawmakers|MPs|parliamentarians|senators|delegates))?"
_SIDES: Final = {
    "votes for": regex.compile(
        rf"{_WHO}(?:\s(?:had|have|were|was|cast))?\s(?:in favou?r|voted (?:for|in favou?r|yes)|for|yes|supported"
        r"|backed)\b",
        regex.I,
    ),
    "votes against": regex.compile(
        rf"{_WHO}(?:\s(?:had|have|were|was|cast))?\s(?:voted )?(?:against|no|opposed)\b(?!\s(?:only |just |some )?\d)",
        regex.I,  # 'with 300 votes against 90' has 300 for
    ),
    "abstained": regex.compile(rf"{_WHO}(?:\s(?:had|have))?\s(?:abst\w+)", regex.I),
}
_GOT: Final = regex.compile(
    r"\b(?:g[eo]ts?|received|won|passed|adopted|approved|consent|backed|supported|elected|carried|cleared|endorsed|ratified"
    r"|went through|sailed through)\b[^.;]{0,80}$",
    regex.I,
)
_OBJECT: Final = regex.compile(
    r"\b(?:(?P<text>resolution|motion|amendments?|opinion|report|recommendations?)"
    r"|(?P<law>consent|ratif\w+|agreement|treaty|protocol|law|bill|convention|accord|budget|candidate|nomination))\b",
    regex.I,
)


def votes_of(doc: "Document", figure: QuantityMention, sentence: Sentence) -> dict[str, Any] | None:
    """The side that a number of votes is of, and whether a law or another text was voted on; None for no votes."""
    if _VOTE.search(doc.shadow, sentence.start, sentence.end) is None:
        return None
    side = next((n for n, p in _SIDES.items() if p.match(doc.shadow, figure.number_end, sentence.end)), None)
    if side is None and figure.unit == "vote" and _GOT.search(doc.shadow, sentence.start, figure.start) is not None:
        side = "votes for"
    if side is None:
        return None
    at = doc.sentence_index(sentence.start)
    for low, high in ((sentence.start, figure.start), *((s.start, s.end) for s in doc.sentences[max(0, at - 1) : at])):
        found = _OBJECT.search(doc.shadow, low, high)
        if found is not None:
            return {"name": side, "noun": "all", "event": "resolution" if found["text"] else "law"}
    return {"name": side, "noun": "all", "event": ""}

"""A source against its own counts: a thing counted twice with turned digits, and a list of fewer items than announced.

Only a count that says that it is the whole ("in all", "in total"), and a list whose items stand on lines or between
semicolons, are taken at their word.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.compare.amounts import Amount
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._figures.figure_words import say_count, short
from eucacheck.kinds._figures.scopes import other_scope
from eucacheck.mentions.numbers import number_at
from eucacheck.mentions.units import plural
from eucacheck.records import Claim, Finding, QuantityMention, Value

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

_DEALS: Final = frozenset("deal project transaction operation agreement contract investment".split())
"""What a bank or fund closes, finances or signs: one thing under many names."""
_DIGITS: Final = 3
"""Digits of a count that is hardly met twice by chance."""
_FEWEST: Final = 3
"""Items between semicolons that make a list."""
_MOST: Final = 12
"""Items of a list that a text counts in its announcement."""
_COLON: Final = regex.compile(
    r"(?:\s(?:of|in|for|to|on)\s(?:(?!and\b|or\b|that\b|which\b|who\b|said\b|says\b)[^\s:;.\d]{1,20}\s?){1,5})?(?:,\s(?:he|she|it|they|the\s\w+|\p{Lu}\w+)\s(?:said|says|added|noted))?\s?:"
)
_AMONG: Final = regex.compile(r"\b(?:includ\w+|among|such as|first of all|for example|notably|especially)\b", regex.I)
_SOME: Final = regex.compile(
    r"\b(?:about|some|over|nearly|almost|at least|more than|up to|first|last|top|other)\s(?:the\s)?$", regex.I
)
_TO_PARTS: Final = regex.compile(
    r"(?:\s(?:were|was|are|have been|had been|has been)\s[a-z]{3,15}(?:ed|en|ught)|\s(?:took part|came|attended))?"
    r"(?:\s(?:of|in|for|to|on)\s(?:(?!and\b)[^\s:;.,\d]{1,20}\s?){1,4})?:\s"
)
_BETWEEN: Final = regex.compile(r",\s(?:and\s)?|\sand\s(?=\d|[a-z]{3,9}\s(?:for|in|on|from|to|at|of)\b)")
_END: Final = regex.compile(r"[.;](?=\s|$)|\n|$")
_NO_PART: Final = regex.compile(
    r"\d|%|\b(?:per ?cent|percent|million|billion|euros?|dollars?|of (?:them|which|these))\b"
)
"""A part that has another number in it, or is of another sort."""
LIST_MARK: Final = r"(?:[-*\u2022\u2013\u2014]|\d{1,2}[.)])"
"""What stands before an item of a list on lines of its own."""
_BULLET: Final = regex.compile(rf"(?P<indent>[ \t]{{0,8}}){LIST_MARK}[ \t]+\S[^\n]{{0,400}}")
_LONGEST: Final = 2000
_ONE_LINE: Final = 500


def own_key(value: Value, source: str) -> list[str]:
    """The block in which a source's counts of the same digits meet."""
    figure = Amount.of(value)
    if len(figure.digits) < _DIGITS or "high" in value or "story" not in value:
        return []
    return [f"own:{source}:{''.join(sorted(figure.digits))}:{figure.low.adjusted()}"]


def judge_own(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One thing that a source counts twice, the second time with its digits turned."""
    for i, a in enumerate(claims):
        for b in claims[i + 1 :]:
            if a.value["count"] != b.value["count"] and _one_thing(a, b, block):
                sides = [[c for c in claims if c.value["count"] == x.value["count"]] for x in (a, b)]
                answers = [block.answer(_value(s[0]), say_count(s[0]), s) for s in sides]
                who = block.around.titles.get(a.source, a.source)
                summary = f"{who} counts one thing twice: {answers[0].text}, and {answers[1].text} in all"
                question = f"Is it {answers[0].text} or {answers[1].text}?"
                why = "the digits changed places between two counts of one source"
                return [_finding("EUC808", a.subject, (question, summary, why), answers)]
    return []


def _one_thing(a: Claim, b: Claim, block: "Block") -> bool:
    """The same noun or another word for it, once as the whole, of no other owner, time or scope."""
    x, y = a.value, b.value
    nouns = {str(x["unit"]), str(y["unit"])}
    if len(nouns) > 1 and not nouns <= _DEALS:
        return False
    less, more = (a, b) if Amount.of(x).low < Amount.of(y).low else (b, a)
    s, t = less.value["story"], more.value["story"]
    # '145 in one province, in all 154' adds up; a whole that is less than what was told before does not
    narrowed = bool(s["scope"] or other_scope({**s, "scope": []}, {**t, "scope": []}))
    if not s["whole"] or narrowed or {a.modality, b.modality} & {"denied", "conjecture", "planned"}:
        block.demote(a, b, "other-event: nothing says that both count all of one thing")
        return False
    if (x["period"] and y["period"] and x["period"] != y["period"]) or (x["of"] and y["of"] and x["of"] != y["of"]):
        return False
    if x["which"] != y["which"] and x["which"] and y["which"]:
        return False
    own, others = ({p for p in c.value["parties"] if p.startswith(("country:", "region:"))} for c in (less, more))
    return own <= others


def list_of(doc: "Document", figure: QuantityMention) -> tuple[int, int, int] | None:
    """The list that a count announces, "five parts:": how many items it has, where it begins and ends."""
    if figure.bound != "exact" or figure.low != figure.high or not figure.low.isdigit() or int(figure.low) > _MOST:
        return None
    if _SOME.search(doc.shadow[max(0, figure.start - 20) : figure.start]) is not None:
        return None
    colon = _COLON.match(doc.shadow, figure.end)
    if colon is None or _AMONG.search(colon.group()) is not None:
        return None
    return _on_lines(doc.shadow, colon.end()) or _on_one_line(doc.shadow, colon.end())


def parts_of(doc: "Document", figure: QuantityMention) -> tuple[int, int, int] | None:
    """The parts that a count announces, "33 projects: 12 for rail, 9 for road and 12 for ports": sum, begin and end."""
    if figure.bound != "exact" or figure.low != figure.high or not figure.low.isdigit():
        return None
    if _SOME.search(doc.shadow[max(0, figure.start - 20) : figure.start]) is not None:
        return None
    lead = _TO_PARTS.match(doc.shadow, figure.end)
    if lead is None or _AMONG.search(lead.group()) is not None:
        return None
    end = _END.search(doc.shadow, lead.end(), lead.end() + _ONE_LINE)
    if end is None:
        return None
    total = 0
    pieces = _BETWEEN.split(doc.shadow[lead.end() : end.start()])
    for piece in pieces:
        number = number_at(piece, len(piece) - len(piece.lstrip()))
        rest = piece[number.end :] if number is not None else ""
        if number is None or number.value != int(number.value) or _NO_PART.search(rest) is not None:
            return None
        total += int(number.value)
    return (total, lead.end(), end.start()) if len(pieces) >= _FEWEST else None


def _on_lines(shadow: str, at: int) -> tuple[int, int, int] | None:
    """Items that stand on lines of their own, of one depth."""
    if shadow[at : at + 40].split("\n", 1)[0].strip():
        return None
    found: list[tuple[int, int]] = []
    indent, position = None, at
    for line in shadow[at : at + _LONGEST].split("\n"):
        item = _BULLET.fullmatch(line)
        if item is not None and indent in {None, item["indent"]}:
            indent = item["indent"]
            found.append((position + len(indent), position + len(line)))
        elif line.strip() and not (found and item is not None):
            break
        position += len(line) + 1
    return (len(found), found[0][0], found[-1][1]) if len(found) > 1 else None


def _on_one_line(shadow: str, at: int) -> tuple[int, int, int] | None:
    """Items between semicolons: "three parts: a road; a school; and a bridge"."""
    line = shadow[at : at + _ONE_LINE].split("\n", 1)[0]
    text = regex.split(r"[.?!](?=\s|$)", line, maxsplit=1)[0]
    items = [i for i in text.split(";") if i.strip()]
    if len(items) < _FEWEST or len(line) == _ONE_LINE:
        return None
    start = at + len(text) - len(text.lstrip())
    return len(items), start, at + len(text)


def listed_value(value: dict[str, Any], items: int, at: int) -> dict[str, Any]:
    """The count of the items of a list, of what its announcement counts."""
    kept = {k: v for k, v in value.items() if k not in {"story", "members", "high"}}
    return {**kept, "count": str(items), "bound": "exact", "listed": str(at)}


def judge_lists(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """A list with another number of items than its announcement says."""
    told = [c for c in claims if "listed" not in c.value]
    items = [c for c in claims if "listed" in c.value]
    if len(told) != 1 or len(items) != 1 or told[0].value["count"] == items[0].value["count"]:
        return []
    noun = plural(str(told[0].value["unit"]))
    number, parts = short(str(items[0].value["count"])), "parts" in items[0].value
    answers = [
        block.answer(_value(told[0]), f"{say_count(told[0])} announced", told),
        block.answer(_value(items[0]), f"{number} {'in the parts' if parts else 'listed'}", items),
    ]
    who = block.around.titles.get(told[0].source, told[0].source)
    summary = f"{who} announces {say_count(told[0])} and lists {number}"
    why = "a list has as many items as its announcement says"
    if parts:
        summary = f"{who} announces {say_count(told[0])}, and the parts that it gives add up to {number}"
        why = "the parts of a number add up to it"
    texts = (f"How many {noun} are there?", summary, why)
    return [_finding("EUC809", told[0].subject, texts, answers)]


def _value(claim: Claim) -> dict[str, Any]:
    return {"count": claim.value["count"], "unit": claim.value["unit"]}


def _finding(rule: str, subject: str, texts: tuple[str, str, str], answers: Sequence[Any]) -> Finding:
    question, summary, why = texts
    return make_finding(
        Judgement(rule, "count", "conflict", subject, question, summary, why, list(answers), 0.6, "warning")
    )  # fmt: skip

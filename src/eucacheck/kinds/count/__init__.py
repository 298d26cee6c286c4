"""How many of what, of whom.

## Finds
A number with its noun ("16 sets of sanctions", "the five Central Asian countries", "more than 3,000 European
companies", "500
MW") and a percentage with what it is a share or a growth of. The number of the next in a row ("the 17th package") as
well.

## Same fact
The same noun with the same adjectives, of the same country, region or body; percentages also need the same measure
and period. In two sources that tell one story (the same people, towns, firms around it) the one figure of its noun.

## Compared
Beyond bounds and rounding, at one time, in much the same words, of one occasion or in one story: conflict, unless one
source gives both numbers. Part and whole, a plan and what is done, those who came and who signed are never opposed.
A larger count told later is `supersede`.

## Value
`{"count": decimal, "high"?: decimal, "unit": noun, "bound", "of": identifier | null, "parties", "scope": words,
"sectors", "which": adjectives, "measure": text | null, "period": EDTF | null, "occasion": the event attended or the
countries that sign | null, "members"?: {"of": identifier, "all": bool} for members of a body that is on record,
"topic": stems, "sentence": stems, "story"?: {"anchors": names, days and sums around it, "near": names of its clause,
"scope": words, "deeds", "forms", "time", "beside": other figures of its unit ...}}`.

## Rules
EUC411 two counts of one thing at one time. EUC412 a count that grew. EUC413 the count, as told. EUC808 a source
against its own count. EUC809 a list that is longer or shorter than announced. EUC942 another number
of members than the reference has.

## Example
"16 packages of sanctions" and "18 packages of sanctions" in two articles of one week: EUC411.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.compare.amounts import Amount
from eucacheck.kinds._figures.count_families import families_of, judge_family, judge_parts, taken_up
from eucacheck.kinds._figures.figures import (
    figure_value,
    frame_of,
    grown_of,
    growth_of,
    measure_of,
    measure_word,
    parties_of,
    period_of,
    scope_of,
    stretch_of,
    within,
)
from eucacheck.kinds._figures.occasions import occasion_of
from eucacheck.kinds._figures.on_record import judge_members, off_record
from eucacheck.kinds._figures.own_counts import judge_lists, judge_own, list_of, listed_value, own_key, parts_of
from eucacheck.kinds._figures.purposes import sectors_of, topic_of
from eucacheck.kinds._figures.role_verdicts import judge_roles
from eucacheck.kinds._figures.roles import role_keys, role_of
from eucacheck.kinds._figures.scopes import is_sure, without_year
from eucacheck.kinds._figures.stories import story_of
from eucacheck.kinds._figures.ties import noun_of
from eucacheck.kinds._happenings.same_in_news import judge_same_numbers, same_number_keys
from eucacheck.kinds.count.attendance_counts import attendance_keys, judge_attendance
from eucacheck.kinds.count.counts import DURATIONS, judge_counts
from eucacheck.kinds.count.durations import judge_lasting, lasting_of
from eucacheck.kinds.count.membership import members_of
from eucacheck.kinds.count.share_words import base_of, behind
from eucacheck.mentions.bare_numbers import goes_on
from eucacheck.mentions.units import SAME, singular
from eucacheck.records import Claim, Finding, QuantityMention, Sentence

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

RULES = {
    "EUC411": "Two counts are given for one thing at one time.",
    "EUC412": "A count grew between two sources.",
    "EUC413": "A count, as sources tell it.",
    "EUC808": "A source counts one thing twice, and differently.",
    "EUC809": "A list has another number of items than its source announces.",
    "EUC942": "The number of members of a body is not the one that the reference has.",
}
_VAGUE: Final = frozenset(
    "hour minute second time side one party word way paragraph source page article o'clock".split()
)
_OF_A_TEXT: Final = frozenset({"article", "page", "paragraph"})
_HAS: Final = regex.compile(
    r"\b(?:ha[sd]|have|contain(?:s|ed|ing)?|compris(?:es|ed|ing)|consist(?:s|ed|ing) of|run(?:s|ning)? to|counts?|"
    r"include[sd]?|cover(?:s|ed|ing)?|"
    r"(?:agreement|treaty|pact|accord|text|document|declaration|charter|law|code|report)s? (?:of|with)|"
    r"in (?:its|their|the))\s(?:(?:all|some|about|around|over|exactly|nearly|almost|more than|in all)\s)?$",
    regex.I,
)
"""'The agreement has 356 articles', 'a document of 350 pages': what a text is made of, and no articles of the press."""
_NEAR: Final = 40
_MEASURED: Final = frozenset({"gigawatt", "million tonne", "terawatt hour", "kilometre"})
_LONGEST_QUOTE: Final = 300
_OF: Final = regex.compile(r"\s+(?:of|from|in|to|for|on)\s+(?:the\s+)?")
_OF_A_WHOLE: Final = regex.compile(r"\sof\s(?:[A-Za-z']{2,20}\s){1,2}\d[\d,]{0,8}\s")
"""'19 of the EU's 30 materials': the whole is the EU's, and not the part."""
_MORE_THAN: Final = regex.compile(r"[^.;,]{2,60}? (?:more|larger|bigger|greater|higher) [^.;,]{2,60}? than\b")
_IN_LINE: Final = frozenset("package set tranche batch".split())


def find(doc: "Document") -> Iterator[Claim]:
    """Each count and percentage of the article itself or its teasers."""
    for figure in doc.quantities:
        if figure.type == "ordinal" and figure.unit in _IN_LINE:
            claim = _next_in_line(doc, figure)
        elif figure.type == "percent" or (
            figure.type == "count" and _counted(doc, figure) and not _ranks_another(doc, figure)
        ):
            sentence = frame_of(doc, figure)
            claim = _figure(doc, figure, sentence) if sentence is not None else None
        else:
            continue
        if claim is not None and goes_on(doc.shadow, figure.number_start, figure.number_end):
            yield from taken_up(doc, claim)
        elif claim is not None:
            yield from _with_list(doc, figure, claim)


def _with_list(doc: "Document", figure: QuantityMention, claim: Claim) -> Iterator[Claim]:
    """A count, and the list that it announces as a count of its own."""
    items = list_of(doc, figure) if figure.type == "count" else None
    parts = parts_of(doc, figure) if figure.type == "count" and items is None else None
    items = items or parts
    if items is None:
        yield claim
        return
    number, start, end = items
    value = listed_value(dict(claim.value), number, figure.start) | ({"parts": True} if parts is not None else {})
    end = min(end, start + _LONGEST_QUOTE)
    listed = make_claim(doc, Draft("count", claim.subject, value, start, end, when=claim.when, confidence=0.7))
    announced = Draft(
        "count", claim.subject, {**claim.value, "announces": str(figure.start)}, claim.start, claim.end,
        when=claim.when, confidence=claim.confidence,
    )  # fmt: skip
    yield from (c for c in (make_claim(doc, announced), listed) if c is not None)


def _counted(doc: "Document", figure: QuantityMention) -> bool:
    if figure.unit in _OF_A_TEXT and figure.low != "1":
        return _HAS.search(doc.shadow, max(0, figure.start - _NEAR), figure.start) is not None
    one = figure.low == figure.high == "1" and figure.unit not in _MEASURED
    return figure.unit is not None and figure.unit not in _VAGUE and not one


def _ranks_another(doc: "Document", figure: QuantityMention) -> bool:
    """'only two states own more gas than X' ranks X, and counts nothing to be compared."""
    only = doc.shadow[max(0, figure.start - 5) : figure.start].casefold() == "only "
    return only and _MORE_THAN.match(doc.shadow, figure.end) is not None


def _figure(doc: "Document", figure: QuantityMention, sentence: Sentence) -> Claim | None:
    low, high = stretch_of(doc, figure, sentence)
    period = period_of(doc, figure, sentence)
    percent = figure.type == "percent"
    change = growth_of(doc, low, high) if percent else None
    measure = (measure_of if change is None else grown_of)(doc, figure, sentence) if percent else None
    value: dict[str, Any] = {
        "count": figure.low,
        "unit": figure.unit,
        **figure_value(figure),
        "of": _whose(doc, figure, low, high),
        "parties": parties_of(doc, low, high) or (parties_of(doc, sentence.start, sentence.end) if change else []),
        "scope": scope_of(doc, measure_word(doc, figure, sentence), sentence) if percent else [],
        "sectors": sectors_of(doc, low, high),
        "which": [] if percent else _adjectives(doc, figure),
        "measure": f"{measure or 'something'} {change}" if change is not None else measure,
        "period": period.edtf if period is not None and (period.year_stated or is_sure(doc, period)) else None,
        "occasion": None if percent else occasion_of(doc, figure, sentence),
        "topic": topic_of(doc, low, high),
        "sentence": topic_of(doc, sentence.start, sentence.end),
    }
    if figure.unit in _OF_A_TEXT:
        value["of"] = _text_of(doc, figure)
    members = members_of(doc, figure, sentence) if not percent and figure.unit not in _OF_A_TEXT else None
    if members is not None:
        value["members"] = members
    if figure.unit in DURATIONS and (lasts := lasting_of(doc, figure, sentence)) is not None:
        value["lasts"] = lasts
    if figure.unit not in DURATIONS:
        value["story"] = story_of(doc, figure, sentence, (low, high))
        if not percent and (role := role_of(doc, figure, sentence, (low, high))):
            value["role"] = role
        if is_sure(doc, period):
            value["story"]["scope"] = without_year(value["story"]["scope"])
        if percent:
            value["story"]["behind"] = behind(doc, figure, high)
            value["story"]["base"] = base_of(doc, figure, high)
    bare = figure.end <= figure.number_end  # what it counts stands elsewhere: the clause says it
    wide = (percent or bare) and high - low <= 160
    start, end = (min(low, figure.start), max(high, figure.end)) if wide else (figure.start, figure.end)
    return make_claim(doc, Draft("count", _subject(value), value, start, end, when=period, confidence=0.8))


def _whose(doc: "Document", figure: QuantityMention, low: int, high: int) -> str | None:
    """Whose the things are: named in the phrase, else right behind it, else the only one of the stretch."""
    inside = [e for e in within(doc.entities, figure.start, figure.end) if e.type in {"org", "country", "region"}]
    part = _OF_A_WHOLE.match(doc.shadow, figure.number_end, figure.end) is not None
    if inside and not part:
        return inside[0].entity
    link = _OF.match(doc.shadow, figure.end)
    if link is not None:
        behind = [e for e in within(doc.entities, link.end(), link.end() + 60) if e.start == link.end()]
        if behind and behind[0].type in {"org", "country", "region"}:
            return behind[0].entity
    bare = figure.end <= figure.number_end  # 'of the states, 22 have ratified the agreement with X': none of X
    named = [
        p
        for p in parties_of(doc, low, figure.start if bare else high)
        if not part or p not in {e.entity for e in inside}
    ]
    return named[0] if len(named) == 1 else None


def _text_of(doc: "Document", figure: QuantityMention) -> str | None:
    """The agreement of which a text says how many articles or pages it has: the last one named before, near by."""
    here = doc.sentence_index(figure.start)
    low = doc.sentences[max(0, here - 2)].start if here >= 0 else figure.start
    named = {e.entity for e in within(doc.entities, low, figure.start) if e.type == "agreement"}
    return named.pop() if len(named) == 1 else None


def _adjectives(doc: "Document", figure: QuantityMention) -> list[str]:
    """The words between the number and its noun that no entity covers: 'joint', 'new', 'Deputy'."""
    whole = _OF_A_WHOLE.match(doc.shadow, figure.number_end, figure.end)
    start = whole.end() if whole is not None else figure.number_end
    words = list(regex.finditer(r"[A-Za-z][\w-]+", doc.shadow[start : figure.end]))
    inside = within(doc.entities, figure.start, figure.end)
    free = [m.group().casefold() for m in words[:-1] if not any(e.start <= start + m.start() < e.end for e in inside)]
    return [w for w in free if singular(w) not in str(figure.unit).split()]


def _next_in_line(doc: "Document", figure: QuantityMention) -> Claim | None:
    """'the 17th package': an ordinal of something counted, not of an event."""
    sentence = frame_of(doc, figure)
    if sentence is None:
        return None
    stems = topic_of(doc, sentence.start, sentence.end)
    nothing: dict[str, Any] = {name: [] for name in ("parties", "scope", "sectors", "which")}
    value = {
        "count": figure.low, "unit": f"number of the {figure.unit}", "bound": "exact", "of": None, **nothing,
        "measure": None, "period": None, "occasion": None, "topic": stems, "sentence": stems,
    }  # fmt: skip
    end = figure.end + 1 + len(str(figure.unit))
    return make_claim(doc, Draft("count", _subject(value), value, figure.start, end))


def _subject(value: dict[str, Any]) -> str:
    of = str(value["of"] or "").partition(":")[2]
    parts = (of, str(value["measure"] or "").replace(" ", "-"), str(value["unit"]).replace(" ", "-"))
    return "count:" + "-".join(p for p in parts if p)


def keys(claim: Claim) -> tuple[str, ...]:
    """Counts meet those of their noun; percentages those of their measure."""
    value = claim.value
    if "taken_up" in value:
        return (f"part-of:{claim.source}:{claim.start}",)
    if "listed" in value:
        return (f"listed:{claim.source}:{value['listed']}",)
    if value["unit"] in {"percent", "percentage point"}:
        whole = int(Amount.of(value).low)
        return (f"share:{value['measure']}", f"part:{whole}", f"part:{whole + 1}")
    if value["unit"] in _OF_A_TEXT:
        return (f"count:{value['unit']}:{value['of']}",) if value["of"] else ()
    if "lasts" in value:
        words = value["lasts"]["words"] + ([f"={value['lasts']['thing']}"] if "thing" in value["lasts"] else [])
        return (f"count:{value['unit']}", *(f"lasts:{word}" for word in words))
    same = [f"count:{SAME.get(str(value['unit']), value['unit'])}", f"count:{noun_of(value)}"]
    if value["unit"] in _MEASURED:
        same.append(f"count:{Amount.of(value).unit}")  # a gigawatt meets a thousand megawatts
    of = (f"members:{value['members']['of']}",) if "members" in value else ()
    same += [f"family:{name}" for name in families_of(value)] + attendance_keys(value) + role_keys(value)
    told = (f"listed:{claim.source}:{value['announces']}",) if "announces" in value else ()
    return tuple(dict.fromkeys((*same, *of, *told, *own_key(value, claim.source), *same_number_keys(claim))))


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding a thing counted; different numbers are opposed only where they speak of one thing at one time."""
    judges = {
        "members": judge_members,
        "listed": judge_lists,
        "own": judge_own,
        "lasts": judge_lasting,
        "family": judge_family,
        "came": judge_attendance,
        "part": judge_parts,
        "role": judge_roles,
        "alike": judge_same_numbers,
    }
    judged = judges.get(block.key.partition(":")[0])
    if judged is not None:
        return judged(claims, block)
    return judge_counts([c for c in claims if not off_record(c, block)], block)

"""How much money, for what, from whom, in which period.

## Finds
Every sum of money with a currency, with what it measures (trade, exports, investment, loan, pledge ...), the parties
its
sentence names, who pays, its period and its purpose. A sum in brackets or after "or" in another currency is a
conversion of the
one before it. Where a sum is said to have been presented or pledged at an event, the event too. A total and its parts
are tied.

## Same fact
One sum of one currency with a like purpose; one measure of the same parties in the same stated period; money of one
payer
for one purpose; conversions of one sum; the event at which one sum was announced; the sum in sentences that are equal
but for it; the one sum of its form in two sources that tell one story (the same people, towns, firms around it).

## Compared
Same currency, beyond rounding and bounds: conflict, unless one source gives both figures (then they are of two things).
Conversions of one sum and day more than 5% apart, and one sum announced at events in two places: conflict. Another
payer or
form of one sum is a note. Another scope, period or purpose is another fact.
In sentences of one time that are equal but for the sum another sum is a conflict; the same number in another currency
also where it measures one thing of one period, or in one story.

## Value
`{"amount": decimal, "high"?: decimal, "currency": ISO 4217, "bound", "measure", "scope": words, "parties", "payer",
"period": EDTF | null, "period_stated": bool, "sectors", "names", "purpose", "topic": stems, "stems",
"conversion_of"?: {"amount", "currency"}, "part_of"?: {"amount", "currency", "field"}, "further"?: true,
"story"?: as in count, "announced_at"?: profile, "sum"?: {"group", "role", "complete", "apart"?},
"whole_of"?: the programme whose size it is, "undated"?: true where no period is told,
"told_of"?: whose trade it is by the sentence before,
"givers"?: [{"giver", "amount"}] of the sums told together, its own first}`.

## Rules
EUC401 two amounts for one thing. EUC402 conversions of one amount too far apart. EUC403 one amount, announced at two
events.
EUC404 the amount, as told. EUC405 one amount with another payer or in another form. EUC804 parts of a sum that do not
add up. EUC805 a headline with another amount than its text. EUC807 figures without a period. EUC810 a growth that
its two sums do not give. EUC941 another size of a
programme than the reference has.

## Example
"€105 billion ($109 billion)" in one source, "€105 billion or $121.3 billion" in another, of one day: EUC402.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.kinds._figures.figures import (
    GIVEN,
    TRADE,
    figure_value,
    frame_of,
    is_further,
    measure_word,
    parties_of,
    period_of,
    scope_of,
    stretch_of,
)
from eucacheck.kinds._figures.on_record import judge_programme
from eucacheck.kinds._figures.purposes import names_of, purpose_of, quote_of, sectors_of, topic_of
from eucacheck.kinds._figures.role_verdicts import judge_roles
from eucacheck.kinds._figures.roles import role_keys, role_of
from eucacheck.kinds._figures.scopes import is_sure, without_year
from eucacheck.kinds._figures.stories import story_keys, story_of
from eucacheck.kinds._figures.turned import turned_key
from eucacheck.kinds._figures.verbatim import frame_key
from eucacheck.kinds.amount.announcements import find_announcements
from eucacheck.kinds.amount.coins import coin_key, judge_coins
from eucacheck.kinds.amount.conversions import judge_conversions
from eucacheck.kinds.amount.gifts import judge_gifts, judge_given, judge_projects, older_keys
from eucacheck.kinds.amount.givers import giver_keys, givers_of, judge_givers
from eucacheck.kinds.amount.growths import PREFIX, growth_told, judge_growth
from eucacheck.kinds.amount.headlines import judge_headline
from eucacheck.kinds.amount.money import judge_measure, judge_sums
from eucacheck.kinds.amount.partners import counted_by, partners_of, told_of
from eucacheck.kinds.amount.payers import payer_of
from eucacheck.kinds.amount.programmes import programme_of
from eucacheck.kinds.amount.sentences import judge_sentence
from eucacheck.kinds.amount.shares import judge_shares, share_of
from eucacheck.kinds.amount.story_sums import judge_stories, judge_turned
from eucacheck.kinds.amount.totals import find_together, judge_total, total_of
from eucacheck.kinds.amount.undated import is_undated, judge_undated
from eucacheck.records import Claim, Finding, QuantityMention, Sentence

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

RULES = {
    "EUC401": "Two amounts are given for one thing in one period.",
    "EUC402": "Two conversions of one amount lie too far apart to be of one day.",
    "EUC403": "One amount is said to have been announced at two different events.",
    "EUC404": "An amount, as sources tell it.",
    "EUC405": "One amount of one purpose with another payer or in another form.",
    "EUC804": "The parts of a sum do not add up to it.",
    "EUC805": "A headline gives another amount than its text.",
    "EUC807": "A figure of trade or output stands without the period that it is of.",
    "EUC810": "A growth is not the one that the two sums beside it give.",
    "EUC941": "The size of a programme is not the one that the reference has.",
}
_CONVERSION: Final = regex.compile(
    r"\s*(?:[(\[]\s*(?:(?:the )?(?:equivalent (?:to|of)|equal to)\s+)?"
    r"(?:(?:about|around|approximately|some|nearly|or|over|more than)\s*)?"
    r"|,?\s+or\s+(?:(?:about|around|some|nearly)\s+)?"
    r"|,?\s+(?:equivalent to|equal to|the equivalent of)\s+(?:about\s+)?)",
    regex.I,
)


def find(doc: "Document") -> Iterator[Claim]:
    """Each sum of money, and each event at which one was announced."""
    money = [q for q in doc.quantities if q.type == "money"]
    added = find_together(doc, money)
    givers = givers_of(doc, money)
    for i, figure in enumerate(money):
        sentence = frame_of(doc, figure)
        if sentence is None:
            continue
        gap = doc.shadow[money[i - 1].end : figure.start] if i and figure.start - money[i - 1].end < 40 else None
        glossed = gap is not None and _CONVERSION.fullmatch(gap) is not None and money[i - 1].unit != figure.unit
        told = {"sum": added.get(figure.start), "givers": None if glossed else givers.get(figure.start)}
        claim = _claim(doc, figure, sentence, money[i - 1] if glossed else None, told)
        if claim is not None:
            yield claim
    yield from find_announcements(doc, money)


def _claim(
    doc: "Document",
    figure: QuantityMention,
    sentence: Sentence,
    base: QuantityMention | None,
    told: dict[str, Any],
) -> Claim | None:
    main = base or figure
    low, high = stretch_of(doc, main, sentence)
    period = period_of(doc, main, sentence)
    word = measure_word(doc, main, sentence)
    measure = word[0] if word is not None else None
    parties = parties_of(doc, low, high) or parties_of(doc, sentence.start, sentence.end)
    value: dict[str, Any] = {
        "amount": figure.low,
        "currency": figure.unit,
        **figure_value(figure),
        "measure": measure,
        "parties": partners_of(doc, main, sentence, parties) if measure in TRADE else parties,
        "payer": payer_of(doc, main, sentence),
        "period": period.edtf if period is not None else None,
        "period_stated": period is not None and period.year_stated,
        "scope": scope_of(doc, word, sentence),
        "sectors": sectors_of(doc, low, high),
        "names": names_of(doc, low, high),
        "purpose": purpose_of(doc, main, high),
        "topic": topic_of(doc, sentence.start, sentence.end),
        "stems": topic_of(doc, low, high),
        "story": story_of(doc, figure, sentence, (low, high)),
    }
    if is_sure(doc, period):
        value["period_sure"] = True
        value["story"]["scope"] = without_year(value["story"]["scope"])
    if base is not None:
        value["conversion_of"] = {"amount": base.low, "currency": base.unit}
    else:
        if (grown := growth_told(doc, figure, sentence)) is not None:
            value["grown"] = grown
        if role := role_of(doc, figure, sentence, (low, high)):
            value["role"] = role
        if is_further(doc, main, sentence):
            value["further"] = True
        if (share := share_of(doc, figure, sentence)) is not None:
            value["part_of"] = share
        if (total := total_of(doc, figure, sentence) or told["sum"]) is not None:
            value["sum"] = total
        if period is None and is_undated(doc, figure, sentence, measure):
            value["undated"] = True
        if measure in TRADE:
            value |= counted_by(doc, sentence) | ({} if value["parties"] else told_of(doc, sentence))
        if told["givers"]:
            value["givers"] = told["givers"]
        if (whole := programme_of(doc, figure, sentence)) is not None:
            value["whole_of"] = whole
    start, end = (base.start, figure.end) if base is not None else quote_of(doc, figure, word, high)
    return make_claim(doc, Draft("amount", _subject(value), value, start, end, when=period))


def _subject(value: dict[str, Any]) -> str:
    places = [p.partition(":")[2] for p in value["parties"][:2]]
    return "figure:" + "-".join([*(places or ["unnamed"]), str(value["measure"] or "amount").replace(" ", "-")])


def keys(claim: Claim) -> tuple[str, ...]:
    """A sum meets equal sums, those of its measure, parties and period, of its giver, and its own text."""
    value = claim.value
    found = [f"amount:{value['currency']}:{value['amount']}"]
    if "announced_at" in value:
        return tuple(found)
    if "conversion_of" in value:
        base = value["conversion_of"]
        return (*found, f"conversion:{base['currency']}:{base['amount']}:{value['currency']}")
    found += giver_keys(value.get("givers", ()), str(value["currency"]))
    found.append(f"headline:{claim.source}:{value['currency']}")
    timed = value["period_stated"] or value.get("period_sure", False)
    if "whole_of" in value:
        found.append(f"programme:{value['whole_of']}")
    if "part_of" in value:
        whole = value["part_of"]
        found.append(f"part:{whole['currency']}:{whole['amount']}:{whole['field']}")
    if "grown" in value:
        found.append(f"{PREFIX}{claim.source}:{value['grown']['group']}")
    if "sum" in value:
        found.append(f"sum:{claim.source}:{value['sum']['group']}")
    if "part_of" in value:
        return tuple(found)
    if (frame := frame_key(value)) is not None:
        found.append(frame)
    parties = "+".join(value["parties"])
    if value["period"] and timed and value["measure"] not in {None, *GIVEN} | {"cost"} and parties:
        found.append(f"measure:{value['measure']}:{parties}:{value['period']}:{value['currency']}")
    if value["measure"] == "investment" and timed and parties and not value["payer"]:
        found.append(f"measure:investment:{parties}:{value['period']}:{value['currency']}")
    found += older_keys(value)
    if "story" in value:
        found += story_keys(value["story"], str(value["currency"]))
        found += role_keys(value) + turned_key(value, str(value["currency"])) + coin_key(value)
    return tuple(found)


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """Findings by the sort of block: equal sums, one measure, money given, conversions, a total, a headline."""
    sort = block.key.partition(":")[0]
    if sort == "headline":
        return [*judge_headline(claims, block), *judge_undated(claims, block)]
    judges = {
        "measure": judge_measure,
        "given": judge_given,
        "gift": judge_gifts,
        "givers": judge_givers,
        "project": judge_projects,
        "conversion": judge_conversions,
        "part": judge_shares,
        "sum": judge_total,
        "programme": judge_programme,
        "story": judge_stories,
        "turned": judge_turned,
        "sentence": judge_sentence,
        "coin": judge_coins,
        "role": judge_roles,
        "grown": judge_growth,
        "amount": judge_sums,
    }
    return judges[sort](claims, block) if sort in judges else []

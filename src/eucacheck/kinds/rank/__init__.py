"""Who is first, largest or the only one, in what, and of whom.

## Finds
Superlatives of a role ("the largest investor in the region", "Kazakhstan's main trading partner is the EU",
"second-largest trading partner", "no one invests more in Central Asia than the EU"), of what somebody has and what
something is ("has the fourth-largest gas reserves in the world", "only two states own more gas", "the highest dam in
the region") and firsts of a deed ("the first country in the region to sign an EPCA", "the only country with such an
agreement"). An ordinal of an event ("first summit") is none of these.

## Same fact
Position, criterion (investor, trading partner, the deed and its object), whose partner, and the field ("in Central
Asia"). The largest partner of Kazakhstan and of Central Asia are two facts, as are investor and trading partner.

## Compared
Two holders of one rank, or two positions of one holder, told of times within a year of each other, are a conflict;
further apart a change. What was done first stays first, whatever the time. "One of the largest" has no sole holder,
and a union is not opposed to its own member.

## Value
`{"rank": word, "position": int, "criterion": [role or deed], "holder": identifier | null, "of": identifier | null,
"within": identifier | null, "object": [stem], "family": text | null, "words": text, "sole": bool, "timeless": bool}`.

## Rules
EUC521 two holders of one rank. EUC522 one holder on two ranks. EUC523 one rank of two scopes. EUC524 as told. EUC525
a rank that changed. EUC953 more came first by the reference.

## Example
Kazakhstan the first in the region to sign in one source, another country in a second: EUC521.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from eucacheck.claims import Draft, make_claim
from eucacheck.compare.dates import span_of_days
from eucacheck.kinds.rank.news import PLACED, RANKED, judge_news, judge_places, news_keys
from eucacheck.kinds.rank.ranks import Rank, find_ranks
from eucacheck.kinds.rank.record import judge_order
from eucacheck.kinds.rank.verdicts import judge_facts, judge_scopes
from eucacheck.records import Claim, Finding, Interval

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

RULES = {
    "EUC521": "One rank is given to two holders at one time.",
    "EUC522": "One holder is given two positions of one ranking at one time.",
    "EUC523": "One holder has one rank in two scopes, of which the sources give different ones.",
    "EUC524": "Who holds a rank, as sources tell it.",
    "EUC525": "A rank that another held, or that was another, at another time.",
    "EUC953": "A country is said to have signed as an earlier one than the reference allows.",
}


def find(doc: "Document") -> Iterator[Claim]:
    """Each rank with its holder; a rank whose holder is not known is still a claim, and is compared with nothing."""
    for one in find_ranks(doc):
        value = {
            "rank": one.rank,
            "position": one.position,
            "criterion": list(one.criteria),
            "holder": one.holder,
            "of": one.of,
            "within": one.within,
            "object": list(one.stems),
            "family": one.family,
            "words": one.words,
            "sole": one.sole,
            "timeless": one.timeless,
        }
        draft = Draft(
            "rank",
            one.holder or "rank:unknown-holder",
            value,
            one.start,
            one.end,
            when=_when(doc, one),
            modality=one.modality,
            polarity=one.polarity,
            confidence=_confidence(one),
        )
        claim = make_claim(doc, draft)
        if claim is not None:
            yield claim


def _when(doc: "Document", one: Rank) -> Interval | None:
    """The only date of the sentence, for a rank that changes; else the time of the report."""
    sentence = doc.sentence_of(one.start)
    if sentence is None or one.timeless:
        return None
    dates = doc.within(doc.dates, sentence.start, sentence.end)
    years = [d for d in dates if span_of_days(d.interval) >= _YEAR_LONG]
    one_date = dates if len(dates) == 1 else years
    return one_date[0].interval if len(one_date) == 1 else None


_YEAR_LONG = 360
"""Days: beside the day on which it was told, the year that a rank is of."""


def _confidence(one: Rank) -> float:
    return 0.5 if one.holder is None else 0.85 if one.of or one.within else 0.7


def keys(claim: Claim) -> tuple[str, ...]:
    """Roles meet by criterion and whose they are, firsts by deed; holders of a role once more over all scopes."""
    value = claim.value
    if value["holder"] is None or not value["sole"]:
        return ()
    found = []
    for criterion in value["criterion"]:
        if str(criterion).startswith("first:"):
            found.append(f"rank:{criterion}")
        else:
            if value["of"] or value["within"]:
                found.append(f"rank:{criterion}:{value['of']}:{value['within']}")
            found.append(f"rank-scopes:{criterion}:{value['holder']}")
    return (*found, *news_keys(value))


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """The findings on each rank of a block."""
    if block.key.startswith("rank-scopes:"):
        return judge_scopes(claims, block)
    if block.key.startswith(PLACED):
        return [*judge_places(claims, block)]
    if block.key.startswith(RANKED):
        return [*judge_news(claims, block)]
    stated = [c for c in claims if c.polarity and c.modality in {"assertion", "reported"}]
    return [*judge_facts(claims, block), *judge_order(stated, block)]

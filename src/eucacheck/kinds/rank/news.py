"""The ranks of one piece of news to findings, where each source has other words for one rank.

Who gets most (recipient, customer, borrower), and on which place somebody is: "Kazakhstan's second supplier of ore" and
"the largest supplier of the metal", "the second state with an agreement of this kind" and "the third to obtain one".
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.compare.dates import gap_days
from eucacheck.facts import canonical
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._encounters.dated import on_record
from eucacheck.kinds._happenings.event_words import ordinal_word
from eucacheck.kinds._wording.wordings import joined
from eucacheck.kinds._wording.words import sources_in_words
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

RANKED: Final = "rank-news:"
"""How the blocks begin in which ranks under several words meet."""
PLACED: Final = "rank-place:"
"""How the blocks begin in which the ranks of one holder in one role meet, of whatever goods and of whomever."""
_TAKERS: Final = frozenset({"recipient", "customer", "borrower", "beneficiary", "client"})
"""What a bank or donor calls whom it gives money."""
_UNCOUNTED: Final = frozenset({"only", "last", "latest"})
_PLAIN: Final = frozenset({"one", "have", "open", "hold"})
"""Stems that tell nothing of what somebody is the nth to have."""
_DEALT: Final = frozenset({"supplier", "exporter", "importer", "buyer", "customer", "producer"})
"""Who sells or buys: the goods may stand in another sentence."""
_NAME: Final = regex.compile(r"\b\p{Lu}\p{L}+")
_MONTHS: Final = 200
"""Days by which the times of two ranks of one news differ at most: that of last year is another."""


def news_keys(value: Mapping[str, Any]) -> tuple[str, ...]:
    """The first of those who get money in one field; the holder and the role, or the deed."""
    taker = any(str(c).rpartition("-")[2] in _TAKERS for c in value["criterion"])
    taken = (f"{RANKED}{value['within']}",) if taker and value["within"] and value["position"] == 1 else ()
    if value["rank"] in _UNCOUNTED:
        return taken
    roles = sorted({str(c).rpartition("-")[2] for c in value["criterion"]})
    return (*taken, *(f"{PLACED}{role}:{value['holder']}" for role in roles))


def judge_places(claims: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    """One holder is on two places of one ranking, in two reports of one piece of news."""
    stated = sorted((c for c in claims if c.polarity and c.modality in {"assertion", "reported"}), key=canonical)
    for a, b in combinations(stated, 2):
        if a.value["position"] == b.value["position"] or _told_apart(a, b) or not block.one_news(a, b):
            continue
        reason = _other_ranking(a, b, stated)
        if reason is not None:
            block.demote(a, b, reason)
            continue
        yield _of_place(a, b, block)
        return


def _told_apart(a: Claim, b: Claim) -> bool:
    """The two meet in the block of their rank as well, which judges them."""
    x, y = a.value, b.value
    if str(x["criterion"][0]).startswith("first:"):
        one = x["family"] == y["family"] if x["family"] and y["family"] else x["object"] == y["object"]
        return bool(set(x["criterion"]) & set(y["criterion"]) and one)
    one = (x["of"], x["within"]) == (y["of"], y["within"]) != (None, None)
    return bool(set(x["criterion"]) & set(y["criterion"]) and one)


def _other_ranking(a: Claim, b: Claim, claims: Sequence[Claim]) -> str | None:
    x, y = a.value, b.value
    if any(len({c.value["position"] for c in claims if c.source == s}) > 1 for s in (a.source, b.source)):
        return "other-event: one source gives several places"
    if x["within"] != y["within"] or (x["of"] and y["of"] and x["of"] != y["of"]):
        return "other-event: the ranks are of other scopes"
    if x["timeless"] != y["timeless"] or not _same_thing(a, b):
        return "other-event: the ranks are of other things"
    gap = gap_days(a.when, b.when) if a.when is not None and b.when is not None else None
    if not x["timeless"] and gap is not None and gap > _MONTHS:
        return "other-time: the ranks are of other times"
    return None if on_record(a, b) else "reported-by-third-party: one rank is only reported"


def _same_thing(a: Claim, b: Claim) -> bool:
    """One agreement for a deed; goods of which one source may say nothing for a role."""
    x, y = a.value, b.value
    if x["timeless"]:
        one, other = ({s for s in v["object"] if s not in _PLAIN} for v in (x, y))
        places = [set(_NAME.findall(str(v["words"]))) for v in (x, y)]
        if all(places) and not places[0] & places[1]:
            return False
        if x["criterion"] == y["criterion"] and (one & other or not one or not other):
            return True
        pact = all(v["family"] or "agree" in v["object"] for v in (x, y))
        return bool(pact and not (x["family"] and y["family"] and x["family"] != y["family"]))
    goods = [{str(c).rpartition("-")[0] for c in v["criterion"]} - {""} for v in (x, y)]
    if not goods[0] or not goods[1]:
        return goods[0] == goods[1] or all(str(c).rpartition("-")[2] in _DEALT for v in (x, y) for c in v["criterion"])
    return bool(goods[0] & goods[1])


def _of_place(a: Claim, b: Claim, block: "Block") -> Finding:
    name = block.pack.name_of(str(a.value["holder"]))
    answers = []
    for one in sorted((a, b), key=lambda c: (int(c.value["position"]), canonical(c))):
        nth = int(one.value["position"])
        answers.append(block.answer({"position": nth}, f"the {ordinal_word(nth)}", [one]))
    told = " and ".join(f"{x.text} ({sources_in_words(x, block)})" for x in answers)
    role = str(a.value["criterion"][0]).replace("-", " ")
    role = (
        block.key.removeprefix(PLACED).partition(f":{a.value['holder']}")[0].replace("first:", "to ")
        if " of " not in role
        else role
    )
    return make_finding(
        Judgement(
            "EUC522", "rank", "conflict", str(a.value["holder"]), f"On which place is {name} ({role})?",
            f"Two reports of one piece of news put {name} on different places ({role}): {told}",
            "one holder has one place in one ranking", answers, 0.6, "warning",
        )
    )  # fmt: skip


def judge_news(claims: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    """Two countries are the first in one field, in two reports of one piece of news."""
    stated = [c for c in claims if c.polarity and c.modality in {"assertion", "reported"}]
    pairs = [
        (a.id, b.id)
        for a, b in combinations(stated, 2)
        if a.value["criterion"] != b.value["criterion"] or a.value["of"] != b.value["of"]
        if block.one_news(a, b)
    ]
    for group in joined(stated, pairs):
        holders = sorted({str(c.value["holder"]) for c in group})
        each = [{c.value["holder"] for c in group if c.source == s} for s in sorted({c.source for c in group})]
        countries = all(h.startswith("country:") for h in holders)
        if len(holders) != len(("one", "other")) or not countries or any(len(own) > 1 for own in each):
            continue
        answers = [
            block.answer({"holder": h}, block.pack.name_of(h), [c for c in group if c.value["holder"] == h])
            for h in holders
        ]
        field = block.pack.name_of(str(group[0].value["within"]))
        told = " and ".join(f"{a.text} ({sources_in_words(a, block)})" for a in answers)
        summary = (
            f"Two reports of one piece of news name different countries as the first to get money in {field}: {told}"
        )
        question = f"Who gets most in {field}?"
        why = "recipient, customer and borrower of one bank are one rank, and it has one holder"
        yield make_finding(
            Judgement("EUC521", "rank", "conflict", block.key, question, summary, why, answers, 0.5, "warning")
        )

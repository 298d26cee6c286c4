"""Two claims on agreements to whether they speak of one agreement, and the blocks in which they meet.

Known agreements are one by identifier. Others are one where sort, parties and the words of name and topic agree; within
a story, told or done within days, also where the names differ or are left out: there the topic, the sum, the parties
and the signatories decide. Nothing is joined that fits two agreements of one source.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.compare.dates import compare_dates, gap_days, near_day
from eucacheck.edtf import parse_edtf
from eucacheck.kinds._wording.wordings import joined
from eucacheck.kinds.agreement.dates import MONTH, length
from eucacheck.records import Claim, Interval

if TYPE_CHECKING:
    from eucacheck.facts import Block

STORY_DAYS: Final = 10
"""Days within which two reports of one signing appear."""
_HALF: Final = STORY_DAYS // 2
_ANY: Final = frozenset({"agreement"})
"""What papers call any of them: agreement, deal, accord, pact."""
_CALLED_SO: Final = frozenset(
    {"memorandum", "treaty", "convention", "protocol", "loan", "venture", "charter", "letter"}
)
_MONTH_KEY: Final = regex.compile(r"agreement:\d{4}-\d{2}:")
_FEW_KEYS: Final = 6
_NUMBERED: Final = frozenset("second third fourth fifth another additional supplementary further".split())
_FEWEST_WORDS: Final = 3


def keys_of(claim: Claim) -> tuple[str, ...]:
    """Known agreements meet by identifier; others by sort and parties, and by a party or a word and the month."""
    value = claim.value
    if value["form"] == "occasion":
        return (f"agreement:{value['agreement']}",)
    parties = [p for p in value["parties"] if p.startswith("country:")] or list(value["parties"])
    story = value["story"]
    shared = list(story["with"])[:_FEW_KEYS]
    shared += sorted(story["words"], key=lambda w: (-len(w), w))[:_FEW_KEYS] + story["sums"][:2]
    return (
        f"agreement:{value['agreement']}" if value["known"] else f"agreement:{value['sort']}:{'+'.join(parties)}",
        *(f"agreement:{month}:{mark}" for month in _months(claim) for mark in shared),
    )


def agreements_of(claims: Sequence[Claim], block: "Block") -> list[list[Claim]]:
    """Claims by agreement; what another block sees more of is left to it."""
    pairs = list(combinations(claims, 2))
    sure = [(a.id, b.id) for a, b in pairs if same_agreement(a, b)]
    told = [(a, b) for a, b in pairs if (a.id, b.id) not in set(sure) and same_story(a, b, block)]
    links = [(a.id, b.id) for a, b in told if _only_one(a, b, told) and _only_one(b, a, told)]
    groups = joined(claims, [*sure, *links])
    return [g for g in groups if block.key == _home(g)]


def _home(group: Sequence[Claim]) -> str:
    """The block that reports a group: the first that all its claims share, that of a name before that of a month."""
    shared = set(keys_of(group[0])).intersection(*(keys_of(c) for c in group[1:]))
    return min(shared, key=lambda k: (_MONTH_KEY.match(k) is not None, k))


def same_agreement(a: Claim, b: Claim) -> bool:
    """Tell whether two claims of one block speak of one agreement by its name alone."""
    generic = not (a.value["known"] or a.value["story"]["topic"])
    if a.value["agreement"] == b.value["agreement"] and (a.value["known"] or a.source == b.source):
        return True
    if a.value["known"] or b.value["known"] or "occasion" in {a.value["form"], b.value["form"]}:
        return False
    if generic or a.value["sort"] != b.value["sort"] or _countries(a) != _countries(b) or _numbered_apart(a, b):
        return False
    if set(a.value["name_stems"]) != set(b.value["name_stems"]):
        return False
    left, right = set(a.value["topic_stems"]), set(b.value["topic_stems"])
    if not left or not right:
        return left == right and bool(a.value["name_stems"])
    small, large = sorted((left, right), key=len)
    shared = len(small & large)
    return left == right or (shared >= 2 and shared * 3 >= len(small) * 2)


def same_story(a: Claim, b: Claim, block: "Block") -> bool:
    """Tell whether two sources tell of one agreement within days: by topic, sum, parties, signatories."""
    if a.source == b.source or any(c.value["form"] == "occasion" for c in (a, b)):
        return False
    if a.value["known"] and b.value["known"]:
        return False
    if not (_one_time(a, b) and _sorts_fit(str(a.value["sort"]), str(b.value["sort"])) and _parties_fit(a, b)):
        return False
    x, y = a.value["story"], b.value["story"]
    if not _topics_fit(x, y):
        return False
    if _numbered_apart(a, b):
        return False
    return bool(_marks(x) & _marks(y)) or not _another_signing(a, b, block)


def _only_one(a: Claim, b: Claim, told: Sequence[tuple[Claim, Claim]]) -> bool:
    """No other agreement of the source of one claim fits the other."""
    fits = {
        str(y.value["agreement"])
        for x, y in [*told, *((y, x) for x, y in told)]
        if x.id == a.id and y.source == b.source
    }
    return len(fits) == 1


def _marks(story: dict[str, Any]) -> set[str]:
    """What only one agreement has: its sum, and who signed it."""
    return {*story["sums"], *(w for w in story["with"] if w.startswith("person:"))}


def _another_signing(a: Claim, b: Claim, block: "Block") -> bool:
    """Another day and another place: rather two signings than two errors."""
    x, y = a.value, b.value
    days = (
        x["date"] and y["date"] and compare_dates(parse_edtf(x["date"]), parse_edtf(y["date"])).relation == "disjoint"
    )
    return bool(days and x["place"] and y["place"] and block.pack.apart(str(x["place"]), str(y["place"])))


def _time(claim: Claim) -> Interval | None:
    """When it was done, else told; None where that is not known to the month."""
    edtf = claim.value["date"] or claim.value["story"]["told"]
    time = parse_edtf(str(edtf)) if edtf else None
    return time if time is not None and length(time) <= MONTH else None


def _one_time(a: Claim, b: Claim) -> bool:
    first, second = _time(a), _time(b)
    if first is None or second is None:
        return False
    gap = gap_days(first, second)
    return compare_dates(first, second).relation != "disjoint" if gap is None else gap <= STORY_DAYS


def _months(claim: Claim) -> list[str]:
    """The months of a claim, some days around: what is told within days has one in common."""
    time = _time(claim)
    if time is None or time.start is None or time.end is None:
        return []
    ends = (near_day(time.start, -_HALF), near_day(time.end, _HALF))
    return sorted({f"{d:%Y-%m}" for d in (*ends, time.start)})


def _sorts_fit(a: str, b: str) -> bool:
    return a == b or (a in _ANY and b in _CALLED_SO) or (b in _ANY and a in _CALLED_SO)


def _countries(claim: Claim) -> set[str]:
    return {p for p in claim.value["parties"] if p.startswith("country:")}


def _parties_fit(a: Claim, b: Claim) -> bool:
    """Somebody is common to both, and the countries named as parties do not exclude each other."""
    left, right = _countries(a), _countries(b)
    if left and right and not (left <= right or right <= left):
        return False
    shared = set(a.value["story"]["with"]) & set(b.value["story"]["with"])
    return bool(shared) or not (left and right)


def _numbered_apart(a: Claim, b: Claim) -> bool:
    """'The second loan agreement' is none that the other source leaves without a number."""
    x, y = ({w.casefold() for w in str(c.value["name"]).split()} & _NUMBERED for c in (a, b))
    return x != y


def _topics_fit(x: dict[str, Any], y: dict[str, Any]) -> bool:
    left, right = set(x["words"]), set(y["words"])
    shared = len(left & right)
    if x["topic"] and y["topic"]:
        least = min(len(left), len(right))
        return shared == least or (shared >= 2 and shared * 3 >= least * 2)
    told = {*x["words"]} if x["topic"] else {*y["words"]} if y["topic"] else set()
    if len(told) > 1 and told <= left & right:
        return True
    if x["sums"] and y["sums"] and not set(x["sums"]) & set(y["sums"]):
        return False
    if x["topic"] or y["topic"]:
        least = len(left) if x["topic"] else len(right)
        return shared * 3 >= least * 2 if least > 2 else shared == least
    return bool(set(x["sums"]) & set(y["sums"])) or shared >= _FEWEST_WORDS

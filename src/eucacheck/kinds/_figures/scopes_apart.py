"""Two figures with their periods and roles to why they are of other scope: a year, a plan, a part of another whole."""

from decimal import Decimal
from typing import Final

import regex

from eucacheck.edtf import parse_edtf
from eucacheck.kinds._figures.figures import GIVEN
from eucacheck.kinds._figures.roles import role_name
from eucacheck.kinds._figures.scopes import other_deed, other_scope
from eucacheck.records import Claim, Value

_DAY: Final = regex.compile(r"(\d{4}-\d\d)-\d\d(?:/\1-\d\d)?")
_PAPERS: Final = frozenset({"worth", "signed", "contracts"})
_ONCE: Final = _PAPERS | {"came", "firms", "countries", "vehicles", "schools", "hospitals"}
"""Roles of what is done on a day."""
_YEAR: Final = regex.compile(r"\d{4}~?")
_VOTES: Final = frozenset({"votes for", "votes against", "abstained"})
_A_YEAR: Final = 365
_TOOK_PART: Final = frozenset({"came", "firms", "countries"})


def scope_apart(x: Value, y: Value, *, sure: bool = False) -> str:
    """Why two figures are of other scope, or of another deed or time; empty where they are not, or nothing is known.

    Where it is sure that two sources report one news, less tells two figures apart.
    """
    if "story" not in x or "story" not in y:
        return ""
    roles = [role_name(v) for v in (x, y)]
    if len({r for r in roles if r.startswith("of ")}) > 1:
        return "parts of two wholes"
    if {*roles} & _ONCE and len({_whole_year(v) for v in (x, y)}) > 1:
        return "of another time"
    texts = {v["role"]["event"] for v in (x, y) if role_name(v) in _VOTES} - {""}
    if len(texts) > 1:
        return "votes on two texts"
    ways = [str(v["role"]["event"]) for v in (x, y) if role_name(v) == "length"]
    if len({w for w in ways if w}) > 1:
        return "of two ways"
    ahead = [v["story"]["time"] == "to come" for v in (x, y)]
    if _PAPERS & {*roles} and ahead[0] != ahead[1]:
        return "one is planned, the other done"
    deeds = other_deed(x["story"], y["story"]) if "unit" in x else ""
    if "amount" in x and _added_up(x) != _added_up(y) and _twice(x, y):
        return "one is of all the years since then"
    if x["period"] and x["period"] == y["period"]:
        x, y = ({**v, "story": {**v["story"], "scope": _beyond_time(v)}} for v in (x, y))
    dated = any(_of_a_year(v, w) for v, w in ((x, y), (y, x)))
    return other_scope(x["story"], y["story"], sure=sure and not dated) or deeds


def _beyond_time(value: Value) -> list[str]:
    """The scope of a figure but for when: another report of the same period says that in other words."""
    return [s for s in value["story"]["scope"] if s not in {"last year", "so far"}]


def _of_a_year(value: Value, other: Value) -> bool:
    """Of a stated period, where the other one is until now: unless both begin then."""
    period = str(value["period"] or "")
    since = other["story"].get("since")
    if _DAY.fullmatch(period) is not None:
        return False  # the day of the news
    if value["story"].get("until"):
        return False  # of the year to come; what it is compared with is of another
    return bool(period) and "so far" not in value["story"]["scope"] and not (since and period.startswith(since))


def _added_up(value: Value) -> bool:
    """What was given since a year, all of it together."""
    return bool(value["story"].get("since")) and "so far" in value["story"]["scope"]


def _twice(x: Value, y: Value) -> bool:
    """One sum is more than twice the other."""
    low, high = sorted(Decimal(str(v["amount"])) for v in (x, y))
    return high > 2 * low


def _whole_year(value: Value) -> str:
    """The year of a figure that is of a whole year; empty where it is of a day or nothing is told."""
    period = str(value["period"] or "")
    return period if _YEAR.fullmatch(period) is not None else ""


def of_another_role(x: Value, y: Value) -> bool:
    """One counts those who took part in something, and the other does not say so."""
    came = [role_name(v) in _TOOK_PART for v in (x, y)]
    return came[0] != came[1]


def one_is_ahead(x: Value, y: Value) -> bool:
    """One is expected or planned, the other is not told so, and no deed is told of both."""
    ahead = [v["story"]["time"] == "to come" for v in (x, y)]
    return ahead[0] != ahead[1] and not {*x["story"]["deeds"]} & {*y["story"]["deeds"]}


def periods_apart(a: Claim, b: Claim) -> bool:
    """Both say when, to more than days, and the times have nothing in common."""
    x, y = a.value["period"], b.value["period"]
    until = [c.value["story"].get("until") if "story" in c.value else None for c in (a, b)]
    if (until[0] and y and not until[1]) or (until[1] and x and not until[0]):
        return True  # a goal, and what is of a year
    if _long_past(a, b) or _long_past(b, a):
        return True
    if not x or not y or x == y:
        return False
    first, last = parse_edtf(str(x)), parse_edtf(str(y))
    if None in {first.start, first.end, last.start, last.end}:
        return True
    assert first.start and first.end and last.start and last.end  # noqa: S101, PT018
    return first.start > last.end or last.start > first.end


def _long_past(old: Claim, new: Claim) -> bool:
    """Money that was given more than a year before the news of which the other sum is, and of which no time is told."""
    told = old.value["period"]
    given = all(c.kind == "amount" and c.value["measure"] in GIVEN for c in (old, new))
    if not given or not told or new.value["period"] or not old.value["period_stated"] or "/" in told:
        return False
    end, start = parse_edtf(str(told)).end, new.when.start if new.when is not None else None
    return end is not None and start is not None and (start - end).days > _A_YEAR

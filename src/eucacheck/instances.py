"""Event claims to event instances: which local events of several sources are one event."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from eucacheck.compare.dates import compare_dates, span_of_days
from eucacheck.pack import Pack
from eucacheck.profiles import Profile, moved_plan, profile_of
from eucacheck.records import Claim, Interval
from eucacheck.resemblance import score
from eucacheck.stories import OneNews, find_stories

THRESHOLD = 2.0
"""Least score that joins two local events."""
EXCLUDED = -2.0
"""Below this two local events cannot be one, however much a third is like both."""
_MONTHS = 62
"""Days: a date wider than two months says of a plan only that there is one."""
_GIVEN_UP = {"postponed", "cancelled"}
_APART = {"disjoint", "near"}


@dataclass
class Instance:
    """One event, as the sources together tell of it."""

    key: str
    profiles: list[Profile] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    @property
    def series(self) -> str:
        """The series named most often; the alphabetically first of equals."""
        names = sorted(p.series for p in self.profiles)
        return max(sorted(set(names)), key=names.count)

    @property
    def interval(self) -> Interval | None:
        """The most exact date that a source states; one held before one only planned, stated before inferred."""
        known = [p for p in self.profiles if p.interval is not None and p.interval.start is not None]
        if not known:
            return next((p.interval for p in self.profiles if p.interval is not None), None)
        return min(
            known,
            key=lambda p: (
                not p.dated_by_source,
                self._overtaken(p),
                span_of_days(p.interval),
                p.interval.edtf if p.interval else "",
            ),
        ).interval

    @property
    def dates(self) -> list[Interval]:
        """The date, or the dates where sources that state one exclude each other; plans given up are left out."""
        best = self.interval
        if best is None:
            return []
        found = [best]
        stated = [i for p in self.profiles if (i := p.stated) is not None and not self._overtaken(p)]
        for other in sorted(stated, key=lambda i: i.edtf):
            if all(compare_dates(other, one).relation == "disjoint" for one in found):
                found.append(other)
        return sorted(found, key=lambda i: i.edtf)

    def _overtaken(self, plan: Profile) -> bool:
        """The profile only plans the event, and another one has it held, or planned for a later time."""
        others = [p for p in self.profiles if p is not plan and p.interval is not None]
        if plan.status not in {"planned", "postponed"}:
            return False
        return any((p.status == "held" and p.dated_by_source) or moved_plan(plan, p) for p in others)

    def only_plans(self, profile: Profile) -> bool:
        """Tell whether a source only planned the event, for a time at which it then was not."""
        if profile.status not in {"planned", *_GIVEN_UP} or profile.interval is None:
            return False
        statuses = {p.status for p in self.profiles}
        if statuses & _GIVEN_UP and "held" not in statuses:
            return True
        if len(self.profiles) == 1:
            return span_of_days(profile.interval) > _MONTHS or profile.place is None
        held = [i for p in self.profiles if p.status == "held" and (i := p.stated) is not None]
        known = held or [i for i in (self.interval,) if i is not None]
        return bool(known) and all(compare_dates(profile.interval, i).relation in _APART for i in known)

    @property
    def label(self) -> str:
        """What the sources call it: the name used most, the longer and then the alphabetically first of equals."""
        names = sorted(p.label for p in self.profiles if p.label)
        return max(sorted(set(names)), key=lambda n: (names.count(n), len(n)), default="")

    @property
    def place(self) -> str | None:
        """The most exact place, of what was held before what was planned; the alphabetically first of equals."""
        told = [p for p in self.profiles if p.place is not None]
        made = {p.place for p in told if p.status not in {"planned", *_GIVEN_UP}}
        places = sorted(
            {p.place for p in told if p.place is not None},
            key=lambda p: (bool(made) and p not in made, not p.startswith("place:"), p),
        )
        return places[0] if places else None

    @property
    def ordinals(self) -> tuple[int, ...]:
        """All ordinals that sources give it."""
        return tuple(sorted({o for p in self.profiles for o in p.ordinals}))


def link_instances(claims: Sequence[Claim], pack: Pack, one_news: OneNews | None = None) -> list[Instance]:
    """Join the local events of one family; the result does not depend on the order of the claims.

    Pairs are joined from the highest score down, and a join is refused where any two profiles of the two groups
    exclude each other. Equal profiles of different sources are joined first.
    """
    by_local: dict[tuple[str, int], tuple[Profile, list[Claim]]] = {}
    for claim in sorted(claims, key=lambda c: (c.source, c.start, c.end, c.id)):
        profile = profile_of(claim)
        by_local.setdefault((profile.source, profile.local), (profile, []))[1].append(claim)
    nodes = [by_local[k] for k in sorted(by_local)]
    groups = _cluster([n[0] for n in nodes], pack, one_news)
    instances = []
    for members in groups:
        profiles = [nodes[i][0] for i in members]
        instance = Instance("", profiles, [c for i in members for c in nodes[i][1]])
        instance.key = _name(instance)
        instances.append(instance)
    return sorted(instances, key=lambda i: (i.key, i.claims[0].id))


def _cluster(profiles: Sequence[Profile], pack: Pack, one_news: OneNews | None) -> list[list[int]]:
    """Complete-link agglomeration by score, highest first, ties by index (canonical order)."""
    stories = find_stories(profiles, one_news)
    scores = {
        (i, j): score(profiles[i], profiles[j], pack, story=(i, j) in stories)
        for i, j in combinations(range(len(profiles)), 2)
    }
    pairs = [(-v, i, j) for (i, j), v in scores.items() if v >= THRESHOLD]
    groups = {i: [i] for i in range(len(profiles))}
    where = list(range(len(profiles)))
    for _, i, j in sorted(pairs):
        low, high = sorted((where[i], where[j]))
        if low == high or any(scores[min(x, y), max(x, y)] < EXCLUDED for x in groups[low] for y in groups[high]):
            continue
        groups[low] = sorted(groups[low] + groups.pop(high))
        for member in groups[low]:
            where[member] = low
    return [groups[k] for k in sorted(groups)]


def _name(instance: Instance) -> str:
    """'event:eu-ca-ministerial-20', else with year and month, else with place, else as it stands in the source."""
    base = "event:" + instance.series.partition(":")[2]
    interval = instance.interval
    if interval is not None and interval.start is not None:
        same_month = interval.end is not None and (interval.end.year, interval.end.month) == (
            interval.start.year,
            interval.start.month,
        )
        stamp = f"{interval.start.year}-{interval.start.month:02d}" if same_month else str(interval.start.year)
        base = f"{base}-{stamp}"
    elif instance.ordinals:
        base = f"{base}-{instance.ordinals[0]}"
    if instance.place is not None:
        base += "-" + instance.place.partition(":")[2]
    return base

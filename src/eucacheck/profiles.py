"""What one source says of one event, read back from a claim's value: the profile by which events are told apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from eucacheck.edtf import parse_edtf
from eucacheck.records import Claim, Interval


@dataclass(frozen=True, slots=True)
class Profile:
    """What one source says of one event, read back from a claim's value."""

    source: str
    local: int
    series: str
    family: str
    type: str
    ordinals: tuple[int, ...]
    interval: Interval | None
    place: str | None
    status: str
    published: Interval | None
    label: str = ""
    dated_by_source: bool = True
    sentences: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    topic: frozenset[str] = frozenset()
    circle: str = ""

    @property
    def stated(self) -> Interval | None:
        """The date that the source gives the event, not the one taken from the day of the source."""
        return self.interval if self.dated_by_source else None


def profile_of(claim: Claim) -> Profile:
    """Read the profile of the event that a claim speaks of."""
    event: Mapping[str, Any] = claim.value["event"]
    edtf = event.get("date")
    interval = (
        parse_edtf(edtf, year_stated=bool(event.get("year_stated", True)), basis=str(event.get("date_basis", "stated")))
        if edtf
        else None
    )
    published = event.get("published")
    return Profile(
        claim.source, int(event["local"]), str(event["series"]), str(event["family"]), str(event["type"]),
        tuple(event.get("ordinals", ())), interval, event.get("place"), str(event.get("status", "unknown")),
        parse_edtf(published) if published else None, str(event.get("label", "")),
        event.get("date_basis") != "document",
        tuple(event.get("sentences", ())), tuple(event.get("parties", ())), frozenset(event.get("topic", ())),
        str(event.get("circle", event["family"])),
    )  # fmt: skip


def one_series(a: Profile, b: Profile) -> bool:
    """Tell whether two events are of one series: by name, or of the same parties and about the same thing."""
    if a.series == b.series:
        return True
    return len(a.parties) > 1 and set(a.parties) == set(b.parties) and bool(a.topic & b.topic) and (
        a.topic <= b.topic or b.topic <= a.topic
    )  # fmt: skip


def moved_plan(earlier: Profile, later: Profile) -> bool:
    """One source only planned the event, for a time before the one that a later source gives."""
    if earlier.status not in {"planned", "postponed"} or earlier.interval is None or later.interval is None:
        return False
    if earlier.interval.end is None or later.interval.start is None or earlier.interval.end >= later.interval.start:
        return False
    if (
        earlier.published is None
        or later.published is None
        or earlier.published.end is None
        or later.published.start is None
    ):
        return False
    within = (later.interval.start - earlier.interval.end).days <= 800
    return within and earlier.published.end < later.published.start

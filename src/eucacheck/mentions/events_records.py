"""What is known of the events of one source: each phrase with its date and place, and the events that they speak of."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from eucacheck.records import DateMention, EntityMention, Interval, PersonMention

TALKS = frozenset({"talks", "dialogue", "consultations", "meeting", "round", "session"})
"""Types by which talks of parties are called."""
MET = "met"
"""Head of a phrase that is a verb: the event was held."""
OF_KIND = "kind"
"""Cue of a phrase that numbers the event of the sentence before: "It is the second of its kind"."""


@dataclass(frozen=True, slots=True)
class EventPhrase:
    """One noun phrase that names an event, with what its own words say.

    `type` is of the pack's event types; `level` and `ordinal` are None where the words do not say. `parties` are
    entity identifiers, institutions folded into what they belong to. `words` are the other content words, lower case.
    `bare` marks a phrase without parties, ordinal and words ("the meeting"); `plural` several events at once. `sited`
    are the places before the head: a part of the name ("Samarkand Water Forum") or where it is. `numbered` is
    the stretch with the ordinal where that stands apart from the phrase.
    """

    start: int
    end: int
    type: str
    head: str
    level: str | None = None
    parties: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    ordinal: int | None = None
    determiner: str | None = None
    bare: bool = False
    plural: bool = False
    cues: frozenset[str] = field(default=frozenset())
    sited: tuple[str, ...] = ()
    numbered: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class SeriesMatch:
    """A series; `named` is True where the phrase names it, False where the context gives it.

    `topic` are the stems of the words that set it apart from others of its parties.
    """

    series: str
    family: str
    level: str | None
    parties: tuple[str, ...]
    type: str
    named: bool
    topic: tuple[str, ...] = ()

    @property
    def circle(self) -> str:
        """Whose events may be one with it: those of its family, else of its parties, whatever they are about."""
        if self.family.startswith("leaders:") or len(self.parties) < 2:
            return self.family
        kind = "talks" if self.type in TALKS else self.type
        return f"{kind}:{'+'.join(sorted(self.parties))}"


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event phrase with its date, place and status, and the local event that it belongs to.

    `given_up` are the places at which it was first to be, and is no longer.
    """

    phrase: EventPhrase
    dates: tuple[DateMention, ...]
    places: tuple[EntityMention, ...]
    status: str
    confidence: float
    series: SeriesMatch | None
    local: int = -1
    given_up: tuple[EntityMention, ...] = ()

    @property
    def start(self) -> int:
        """First code point of the phrase."""
        return self.phrase.start

    @property
    def end(self) -> int:
        """One past the last code point of the phrase."""
        return self.phrase.end


@dataclass
class LocalEvent:
    """What one source says of one event.

    `series`, `family` and `parties` name it; `ordinals`, `dates` and `places` place it; `private` marks talks of
    persons, which are no event of a series.
    """

    index: int
    type: str
    series: str | None
    family: str
    level: str | None
    parties: tuple[str, ...]
    article: int
    mentions: list[int] = field(default_factory=list)
    ordinals: list[int] = field(default_factory=list)
    dates: list[Interval] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    private: bool = False
    topic: tuple[str, ...] = ()
    circle: str = ""

    @property
    def label(self) -> str:
        """The longest name that the source gives it, without article and ordinal."""
        return max(self.labels, key=lambda n: (len(n), n), default="")

    @property
    def interval(self) -> Interval | None:
        """The most exact date that the source gives the event."""
        known = [d for d in self.dates if d.start is not None and d.end is not None]
        if known:
            return min(known, key=lambda d: ((d.end - d.start).days if d.end and d.start else 0, d.edtf))
        return self.dates[0] if self.dates else None

    @property
    def status(self) -> str:
        """The event's standing: held where the source tells it so, else what it says last, else unknown."""
        if "held" in self.statuses:
            return "held"
        told = [s for s in self.statuses if s != "unknown"]
        return told[-1] if told else "unknown"


@dataclass(frozen=True, slots=True)
class EventsOf:
    """All events of one source."""

    mentions: tuple[EventMention, ...]
    local: tuple[LocalEvent, ...]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """All dates and names of one source, from which an event takes its own; `persons` name no series."""

    dates: Sequence[DateMention]
    entities: Sequence[EntityMention]
    persons: Sequence[PersonMention] = ()

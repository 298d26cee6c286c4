"""One dated step in the life of a thing, or in the office of a person, as the finders of steps give it."""

from dataclasses import dataclass

from eucacheck.records import DateMention


@dataclass(frozen=True, slots=True)
class Milestone:
    """One step with its date; `start` and `end` span words and date, `of` is what or whom it is a step of."""

    start: int
    end: int
    step: str
    of: str
    date: DateMention
    office: str = ""

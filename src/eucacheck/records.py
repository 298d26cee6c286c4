"""The nouns of the path, as frozen records: source, passage, mention, claim, answer, finding.

Offsets are Unicode code points into the text of the source, end exclusive; `text[start:end] == quote` always.
Entity identifiers are `type:slug` with the types person, org, country, place, region, office, series, event,
agreement, route, programme and group.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, TypeAlias

Value: TypeAlias = Mapping[str, Any]
"""The value of a claim: JSON types only; its shape is documented with the kind."""

Role = Literal["headline", "body", "caption", "teaser", "boilerplate"]
Modality = Literal["assertion", "reported", "planned", "conjecture", "denied", "question"]
Verdict = Literal["conflict", "variant", "refine", "supersede", "agree", "single", "unclear"]
Level = Literal["error", "warning", "note", "none"]


@dataclass(frozen=True, slots=True)
class Interval:
    """A span of days, as exact as it is known, written in EDTF (Library of Congress, ISO 8601-2).

    `start` and `end` are inclusive days, None where open or unknown. A date whose year is unknown keeps
    its month and day in `edtf` ("XXXX-10-25") and has neither. `year_stated` is False where the year was
    inferred from something else than the words of the date; `basis` says from what.
    """

    edtf: str
    start: date | None
    end: date | None
    approximate: bool = False
    year_stated: bool = True
    basis: str = "stated"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """When an undated source was written, by the sources in `rests_on`, which date what it reports.

    `day` is the latest day that it shares with them, with its year; `names` are theirs, for people.
    """

    interval: Interval
    day: Interval
    rests_on: tuple[str, ...]
    names: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """A document as received: never altered. `id` is a prefix of the sha256 of its text.

    `elsewhere` follows from the other sources of a base, and is no part of what a source is.
    """

    id: str
    sha256: str
    text: str
    path: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: Interval | None = None
    published_basis: str | None = None
    elsewhere: Elsewhere | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a source with one role. Passages cover the text without overlap, in order.

    `article` is 0 for the article itself and counts up for the teasers of others below it.
    `why` names the rule that gave the role.
    """

    start: int
    end: int
    role: Role
    article: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage; `paragraph` counts the paragraphs of the source."""

    start: int
    end: int
    role: Role
    article: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """The inside of a pair of quotation marks, marks excluded, and who speaks, where that is known.

    `sure` is False where no verb of saying beside it names the speaker: who spoke before, or whom the clause is about.
    """

    start: int
    end: int
    speaker: str | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time and the interval that it denotes."""

    start: int
    end: int
    interval: Interval


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """An amount of money, a count, a percentage or an ordinal number.

    `low` and `high` bound the value (equal when exact); decimals as strings, exact. `bound` is one of
    exact, more-than, at-least, less-than, up-to, about, range. `unit` is the ISO 4217 code of money, "percent", or
    the unit noun of a count in the singular ("package"). `number_start` and `number_end` span the figure alone.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    type: Literal["money", "count", "percent", "ordinal"]
    low: str
    high: str
    bound: str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A span that names a thing: `entity` is its identifier, `type` the part before the colon.

    `form` is "name" for one of its names, "adjective" (Kazakh), "acronym", "metonym" (Brussels for the EU),
    "description" (the Belgian capital).
    """

    start: int
    end: int
    entity: str
    type: str
    form: str = "name"


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A span that denotes a person.

    `person` is the identifier: of the pack where the pack knows the person, else `person:` and a slug of the fullest
    name in this source. `form` is full (given name and surname), surname, pronoun or role ("the President").
    `name` is the surface as printed of a full or surname form, without titles.
    """

    start: int
    end: int
    person: str
    form: Literal["full", "surname", "pronoun", "role"]
    name: str = ""


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """An office phrase, and the person it is said of where the text says so.

    `office` is the bare office as a slug ("president", "deputy-minister-of-foreign-affairs"), `organisation` the
    identifier of the body or country it belongs to, `domain` what follows for/on ("Central Asia").
    `tenure` is current, former, past, acting, newly-appointed, designate or future. `informal` marks labels such as
    "top diplomat". `named_start` and `named_end` span the phrase together with the person's name, for quoting.
    """

    start: int
    end: int
    office: str
    organisation: str | None
    person: str | None
    domain: str | None = None
    tenure: str = "current"
    informal: bool = False
    named_start: int = 0
    named_end: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """One source's assertion, with the exact words. `id` is a hash of its content."""

    id: str
    source: str
    kind: str
    subject: str
    value: Value
    start: int
    end: int
    line: int
    quote: str
    when: Interval | None = None
    where: str | None = None
    speaker: str | None = None
    modality: Modality = "assertion"
    polarity: bool = True
    passage: Role = "body"
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Answer:
    """The claims of a fact that give one and the same value."""

    value: Value
    text: str
    claims: tuple[Claim, ...]
    sources: int = 0
    independent: int = 0


@dataclass(frozen=True, slots=True)
class Reference:
    """What the pack says, with its citation."""

    value: str
    citation: str


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on a fact: a question, its answers, and why they agree or cannot all be true."""

    id: str
    rule: str
    kind: str
    verdict: Verdict
    level: Level
    subject: str
    question: str
    summary: str
    why: str
    confidence: float
    answers: tuple[Answer, ...]
    reference: Reference | None = None
    demoted: tuple[str, ...] = field(default=())

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all answers, in their order; one that supports two answers stands twice."""
        return tuple(c for a in self.answers for c in a.claims)

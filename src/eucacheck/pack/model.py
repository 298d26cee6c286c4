"""The shape of a pack's entries, as pydantic models: what a YAML file may say, and nothing else.

In YAML an `id` is a bare slug ("kaja-kallas"); in memory it carries its type ("person:kaja-kallas"). Dates are EDTF.
`ref` is the address of a page that says what the entry says, null where none was found.
"""

from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    HttpUrl,
    TypeAdapter,
    model_validator,
)

from eucacheck.edtf import parse_edtf

_HTTP = TypeAdapter(HttpUrl)


def _edtf(value: str) -> str:
    parse_edtf(value)
    return value


def _url(value: str) -> str:
    _HTTP.validate_python(value)
    return value


def _slug(pattern: str) -> str:
    return rf"^{pattern}[a-z0-9][a-z0-9-]{{0,119}}$"


Edtf = Annotated[str, AfterValidator(_edtf)]
Slug = Annotated[str, Field(pattern=_slug(""))]
Text = Annotated[str, Field(min_length=1, max_length=200)]
Ref = Annotated[str, AfterValidator(_url)] | None
Level = Literal["leaders", "ministers", "deputy-ministers", "officials", "parliament", "business", "civil-society"]
Identifier = Annotated[str, Field(pattern=_slug("(?:org|country|place|region):"))]
Measured = Annotated[str, Field(pattern=_slug("(?:org|country|place|region|programme):"))]
Number = Annotated[str, BeforeValidator(str), Field(pattern=r"^[0-9]{1,18}(?:\.[0-9]{1,6})?$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Entry(_Strict):
    """What every named entry has."""

    id: Slug
    name: Text
    ref: Ref = None


class Person(Entry):
    """A person; `accepted` are other spellings that are no error."""

    accepted: tuple[Text, ...] = ()
    gender: Literal["f", "m"] | None = None


class Organisation(Entry):
    """A body; `parent` is what it belongs to, `members` the countries of a union or group.

    A `news-agency` prints what others copy: two sources that name one agency may have one origin.
    """

    kind: Literal[
        "union", "institution", "agency", "bank", "ministry", "organisation", "group", "press-service", "news-agency"
    ] = "organisation"  # fmt: skip
    aliases: tuple[Text, ...] = ()
    acronyms: tuple[Text, ...] = ()
    adjectives: tuple[Text, ...] = ()
    parent: Identifier | None = None
    members: tuple[Identifier, ...] = ()

    @property
    def news(self) -> bool:
        """Tell whether it is a news agency, whose copy others print."""
        return self.kind == "news-agency"


class Place(Entry):
    """A place; `within`: the next larger places, `metonym`: what its name stands for in politics.

    A region is a group of countries, which may be a party to an event; an area is a part of a country, or a sea.
    """

    kind: Literal["country", "city", "region", "area"]
    aliases: tuple[Text, ...] = ()
    adjectives: tuple[Text, ...] = ()
    within: tuple[Identifier, ...] = ()
    metonym: Identifier | None = None
    capital: Identifier | None = None


class Holder(_Strict):
    """A term of office, both ends inclusive; `until` None where it goes on."""

    person: Slug
    since: Edtf
    until: Edtf | None = None
    acting: bool = False
    ref: Ref = None

    @model_validator(mode="after")
    def _in_order(self) -> "Holder":
        if self.until is not None:
            start, end = parse_edtf(self.since).start, parse_edtf(self.until).end
            if start is not None and end is not None and end < start:
                raise ValueError(f"the term of {self.person} ends ({self.until}) before it starts ({self.since})")
        return self


class Office(Entry):
    """An office of an organisation or country.

    `domain` is its field, where the organisation has several of one office ("Central Asia" of special
    representatives); `aliases` are other full names, `informal` labels of the press for its holder; `excludes` the
    offices that nobody holds at the same time.
    """

    office: Slug
    organisation: Identifier
    domain: Text | None = None
    aliases: tuple[Text, ...] = ()
    informal: tuple[Text, ...] = ()
    single_holder: bool = True
    excludes: tuple[Slug, ...] = ()
    holders: tuple[Holder, ...] = ()


class OfficeWord(_Strict):
    """A generic office noun and its surface forms; a `weak` one is an office only beside an organisation or a name."""

    id: Slug
    names: tuple[Text, ...] = Field(min_length=1)
    plurals: tuple[Text, ...] = ()
    weak: bool = False


class Delegation(_Strict):
    """Who came to an event for one of its parties: at which level, the office in words, the person where known."""

    of: Identifier
    level: Literal["leader", "minister", "deputy", "other"]
    office: Text
    person: Slug | None = None
    ref: Ref = None


class Edition(_Strict):
    """One event of a series that was held or is planned; `label` where it was called by a name of its own."""

    ordinal: Annotated[int, Field(ge=1, le=500)] | None = None
    label: Text | None = None
    date: Edtf
    place: Identifier | None = None
    status: Literal["held", "planned", "postponed", "cancelled"] = "held"
    delegations: tuple[Delegation, ...] = ()
    ref: Ref = None


class Series(Entry):
    """A series of events: who meets with whom, at which level; `labels` are what it is called, without ordinals."""

    type: Literal[
        "summit", "leaders-meeting", "ministerial", "meeting", "dialogue", "council", "committee", "forum",
        "conference", "consultations", "platform", "week", "elections",
    ]  # fmt: skip
    level: Level | None = None
    parties: tuple[Identifier, ...]
    labels: tuple[Text, ...] = ()
    frequency: Literal["annual", "biennial", "twice-a-year"] | None = None
    editions: tuple[Edition, ...] = ()


class EventType(_Strict):
    """A generic event noun."""

    id: Slug
    names: tuple[Text, ...] = Field(min_length=1)

    @property
    def type(self) -> str:
        """The type of event that the noun names."""
        return self.id


class Milestone(_Strict):
    """What happened to an agreement, when and where."""

    action: Literal[
        "negotiations-opened", "concluded", "initialled", "signed", "ratified", "applied-provisionally", "in-force",
        "adopted", "endorsed", "presented", "launched",
    ]  # fmt: skip
    date: Edtf
    place: Identifier | None = None
    ref: Ref = None


class Agreement(Entry):
    """An agreement, strategy or other document under all its names; a `generic` name needs the parties beside it."""

    kind: Literal["agreement", "memorandum", "strategy", "declaration", "roadmap", "statement", "scheme"] = "agreement"
    aliases: tuple[Text, ...] = ()
    acronyms: tuple[Text, ...] = ()
    generic: tuple[Text, ...] = ()
    parties: tuple[Identifier, ...] = ()
    milestones: tuple[Milestone, ...] = ()


class Named(Entry):
    """A route or programme with its names and acronyms."""

    aliases: tuple[Text, ...] = ()
    acronyms: tuple[Text, ...] = ()


class FigureValue(_Strict):
    """What a figure is from one day to another, both inclusive; `until` None where it is so to this day."""

    value: Number
    bound: Literal["exact", "about", "more-than", "at-least", "up-to"] = "exact"
    since: Edtf
    until: Edtf | None = None
    ref: Ref = None


class Figure(Entry):
    """A figure that is a matter of record: how many members a body has, how large a programme is.

    `counted` are the nouns in the singular for things counted; an amount of money has a `currency` instead.
    `called` are the nouns by which texts speak of the body ("the bloc").
    """

    of: Measured
    counted: tuple[Text, ...] = ()
    called: tuple[Text, ...] = ()
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")] | None = None
    values: tuple[FigureValue, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _one_sort(self) -> "Figure":
        if bool(self.counted) == (self.currency is not None):
            raise ValueError("a figure has either 'counted' (nouns) or a 'currency'")
        return self


class Landmark(Entry):
    """A dated event that texts count from."""

    date: Edtf
    aliases: tuple[Text, ...] = ()

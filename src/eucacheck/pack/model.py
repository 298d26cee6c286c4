"""The shape of a pack's entries, as pydantic models: what a YAML file may say, and nothing else.

In YAML an `id` is a bare slug ("kaja-kallas"); in memory it carries its type ("person:kaja-kallas"). Dates are EDTF.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl, TypeAdapter, model_validator

from eucacheck.edtf import parse_edtf


def _edtf(value: str) -> str:
    parse_edtf(value)
    return value


def _url(value: str) -> str:
    TypeAdapter(HttpUrl).validate_python(value)
    return value


Edtf = Annotated[str, AfterValidator(_edtf)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
Ref = Annotated[str, AfterValidator(_url)] | None
Identifier = Annotated[str, Field(pattern=r"^[a-z]+:[a-z0-9][a-z0-9-]*$")]


class Entry(BaseModel):
    """What every entry has."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
    id: Slug
    name: str = Field(min_length=1)
    ref: Ref = None


class Person(Entry):
    """A person; `accepted` are other spellings that are no error."""

    accepted: tuple[str, ...] = ()
    gender: Literal["f", "m"] | None = None


class Organisation(Entry):
    """A body; `parent` is what it belongs to, `news` marks agencies whose copy others print."""

    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    parent: Identifier | None = None
    news: bool = False


class Place(Entry):
    """A country, city or region; `within` is the next larger place; `metonym` what its name stands for in politics."""

    kind: Literal["country", "city", "region"]
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    within: tuple[Identifier, ...] = ()
    metonym: Identifier | None = None


class Holder(BaseModel):
    """A term of office; `until` None where it goes on."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    person: Slug
    since: Edtf
    until: Edtf | None = None
    ref: Ref = None

    @model_validator(mode="after")
    def _in_order(self) -> "Holder":
        if self.until is not None:
            start, end = parse_edtf(self.since).start, parse_edtf(self.until).end
            if start is not None and end is not None and end < start:
                raise ValueError(f"the term of {self.person} ends ({self.until}) before it starts ({self.since})")
        return self


class Office(Entry):
    """An office of an organisation or country; `informal` are labels of the press for its holder."""

    office: Slug
    organisation: Identifier
    aliases: tuple[str, ...] = ()
    informal: tuple[str, ...] = ()
    single_holder: bool = True
    excludes: tuple[Slug, ...] = ()
    holders: tuple[Holder, ...] = ()


class OfficeWord(BaseModel):
    """A generic office noun for the grammar: a slug and its surface forms; `rank` words are offices only with an organisation."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: Slug
    names: tuple[str, ...]
    plurals: tuple[str, ...] = ()
    weak: bool = False


class Edition(BaseModel):
    """One event of a series that was held or is planned."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    ordinal: int | None = None
    date: Edtf
    place: Identifier
    status: Literal["held", "planned", "cancelled"] = "held"
    ref: Ref = None


class Series(Entry):
    """A series of events: who meets with whom, at which level."""

    type: str
    level: str | None = None
    parties: tuple[Identifier, ...]
    labels: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = ()


class EventType(BaseModel):
    """A generic event noun."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: Slug
    names: tuple[str, ...]

    @property
    def type(self) -> str:
        """The type of event that the noun names."""
        return self.id


class Milestone(BaseModel):
    """What happened to an agreement, when and where."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    action: str
    date: Edtf
    place: Identifier | None = None
    ref: Ref = None


class Agreement(Entry):
    """An agreement, strategy or other document under all its names; `generic` names need the parties beside them."""

    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    parties: tuple[Identifier, ...] = ()
    milestones: tuple[Milestone, ...] = ()


class Named(Entry):
    """A route or programme with its names and acronyms."""

    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()


class Landmark(Entry):
    """A dated event that texts count from."""

    date: Edtf
    aliases: tuple[str, ...] = ()

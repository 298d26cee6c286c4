"""A small made-up world for tests of events: its pack, and texts read without a language model."""

import re

from eucacheck.edtf import parse_edtf
from eucacheck.mentions.dates import find_dates
from eucacheck.mentions.events import find_events
from eucacheck.mentions.events_grammar import find_phrases
from eucacheck.mentions.events_records import Circumstances, EventPhrase, EventsOf
from eucacheck.pack import Pack, load_pack
from eucacheck.pack.model import Organisation, Place, Series
from eucacheck.records import EntityMention, Sentence
from eucacheck.shadow import fold

NAMES = {
    "European Union": "org:union", "EU": "org:union", "Council of Ports": "org:ports", "Freedonia": "country:freedonia",
    "Ruritania": "country:ruritania", "Borduria": "country:borduria", "Inner Lakes": "region:inner-lakes",
    "Strelsau": "place:strelsau", "Zenda": "place:zenda", "Szohod": "place:szohod",
    "Harbour Link": "programme:harbour-link",
}  # fmt: skip


def world() -> Pack:
    """Two countries and a region, four cities, two series."""
    places = {
        "country:freedonia": Place(id="freedonia", name="Freedonia", kind="country", within=("region:inner-lakes",)),
        "country:ruritania": Place(id="ruritania", name="Ruritania", kind="country", within=("region:inner-lakes",)),
        "country:borduria": Place(id="borduria", name="Borduria", kind="country"),
        "region:inner-lakes": Place(id="inner-lakes", name="Inner Lakes", kind="region"),
        "place:strelsau": Place(id="strelsau", name="Strelsau", kind="city", within=("country:ruritania",)),
        "place:zenda": Place(id="zenda", name="Zenda", kind="city", within=("country:ruritania",)),
        "place:szohod": Place(id="szohod", name="Szohod", kind="city", within=("country:borduria",)),
    }
    bodies = {
        "org:union": Organisation(id="union", name="European Union", acronyms=("EU",), kind="union"),
        "org:ports": Organisation(id="ports", name="Council of Ports", parent="org:union"),
    }
    both = ("org:union", "region:inner-lakes")
    series = {
        "series:lakes-summit": Series(id="lakes-summit", name="EU-Inner Lakes summit", type="summit", parties=both),
        "series:lakes-dialogue": Series(
            id="lakes-dialogue", name="EU-Inner Lakes Water Dialogue", type="dialogue", parties=both
        ),
    }
    return Pack(places=places, organisations=bodies, series=series, event_types=load_pack().event_types)


WORLD = world()


def names_in(text: str) -> list[EntityMention]:
    """The names of the made-up world, the longest first where several begin at one place."""
    pattern = re.compile(r"\b(?:" + "|".join(re.escape(n) for n in sorted(NAMES, key=len, reverse=True)) + r")\b")
    found = [(m.start(), m.end(), NAMES[m.group()]) for m in pattern.finditer(text)]
    return [EntityMention(start, end, entity, entity.partition(":")[0]) for start, end, entity in found]


def sentences_of(text: str) -> list[Sentence]:
    """Sentences end with a full stop and a space, or with a blank line."""
    found = re.finditer(r"\S(?:(?!\n\n)(?:[^.]|\.(?!\s)))*\.?", text)
    return [Sentence(m.start(), m.end(), "body", 0, i) for i, m in enumerate(found)]


def phrases(text: str) -> list[EventPhrase]:
    return find_phrases(fold(text), Circumstances((), names_in(text)), sentences_of(text), WORLD)


def words(text: str) -> list[str]:
    """The words of each event phrase."""
    return [text[p.start : p.end] for p in phrases(text)]


def events(text: str, published: str | None = "2024-06-15") -> EventsOf:
    day = parse_edtf(published) if published else None
    around = Circumstances(find_dates(text, day), names_in(text))
    return find_events(fold(text), sentences_of(text), around, WORLD, day)

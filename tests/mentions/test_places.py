"""Towns that no list knows are places where the text stands them in a place."""

from eucacheck.mentions.language import RawName
from eucacheck.mentions.places import find_unknown_places
from eucacheck.records import EntityMention, PersonMention


def found(text: str, name: str, label: str = "GPE", **others: object) -> list[str]:
    start = text.index(name)
    raw = [RawName(start, start + len(name), label)]
    entities = [EntityMention(start, start + len(name), "org:x", "org")] if others.get("entity") else []
    persons = [PersonMention(start, start + len(name), "person:x", "full", name)] if others.get("person") else []
    return [e.entity for e in find_unknown_places(text, raw, entities, persons)]


def test_a_preposition_of_place_makes_a_name_a_place() -> None:
    assert found("The plant stands near Norhavn.", "Norhavn") == ["place:norhavn"]
    assert found("They met in the port of Norhavn.", "Norhavn") == ["place:norhavn"]


def test_without_one_it_is_left_alone() -> None:
    assert found("Norhavn said nothing.", "Norhavn") == []


def test_people_things_of_the_pack_and_other_labels_are_no_towns() -> None:
    assert found("in Norhavn", "Norhavn", person=True) == []
    assert found("in Norhavn", "Norhavn", entity=True) == []
    assert found("in Norhavn", "Norhavn", "PERSON") == []

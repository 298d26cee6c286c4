"""Words for summaries: sources by name, lists in a sentence."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eucacheck.records import Answer

if TYPE_CHECKING:
    from eucacheck.facts import Block


def sources_in_words(answer: Answer, block: "Block") -> str:
    """'NE Global Media', 'A and B', '3 sources': with names up to two."""
    names = sorted({block.around.titles.get(c.source, c.source) for c in answer.claims})
    if len(names) > 2:
        return f"{len(names)} sources"
    return " and ".join(names)


def answers_in_words(answers: Sequence[Answer], block: "Block") -> str:
    """'4 March 2025 (A) and 27 March 2025 (3 sources)': what each says and who says it."""
    return listed([f"{a.text} ({sources_in_words(a, block)})" for a in answers])


def speaker_name(speaker: str, block: "Block") -> str:
    """'Irena Valk' for person:irena-valk, 'the ministry' for unnamed:ministry, else the name of the pack."""
    name = block.pack.name_of(speaker)
    if speaker.startswith(("unnamed:", "document:")):
        return f"the {name}"
    return name.title() if speaker.startswith("person:") and speaker not in block.pack.people else name


def listed(parts: Sequence[str]) -> str:
    """'a, b and c'."""
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + " and " + parts[-1]


def opening(words: str) -> str:
    """The same words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]

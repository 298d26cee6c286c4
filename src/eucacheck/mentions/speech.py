"""Text and persons to speech: quotations with their speakers, and who is reported to say a clause.

The cue grammar finds direct speech (quotation marks beside a speaker and a verb of saying) and indirect speech
("according to X", "as X noted", "X said that"). A quotation of a name ("Middle Corridor") is no speech.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from eucacheck.records import EntityMention, Modality, PersonMention, Quotation, Sentence

SAYING = (
    r"(?:said|says|say|saying|told|tells|stated|states|noted|notes|stressed|stresses|emphasi[sz]ed|emphasi[sz]es|added|adds|"
    r"announced|announces|declared|declares|explained|explains|reiterated|reiterates|underlined|underlines|highlighted|"
    r"highlights|pointed out|points out|warned|warns|claimed|claims|complained|sniped|remarked|remarks|recalled|recalls|"
    r"wrote|writes|continued|commented|argued|argues|asserted|confirmed|confirms|reported|reports|concluded|insisted|"
    r"told reporters|tweeted|posted|called|believes|mentioned|mentions|counted)"
)
_QUOTE = regex.compile(r'"([^"\n]{2,900})"')
_ACCORDING = regex.compile(
    r"\b[Aa]ccording to\s+(?:the\s+)?|\b[Aa]s (?:noted|stated|reported|stressed|announced|said) by\s+(?:the\s+)?"
)
_VERB_AFTER = regex.compile(rf"^[^.!?\"]{{0,60}}?\b{SAYING}\b")
_VERB_BEFORE = regex.compile(rf"\b{SAYING}\s*,?\s*$")
_THAT = regex.compile(rf"^\s*(?:also\s+|further\s+|then\s+)?{SAYING}\b(?:\s+(?:that|to|on|in|during|with|at)\b)?")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of text that somebody else than the source says."""

    start: int
    end: int
    speaker: str
    modality: Modality


@dataclass(frozen=True, slots=True)
class Speech:
    """What is said by whom in a source."""

    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()

    def at(self, start: int, end: int) -> tuple[str | None, Modality]:
        """Give the speaker and modality of a span; (None, "assertion") where the source itself speaks."""
        for quotation in self.quotations:
            if quotation.start <= start and end <= quotation.end and quotation.speaker:
                return quotation.speaker, "reported"
        for attribution in self.attributions:
            if attribution.start <= start < attribution.end:
                return attribution.speaker, attribution.modality
        return None, "assertion"


def find_speech(
    shadow: str,
    sentences: Sequence[Sentence],
    persons: Sequence[PersonMention],
    entities: Sequence[EntityMention],
) -> Speech:
    """Find quotations and indirect speech; where no one speaker remains, the speaker is None."""
    attributions = [a for s in sentences for a in _indirect(shadow, s, persons, entities)]
    quotations = tuple(_quotation(m, shadow, sentences, persons) for m in _QUOTE.finditer(shadow))
    return Speech(quotations, tuple(attributions))


def _indirect(
    shadow: str, sentence: Sentence, persons: Sequence[PersonMention], entities: Sequence[EntityMention]
) -> list[Attribution]:
    """Indirect speech of one sentence: the whole sentence, speaker first or last."""
    inside = [p for p in persons if sentence.start <= p.start and p.end <= sentence.end]
    bodies = [e for e in entities if sentence.start <= e.start and e.end <= sentence.end and e.type == "org"]
    text = shadow[sentence.start : sentence.end]
    for match in _ACCORDING.finditer(text):
        after = sentence.start + match.end()
        near = [x for x in (*inside, *bodies) if after <= x.start <= after + 90]
        if near:
            first = min(near, key=lambda x: x.start)
            return [Attribution(sentence.start, sentence.end, _identity(first), "reported")]
    for one in sorted((*inside, *bodies), key=lambda x: x.start):
        if _THAT.match(shadow[one.end : sentence.end]) and not _inside_quotes(shadow, sentence, one.start):
            return [Attribution(sentence.start, sentence.end, _identity(one), "reported")]
    return []


def _identity(mention: PersonMention | EntityMention) -> str:
    return mention.person if isinstance(mention, PersonMention) else mention.entity


def _inside_quotes(shadow: str, sentence: Sentence, offset: int) -> bool:
    return shadow.count('"', sentence.start, offset) % 2 == 1


def _quotation(
    match: regex.Match[str], shadow: str, sentences: Sequence[Sentence], persons: Sequence[PersonMention]
) -> Quotation:
    """The inside of one pair of marks; the speaker stands with a verb of saying within the same line."""
    start, end = match.start(1), match.end(1)
    line_start = shadow.rfind("\n", 0, start) + 1
    line_end = shadow.find("\n", end)
    line_end = len(shadow) if line_end < 0 else line_end
    after = shadow[match.end() : line_end]
    near_after = [p for p in persons if match.end() <= p.start < min(line_end, match.end() + 120)]
    if near_after and _VERB_AFTER.match(after):
        verb = _VERB_AFTER.match(after)
        assert verb is not None  # noqa: S101 - matched in the condition above
        closest = min(
            near_after,
            key=lambda p: min(abs(p.start - match.end() - verb.end()), abs(p.end - match.end() - verb.start())),
        )
        return Quotation(start, end, closest.person)
    near_before = [p for p in persons if line_start <= p.start and p.end <= match.start()]
    if near_before:
        return Quotation(start, end, near_before[-1].person)
    return Quotation(start, end, None)

"""Text, voices and clauses to speech: quotations with their speakers, and who is reported to say a clause.

Direct speech is what stands in quotation marks; its speaker is the subject of a verb of saying beside it, or the one
who spoke before. Indirect speech hangs on a verb of saying ("X said that"), a phrase ("according to X", "as noted by
X") or a colon in a headline ("X: ..."); only what is said is attributed, not the words that name the speaker.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from eucacheck.mentions.clauses import Clause
from eucacheck.mentions.quotations import find_quotations
from eucacheck.mentions.voices import SAYING, Voice, Voices, find_voices, mode_of, needs_clause, speaks, verb_of
from eucacheck.records import EntityMention, Modality, PersonMention, Quotation, Sentence

__all__ = ["SAYING", "Attribution", "Speech", "find_speech"]

_PHRASE: Final = regex.compile(
    r"\b(?:according to|as (?:\w{2,12}ly )?(?:noted|stated|reported|stressed|announced|said|confirmed|underlined|"
    r"emphasi[sz]ed|explained|recalled|pointed out|mentioned|cited|described|quoted) by|"
    r"in the (?:words|view|opinion) of|in a (?:statement|press release|post|tweet) by|citing|quoting)\s+",
    regex.I,
)
_IN_VIEW: Final = regex.compile(r"\bin (?=(?:his|her) (?:opinion|view|words)\b)", regex.I)
_HEAD_COLON: Final = regex.compile(r"[^:\"\n]{2,90}:\s")
_MAYBE: Final = regex.compile(
    r"\b(?:(?:may|might|could)\b(?! \d)|reportedly|allegedly|supposedly|purportedly|possibly|perhaps|probably|"
    r"rumou?red|unconfirmed|(?:is|are|was|were) (?:said|believed|thought|understood|likely|unlikely) to|whether|"
    r"if (?=(?:the|an?|their|his|her|its|they|he|she|it|this|there|any|no|both)\b))"
)
_DENIED: Final = regex.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:es?|ed|ing)|dismiss(?:es|ed|ing)?|debunk(?:s|ed|ing)?)\s"
    r"(?:\w{2,12}\s){0,2}(?:claims?|reports?|allegations?|accusations?|rumou?rs|speculations?|suggestions?|assertions?)\b"
    r"|\b(?:no truth (?:in|to)|it is (?:not true|false|untrue) that)\b"
)
_BREAK: Final = regex.compile(r"[;:]|,\s(?:but|and|while|which|although|though|whereas)\b|\s(?:but|while|whereas)\s|\n")
_TAIL: Final = re.compile(rf",?\s({SAYING})\b[^,;:]{{0,40}}[.]?$")
"""Compiled by the standard library, which looks for so many alternatives in a quarter of the time."""
_ASIDE: Final = 30
"""Characters after the verb in "as X noted in Brussels"; a longer clause with "as" tells of a time."""
_LONGEST_NAME: Final = 90
_RANK: Final[dict[Modality, int]] = {
    "assertion": 0,
    "reported": 1,
    "planned": 1,
    "conjecture": 2,
    "question": 3,
    "denied": 4,
}


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of text that the source does not assert itself: who says it (None: not known), and how."""

    start: int
    end: int
    speaker: str | None
    modality: Modality


@dataclass(frozen=True, slots=True)
class Speech:
    """What is said by whom in a source."""

    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()

    def at(self, start: int, end: int) -> tuple[str | None, Modality]:
        """Give the speaker and modality of a span; (None, "assertion") where the source itself speaks.

        Of nested speech the innermost speaker counts; a doubt inside what is said outweighs that it is said.
        """
        speaker: str | None = None
        modality: Modality = "assertion"
        narrowest = 1 << 62
        for quotation in self.quotations:
            if quotation.start <= start and end <= quotation.end and quotation.speaker:
                speaker, modality, narrowest = quotation.speaker, "reported", quotation.end - quotation.start
        for one in self.attributions:
            if one.end <= start or end <= one.start:
                continue
            inside = one.start <= start < one.end
            doubted = one.modality in {"conjecture", "question"} and start <= one.start < end
            if not inside and not doubted:
                continue
            if inside and one.speaker is not None and one.end - one.start < narrowest:
                speaker, narrowest = one.speaker, one.end - one.start
            modality = max(modality, one.modality, key=lambda m: _RANK[m])
        return speaker, modality


def find_speech(
    shadow: str,
    sentences: Sequence[Sentence],
    persons: Sequence[PersonMention],
    entities: Sequence[EntityMention],
    clauses: Sequence[Clause] = (),
) -> Speech:
    """Find quotations and indirect speech; where no one speaker remains, the speaker is None."""
    voices = Voices(find_voices(shadow, persons, entities))
    quotations = find_quotations(shadow, sentences, voices, clauses)
    found = [*_by_clause(shadow, sentences, voices, clauses)]
    told = sorted(a.start for a in found)
    for sentence in sentences:
        if bisect_left(told, sentence.start) == bisect_left(told, sentence.end):
            found += _by_tail(shadow, sentence, voices)
        found += _by_phrase(shadow, sentence, voices)
        found += _by_colon(shadow, sentence, voices)
        found += _doubts(shadow, sentence)
    return Speech(quotations, tuple(sorted(set(found), key=lambda a: (a.start, a.end, a.speaker or "", a.modality))))


def _by_clause(
    shadow: str, sentences: Sequence[Sentence], voices: Voices, clauses: Sequence[Clause]
) -> Iterator[Attribution]:
    """What hangs on a verb of saying: its clauses, or its object where the verb reports one."""
    hanging: dict[int, list[Clause]] = {}
    by_verb = {c.verb_start: c for c in clauses}
    for clause in clauses:
        if clause.form == "complement":
            hanging.setdefault(clause.governor, []).append(clause)
    for clause in clauses:
        verb, verb_at = verb_of(clause, shadow)
        if not verb or not speaks(clause, shadow):
            continue
        voice = voices.subject_of(clause, shadow)
        speaker = voice.speaker if voice is not None else None
        mode: Modality = mode_of(verb)
        if clause.opener == "as" and clause.form == "adverbial":
            main = by_verb.get(clause.governor)
            if main is not None and speaker is not None and clause.whole_end - clause.verb_end <= _ASIDE:
                yield from _around(main, clause, speaker, mode)
            continue
        said = hanging.get(verb_at, [])
        for complement in said:
            yield Attribution(complement.whole_start, complement.whole_end, speaker, mode)
        if not said and voice is not None:
            yield from _object_or_rest(shadow, sentences, clause, voice, verb)


def _object_or_rest(
    shadow: str, sentences: Sequence[Sentence], clause: Clause, voice: Voice, verb: str
) -> Iterator[Attribution]:
    """'X stressed the need'; 'the work, X confirmed, will go on' and '..., X said' where the parse joins nothing."""
    mode: Modality = mode_of(verb)
    first = clause.subject[0] if clause.subject[0] < clause.verb_start else clause.start
    aside = shadow[max(0, first - 2) : first].strip() == "," and clause.verb_start - first < _LONGEST_NAME
    if aside and shadow[clause.end : clause.end + 1] in ",." and clause.end - clause.verb_end <= _ASIDE:
        i = bisect_right(sentences, clause.verb_start, key=lambda s: s.start) - 1
        home = sentences[i] if i >= 0 else None
        if home is not None and clause.verb_start < home.end and '"' not in shadow[home.start : first]:
            yield Attribution(home.start, first, voice.speaker, mode)
            if clause.end + 2 < home.end:
                yield Attribution(clause.end, home.end, voice.speaker, mode)
        return
    if not needs_clause(verb) and (voice.rank == 0 or (voice.rank == 1 and clause.form != "relative")):
        yield Attribution(clause.verb_end, max(clause.end, clause.verb_end), voice.speaker, mode)


def _around(main: Clause, aside: Clause, speaker: str | None, mode: Modality) -> Iterator[Attribution]:
    """'As X noted, ...': all of the main clause but the aside itself."""
    if main.whole_start < aside.whole_start:
        yield Attribution(main.whole_start, aside.whole_start, speaker, mode)
    if aside.whole_end < main.whole_end:
        yield Attribution(aside.whole_end, main.whole_end, speaker, mode)


def _by_tail(shadow: str, sentence: Sentence, voices: Voices) -> Iterator[Attribution]:
    """'..., NAME, announced on Friday.' where the parse took the verb for something else."""
    if '"' in shadow[sentence.start : sentence.end]:
        return
    first = max(sentence.start, sentence.end - 220)
    named = [v for v in voices.within(sentence.start, sentence.end) if v.rank < 2 and v.end >= first - 2]
    match = _TAIL.search(shadow, max(first, named[0].end - 1), sentence.end) if named else None
    if match is None:
        return
    near = [v for v in named if v.end <= match.start(1) <= v.end + 2]
    comma = shadow.rfind(",", sentence.start, near[0].start) if near else -1
    if comma > sentence.start + 20:
        yield Attribution(sentence.start, comma, near[0].speaker, "reported")


def _by_phrase(shadow: str, sentence: Sentence, voices: Voices) -> Iterator[Attribution]:
    """'According to X, ...': the whole sentence but the phrase; the first phrase counts."""
    for pattern, reach in ((_PHRASE, 90), (_IN_VIEW, 4)):
        match = pattern.search(shadow, sentence.start, sentence.end)
        if match is None:
            continue
        near = voices.within(match.end(), min(sentence.end, match.end() + reach))
        stop = shadow.find(",", match.end(), sentence.end)
        near = [v for v in near if stop < 0 or v.start < stop]
        if near:
            voice = min(near, key=lambda v: (v.rank > 0, v.start))
            if match.start() > sentence.start:
                yield Attribution(sentence.start, match.start(), voice.speaker, "reported")
            yield Attribution(voice.end, sentence.end, voice.speaker, "reported")
            return


def _by_colon(shadow: str, sentence: Sentence, voices: Voices) -> Iterator[Attribution]:
    """'X: the summit will be held' as a headline."""
    if sentence.role != "headline":
        return
    match = _HEAD_COLON.match(shadow, sentence.start, sentence.end)
    if match is None:
        return
    last = [v for v in voices.within(sentence.start, match.end()) if shadow[v.end : match.end()].strip() == ":"]
    if last and not last[0].speaker.startswith(("country:", "place:")):
        yield Attribution(match.end(), sentence.end, last[0].speaker, "reported")


def _doubts(shadow: str, sentence: Sentence) -> Iterator[Attribution]:
    """Questions, guesses and denials, from their cue to the end of the clause."""
    if shadow[sentence.start : sentence.end].rstrip("\"' ").endswith("?"):
        yield Attribution(sentence.start, sentence.end, None, "question")
        return
    cues: tuple[tuple[regex.Pattern[str], Modality], ...] = ((_MAYBE, "conjecture"), (_DENIED, "denied"))
    for pattern, modality in cues:
        for match in pattern.finditer(shadow, sentence.start, sentence.end):
            stop = _BREAK.search(shadow, match.end(), sentence.end)
            yield Attribution(match.start(), stop.start() if stop else sentence.end, None, modality)

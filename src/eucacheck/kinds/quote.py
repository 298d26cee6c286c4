"""Words in quotation marks and whose they are.

## Finds
Direct quotations of four words or more, a sentence at a time, and shorter ones that a verb of saying gives to a person
("called it a 'reliable partner'"). Names in quotation marks ("Middle Corridor") are left out.

## Same fact
One speaker and the same words, or nearly the same in one frame, on about the same occasion. Quotations meet by speaker
and by their longest words.

## Compared
Word by word, in order. The same words, or fewer of them, agree. Other words inside the quotation marks are a variant;
the same words of another person are a conflict, also a part of them in two reports of one news, unless a source
leaves the speaker open. What one source paraphrases
without marks is no variant.

## Value
`{"words": text, "speaker": identifier or null, "sure": whether a verb of saying names the speaker}`.

## Rules
EUC601 one quotation in other words. EUC602 one quotation of two speakers.

## Example
"a world of disorder and fragmentation" in one source, "a world of disorder and division" in another: EUC601.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.claims import LONGEST, Draft, make_claim
from eucacheck.compare.quotes import QuoteRelation, compare_quotes, quote_words
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.kinds._wording.wordings import joined, long_enough, near_in_time, relations, same_voice, stems_of
from eucacheck.kinds._wording.words import listed, opening, sources_in_words, speaker_name
from eucacheck.records import Answer, Claim, Finding, Quotation

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

RULES = {
    "EUC601": "One quotation stands in other words inside the quotation marks.",
    "EUC602": "The same quoted words are given to two speakers.",
}

_FEWEST: Final = 4
_SENTENCE: Final = regex.compile(r"[.!?…][\"')\]]{0,2}\s+(?=[\p{Lu}\"'])")
_CARRY: Final = 3
"""Words of content that a part of a saying has in two reports of one news."""
_NEARLY: Final = 0.9
_IN_ONE_NEWS: Final = 0.8
"""From this share on a rewording of another person's words is still taken for the same words; less in one news."""


def find(doc: "Document") -> Iterator[Claim]:
    """Each sentence of each quotation that is speech."""
    for quotation in doc.speech.quotations:
        passage = doc.passage_of(quotation.start)
        if passage is not None and passage.role == "boilerplate":
            continue
        for start, end in _sentences(doc.shadow, quotation):
            words = doc.text[start:end].strip(" \n\t,;:")
            if _is_speech(words, quotation):
                value = {"words": words, "speaker": quotation.speaker, "sure": quotation.sure}
                subject = quotation.speaker or "quote:speaker-open"
                draft = Draft("quote", subject, value, start, end, speaker=quotation.speaker, modality="reported")
                claim = make_claim(doc, draft)
                if claim is not None:
                    yield claim


def _sentences(shadow: str, quotation: Quotation) -> Iterator[tuple[int, int]]:
    """Sentences of a quotation; one of a few words goes with the next, a very long one is cut at a blank."""
    start = quotation.start
    ends = [m.end() for m in _SENTENCE.finditer(shadow, quotation.start, quotation.end)]
    for end in (*ends, quotation.end):
        if len(shadow[start:end].split()) < _FEWEST and end != quotation.end:
            continue
        stop = end if end - start <= LONGEST else shadow.rfind(" ", start, start + LONGEST)
        yield start, max(stop, start)
        start = end


def _is_speech(words: str, quotation: Quotation) -> bool:
    tokens = quote_words(words)
    names = sum(t[0].isupper() or t[0].isdigit() for t in tokens[1:] if len(t) > 3)
    long_words = sum(len(t) > 3 for t in tokens[1:])
    if names and names >= 0.6 * long_words:
        return False
    if len(tokens) >= _FEWEST:
        return True
    person = quotation.speaker is not None and quotation.speaker.startswith("person:")
    return len(tokens) >= 2 and person and not any(t[0].isupper() for t in tokens)


def keys(claim: Claim) -> tuple[str, ...]:
    """Quotations meet by their speaker, and by any two of their four longest words."""
    speaker = claim.value["speaker"]
    stems = stems_of(str(claim.value["words"]))[:4]
    pairs = [f"quote:{a}+{b}" for a, b in combinations(sorted(stems), 2)] or [f"quote:{s}" for s in stems]
    return ((f"quote:{speaker}",) if _is_person(speaker) else ()) + tuple(pairs)


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding a quotation; in the block of a pair of words only what the block of a speaker cannot see."""
    related = relations(claims)
    by_id = {c.id: c for c in claims}
    groups = joined(claims, [(a, b) for (a, b), r in related.items() if _one_fact(by_id[a], by_id[b], r, block)])
    findings = []
    for group in groups:
        speakers = {c.value["speaker"] for c in group}
        whole = len(speakers) == 1 and _is_person(next(iter(speakers)))
        home = block.key == f"quote:{group[0].value['speaker']}" if whole else block.key == keys(group[0])[0]
        if home or (not whole and len(group) > 1):
            findings.append(_judge_group(group, related, block))
    return findings


def _is_person(speaker: object) -> bool:
    return isinstance(speaker, str) and speaker.startswith("person:")


def _one_fact(a: Claim, b: Claim, relation: QuoteRelation, block: "Block") -> bool:
    """Whether two quotations are of one speech; why not is kept."""
    voices = same_voice(a.value["speaker"], b.value["speaker"])
    if relation.relation != "reworded" and (voices or long_enough(a, b)) and near_in_time(a, b):
        return voices or _sure(a, b, block)
    if relation.relation != "reworded" and voices:
        return True
    if relation.relation != "reworded" and _part_in_one_news(a, b, block):
        return _sure(a, b, block)
    return _reworded(a, b, relation, block, voices=voices)


def _part_in_one_news(a: Claim, b: Claim, block: "Block") -> bool:
    """A few words of a saying, of which another report of the news has more: enough where three carry weight."""
    if not block.one_news(a, b) or _both_in_one_source(a, b, block) or _both_in_one_source(b, a, block):
        return False
    shorter = min((str(c.value["words"]) for c in (a, b)), key=len)
    return len(stems_of(shorter)) >= _CARRY and len(quote_words(shorter)) > _FEWEST


def _sure(a: Claim, b: Claim, block: "Block") -> bool:
    if a.value["sure"] and b.value["sure"]:
        return True
    block.demote(a, b, "reported-by-third-party: no verb of saying beside the quotation names the speaker")
    return False


def _reworded(a: Claim, b: Claim, relation: QuoteRelation, block: "Block", *, voices: bool) -> bool:
    if a.source == b.source:
        block.demote(a, b, "other-passage: two sentences alike in one source")
        return False
    if not near_in_time(a, b):
        block.demote(a, b, "other-time: said on another occasion")
        return False
    least = _IN_ONE_NEWS if block.one_news(a, b) else _NEARLY
    if not voices and (relation.score < least or not long_enough(a, b)):
        block.demote(a, b, "reported-by-third-party: another speaker, other words")
        return False
    if _both_in_one_source(a, b, block) or _both_in_one_source(b, a, block):
        block.demote(a, b, "other-passage: one source has both sentences")
        return False
    return voices or _sure(a, b, block)


def _both_in_one_source(a: Claim, b: Claim, block: "Block") -> bool:
    """The source of one quotation has the other as well: they are two sentences of one speech."""
    own = [c for c in block.claims if c.kind == "quote" and c.source == a.source and c.id != a.id]
    return any(compare_quotes(str(c.value["words"]), str(b.value["words"])).relation in {"same", "cut"} for c in own)


def _judge_group(group: Sequence[Claim], related: dict[tuple[str, str], QuoteRelation], block: "Block") -> Finding:
    told = [str(c.value["speaker"]) for c in group if _is_person(c.value["speaker"])]
    persons = sorted(set(told), key=lambda p: (p not in block.pack.people, -told.count(p), p))
    subject = persons[0] if persons else str(group[0].subject)
    first = next(c for c in group if c.value["speaker"] == (persons[0] if persons else c.value["speaker"]))
    name = _name(subject, block)
    question = f"What exactly did {name} say: “{_short(first)}”?"
    apart = [p for p in persons if not same_voice(p, persons[0])]
    if apart:
        return _two_speakers(group, persons, f"Who said: “{_short(first)}”?", block)
    wordings = joined(group, [pair for pair, r in related.items() if r.relation != "reworded"])
    answers = [block.answer({"words": _longest(w)}, f"“{_longest(w)}”", w) for w in wordings]
    if len(answers) == 1:
        verdict = agreement_or_single(answers[0])
        summary = f"{opening(name)} is quoted as saying “{_longest(group)}” ({count_sources(answers[0])})"
        why = "the same words inside the quotation marks" if len(group) > 1 else "one source quotes this"
        return make_finding(Judgement("EUC601", "quote", verdict, subject, question, summary, why, answers, 0.8))
    parts = [f"{a.text} ({sources_in_words(a, block)})" for a in answers]
    summary = f"{opening(name)} is quoted in different words: {listed(parts)}"
    relation = _relation(answers)
    why = f"the wording differs inside the quotation marks: {relation.reason}"
    sure = 0.6 + 0.2 * relation.score  # the more words are common, the less is it another sentence
    return make_finding(Judgement("EUC601", "quote", "variant", subject, question, summary, why, answers, sure))


def _two_speakers(group: Sequence[Claim], persons: Sequence[str], question: str, block: "Block") -> Finding:
    answers = []
    for person in persons:
        own = [c for c in group if c.value["speaker"] == person]
        answers.append(block.answer({"speaker": person, "words": _longest(own)}, _name(person, block), own))
    given = [f"{a.text} ({sources_in_words(a, block)})" for a in answers]
    summary = f"The words “{_longest(group)}” are given to {listed(given)}"
    why = "the same quoted words have two speakers, each beside a verb of saying"
    return make_finding(Judgement("EUC602", "quote", "conflict", persons[0], question, summary, why, answers, 0.7))


def _relation(answers: Sequence[Answer]) -> QuoteRelation:
    """How the first two wordings stand to each other, and the words that differ."""
    return compare_quotes(str(answers[0].value["words"]), str(answers[1].value["words"]))


def _longest(claims: Sequence[Claim]) -> str:
    return max((str(c.value["words"]) for c in claims), key=lambda w: (len(w), w))


def _short(claim: Claim) -> str:
    words = str(claim.value["words"]).split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")


def _name(speaker: str, block: "Block") -> str:
    if speaker == "quote:speaker-open":
        return "a speaker who is not named"
    return speaker_name(speaker, block)

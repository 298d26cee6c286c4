"""An event that is held every year to the year of the first, and the number that the nth may have by then."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._happenings.event_words import ordinal_word
from eucacheck.kinds._happenings.events import event_name
from eucacheck.kinds._wording.words import opening, sources_in_words
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document
    from eucacheck.mentions.events_records import EventMention

_YEARLY: Final = regex.compile(r"\b(?:annual(?:ly)?|every year|each year|yearly|once a year)\b", regex.I)
_SINCE: Final = regex.compile(
    r"\b(?:held|met|meets?|taken? place|takes place|organi[sz]ed|convened|gathered|running|annually|every year|"
    r"each year|yearly|once a year)\b[^.;,]{0,25}\bsince "
    r"(?:its (?:launch|creation|start|beginning|inception|first \w{4,10}) in )?(?P<year>(?:19|20)\d\d)\b|"
    r"\b(?:launched|(?:first|was first) held|first took place|began|started|inaugurated|"
    r"first such \w{4,12} (?:was held|took place)|the first (?:one )?(?:was held|took place|met)) in "
    r"(?P<begun>(?:19|20)\d\d)\b",
    regex.I,
)
_GOES_ON: Final = regex.compile(
    r"\s*(?:It\b|They\b|Held\b|The (?:first|series|event|forum|meeting|dialogue|council|conference|summit|round)s?\b)"
)
_SKIPPED: Final = 3
"""Years that a yearly event may have been left out: an epidemic, an election."""


def since_of(doc: "Document", mention: "EventMention", *, annual: bool) -> int | None:
    """The year in which a yearly event was held first, told in the sentence of the event or the one behind it."""
    sentence = doc.sentence_of(mention.start)
    if sentence is None:
        return None
    at = doc.sentence_index(mention.start)
    here = [sentence]
    if at + 1 < len(doc.sentences) and _GOES_ON.match(doc.shadow, doc.sentences[at + 1].start):
        here.append(doc.sentences[at + 1])
    text = " ".join(" ".join(doc.shadow[s.start : s.end] for s in here).split())
    if not annual and _YEARLY.search(text) is None:
        return None
    years = {m["year"] or m["begun"] for m in _SINCE.finditer(text)}
    return int(years.pop()) if len(years) == 1 else None


def judge_since(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding a number that a yearly event cannot have so long after its first."""
    findings = []
    for claim in claims:
        since, number = claim.value.get("since"), int(claim.value["ordinal"])
        when = claim.when or block.around.published.get(claim.source)
        if since is None or when is None or when.start is None or when.end is None or when.start.year != when.end.year:
            continue
        due = when.start.year - since + 1
        if due < 1 or due - _SKIPPED <= number <= due + 1:
            continue
        instance = block.instance_of(claim)
        name = event_name(instance, block, str(claim.value["series"])) if instance is not None else "series"
        name += f" of {when.start.year}"
        told = f"the {ordinal_word(number)} in {when.start.year}, held since {since}"
        answer = block.answer({"ordinal": number, "since": since}, told, [claim])
        summary = (
            f"{opening(sources_in_words(answer, block))} calls the {name} the {ordinal_word(number)} and has it held "
            f"every year since {since}: that would make it the {ordinal_word(due)}"
        )
        question = f"Which number has the {name}?"
        why = "the number and the year of the first cannot both be right"
        subject = str(claim.value["series"])
        slip = Judgement(
            "EUC801", "event_ordinal", "conflict", subject, question, summary, why, [answer], 0.5, "warning"
        )
        findings.append(make_finding(slip))
    return findings

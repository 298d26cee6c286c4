"""Whether an event or a plan is planned, postponed, held or cancelled.

## Finds
Explicit words beside an event: "was postponed", "has been cancelled", "was moved to", "is scheduled for", "took place
as planned"; and the state of talks: "consultations on X have begun", "negotiations were suspended". That an event was
simply held is no claim of this kind. The state of what is no event: "awaits ratification", "is being prepared".

## Same fact
The event instance; of talks the topic.

## Compared
Never a conflict: what a later source says supersedes what an earlier said (`EUC371`); without dates it is undecided.

## Value
`{"status": "planned" | "postponed" | "held" | "cancelled" | "begun" | "resumed" | "suspended" | "concluded" |
"not-done" | "done" | "in-preparation", "topic":
text or null, "published": EDTF or null, "state"?: true of what is no event, "event":
profile (events only)}`.

## Rules
EUC370 the state of an event or of talks, as told. EUC371 a later source tells of a later state.

## Example
A source of May has the forum scheduled for June, one of June has it postponed: EUC371.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.edtf import parse_edtf
from eucacheck.facts import canonical
from eucacheck.findings import Judgement, agreement_or_single, count_sources, make_finding
from eucacheck.kinds._happenings.events import describe, event_keys, event_value, subject_of
from eucacheck.kinds._wording.words import sources_in_words
from eucacheck.kinds.status.told_states import find_states
from eucacheck.records import Answer, Claim, Finding, Interval, Sentence

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document
    from eucacheck.mentions.events_records import EventMention

RULES = {
    "EUC370": "The state of an event or of talks, as sources tell it.",
    "EUC371": "A later source tells of a later state of an event or of talks.",
}
_BE = r"(?:was|were|is|are|has been|have been|had been|will be|being|got)\s+(?:\w+\s+)?"
_STATES = (
    ("held", rf"took place as (?:planned|scheduled)|went ahead(?: as planned)?|{_BE}held as (?:planned|scheduled)"),
    ("cancelled", rf"{_BE}(?:cancell?ed|called off|scrapped|dropped|abandoned)|will not take place|fell through"),
    (
        "postponed",
        (rf"{_BE}(?:postponed|delayed|rescheduled|put off|pushed back|moved (?:to|from)|deferred|adjourned)"),
    ),
    (
        "planned",
        (
            r"(?:is|are|has been|have been|was|were)\s+(?:now\s+|currently\s+|provisionally\s+|tentatively\s+|"
            r"originally\s+|initially\s+|first\s+)?(?:scheduled|planned|slated|pencilled in|"
            r"due to (?:take place|be held)|to take place|set to take place|expected to take place)"
        ),
    ),
)
_EVENT_STATE = regex.compile("|".join(f"(?P<{name}>\\b(?:{words})\\b)" for name, words in _STATES), regex.I)
_ACTIVE = regex.compile(
    r"\b(?P<verb>postponed|cancell?ed|called off|rescheduled|put off|scrapped|delayed)\s+(?:the|its|their|"
    r"a|an|this)?\s*$",
    regex.I,
)
_TALKS = regex.compile(
    r"\b(?P<what>consultations?|negotiations?|talks|discussions|preparations?|work|ratification|"
    r"procedures?)\s+(?P<prep>on|for|over|of|about)\s+(?P<topic>(?:(?:the|an?)\s+)?[^.,;:\"()]{4,70}?)\s+"
    r"(?:(?:has|have|had)\s+(?:already\s+|now\s+|recently\s+)?(?:been\s+)?|(?:was|were|is|"
    r"are)\s+(?:already\s+|now\s+)?)"
    r"(?:(?P<begun>begun|started|launched|opened|under way|underway|ongoing)|(?P<resumed>resumed)|"
    r"(?P<suspended>suspended|frozen|broken off|stalled|halted|paused)|(?P<concluded>concluded|completed|"
    r"finali[sz]ed|finished))\b",
    regex.I,
)
_WORDS = {"planned": "planned", "postponed": "postponed", "held": "held as planned", "cancelled": "cancelled"}


def find(doc: "Document") -> Iterator[Claim]:
    """Each explicit state of an event, or of talks."""
    for sentence in doc.sentences:
        if sentence.role == "boilerplate":
            continue
        mentions = [m for m in doc.events if sentence.start <= m.start and m.end <= sentence.end]
        told: list[tuple[int, int]] = []
        for match in _EVENT_STATE.finditer(doc.shadow, sentence.start, sentence.end) if mentions else ():
            mention = _subject(mentions, match.start(), doc)
            if mention is not None:
                told.append(match.span())
                yield from _event_claim(doc, mention, str(match.lastgroup), mention.start, match.end())
        for mention in mentions:
            active = _ACTIVE.search(doc.shadow, max(sentence.start, mention.start - 30), mention.start)
            if active is not None:
                status = "cancelled" if regex.match(r"cancel|called|scrap", active["verb"], regex.I) else "postponed"
                yield from _event_claim(doc, mention, status, active.start("verb"), mention.end)
        for match in _TALKS.finditer(doc.shadow, sentence.start, sentence.end):
            told.append(match.span())
            yield from _talks_claim(doc, match)
        if sentence.role == "body" and doc.own_article(sentence.start):
            yield from _other_states(doc, sentence, told)


def _subject(mentions: Sequence["EventMention"], at: int, doc: "Document") -> "EventMention | None":
    """The event right before the words, with dates, places and asides between; a bare "it" takes no event."""
    before = [m for m in mentions if m.end <= at]
    if not before or at - before[-1].end > 110:
        return None
    gap = doc.shadow[before[-1].end : at]
    return (
        None
        if regex.search(
            r"[.;:\"]|\b(?:and|but|that|who|said|told|where|after|before|statement|agreement|document|visit|trip)\b",
            gap,
            regex.I,
        )
        else before[-1]
    )


def _event_claim(doc: "Document", mention: "EventMention", status: str, start: int, end: int) -> Iterator[Claim]:
    event = doc.local_events[mention.local]
    date = next(
        (
            d
            for d in doc.dates
            if end <= d.start <= end + 14
            and regex.fullmatch(r"\s*(?:to|for|on|in|until|till)?\s*", doc.shadow[end : d.start])
        ),
        None,
    )
    value: dict[str, Any] = event_value(
        doc,
        event,
        {
            "status": status,
            "topic": None,
            "to": date.interval.edtf if date is not None else None,
            "published": _published(doc, start),
        },
    )
    claim = make_claim(
        doc,
        Draft(
            "status", subject_of(event), value, start, date.end if date is not None else end, when=event.interval,
            modality="planned" if status == "planned" else None, confidence=0.8,
        ),
    )  # fmt: skip
    if claim is not None:
        yield claim


def _talks_claim(doc: "Document", match: regex.Match[str]) -> Iterator[Claim]:
    status = next(k for k in ("begun", "resumed", "suspended", "concluded") if match[k])
    words = [
        w
        for w in regex.findall(r"[a-z0-9-]+", match["topic"].casefold())
        if w not in {"the", "a", "an", "of", "and", "its", "their"}
    ]
    topic = "-".join(words[:6])
    value = {"status": status, "topic": topic, "published": _published(doc, match.start())}
    claim = make_claim(doc, Draft("status", f"talks:{topic}", value, match.start(), match.end(), confidence=0.7))
    if claim is not None:
        yield claim


def _other_states(doc: "Document", sentence: Sentence, told: Sequence[tuple[int, int]]) -> Iterator[Claim]:
    """The state of what is no event; it has no name that two sources share."""
    for state in find_states(doc, sentence):
        if any(a < state.end and state.start < b for a, b in told):
            continue
        topic = f"{doc.source.id}-{state.start}"
        value = {"status": state.status, "topic": topic, "state": True, "published": _published(doc, state.start)}
        draft = Draft(
            "status", f"state:{topic}", value, state.start, state.end,
            modality="planned" if state.status == "planned" else None, confidence=0.5,
        )  # fmt: skip
        if (claim := make_claim(doc, draft)) is not None:
            yield claim


def _published(doc: "Document", at: int) -> str | None:
    published = doc.source.published if doc.own_article(at) else None
    return published.edtf if published is not None else None


def keys(claim: Claim) -> tuple[str, ...]:
    """Events meet in their family, talks by their topic."""
    return event_keys(claim) if "event" in claim.value else (f"status:{claim.value['topic']}",)


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding an event instance or topic."""
    findings = []
    for instance in block.instances:
        own = [c for c in claims if "event" in c.value and block.instance_of(c) is instance]
        if own:
            findings.append(_judge(instance.key, describe(instance, block), own, block))
    talks = [c for c in claims if "event" not in c.value]
    if talks:
        topic = str(talks[0].value["topic"])
        what = "the talks on " + topic.replace("-", " ")
        if talks[0].value.get("state"):
            what = f"“{' '.join(talks[0].quote.split())}”"
        findings.append(_judge(f"talks:{topic}", what, talks, block))
    return findings


def _judge(subject: str, what: str, claims: Sequence[Claim], block: "Block") -> Finding:
    """The states in the order of the sources' dates."""
    groups: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=canonical):
        groups.setdefault(str(claim.value["status"]), []).append(claim)
    answers = [block.answer({"status": s}, _WORDS.get(s, s), g) for s, g in sorted(groups.items())]
    question = f"What is the state of {what}?"
    if len(answers) == 1:
        only = answers[0]
        summary = f"{what[0].upper()}{what[1:]}: {only.text} ({count_sources(only)})"
        return make_finding(
            Judgement(
                "EUC370",
                "status",
                agreement_or_single(only),
                subject,
                question,
                summary,
                "all sources tell the same",
                answers,
                0.7,
            )
        )
    told = ", then ".join(f"{a.text} ({sources_in_words(a, block)})" for a in sorted(answers, key=_first_day))
    later = _in_order(answers)
    for i, a in enumerate(answers):
        for b in answers[i + 1 :]:
            block.demote(
                a.claims[0], b.claims[0], "other-time: a state that changed" if later else "other-time: undated states"
            )
    return make_finding(
        Judgement(
            "EUC371", "status", "supersede" if later else "unclear", subject, question,
            f"{what[0].upper()}{what[1:]}: {told if later else told.replace(', then ', ', and ')}",
            "a later source tells of a later state" if later else "the dates of the sources would decide",
            answers, 0.6 if later else 0.3,
        )
    )  # fmt: skip


def _days(answer: Answer) -> list[Interval]:
    return [parse_edtf(str(c.value["published"])) for c in answer.claims if c.value["published"]]


def _first_day(answer: Answer) -> tuple[str, str]:
    return (min((i.start.isoformat() for i in _days(answer) if i.start is not None), default="9999"), answer.text)


def _in_order(answers: Sequence[Answer]) -> bool:
    """Every state has dated sources, and no two begin on one day."""
    starts = [_first_day(a)[0] for a in answers]
    return "9999" not in starts and len(set(starts)) == len(starts)

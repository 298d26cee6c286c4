"""When an event takes place.

## Finds
A date that belongs to an event phrase: "the 20th Ministerial Meeting on March 27", "was held on 23 October", "November
17-18 are the days of the conference"; the day of a step in the life of a thing or an office: "was launched on 1
December", "takes office on July 1", "a beneficiary since April 2021", "presented her credentials on 2 May"; and the day
of a dateline.

Days of other deeds are told by their verb alone ("Talks on the document began in 2019").

## Same fact
The event instance: series, place, date and ordinal decide together which local events of several sources are one. A
step is identified by its verb and by what it is a step of: a numbered package, a person, a scheme and a country.

## Compared
As intervals. A month or year around the one day that is told supports it (`agree`). A day inside a range is
compatible (`refine`), and so are two days of an event that a source dates to both, and the day on which it opened and
a later one. Days of one deed (an opening, a signing) in two reports of one news are compared, whatever the reports
call it: each source must give one. Disjoint dates are a conflict, unless one is approximate or they differ only by an
inferred year; a plan that a later source moves is `supersede`. Steps in different years may be two, save the end of a
term still to come in articles of one time. An event that all sources date alike, but the reference otherwise, is
EUC931.

## Value
`{"edtf": EDTF date, "year_stated": bool, "prepared"?: true where the words may date talks on it,
"put_off"?: true for the date of a plan given up,
"part"?: "opening" | "closing" | "middle" for the first, last or another day alone, "event": profile}`,
for a step `{"edtf", "year_stated", "step": name of the step, "of": identifier, "name"?: of a person, "office"?: slug}`,
for a dateline `{"edtf", "year_stated", "dateline": true}`; `"deed"` for what was done to what; `"weekday"` where the
one beside the day does not fit, also of a day of nothing else.

## Rules
EUC301 an event on two dates. EUC302 a plan that was moved. EUC303 one source is more exact.
EUC802 dateline against date. EUC806 weekday against day. EUC931 against the reference.

## Example
One source has the 20th ministerial on 4 March, another on 27 March: EUC301.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import regex

from eucacheck.claims import Draft, make_claim
from eucacheck.findings import Judgement, count_sources, make_finding
from eucacheck.instances import Instance
from eucacheck.kinds._happenings.any_deeds import find_any_deeds
from eucacheck.kinds._happenings.deeds import deed_of
from eucacheck.kinds._happenings.deeds_in_news import DEED, deed_keys, judge_deed_days
from eucacheck.kinds._happenings.editions import (
    against_reference,
    edition_meant,
    edition_of,
    only_prepared,
    reference_to,
)
from eucacheck.kinds._happenings.event_dates import AGREED, answers_of, date_of, gravest
from eucacheck.kinds._happenings.events import (
    describe,
    event_keys,
    event_value,
    mentions_of,
    modality_of,
    one_answer,
    span_of,
    subject_of,
)
from eucacheck.kinds._happenings.next_places import find_next_places
from eucacheck.kinds._happenings.next_verdicts import NEXT_DAY, judge_next_days, next_day_keys
from eucacheck.kinds._happenings.same_in_news import SAME, judge_same_days, same_day_keys
from eucacheck.kinds._happenings.told_deeds import find_dated_deeds, is_planned
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.kinds.event_date.datelines import judge_dateline
from eucacheck.kinds.event_date.milestones import find_milestones
from eucacheck.kinds.event_date.other_days import with_other_days
from eucacheck.kinds.event_date.parts import day_meant, part_of
from eucacheck.kinds.event_date.step_dates import judge_steps, step_key
from eucacheck.kinds.event_date.weekdays import judge_weekdays, weekday_slip
from eucacheck.records import Claim, DateMention, Finding, Verdict

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

RULES = {
    "EUC301": "One event stands on two dates that exclude each other.",
    "EUC302": "A plan was moved: a later source gives another date.",
    "EUC303": "One source gives the date of an event more exactly than another.",
    "EUC802": "The dateline of an article is not of the day on which it appeared.",
    "EUC806": "The weekday beside a day of the month is not the one that it has.",
    "EUC931": "The date of an event is not the one that the reference has.",
}
_PLAN = regex.compile(r"\b(?:scheduled|planned|slated|expected|due|set|(?:was|were) to|had been|would)\b", regex.I)
"""A look back at what was to be: it may have come otherwise."""
_NEAR = 60
"""Days from publication to a day without a year that is surely of that year."""


def find(doc: "Document") -> Iterator[Claim]:
    """Each date attached to an event phrase, the dateline, and each step with its day."""
    drafts = [*_of_events(doc), *_of_dateline(doc), *_of_steps(doc)]
    drafts += _of_slips(doc, drafts)
    drafts += _of_next(doc, drafts)
    drafts += _of_deeds(doc, drafts)
    drafts += _of_any_deeds(doc, drafts)
    drafts = with_other_days(drafts)
    yield from (claim for draft in drafts if (claim := make_claim(doc, draft)) is not None)


def _of_events(doc: "Document") -> Iterator[Draft]:
    """The quote runs from the event to its date."""
    for mention, event in mentions_of(doc):
        for date in mention.dates:
            known = _known(doc, date)
            if mention.status == "postponed":
                known["put_off"] = True
            if only_prepared(doc, mention):
                known["prepared"] = True
            if part := part_of(doc, mention, date):
                known["part"] = part
            span = span_of(doc, mention, date)
            value = event_value(doc, event, known | deed_of(doc, *span, event.type))
            told = Draft(
                "event_date", subject_of(event), value, *span, when=date.interval,
                modality=modality_of(mention, event), confidence=mention.confidence,
            )  # fmt: skip
            yield told
            meant = day_meant(doc, date)
            if meant is not None and not told.start <= meant.start < told.end:
                yield replace(told, start=meant.start, end=meant.end)


def _of_dateline(doc: "Document") -> Iterator[Draft]:
    line = doc.dateline
    if line is not None:
        known = {**_known(doc, line.date), "dateline": True}
        span = (line.place.start, line.date.end)
        yield Draft("event_date", f"dateline:{doc.source.id}", known, *span, when=line.date.interval)


def _of_steps(doc: "Document") -> Iterator[Draft]:
    for step in find_milestones(doc):
        known = {**_known(doc, step.date), "step": step.step, "of": step.of, **deed_of(doc, step.start, step.end)}
        if step.of.startswith("person:"):
            known["name"] = max((p.name for p in doc.persons if p.person == step.of), key=len, default="")
        if step.office:
            known["office"] = step.office
        subject = f"{step.step}:{step.of.partition(':')[2]}"
        yield Draft("event_date", subject, known, step.start, step.end, when=step.date.interval, confidence=0.7)


def _of_slips(doc: "Document", told: Sequence[Draft]) -> Iterator[Draft]:
    """A day of nothing known whose weekday the calendar does not have: it is told for that alone."""
    for date in doc.dates:
        known = _known(doc, date) if _of_sure_year(doc, date) and doc.own_article(date.start) else {}
        if "weekday" in known and not any(d.start < date.end and date.start < d.end for d in told):
            subject = f"day:{date.interval.edtf}"
            yield Draft("event_date", subject, known, date.start, date.end, when=date.interval, confidence=0.6)


def _of_deeds(doc: "Document", told: Sequence[Draft]) -> Iterator[Draft]:
    """A day of what has no name of its own: it is told, and meets nothing."""
    line = [(doc.dateline.date.start, doc.dateline.date.end)] if doc.dateline is not None else []
    for step in find_dated_deeds(doc, [*((d.start, d.end) for d in told), *line]):
        known = {**_known(doc, step.date), "step": step.step, "of": step.of, **deed_of(doc, step.start, step.end)}
        subject = f"{step.step}:{step.of.partition(':')[2]}"
        yield Draft(
            "event_date", subject, known, step.start, step.end, when=step.date.interval,
            modality="planned" if is_planned(doc.shadow[step.start : step.end]) else None, confidence=0.5,
        )  # fmt: skip


def _of_any_deeds(doc: "Document", told: Sequence[Draft]) -> Iterator[Draft]:
    """A day with any verb, or of what happened."""
    line = [(doc.dateline.date.start, doc.dateline.date.end)] if doc.dateline is not None else []
    for one in find_any_deeds(doc, [*((d.start, d.end) for d in told), *line]):
        deed = deed_of(doc, one.start, one.end) or ({"deed": one.deed} if one.deed else {})
        known = {**_known(doc, one.date), "step": "deed", "of": f"unnamed:{doc.source.id}", **deed}
        yield Draft(
            "event_date", f"deed:{doc.source.id}", known, one.start, one.end, when=one.date.interval,
            modality="planned" if one.planned else None, confidence=0.5,
        )  # fmt: skip


def _of_next(doc: "Document", told: Sequence[Draft]) -> Iterator[Draft]:
    """The date that a sentence gives the next event, with its place: 'X comes next, in 2028'."""
    for claim in find_next_places(doc):
        free = not any(d.start < claim.end and claim.start < d.end for d in told)
        if claim.when is not None and claim.value["date"] and free:
            known = {"edtf": claim.value["date"], "year_stated": claim.when.year_stated, "step": "next"}
            known |= {k: claim.value[k] for k in ("next", "place", "series", "nth")}
            of = f"unnamed:{doc.source.id}"
            yield Draft(
                "event_date", f"next:{doc.source.id}", {**known, "of": of}, claim.start, claim.end, when=claim.when,
                modality="planned", confidence=0.5,
            )  # fmt: skip


def _of_sure_year(doc: "Document", date: DateMention) -> bool:
    """The year stands in the text, or the day lies so near to the stated day of publication that it has no other."""
    published, day = doc.source.published, date.interval.start
    if date.interval.year_stated or published is None or published.basis != "stated" or day is None:
        return date.interval.year_stated
    return published.start is not None and abs((day - published.start).days) <= _NEAR


def _known(doc: "Document", date: DateMention) -> dict[str, Any]:
    known: dict[str, Any] = {"edtf": date.interval.edtf, "year_stated": date.interval.year_stated}
    slip = weekday_slip(doc.shadow[date.start : date.end], date)
    return known if slip is None else {**known, "weekday": slip}


def keys(claim: Claim) -> tuple[str, ...]:
    """Dates meet in the family of their event, by the deed, by the step; a dateline meets all of its source."""
    return (*_own_keys(claim), *deed_keys(claim), *same_day_keys(claim))


def _own_keys(claim: Claim) -> tuple[str, ...]:
    source = f"dated:{claim.source}"
    if "event" in claim.value:
        return (*event_keys(claim), source)
    if "step" not in claim.value:
        return (source,)
    if "next" in claim.value:
        return next_day_keys(claim)
    step = step_key(claim)
    return (step, source) if "weekday" in claim.value else (step,)


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding an event instance with a date, and one a step in the life of a thing."""
    if block.key.startswith(SAME):
        return judge_same_days(claims, block)
    if block.key.startswith(DEED):
        return judge_deed_days(claims, block)
    if block.key.startswith(NEXT_DAY):
        return judge_next_days(claims, block)
    if block.key.startswith("dated:"):
        return [*judge_dateline(claims, block), *judge_weekdays(claims, block)]
    if block.key.startswith("step:"):
        return judge_steps(claims, block)
    findings = []
    for instance in block.instances:
        own = [c for c in claims if block.instance_of(c) is instance]
        if own:
            findings.append(_judge_instance(instance, own, block))
    return findings


def _judge_instance(instance: Instance, claims: Sequence[Claim], block: "Block") -> Finding:
    answers = answers_of(claims, block)
    event = describe(instance, block, disputed="date")
    edition = edition_of(instance, block.pack)
    question = f"When was {event} held?" if "held" in {p.status for p in instance.profiles} else f"When is {event}?"
    reference = reference_to(edition, "date", block.pack)
    told = Judgement(
        AGREED.rule, "event_date", "single", instance.key, question, "", AGREED.why, answers, 0.7, None, reference
    )  # fmt: skip
    if len(answers) > 1:
        relation = gravest(answers, block)
        summary = f"{relation.how} {event}: {answers_in_words(answers, block)}"
        confidence = _confidence(relation.verdict, instance)
        return make_finding(
            replace(
                told, rule=relation.rule, verdict=relation.verdict, summary=summary, why=relation.why,
                confidence=confidence,
            )
        )  # fmt: skip
    meant = edition_meant(instance, block.pack)
    plan = any(_PLAN.search(c.quote) or c.value.get("prepared") for c in claims)
    wrong = against_reference(instance, date_of(answers[0]), meant) if not plan else None
    reference = reference_to(meant, "date", block.pack) or reference
    if wrong is not None and reference is not None:
        dated = f"The date given for {event} is {answers[0].text} ({count_sources(answers[0])})"
        summary = f"{dated}; the reference has {reference.value}"
        return make_finding(
            replace(
                told, rule="EUC931", verdict="conflict", summary=summary, why=wrong, level="warning",
                reference=reference,
            )
        )  # fmt: skip
    verdict, summary = one_answer(event, answers[0])
    return make_finding(replace(told, verdict=verdict, summary=summary))


def _confidence(verdict: Verdict, instance: Instance) -> float:
    """A number that all give the event makes it surely one event; a place makes it likely."""
    if verdict != "conflict":
        return 0.7
    numbered = all(p.ordinals for p in instance.profiles)
    return 0.9 if numbered else 0.8 if instance.place is not None else 0.65

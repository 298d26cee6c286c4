"""Which number an event has in its series.

## Finds
An ordinal in an event phrase: "the first EU-Central Asia summit", "the 20th Ministerial Meeting", "met for the
nineteenth time"; and of what else is counted: "the eleventh phase", "the sixth person to hold the post".

## Same fact
Series and ordinal, as called: a first "leaders' meeting" and a first "summit" are two questions. Events are identified
by place and date first; only then the ordinal is checked.

## Compared
Two event instances that carry one ordinal of one series are a conflict; an instance that was only planned stands as an
answer marked so, and is opposed to an event that was over when it was planned. Two ordinals on one instance are a
conflict too. An earlier event of the same series and name, told as held, speaks against a "first". Inside one source, a
yearly series whose first and whose nth event are dated can be counted. Where two sources report one news and each
numbers one event of a kind, they number the same event; so with one phase, package, holder, member, plant.

## Value
`{"ordinal": int, "as_called": head noun, "annual": bool, "series": identifier, "since"?: the year of the first of a
yearly series, "earlier"?: true where its sentence looks back, "event": profile}`; where the words name no event
`{"ordinal": int, "of_kind": kind of event}`; of other things also `"nth": true, "head", "mods", "words", "of", "where",
"who", "scope", "deed", "time"`: what tells which thing is counted, within what, and whether it is the news.

## Rules
EUC331 two events carry one ordinal. EUC332 one event carries two ordinals. EUC333 an earlier event speaks against a
first. EUC334 the ordinal, as told. EUC801 a yearly series miscounted. EUC933 another number than the reference has.

## Example
"the first summit" of October 2022 in one source, of April 2025 in another: EUC331.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from eucacheck.claims import Draft, make_claim
from eucacheck.instances import Instance
from eucacheck.kinds._happenings.background import looks_back
from eucacheck.kinds._happenings.events import event_keys, event_value, mentions_of, modality_of, subject_of
from eucacheck.kinds._happenings.same_in_news import SAME, judge_same_ordinals, same_ordinal_keys
from eucacheck.kinds.event_ordinal.news_numbers import NUMBERED, find_numbers, judge_numbered, number_keys
from eucacheck.kinds.event_ordinal.nth import find_nth
from eucacheck.kinds.event_ordinal.nth_verdicts import NTH, judge_nth, nth_keys, shown_keys
from eucacheck.kinds.event_ordinal.ordinals import is_plain, judge_instance, judge_ordinal, judge_yearly
from eucacheck.kinds.event_ordinal.yearly import judge_since, since_of
from eucacheck.profiles import one_series, profile_of
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

RULES = {
    "EUC331": "Two different events carry one ordinal of one series, called the same.",
    "EUC332": "One event carries two ordinals.",
    "EUC333": "An event is called the first although a source tells of an earlier one of the same series.",
    "EUC334": "The number of an event in its series, as sources tell it.",
    "EUC933": "The number of an event is not the one that the reference has.",
    "EUC801": "One source counts a yearly series in a way that its own dates do not allow.",
}


def find(doc: "Document") -> Iterator[Claim]:
    """Each event phrase with an ordinal."""
    taken: list[tuple[int, int]] = []
    for mention, event in mentions_of(doc):
        phrase = mention.phrase
        if phrase.ordinal is None:
            continue
        taken.append((mention.start, mention.end))
        extra: dict[str, Any] = {
            "ordinal": phrase.ordinal,
            "as_called": as_called(phrase.head, event.series),
            "annual": "annual" in phrase.cues,
            "series": event.series,
        }
        since = since_of(doc, mention, annual=extra["annual"]) if phrase.ordinal > 1 else None
        if since is not None:
            extra["since"] = since
        apart = phrase.numbered or (mention.start, mention.end)
        sentence = doc.sentence_of(mention.start)
        if sentence is not None and looks_back(doc, sentence, event):
            extra["earlier"] = True
        draft = Draft(
            "event_ordinal", subject_of(event), event_value(doc, event, extra), min(mention.start, apart[0]),
            max(mention.end, apart[1]), when=event.interval, modality=modality_of(mention, event),
        )  # fmt: skip
        claim = make_claim(doc, draft)
        if claim is not None:
            yield claim
    for claim in find_numbers(doc, taken):
        taken.append((claim.start, claim.end))
        yield claim
    yield from find_nth(doc, taken)


def as_called(head: str, series: str | None) -> str:
    """The head noun in the singular; a round of a dialogue is called by its series."""
    low = head.casefold()
    if low in {"round", "session", "edition", "meeting", "meetings", "met", "it", "event"} and series is not None:
        return series.rpartition("-")[2]
    return low.removesuffix("s") if low.endswith("s") and low != "talks" else low


def keys(claim: Claim) -> tuple[str, ...]:
    """Ordinals meet in the family of their event, and those of one kind of event for sources of one news."""
    if claim.value.get("nth"):
        return (*nth_keys(claim), *same_ordinal_keys(claim))
    own = (*event_keys(claim), *shown_keys(claim)) if "event" in claim.value else ()
    return (*own, *number_keys(claim), *same_ordinal_keys(claim))


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding for each series and ordinal, one for each instance with two ordinals, one for a series miscounted."""
    if block.key.startswith(SAME):
        return judge_same_ordinals(claims, block)
    if block.key.startswith(NTH):
        return list(judge_nth(claims, block))
    if block.key.startswith(NUMBERED):
        return judge_numbered(claims, block)
    groups: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((str(claim.value["series"]), int(claim.value["ordinal"])), []).append(claim)
    disputed = _counted_twice(claims, block)
    findings = []
    for (series, ordinal), group in _told_apart(groups, block):
        inside = [i for i in disputed if any(block.instance_of(c) is i for c in group)]
        others = [
            c for c in claims
            if c not in group and c.value["series"] == series and any(block.instance_of(c) is i for i in inside)
        ]  # fmt: skip
        finding = judge_ordinal(ordinal, group, block, others)
        findings.append(finding)
        if finding.rule == "EUC331":  # which tells of these events' other numbers as well
            disputed = [i for i in disputed if i not in inside]
    findings += [judge_instance(i, [c for c in claims if block.instance_of(c) is i], block) for i in disputed]
    return [*findings, *judge_yearly(claims, block), *judge_since(claims, block)]


def _told_apart(
    groups: Mapping[tuple[str, int], list[Claim]], block: "Block"
) -> Iterator[tuple[tuple[str, int], list[Claim]]]:
    """The claims of each number of a series; 'the second meeting' of nobody knows what, by event."""
    for key, group in sorted(groups.items()):
        if not all(is_plain(c, block) for c in group) or any(block.one_news(a, b) for a, b in combinations(group, 2)):
            yield key, group
            continue
        events: dict[str, list[Claim]] = {}
        for claim in group:
            instance = block.instance_of(claim)
            events.setdefault(instance.key if instance is not None else "", []).append(claim)
        yield from ((key, events[k]) for k in sorted(events))


def _counted_twice(claims: Sequence[Claim], block: "Block") -> list[Instance]:
    """The events that are given two numbers of one series, also where a source leaves out words of its name."""
    found = []
    for instance in block.instances:
        own = [c for c in claims if block.instance_of(c) is instance]
        if len({c.value["ordinal"] for c in own}) < _TWO:
            continue
        told = {str(c.value["series"]): profile_of(c) for c in own}
        if all(one_series(a, b) for a, b in combinations(told.values(), 2)):
            found.append(instance)
    return found


_TWO = 2

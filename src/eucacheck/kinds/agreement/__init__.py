"""What became of an agreement: negotiated, initialled, signed, in force, adopted, when, where and by whom.

## Finds
An agreement, memorandum, strategy, roadmap, declaration or the like beside a word for what was done to it: "the EPCA
was initialled in Bishkek on July 6", "signed a Memorandum of Understanding on raw materials", "negotiations on the
agreement began in 2019", "in force since March 2020". The pack knows some agreements under all their names; others
are known by their head noun, topic and parties, an acronym by its long name. "The loan agreement" has no name: what
it is for, how large it is and who signed it stand in the sentences around it.

## Same fact
The agreement and the action. Unknown agreements of two sources are one where sort, parties and the words of name and
topic agree; where two sources tell of a signing within days also by topic, sum, parties and signatories alone, if
nothing else of the other source fits. A joint statement or communique without a name of its own is another one at
each meeting.

## Compared
Signed against initialled at one time (an undated report has the time of its publication) is a conflict. Dates of one
action that exclude each other are a conflict, unless one is approximate, only the year was inferred, or a plan came
before; so are places of which neither contains the other, two signatories beside one that both sources name, and "not
signed" or "put off" against an earlier "signed". What several bodies do in turn (ratify, endorse, present, launch) is
not compared by date.

## Value
`{"agreement": identifier, "name": as printed, "known": bool, "sort": sort, "action": action, "date": EDTF | null,
"year_stated": bool, "place": identifier | null, "parties": [identifier], "name_stems": [stem], "topic_stems": [stem],
"stages": bool, "by": [person], "form": form, "story": {"topic": whether the words are its own, "words": [stem],
"with": [identifier], "sums": [sum], "told": EDTF | null}}`.

## Rules
EUC501 signed against initialled. EUC502 two dates. EUC503 two places. EUC504 a plan that was moved or carried out.
EUC505 done against not done. EUC506 as told. EUC507 two signatories for one side. EUC951 a date, EUC952 a place
against the reference.

## Example
"signed on 6 July in Bishkek" in one source, "initialled in Bishkek on July 6" in another: EUC501.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from eucacheck.claims import Draft, make_claim
from eucacheck.kinds._happenings.deeds import deed_of
from eucacheck.kinds._wording.instrument_words import LENDING, OCCASION
from eucacheck.kinds.agreement.actions import Act, find_acts
from eucacheck.kinds.agreement.days import PAPER_DAY, day_keys, judge_days
from eucacheck.kinds.agreement.headlines import find_ahead
from eucacheck.kinds.agreement.identity import agreements_of, keys_of
from eucacheck.kinds.agreement.instruments import entities_in, find_instruments
from eucacheck.kinds.agreement.siblings import find_sibling_acts
from eucacheck.kinds.agreement.story import story_of
from eucacheck.kinds.agreement.verdicts import judge_agreement
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

RULES = {
    "EUC501": "One agreement is said to be signed and to be only initialled at one time.",
    "EUC502": "One action on an agreement stands on two dates that exclude each other.",
    "EUC503": "One action on an agreement is put in two places of which neither contains the other.",
    "EUC504": "What was planned for an agreement was moved or carried out at another time.",
    "EUC505": "An action on an agreement is denied or still planned after another source has it done.",
    "EUC506": "What was done to an agreement, as sources tell it.",
    "EUC507": "One side of an agreement is signed for by different people.",
    "EUC811": "A headline has an agreement signed that its text has still to come.",
    "EUC951": "A source dates an action on an agreement otherwise than the reference.",
    "EUC952": "A source puts an action on an agreement in another place than the reference.",
}
_MOST_PARTIES = 8
_ACTS_OF_OCCASIONS = frozenset({"adopted", "issued", "signed", "endorsed", "dated"})
_ACTS_OF_LENDING = frozenset({"signed", "initialled", "ratified"})
_ACTS_OF_TEXTS = frozenset({"statement", "communique", "declaration", "roadmap", "strategy"})


def find(doc: "Document") -> Iterator[Claim]:
    """Each action on an instrument, quoted from the one to the other with date and place."""
    instruments = find_instruments(doc)
    acts = [a for a in find_acts(doc, instruments) if _plausible(a)]
    acts += list(find_sibling_acts(doc, instruments, acts))
    parties: dict[str, list[str]] = {}
    for act in acts:
        told = _parties(doc, act)
        if act.instrument.entity not in parties or not any(
            p.startswith("country:") for p in parties[act.instrument.entity]
        ):
            parties[act.instrument.entity] = told
    for act in acts:
        value = _value(
            doc, act, _parties(doc, act) if act.instrument.form == "occasion" else parties[act.instrument.entity]
        )
        draft = Draft(
            "agreement",
            value["agreement"],
            value,
            act.start,
            act.end,
            when=act.date.interval if act.date is not None else None,
            where=act.place.entity if act.place is not None else None,
            modality=act.modality,
            polarity=act.polarity,
            confidence=0.9 if act.instrument.known else 0.75,
        )
        drafts = (draft, *_when_and_where(doc, act, value))
        yield from (claim for one in drafts if (claim := make_claim(doc, one)) is not None)
    for ahead in find_ahead(doc, acts):
        value = _value(doc, ahead.act, parties[ahead.act.instrument.entity])
        value |= {"action": "negotiations-opened", "date": None, "year_stated": True, "place": None, "by": []}
        claim = make_claim(
            doc,
            Draft("agreement", value["agreement"], value, ahead.start, ahead.end, modality="planned", confidence=0.75),
        )
        if claim is not None:
            yield claim


def _when_and_where(doc: "Document", act: Act, value: dict[str, Any]) -> Iterator[Draft]:
    """The day and the place of a step in the life of an agreement, as a date and a place of their own.

    They are told with the dates and places of events, and judged with the agreement.
    """
    if act.action not in _STEPS or not act.polarity:
        return
    of, interval = value["agreement"], act.date.interval if act.date is not None else None
    told = {"step": act.action, "of": of, **deed_of(doc, act.start, act.end)}
    if interval is not None:
        known = {"edtf": interval.edtf, "year_stated": interval.year_stated, **told}
        subject = f"{act.action}:{of.partition(':')[2]}"
        yield Draft(
            "event_date", subject, known, act.start, act.end, when=interval, modality=act.modality, confidence=0.7
        )
    if act.place is not None:
        known = {"place": act.place.entity, **told}
        yield Draft(
            "event_place", f"{act.action}:{of.partition(':')[2]}", known, act.start, act.end, when=interval,
            where=act.place.entity, modality=act.modality, confidence=0.7,
        )  # fmt: skip


_STEPS = frozenset(
    "signed initialled ratified adopted concluded in-force applied-provisionally negotiations-opened".split()
)


def _plausible(act: Act) -> bool:
    """Statements are issued and adopted, not launched; treaties are signed, not issued."""
    sort, action = act.instrument.sort, act.action
    if sort in OCCASION and not act.instrument.known:
        return action in _ACTS_OF_OCCASIONS
    if sort in LENDING or act.instrument.form == "bare":
        return action in _ACTS_OF_LENDING or (action == "concluded" and act.date is not None)
    if action in {"issued", "presented", "launched", "endorsed"}:
        return sort in _ACTS_OF_TEXTS
    return True


def _value(doc: "Document", act: Act, parties: list[str]) -> dict[str, Any]:
    one = act.instrument
    entity = one.entity
    interval = act.date.interval if act.date is not None else None
    if one.form == "occasion":
        time = interval or doc.source.published
        stamp = f"{time.start:%Y-%m}" if time is not None and time.start is not None else doc.source.id[:8]
        entity = f"{entity}-{stamp}"
    return {
        "agreement": entity,
        "name": " ".join(one.words.split()),
        "known": one.known,
        "sort": one.sort,
        "action": act.action,
        "date": interval.edtf if interval is not None else None,
        "year_stated": interval.year_stated if interval is not None else True,
        "place": act.place.entity if act.place is not None else None,
        "parties": parties,
        "name_stems": list(one.name),
        "topic_stems": list(one.topic),
        "stages": act.stages,
        "by": sorted({p.person for p in act.signers}),
        "form": one.form,
        "story": story_of(doc, act, parties),
    }


def _parties(doc: "Document", act: Act) -> list[str]:
    """The parties that the phrase or the pack names, else the countries and bodies of the sentence, places aside."""
    if act.instrument.parties:
        return sorted(set(act.instrument.parties))[:_MOST_PARTIES]
    sentence = doc.sentence_of(act.start)
    if sentence is None:
        return []
    return sorted(
        {
            e.entity
            for e in entities_in(doc, sentence.start, sentence.end)
            if e.form != "metonym"
            and not doc.shadow[max(0, e.start - 7) : e.start].casefold().rstrip().endswith((" in", " in the"))
            and e.type != "region"
        }
    )[:_MOST_PARTIES]


def keys(claim: Claim) -> tuple[str, ...]:
    """Known agreements meet by identifier, others by sort and parties, by what tells of one story, and by the day."""
    return (*keys_of(claim), *day_keys(claim))


def judge(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """The findings on each agreement of the block."""
    if block.key.startswith(PAPER_DAY):
        return list(judge_days(claims, block))
    findings: list[Finding] = []
    for group in agreements_of(claims, block):
        findings += judge_agreement(group, block)
    return findings

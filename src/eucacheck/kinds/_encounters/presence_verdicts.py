"""A person who is away in one report of a news, and acts in another, to findings.

One report has X meet the guest, sign, lead the delegation or accompany somebody; another has X ill, abroad or excused.
Where neither report has both, and no days keep the two apart, they cannot both be true.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from eucacheck.compare.dates import least_gap
from eucacheck.compare.names import person_key
from eucacheck.edtf import parse_edtf
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._encounters.dated import same_party, same_speaker
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.records import Claim, Finding, Interval

if TYPE_CHECKING:
    from eucacheck.facts import Block

PREFIX: Final = "there:"
IN_PERSON: Final = frozenset(
    {"by open", "by chair", "by hand", "by accept", "by present", "by teach", "by attend", "by lead"}
)
"""Parts in a deed that nobody has from afar."""
_PERSON: Final = "person:"
Named = dict[str, str]


def presence_keys(people: Sequence[Mapping[str, str]]) -> tuple[str, ...]:
    """The blocks of persons, each `{"id", "name"}`, in which who is away meets who is there."""
    keys = {person_key(p["name"]) for p in people if p["id"].startswith(_PERSON) and p["name"]}
    return tuple(sorted(f"{PREFIX}{k}" for k in keys if k))


def people_of(claim: Claim) -> list[Named]:
    """Give the persons whom a claim has somewhere: who take part, meet or lead."""
    value = claim.value
    if claim.kind == "participant":
        return [] if value["group"] else [{"id": str(value["participant"]), "name": str(value["name"])}]
    if claim.kind == "meeting":
        return [{"id": str(p["id"]), "name": str(p["name"])} for p in value["with"]]
    if claim.kind == "statement":
        named = value["answers"] if "slot" in value and str(value["slot"]) in IN_PERSON else []
        return [
            {"id": n, "name": n.partition(":")[2].replace("-", " ").title()} for n in named if n.startswith(_PERSON)
        ]
    return [{"id": str(value["person"]), "name": str(value["name"])}] if claim.kind == "event_chair" else []


def judge_presence(block: "Block") -> Iterator[Finding]:
    """One finding a person of the block."""
    away = [c for c in block.claims if c.kind == "participant" and not c.value["present"] and _told(c)]
    done: list[Named] = []
    for gone in away:
        person = people_of(gone)[0] if people_of(gone) else None
        if person is None or not person["id"].startswith(_PERSON) or any(same_party(person, d) for d in done):
            continue
        here = [c for c in block.claims if _is_there(c) and any(same_party(person, p) for p in people_of(c))]
        own = {c.source for c in here}
        absent = [c for c in away if any(same_party(person, p) for p in people_of(c)) and c.source not in own]
        pairs = [(c, g) for c in here for g in absent if _opposed(c, g, block)]
        if pairs:
            done.append(person)
            yield _finding(person, [c for c, _ in pairs], [g for _, g in pairs], block)


def _told(claim: Claim) -> bool:
    return claim.modality in {"assertion", "reported"} and claim.passage != "teaser"


def _is_there(claim: Claim) -> bool:
    """Somebody is there in person, for what was held."""
    value = claim.value
    if not _told(claim) or not claim.polarity or value.get("remote"):
        return False
    if claim.kind == "participant":
        return bool(value["present"]) and not value["named"]
    if claim.kind == "meeting":
        return bool(value["status"] == "made" and value["form"] == "in person")
    return claim.kind in {"event_chair", "statement"}


def _opposed(here: Claim, gone: Claim, block: "Block") -> bool:
    if not block.one_news(here, gone):
        return False
    if not same_speaker(here, gone):
        block.demote(here, gone, "reported-by-third-party: one side is only reported")
        return False
    one, other = _day(here), _day(gone)
    if one is not None and other is not None and (least_gap(one, other) or 0) > 0:
        block.demote(here, gone, "other-time: away on another day")
        return False
    if gone.value.get("away") == "travel" and here.kind == "meeting":
        block.demote(here, gone, "other-event: who did not travel may receive somebody at home")
        return False
    both = "event" in here.value and "event" in gone.value and here.kind == gone.kind
    return not (both and block.instance_of(here) is block.instance_of(gone))  # judged at the event


def _day(claim: Claim) -> Interval | None:
    """The day that the source itself gives for it."""
    event: Mapping[str, Any] = claim.value.get("event") or {}
    edtf = claim.value.get("date") or (event.get("date") if event.get("date_basis") != "document" else None)
    return parse_edtf(str(edtf)) if edtf else None


def _finding(person: Named, here: Sequence[Claim], gone: Sequence[Claim], block: "Block") -> Finding:
    known = block.pack.people.get(person["id"])
    name = (
        known.name
        if known is not None
        else max(
            (p["name"] for c in (*here, *gone) for p in people_of(c) if same_party(p, person)),
            key=lambda n: (len(n), n),
        )
    )
    answers = [
        block.answer({"present": True}, "there", here),
        block.answer({"present": False}, "not there", gone),
    ]
    told = answers_in_words(answers, block)
    when = next((str(p.edtf) for c in (*gone, *here) if (p := block.around.published.get(c.source)) is not None), "")
    question = f"Was {name} there himself or herself{f' (reported about {when[:7]})' if when else ''}?"
    summary = f"Reports of one news differ on whether {name} was there in person: {told}"
    why = "one report has the person act on the spot, another has the person away"
    return make_finding(
        Judgement("EUC361", "participant", "conflict", person["id"], question, summary, why, answers, 0.65)
    )

"""Who signed, in two reports of one news, to findings: one signatory is the same, the other is not.

A report often says who signed in a sentence that does not name the document ("put their names to it", "X signed for the
Union and Y for Z"). Two signatories of a sentence are taken, and compared only where each report has one such sentence.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.compare.names import person_key
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._encounters.dated import same_party
from eucacheck.kinds._happenings.sides import of_office
from eucacheck.kinds._wording.words import answers_in_words
from eucacheck.kinds.participant.presence import bare_event
from eucacheck.records import Claim, Finding, Sentence

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document
    from eucacheck.records import PersonMention

PREFIX: Final = "signs:"
_ACT: Final = regex.compile(
    r"\b(?:signed|initialled|held\s+the\s+pens?|put\s+pen\s+to\s+paper|(?:put|set|affixed)\s+(?:his|her|their)\s+(?:signatures?|initials|names?)\s+(?:to|under|on))\b"
    r"(?!\s+(?:off|up|by)\b)",
    regex.I,
)
_PASSIVE: Final = regex.compile(
    r"\b(?:initials|signatures?)\s+(?:were|was|are)\s+(?:put|affixed|added|placed)\s+(?:[^.;,\n]{0,40}\s)?by\b"
    r"|\b(?:signatures|names|initials)\s+(?:[^.;,\n]{0,40}?\s)?(?:are|were)\s+(?:(?:now|also)\s+)?(?:those\s+)?of\b"
    r"|\b(?:stands?|are|were)\s+the\s+(?:signatures|names|initials)\s+of\b|\bsignatories\s+(?:were|are)\b"
    r"|\bpens?\s+(?:was|were|is|are)\s+held\s+by\b"
    r"|\b(?:signed|initialled)\s+(?:[^.;,\n]{0,60}\s)?by\b|\b(?:bears?|bore)\s+the\s+signatures\s+of\b",
    regex.I,
)
_OTHER_WORK: Final = regex.compile(
    r"\b(?:during|after|before|while|who|whom|presence|witness\w{0,4}|told|said|met|meets|attend\w{0,3}|watch\w{0,3}"
    r"|overs\w{2,6}|hope[sd]?|ask\w{0,3}|will|would|is\s+to|are\s+to|not|former|late|predecessor|behalf\s+of\s+(?:his|her))\b",
    regex.I,
)
_PAPER: Final = regex.compile(
    r"\b(memorandum|memoranda|agreement|contract|loan|protocol|declaration|statement|convention|plan|programme|grant|letter)s?\b",
    regex.I,
)
_TWO: Final = 2
_NEAR: Final = 200
Signers = tuple["PersonMention", "PersonMention"]


def find_signatures(doc: "Document", sentence: Sentence) -> tuple[int, int, Signers] | None:
    """The span and the two signatories of a sentence that says who signed; None where it names more, or does more."""
    if sentence.role not in {"body", "caption"} or not doc.own_article(sentence.start):
        return None
    act = _ACT.search(doc.shadow, sentence.start, sentence.end)
    passive = _PASSIVE.search(doc.shadow, sentence.start, sentence.end)
    cue = passive or act
    if cue is None or _OTHER_WORK.search(doc.shadow, sentence.start, sentence.end):
        return None
    inside = [p for p in doc.persons if sentence.start <= p.start and p.end <= sentence.end and p.form != "pronoun"]
    named = [p for p in inside if p.form in {"full", "surname"}]
    if len(named) != _TWO or len(inside) != _TWO or named[0].person == named[1].person:
        return None
    first, second = named
    placed = cue.end() <= first.start if cue is passive else first.end <= cue.start()
    if ";" in doc.shadow[first.end : min(second.start, max(first.end, cue.start()))]:
        return None  # "X was at the site; Y signed": X is of another clause
    if not placed or abs(first.start - cue.start()) > _NEAR:
        return None
    return min(first.start, cue.start()), max(second.end, cue.end()), (first, second)


def signature_value(doc: "Document", start: int, end: int, signers: Signers) -> dict[str, Any]:
    """The value of a claim on two signatories."""
    told: list[dict[str, str | None]] = []
    names: list[str] = []
    for one in signers:
        known = doc.pack.people.get(one.person)
        full = [p.name for p in doc.persons if p.person == one.person and p.name]
        side = of_office(doc, one)
        name = known.name if known is not None else max(full, key=len)
        names.append(name)
        told.append({"id": one.person, "name": name, "side": side.party if side is not None else None})
    sentence = doc.sentence_of(start)
    low, high = (sentence.start, sentence.end) if sentence is not None else (start, end)
    papers = sorted({m[1].casefold() for m in _PAPER.finditer(doc.shadow, low, high)})
    return {
        "participant": "group:signatories", "name": " and ".join(names), "key": "group:signatories",
        "present": True, "represented_by": None, "representative": None, "level": None, "members": [], "group": True,
        "named": False, "signers": told, "papers": papers, "event": bare_event(doc, start),
    }  # fmt: skip


def signature_keys(claim: Claim) -> tuple[str, ...]:
    """The blocks of each signatory."""
    return tuple(sorted({f"{PREFIX}{person_key(s['name'])}" for s in claim.value.get("signers", ())}))


def judge_signatures(claims: Sequence[Claim], block: "Block") -> Iterator[Finding]:
    """One finding for the first two reports of one news that agree on one signatory and differ in the other."""
    by_source: dict[str, list[Claim]] = {}
    for claim in claims:
        if "signers" in claim.value and claim.modality in {"assertion", "reported"}:
            by_source.setdefault(claim.source, []).append(claim)
    sole = {s: own[0] for s, own in by_source.items() if len(own) == 1}
    for a, b in combinations(sorted(sole), 2):
        x, y = sole[a], sole[b]
        left, right = _others(x, y), _others(y, x)
        if len(left) != 1 or len(right) != 1 or not block.one_news(x, y):
            continue
        papers = set(x.value["papers"]), set(y.value["papers"])
        sides = {left[0]["side"], right[0]["side"]} - {None}
        if (all(papers) and not papers[0] & papers[1]) or len(sides) > 1:
            block.demote(x, y, "other-event: another document, or another side of it")
            continue
        yield _finding((x, left[0]), (y, right[0]), block)
        return


def _others(these: Claim, those: Claim) -> list[dict[str, Any]]:
    return [s for s in these.value["signers"] if not any(same_party(s, t) for t in those.value["signers"])]


def _finding(one: tuple[Claim, dict[str, Any]], other: tuple[Claim, dict[str, Any]], block: "Block") -> Finding:
    shared = next(s["name"] for s in one[0].value["signers"] if s["id"] != one[1]["id"])
    answers = [block.answer({"signer": s["id"]}, str(s["name"]), [c]) for c, s in (one, other)]
    names = " or ".join(sorted(a.text for a in answers))
    told = answers_in_words(answers, block)
    return make_finding(
        Judgement(
            "EUC361", "participant", "conflict", f"signature:{min(one[1]['id'], other[1]['id'])}",
            f"Who signed beside {shared}: {names}?",
            f"Reports of one news name different signatories beside {shared}: {told}",
            "one signatory is the same in both reports, and the other is not the same person", answers, 0.65,
        )
    )  # fmt: skip

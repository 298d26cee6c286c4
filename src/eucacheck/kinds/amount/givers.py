"""Sums and who gives each of them, where a text tells of several; two sources that have them the other way round.

    giver := GIVER lends [a loan of] SUM  |  and GIVER SUM  |  SUM from GIVER  |  SUM is paid by GIVER
             |  GIVER's share of SUM

One pair of sums and one pair of givers in two texts are one story; where the first gives in one text what the second
gives in the other, one of the texts has interchanged them.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._figures.figure_words import say_amount
from eucacheck.kinds._figures.stories import within_days
from eucacheck.kinds._wording.words import answers_in_words, listed
from eucacheck.records import Claim, EntityMention, Finding, QuantityMention
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.facts import Block
    from eucacheck.mentions.document import Document

_ACRONYM: Final = r"(?:\s\([^()\n]{1,24}\))?(?:\sGlobal)?"
_HELPS: Final = r"(?:(?:will|would|is|has|had|to|also|then|now|itself|alone|in\sturn|each)\s){0,3}"
_GIVES: Final = (
    r"(?:lends?|lent|gives?|gave|given|provid(?:es|ed|e|ing)|contribut(?:es|ed|e|ing)|adds?|added|pays?|paid|invest(?:s|ed)?|"
    r"allocat(?:es|ed|e)|offer(?:s|ed)?|pledg(?:es|ed|e)|commit(?:s|ted)?|grants|granted|puts?|donat(?:es|ed|e)|"
    r"mobili[sz](?:es|ed|e)|financ(?:es|ed|e)|funds|funded|brings?|brought|earmark(?:s|ed)?|sets?|approv(?:es|ed)|"
    r"extend(?:s|ed)?|disburs(?:es|ed)|covers?|covered|supports?|supported)"
)
_ACTIVE: Final = regex.compile(
    rf"{_ACRONYM}\s{_HELPS}{_GIVES}\s"
    r"(?:(?!from\b|by\b)[\p{Ll}'-]{1,16}\s|\p{Lu}[\p{L}-]{2,16}\s){0,6}"
)
_SIGNS: Final = regex.compile(
    rf"{_ACRONYM}\s(?:has\s|had\s)?(?:signed|signs)\s(?:an?|the)\s(?:loan|credit|grant)\s(?:of|for|worth)\s"
)
_OWNS: Final = regex.compile(
    rf"{_ACRONYM}'s\s(?:(?:own\s)?(?:share|part|contribution|loan|grant|credit|tranche)\s"
    r"(?:of\s|is\s|comes\sto\s|amounts\sto\s|was\s)?)?"
    r"(?:about\s|some\s|around\s)?"
)
_GAPPED: Final = regex.compile(rf"{_ACRONYM},?\s(?:another\s|a\sfurther\s|some\s|about\s|around\s|with\s)?")
_JOINS: Final = regex.compile(r"[^.;:\n]{0,90}?(?:,\s|\sand\s|;\s|\swhile\s)(?:the\s)?")
_BEHIND: Final = regex.compile(
    r"(?:\s(?:loans?|grants?|credits?|in\s(?:loans|grants)|as\san?\s(?:loan|grant)|of\sit|of\sthis))?,?"
    r"\s(?:(?:is|are|was|were|will\sbe|comes?|came|to\sbe)\s)?"
    r"(?:(?:lent|provided|paid|given|contributed|financed|covered|put\sup|invested|granted|pledged)\sby|from)\s(?:the\s)?"
)
_NEAR: Final = 4
"""Sentences in which two sums of two givers are told together."""
_WEEKS: Final = 31
_LEAD: Final = 110
_KINDS: Final = frozenset({"org", "country"})


def givers_of(doc: "Document", money: Sequence[QuantityMention]) -> dict[int, list[dict[str, str]]]:
    """For each sum with a giver, by its start: all pairs of giver and sum that are told near it, its own the first."""
    own: dict[int, str] = {}
    for figure in money:
        giver = _giver(doc, figure, [m for m in money if m.start in own and m.end <= figure.start])
        if giver is not None:
            own[figure.start] = giver
    told = [m for m in money if m.start in own]
    found: dict[int, list[dict[str, str]]] = {}
    for one in told:
        beside = [m for m in told if m.unit == one.unit and m.low != one.low and own[m.start] != own[one.start]]
        beside = [m for m in beside if _sentences(doc, one, m) <= _NEAR]
        if beside:
            found[one.start] = [{"giver": own[m.start], "amount": str(m.low)} for m in (one, *beside)]
    return found


def _sentences(doc: "Document", a: QuantityMention, b: QuantityMention) -> int:
    return abs(doc.sentence_index(a.start) - doc.sentence_index(b.start))


def _giver(doc: "Document", figure: QuantityMention, earlier: Sequence[QuantityMention]) -> str | None:
    """The body or country that gives a sum; None where no words of giving tie them."""
    sentence = doc.sentence_of(figure.start)
    if sentence is None:
        return None
    inside = between(doc.entities, sentence.start, sentence.end)
    bodies = [e for e in inside if e.type in _KINDS and e.form != "metonym"]
    behind = _BEHIND.match(doc.shadow, figure.end, sentence.end)
    if behind is not None:
        named = next((e for e in bodies if e.start == behind.end()), None)
        if named is not None:
            return named.entity
    for body in reversed([e for e in bodies if figure.start - _LEAD <= e.end <= figure.start]):
        if _before(doc, body, figure):
            return body.entity
        last = earlier[-1] if earlier and earlier[-1].start >= sentence.start else None
        if last is not None and _GAPPED.fullmatch(doc.shadow, body.end, figure.start) is not None:
            return body.entity if _JOINS.fullmatch(doc.shadow, last.end, body.start) is not None else None
    return None


def _before(doc: "Document", body: EntityMention, figure: QuantityMention) -> bool:
    """'GIVER lends SUM', 'BANK signed a loan of SUM', 'GIVER's share of SUM'."""
    if body.form == "adjective" and doc.shadow[body.end : body.end + 1] != "'":
        return False
    known = doc.pack.organisations.get(body.entity)
    bank = known is not None and known.kind == "bank"
    return (
        _ACTIVE.fullmatch(doc.shadow, body.end, figure.start) is not None
        or _OWNS.fullmatch(doc.shadow, body.end, figure.start) is not None
        or (bank and _SIGNS.fullmatch(doc.shadow, body.end, figure.start) is not None)
    )


def giver_keys(givers: Sequence[dict[str, str]], currency: str) -> Iterator[str]:
    """The blocks in which two sums meet that the same two give, whoever gives which."""
    own = givers[0] if givers else {}
    for other in givers[1:]:
        sums, names = sorted((own["amount"], other["amount"])), sorted((own["giver"], other["giver"]))
        yield f"givers:{currency}:{'+'.join(sums)}:{'+'.join(names)}"


def judge_givers(claims: Sequence[Claim], block: "Block") -> list[Finding]:
    """One finding where the first of two gives in one source what the second gives in another."""
    _, _, sums, names = block.key.split(":", 3)
    sides: dict[bool, list[Claim]] = {}
    for claim in claims:
        own = claim.value["givers"][0]
        side = names.startswith(f"{own['giver']}+") == sums.startswith(f"{own['amount']}+")
        sides.setdefault(side, []).append(claim)
    return _finding([sides[k] for k in sorted(sides)], block)


def _finding(groups: Sequence[Sequence[Claim]], block: "Block") -> list[Finding]:
    sources = [{c.source for c in g} for g in groups]
    if len(groups) < 2 or sources[0] & sources[1]:
        return []
    near = any(block.one_news(a, b) or within_days(a, b, block, _WEEKS) for a in groups[0] for b in groups[1])
    if not near:
        return []
    answers = [block.answer({"givers": _told(g, block)}, _told(g, block), g) for g in groups]
    who = listed(sorted({block.pack.name_of(c.value["givers"][0]["giver"]) for g in groups for c in g}))
    summary = f"Sources give the sums of {who} the other way round: {answers_in_words(answers, block)}"
    why = "one pair of sums and one pair of givers, interchanged in one of the sources"
    question = f"Who gives which sum: {who}?"
    return [
        make_finding(
            Judgement("EUC401", "amount", "conflict", groups[0][0].subject, question, summary, why, answers, 0.7)
        )
    ]


def _told(group: Sequence[Claim], block: "Block") -> str:
    pairs: dict[str, Any] = {}
    for claim in group:
        pairs.setdefault(block.pack.name_of(claim.value["givers"][0]["giver"]), say_amount(claim))
    return listed([f"{name} {text}" for name, text in sorted(pairs.items())])

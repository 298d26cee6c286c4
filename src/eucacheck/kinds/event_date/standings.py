"""What a country has been or had since a day: "a beneficiary of the scheme since 10 April 2021", "joined it in 2016".

A standing is identified by the scheme, treaty or body and by the one country that has it, so that sources meet that
tell it in other words. Growth since a day ("exports have doubled since") is no standing.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import regex

from eucacheck.kinds._happenings.steps import Milestone
from eucacheck.records import DateMention, EntityMention, Sentence
from eucacheck.spans import between

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_SINCE = regex.compile(r"\b(?:since|as\s+of)\s+(?:the\s+)?(?:\w{3,10}\s+of\s+)?$", regex.I)
_STANDS = regex.compile(
    r"\b(?:(?:an?|the|full|its|active|associate)\s+(?:beneficiary|member|observer|participant|party|recipient|signatory)"
    r"|(?:beneficiary|membership|observer)(?=\s+(?:status|since|of))"
    r"|enjoy(?:s|ed|ing)?|benefit(?:s|ed|ing)?\s+(?:from|under)|duty[- ]free|tariff[- ]free|preferential\s+access"
    r"|(?:has|have|had)\s+(?:had|held|received|taken\s+part)"
    r"|(?:been|is|are|was|were)\s+(?:a\s+)?(?:part|covered|included|eligible|associated|members?|beneficiar(?:y|ies)|observers?))\b",
    regex.I,
)
_GROWS = regex.compile(
    r"\b(?:(?:doubl|tripl|quadrupl|declin|ris|increas)(?:e[ds]?|ing)|(?:expand|jump|surg|climb|drop|fall|grow)(?:s|p?ed|p?ing|en|n|th)?"
    r"|grew|rose|risen|fell|shr[aiu]nk)\b",
    regex.I,
)
"""Words of growth: "duty-free exports have doubled since" tells nothing of when the scheme began."""
_NOUN_OF = regex.compile(r"\b(?:member|observer|party|signatory|beneficiary|membership)\b", regex.I)
_GAINS = regex.compile(
    r"\b(?:obtain(?:ed|s)|receiv(?:ed|es)|gain(?:ed|s)|acquir(?:ed|es)|got|secured|won|(?:was|were|has\s+been)\s+(?:granted|given|admitted\s+to"
    r"|included\s+in|accepted\s+into)|granted|joined|joins|acced(?:ed|es)\s+to|became)\b",
    regex.I,
)
_TO_DATE = regex.compile(r"\b(?:in|on|from|as\s+of)\s+(?:the\s+)?(?:\w{3,10}\s+of\s+)?$", regex.I)
_STATUS = regex.compile(r"\b(?:status|member|membership|beneficiary|observer|party|access|preferences)\b", regex.I)
_JOINS = regex.compile(r"join|acced|admitted|member|observer|party", regex.I)
_SAME = regex.compile(
    r"\b(?:the\s+same|this|that|such|the)\s+(?:status|scheme|access|regime|treatment|preferences|system)\b", regex.I
)
_BACK = regex.compile(r"\b(?:the\s+(?:country|republic|state)|it|its)\b", regex.I)
_BREAK = regex.compile(
    r"[;:]|\s-\s|,\s+(?:and|but|while|whereas|though|although|so)\s"
    r"|\s+and(?=\s+(?:has|have|had|was|were|is|are|since|enjoy\w{0,3}|joined|obtained|received|gained|became)\b)",
    regex.I,
)
_SCHEMES = frozenset({"programme", "agreement", "route"})
_MOST = 200
"""Characters of a quote that a reader takes in at a glance."""


def find_standings(doc: "Document", sentence: Sentence, dates: Sequence[DateMention]) -> Iterator[Milestone]:
    """Give the standings that a sentence dates, of scheme and country; `dates` are those of the sentence."""
    for date in dates:
        if date.interval.start is None:
            continue
        low, high = _clause(doc.shadow, sentence, date)
        words = (
            _since(doc.shadow, low, high, date)
            or _gained(doc.shadow, low, date)
            or _under_from(doc.shadow, low, high, date)
        )
        if words is None:
            continue
        scheme = _scheme(doc, low, high, sentence)
        country = _country(doc, low, high, sentence)
        if scheme is not None and country is not None:
            yield Milestone(*words, "standing", "+".join(sorted((scheme, country))), date)


def _clause(shadow: str, sentence: Sentence, date: DateMention) -> tuple[int, int]:
    """The clause of a sentence in which a date stands."""
    cuts = [m.end() for m in _BREAK.finditer(shadow, sentence.start, sentence.end)]
    low = max((c for c in cuts if c <= date.start), default=sentence.start)
    high = min((c for c in cuts if c > date.end), default=sentence.end)
    return low, high


def _since(shadow: str, low: int, high: int, date: DateMention) -> tuple[int, int] | None:
    """The words that tell of a standing and the day since which it is."""
    since = _SINCE.search(shadow, max(low, date.start - 24), date.start)
    if since is None:
        return None
    stands = _STANDS.search(shadow, low, high)
    if stands is None or (_GROWS.search(shadow, low, high) and not _NOUN_OF.search(stands.group())):
        return None
    start, end = min(since.start(), stands.start()), max(date.end, stands.end())
    return (start, end) if end - start <= _MOST else (since.start(), date.end)


def _gained(shadow: str, low: int, date: DateMention) -> tuple[int, int] | None:
    """'obtained the status in 2016', 'joined the scheme on 10 April': from the verb to the day."""
    lead = _TO_DATE.search(shadow, max(low, date.start - 20), date.start)
    if lead is None:
        return None
    gains = next(iter(_GAINS.finditer(shadow, max(low, date.start - _MOST), lead.start())), None)
    if gains is None or _GROWS.search(shadow, gains.end(), lead.start()):
        return None
    told = _JOINS.search(gains.group()) or _STATUS.search(shadow, gains.end(), lead.start())
    return (gains.start(), date.end) if told else None


def _under_from(shadow: str, low: int, high: int, date: DateMention) -> tuple[int, int] | None:
    """'From 1 April its goods enter the union under the scheme'."""
    lead = _FROM_DAY.search(shadow, max(low, date.start - 24), date.start)
    under = _UNDER.search(shadow, low, high) if lead is not None else None
    if lead is None or under is None or _GROWS.search(shadow, low, high) is not None:
        return None
    start, end = min(lead.start(), under.start()), max(date.end, under.end())
    return (start, end) if end - start <= _MOST else (lead.start(), date.end)


_FROM_DAY = regex.compile(r"\b(?:from|as\s+of|starting(?:\s+(?:from|on))?|beginning)\s+(?:the\s+)?$", regex.I)
_UNDER = regex.compile(
    r"\b(?:enter(?:s|ed|ing)?|export(?:s|ed|ing)?|ship(?:s|ped|ping)?|sell(?:s|ing)?|sold|trad(?:e|es|ed|ing)|suppl(?:y|ies|ied))\b"
    r"[^.;\n]{0,70}?\bunder\s+(?:the\s+)?[\p{L}+]",
    regex.I,
)


def _scheme(doc: "Document", low: int, high: int, sentence: Sentence) -> str | None:
    """The one scheme of the clause, or the body of which one is a member; else that of the words before it."""
    inside = between(doc.entities, low, high)
    named = {e.entity for e in inside if e.type in _SCHEMES}
    if not named and _JOINS.search(doc.shadow, low, high):
        named = {e.entity for e in inside if e.type == "org" and _is_joined(doc.shadow, e, low)}
    if not named and _SAME.search(doc.shadow, low, high):
        before = [e for e in doc.entities if sentence.start - _MOST <= e.start < low and e.type in _SCHEMES]
        named = {e.entity for e in before[-1:]} or {
            e.entity
            for e in doc.entities
            if e.start < low and e.type in _SCHEMES and _STATUS_OF.search(doc.shadow, low, high)
        }
    return named.pop() if len(named) == 1 else None


_STATUS_OF = regex.compile(r"\b(?:the|this|that)\s+status\b", regex.I)
"""'The status': that of the one scheme which the text is about."""


def _main_country(doc: "Document", low: int) -> set[str]:
    """'The country': the one that the text names most, and oftener than any other, up to there."""
    counts = Counter(e.entity for e in doc.entities if e.type == "country" and e.start < low).most_common(2)
    clear = counts and (len(counts) == 1 or counts[0][1] > counts[1][1])
    return {counts[0][0]} if clear else set()


_INTO = regex.compile(
    r"\b(?:(?:member(?:ship)?|observer|party)\s+(?:status\s+)?(?:of|in|to|at)|joined|joins|acced(?:ed|es)\s+to|admitted\s+to)\s+(?:the\s+)?$",
    regex.I,
)


def _is_joined(shadow: str, body: EntityMention, low: int) -> bool:
    return _INTO.search(shadow, max(low, body.start - 40), body.start) is not None


def _country(doc: "Document", low: int, high: int, sentence: Sentence) -> str | None:
    """The one country of the clause; for "the country" and "its" that of the words before it."""
    own = {e.entity for e in between(doc.entities, low, high) if e.type == "country"}
    if not own:
        own = {e.entity for e in between(doc.entities, sentence.start, sentence.end) if e.type == "country"}
    if not own and _BACK.search(doc.shadow, low, high):
        before = doc.sentence_before(sentence)
        inside = between(doc.entities, before.start, before.end) if before is not None else ()
        own = {e.entity for e in inside if e.type == "country"}
        own = own if len(own) == 1 else _main_country(doc, low)
    return own.pop() if len(own) == 1 else None

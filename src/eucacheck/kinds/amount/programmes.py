"""A sum of money to the programme whose whole size it is: 'Global Gateway, worth SUM', 'the SUM programme'.

What a programme gives to one country or region, has spent so far or adds this year is not its size.
"""

from typing import TYPE_CHECKING, Final

import regex

from eucacheck.kinds._figures.figures import flat, within
from eucacheck.records import EntityMention, QuantityMention, Sentence

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_KIND: Final = (
    r"(?: (?:investment |external |infrastructure |research |connectivity |flagship )?"
    r"(?:initiative|strategy|programme|program|plan|scheme|project))?"
)
_AIMS: Final = (
    r"(?:(?:aims|seeks|plans|intends|is(?: (?:expected|designed|meant|due|set|supposed))?) to|will|would|to) "
    r"(?:mobili[sz]e|invest|raise|unlock|provide|channel|spend|leverage|reach|generate)"
)
_WITH: Final = (
    r"(?:,? with|,? worth|,? valued at|,? totall?ing|,? amounting to|,? backed by|"
    r"(?:,? which)? (?:has|is|was) (?:worth|endowed with)|(?:,? which)? has)"
)
_BUDGET: Final = (
    r"(?: its| (?:a|an|its)(?: (?:total|overall|seven-year|financial))? "
    r"(?:budget|envelope|volume|endowment|funding) of)?"
)
_BEHIND: Final = regex.compile(
    rf"{_KIND}(?: \([^()]{{1,40}}\))?,?(?:{_WITH}{_BUDGET}|(?P<aims>(?:,? which)? {_AIMS})|"
    r"'s? (?:total |overall )?budget (?:of|is|was|stands at)|:| \()"
    r"(?: ?(?:some|around|about|up to|more than|over|nearly|almost|as much as|at least|roughly|a total of|the sum of))?"
    r"\s*$",
    regex.I,
)
"""Between the name of a programme and its size."""
_BEFORE: Final = regex.compile(
    rf"(?:[- ]strong)? {_KIND.strip()}$|\s(?:budget|envelope|volume) (?:of|for)(?: the)?\s*$|\s?$", regex.I
)
"""Between the size of a programme and its name."""
_VOLUME: Final = regex.compile(
    r"\b[Ww]ith (?:a|its) (?:total |overall )?(?:volume|budget|envelope|value) of (?:about |some |around |up to )?$"
)
"""'With a volume of SUM, PROGRAMME ...'."""
_ENDS: Final = regex.compile(
    rf"{_KIND}(?!\s(?:investments?|packages?|projects?|funds?|funding|money|grants?|forum|loans?|pledge)\b|-)",
    regex.I,
)
_PART: Final = regex.compile(
    r"\b(?:so far|to date|already|until now|first|initial|further|another|additional|extra|a year|per year|"
    r"annual(?:ly)?|each year|every year|this year|last year|next year|of (?:which|this|that|it)|tranche)\b",
    regex.I,
)
_WITHIN: Final = regex.compile(
    r"\b(?:under|within|through|from|as part of|share|portion|half|third|quarter)\b", regex.I
)
_FOR: Final = regex.compile(
    r"\bfor\b(?!\s+(?:the\s+(?:period|years?|programme)\b|20\d\d))|"
    r"\b(?:in|into|across|to|towards|between|with)\s+(?:the\s+)?(?-i:\p{Lu})\w+",
    regex.I,
)
"""The money goes somewhere: to a purpose, a country, a region."""
_ALL: Final = regex.compile(
    r"\s*(?:(?:of|in) (?:[a-z-]+ ){0,3}(?:investments?|funding|financing|funds))?\s*"
    r"(?:worldwide|globally|around the (?:world|globe)|in total|by (?:the end of )?20\d\d|until 20\d\d|"
    r"(?:between|from|over|in|during) (?:the (?:period|years) )?20\d\d\b.{0,20})?\s*"
)
"""Behind a sum that a programme is to raise or spend: no more than that it is all of it."""
_SORT: Final = r"(?:[a-z-]{3,16} ){0,3}(?:initiative|strategy|programme|program|plan|scheme|drive|offensive)\b"
_WHOLE: Final = regex.compile(r"\s(?:in (?:all|total)|altogether|overall|worldwide|globally)", regex.I)
_APPOSED: Final = regex.compile(
    r"(?: \([^()]{1,40}\))?(?:,| -| \() ?(?:(?:an?|the|its|their|this)|(?:the )?(?:\w{2,12} ){0,2}\w{2,12}'s?) "
    r"(?:[a-z-]{3,14} ){0,2}$",
    regex.I,
)
"""Between a programme and the size of what it is: 'PROGRAMME, the SUM scheme', 'PROGRAMME - the Union's SUM drive'."""
_IS: Final = regex.compile(rf"[- ](?:strong )?{_SORT}", regex.I)
"""Behind a sum: the sort of thing that has this size."""
_DEFINITE: Final = regex.compile(r"(?:The|This|That) $")
_NOT_ONE: Final = regex.compile(
    rf"[- ](?:strong )?{_SORT}(?: (?:to|for|of|on|in|called|named|with)\b| (?-i:\p{{Lu}}))", regex.I
)
"""The plan has an aim or a name of its own: it need not be the one of the sentence before."""
_CLAUSE_ENDS: Final = regex.compile(r"[,;.)]|\s-\s|\s(?:as|which|that|and|but|while)\s")
_SPAN: Final = 120


def programme_of(doc: "Document", figure: QuantityMention, sentence: Sentence) -> str | None:
    """The programme of which a sum is the whole size; None where it is a part of it or the words do not say."""
    if _is_a_plan(doc, figure, sentence):
        told = _apposed(doc, figure, sentence) or _spoken_of(doc, figure, sentence)
        if told is not None:
            return told
    text = doc.shadow[max(sentence.start, figure.start - _SPAN) : min(sentence.end, figure.end + _SPAN)]
    if _PART.search(text) is not None:
        return None
    for entity in within(doc.entities, max(sentence.start, figure.start - _SPAN), min(sentence.end, figure.end + 60)):
        if entity.type == "programme" and doc.pack.figures_of(entity.entity):
            before = entity.end <= figure.start
            whole = _behind(doc, entity, figure, sentence) if before else _before(doc, entity, figure, sentence)
            if whole:
                return entity.entity
    return None


def _apposed(doc: "Document", figure: QuantityMention, sentence: Sentence) -> str | None:
    """'PROGRAMME, a SUM plan with which ...': said of the programme itself, whatever else the sentence tells of it."""
    before = within(doc.entities, max(sentence.start, figure.start - _SPAN), figure.start)
    for entity in (e for e in before if e.type == "programme" and doc.pack.figures_of(e.entity)):
        if _APPOSED.fullmatch(flat(doc, entity.end, figure.start)) is not None:
            return entity.entity
    return None


def _spoken_of(doc: "Document", figure: QuantityMention, sentence: Sentence) -> str | None:
    """'The SUM plan' where the sentence before names one programme and no other sum."""
    rest = flat(doc, figure.end, min(sentence.end, figure.end + _SPAN))
    opens = _DEFINITE.fullmatch(flat(doc, sentence.start, figure.start)) is not None
    if not opens or _NOT_ONE.match(rest) is not None:
        return None
    here = doc.sentence_index(figure.start)
    if here < 1 or doc.sentences[here - 1].article != sentence.article:
        return None
    low = doc.sentences[here - 1].start
    if any(q.type == "money" and low <= q.start < sentence.end and q is not figure for q in doc.quantities):
        return None
    named = {e.entity for e in within(doc.entities, low, sentence.end) if e.type in {"programme", "agreement", "route"}}
    return next(iter(named)) if len(named) == 1 and doc.pack.figures_of(next(iter(named))) else None


def _is_a_plan(doc: "Document", figure: QuantityMention, sentence: Sentence) -> bool:
    """A sum is the size of an initiative, plan or scheme that is for no one country or purpose."""
    rest = flat(doc, figure.end, min(sentence.end, figure.end + _SPAN))
    told = _IS.match(rest)
    return told is not None and _FOR.search(_clause(rest[told.end() :])) is None


def _behind(doc: "Document", entity: EntityMention, figure: QuantityMention, sentence: Sentence) -> bool:
    """'PROGRAMME, worth SUM', 'PROGRAMME aims to mobilise SUM'."""
    told = _BEHIND.fullmatch(flat(doc, entity.end, figure.start))
    if told is None:
        return False
    around = doc.shadow[max(sentence.start, figure.start - _SPAN) : min(sentence.end, figure.end + _SPAN)]
    rest = _clause(doc.shadow[figure.end : min(sentence.end, figure.end + _SPAN)])
    if told["aims"] is None and _WHOLE.fullmatch(rest) is not None:
        return True
    if _WITHIN.search(around) is not None:
        return False
    return _ALL.fullmatch(rest) is not None if told["aims"] else _FOR.search(rest) is None


def _before(doc: "Document", entity: EntityMention, figure: QuantityMention, sentence: Sentence) -> bool:
    """'the SUM PROGRAMME', 'a budget of SUM for PROGRAMME'."""
    gap = flat(doc, figure.end, entity.start)
    led = _VOLUME.search(flat(doc, max(sentence.start, figure.start - 40), figure.start)) is not None
    if _BEFORE.fullmatch(gap) is None and not (led and gap.removesuffix("the ") == ", "):
        return False
    if _ENDS.match(flat(doc, entity.end, min(sentence.end, entity.end + _SPAN))) is None:
        return False
    return _FOR.search(_clause(doc.shadow[entity.end : min(sentence.end, entity.end + _SPAN)])) is None


def _clause(rest: str) -> str:
    """What follows up to the end of the clause."""
    return _CLAUSE_ENDS.split(rest, maxsplit=1)[0]

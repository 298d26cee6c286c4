"""The clause of a figure to its scope: what was done, whether it is done yet, and of how much it speaks.

A part and a whole, a year and a sum of years, a plan and what was reached, those who came and those who signed carry
one noun in two sources and are two figures.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import regex

from eucacheck.kinds._figures.figures import GROWTH
from eucacheck.kinds._figures.purposes import topic_words
from eucacheck.records import Interval, QuantityMention, Sentence

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_N = r"(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_TIMES = r"(?:day|week|month|quarter|year|decade)s?"
_NTH = r"(?:first|second|third|fourth|fifth|opening|initial|last|final|current|next)"
SCOPES: Final = {
    "a year": r"\b(?:a|per|each|every) year\b|\bannual\w*|\byearly\b",
    "a month": r"\b(?:a|per|each|every) month\b|\bmonthly\b",
    "a week": r"\b(?:a|per|each|every) week\b|\bweekly\b",
    "a day": r"\b(?:a|per|each|every) day\b|\bdaily\b",
    "each": r"\b(?:each(?! (?:day|week|month|year)\b)|apiece)\b|\bper (?!year|month|week|day|cent|hour)\w+",
    "so far": r"\b(?:since|so far|to date|until now|up to now|by now|thus far)\b"
    r"|\b(?:over|within|during|in) (?:the )?(?:past|last|previous)\b"
    rf"|\b(?:in|over|within|during) (?:{_N}|the (?:first )?{_N}) {_TIMES}\b",
    "one day of several": rf"\b{_NTH} (?:day|week|month|evening|weekend|edition)\b|\bin (?:a|one|the) day\b",
    "a phase": rf"\b{_NTH} (?:phase|stage|tranche|instal\w+|lot|section|part|round|batch|step|line|unit|block)s?\b",
    "a part": r"\bof (?:which|them|those|these|whom)\b|\bamong (?:them|which|whom)\b|\bincluding\b|^\W*of the\b"
    r"|\ba (?:stretch|section|segment|leg) of\b|\bhalf of\b|\b(?:mostly|mainly|only|alone|exclusively)\b",
    "in several countries": r"\b(?:in|for|across) (?:two|three|four|six|seven|eight) (?:countries|states|republics)\b",
    "more": r"\b(?:also|another|further|additional\w*|extra|besides)\b",
    "on top": r"\b(?:on top|adds?|added(?! up)|in addition)\b",
    "last year": r"\b(?:last year|(?:previous|preceding) year|year (?:before|earlier|ago))\b"
    r"|\byears (?:ago|before|earlier)\b|\b(?:first|last|previous) such\b",
    "before": r"\b(?:previously|formerly|used to)\b|\b(?:previous|preceding) \w",
    "at most": r"\b(?:at (?:most|best)|no more than|potential\w*|could|might)\b",
}
"""Words that make another figure of it; two figures of one thing have the same."""
DEEDS: Final = {
    "attend": r"attend\w*|t[oa]ok part|tak(?:e|es|ing|en) part|participa\w+|gather(?:ed|s)?|had sent|drew|convened"
    r"|c[oa]me (?:to|together|from|for)|travell?ed|guests? from|delegat(?:es?|ions?) from|represented"
    r"|br(?:ought|ings?) (?:together|about|some|around)",
    "accompany": r"delegation of|(?:travel(?:s|led|ling)?|fl(?:y|ies|ew|ying)|c[oa]me|arriv\w+) with|accompan\w+"
    r"|with (?:him|her|them) (?:travell?(?:ed|ing)|c[oa]me|fl(?:y|ew)|were|are|on board)"
    r"|c[oa]me along|(?:bring|brought) along"
    r"|in (?:his|her) (?:entourage|wake|plane)",
    "sign": r"signed|signing|sign|inked|concluded|exchanged|initialled",
    "build": r"buil[dt]\w*|construct\w*|erect\w*|laid|asphalt\w*|repair\w*|renovat\w*|paved?|moderni[sz]\w*"
    r"|rehabilitat\w*|restor\w*",
    "train": r"train(?:ed|ing)|(?:to|will|would) train|courses?|taught|qualif\w+",
    "equip": r"equip\w*",
    "employ": r"creat\w+|gave work|giv\w+ work|employ\w*|hir(?:e|ed|es|ing)|work for",
    "move": r"carr(?:y|ied|ies)|shipp?\w*|transport(?:ed|s)?|haul\w*|exported?|pump(?:s|ed|ing)?|flow\w*"
    r"|(?:went|goes|go) through",
    "plant": r"planted|planting",
    "kill": r"kill\w*|dead|died|deaths?|lives|victims?|toll",
    "hurt": r"injur\w+|wounded|hurt",
    "observe": r"observ\w+|monitor\w*",
    "serve": r"reach(?:es|ed)?|benefit\w*|(?:clean|safe|drinking) water|access to|connect\w*|suppl(?:y|ied) with|taps?",
    "give": r"giv(?:e|es|en|ing)|gave|offer\w*|provid\w*|grant(?:s|ed|ing)?|award\w*|allot\w*|donat\w*"
    r"|hand(?:s|ed)? (?:over|out)|promis\w+|pledg\w+|announc\w+",
    "ask": r"ask(?:s|ed|ing)? for|appl(?:y|ies|ied|ications?|icants?)|request\w*|bid(?:s|ders?)?|compet\w+",
    "get": r"receiv\w*|issued?|obtain\w*|refus\w+|reject\w+|w[oi]n(?:s|ners?)?",
    "lend": r"len[dt]s?|loans?|credit\w*|lending|borrow\w*",
    "invest": r"invest\w*|put(?:s|ting)? (?:in|up|into)|contribut\w+|br(?:ing|ings|ought)|inject\w*|pay(?:s|ing)? in",
    "buy": r"bu(?:y|ys|ying)|bought|order\w*|purchas\w+|procur\w+|acquir\w+|deliver\w*",
    "make": r"capacity|output|generat\w+|produc\w+|install\w+",
    "fly": r"fl(?:y|ies|ew|ights?|ying)|planes?|aircraft|air(?:lift|bridge)|landed",
    "hold": r"hold(?:s|ing)?|own(?:s|ed|ership)?|stakes?|gets?",
    "vanish": r"vanish\w*|melt(?:ed|ing)?|disappear\w*|lost|shr[aiu]nk\w*",
    "adopt": r"adopt\w*|agreed? on|contain(?:s|ed)?|consist\w*|compris\w+",
}
"""What is done, in the words that news has for it: two figures of one thing need not share a word, but a deed."""
_SOFT: Final = frozenset({"so far", "at most", "on top"})
"""Words that one report of a news may leave out: "nine rounds", and "since 2019 they met for nine rounds"."""
_BOUNDED: Final = frozenset({"a year", "a month", "a week", "a day"})
"""Left out only of a goal that both reports set for one year."""
_LAST_YEAR: Final = "last year"
_SCOPES: Final = [(name, regex.compile(words, regex.I)) for name, words in SCOPES.items()]
_DEEDS: Final = [(name, regex.compile(rf"\b(?:{words})\b", regex.I)) for name, words in DEEDS.items()]
_TO_COME: Final = regex.compile(
    r"\b(?:will|would|shall|is to|are to|to be|plan(?:s|ned|ning)?|expected|due|aims?|being prepared"
    r"|(?:prepared|ready) for sign\w+|hopes?|intends?|going to"
    r"|by 20\d\d)\b",
    regex.I,
)
_DONE: Final = regex.compile(
    r"\b(?:ha(?:s|ve|d) (?:already |now |since )?(?:been )?\w{2,20}(?:ed|en|ne|lt|nt|ught|id|un)|already|took part|came"
    r"|gathered|attended|participated|drew|met|brought|sent|trained|planted|built|killed|created|carried|shipped|visited"
    r"|gave|was|were)\b",
    regex.I,
)
_FORMS: Final = {
    "loan": r"loans?|credit|lends?|lent|lending|borrow\w*",
    "grant": r"grants?(?! (?:the|a|him|her|them|it)\b)",
    "guarantee": r"guarantees?",
    "equity": r"equity|shares? worth",
}
_FORM: Final = [(name, regex.compile(rf"\b(?:{words})\b", regex.I)) for name, words in _FORMS.items()]
_FOR: Final = regex.compile(
    r"\b(?:loan|credit|grant|money|aid|help|funds?|package|contract|order) (?:for|to) (?P<what>[^.;:,\d]{3,60})[:,]?\s",
    regex.I,
)
_OPENING: Final = regex.compile(r"[^,]{1,40},")
_COMPARED: Final = regex.compile(
    r"\b(?:from|instead of|compared (?:to|with)|rather than|against) (?:about |some |only |the )?$", regex.I
)
_FROM_TO: Final = regex.compile(r"[^.;,]{0,30}? to (?:about |some |over |nearly |more than |almost )?\d")
_WHOLE: Final = regex.compile(
    r"\b(?:in (?:all(?! (?:the|its|their|of|\w+ (?:countries|states|republics|regions|capitals|cases))\b)|total)"
    r"|altogether|overall|total|combined|cumulative|joint (?:capacity|output|value)"
    r"|together(?! with))\b|^\W*with (?:this|its)\b"
    r"|^\W*with the\b(?! (?:president|prime|minister|head|commissioner|premier|chair\w*|guests?|king|delegation)\b)",
    regex.I,
)
_NO_GOODS = r"(?:in|to|from|and|a|by|on|for|has|have|will)\b"
_GOODS: Final = regex.compile(rf"\s+of (?P<what>[a-z][a-z-]+(?: (?!{_NO_GOODS})[a-z-]+)?)")
_FIRST_OF: Final = regex.compile(
    r"(?<!\b(?:will|to|would|can|may|must|should|could) )\b(?:first|last|next|other|remaining|rest of) (?:the )?$",
    regex.I,
)
_ANOTHER: Final = regex.compile(r"\W{0,3}(?:Another |A (?:second|third|fourth|fifth|similar|further) )", regex.I)
"""How a sentence begins that is about another thing than the news."""
_EARLIER: Final = regex.compile(
    r"\W{0,3}(?:The|An?|Its|Their|His|Her|One) (?:previous|earlier|preceding|former|prior)\b", regex.I
)
"""How a sentence begins that is about what came before the news, however long its subject."""
_JOINED: Final = 20
"""Characters by which the words of 'loans and grants' are apart."""
_ONE_OF: Final = regex.compile(
    r"\bthe (?:first|previous|earlier|former|last|other|next)(?: one| loan| grant| contract)?,? "
    r"(?:of|for|worth|with|about) $",
    regex.I,
)
"""'Its second loan; the first, of 170 million': before the figure."""
_DRAFT: Final = regex.compile(r"\bdraft\b|\bpropos(?:es|ed|al)\b", regex.I)
_SHARE_OF: Final = regex.compile(
    r"\b(?:half|third|quarter|fifth|tenth|part|rest|remainder|share|percent|per cent|most|bulk) of [^,.;]{2,50}, "
    r"(?:or |that is,? |some |about )?$",
    regex.I,
)
"""'Half of the package, 24 million euros': the figure is the half."""
_BY: Final = regex.compile(r"\bby (?:about |around |some |almost |nearly |over )?(?:more than |a )?$", regex.I)
_WORD: Final = regex.compile(r"\b[a-z]{4,}")
_SINCE: Final = regex.compile(r"\b[Ss]ince (?:the end of |early |late |\p{Lu}\p{L}{2,8} )?(?P<year>(?:19|20)\d\d)\b")
_UNTIL: Final = regex.compile(r"\bby (?:the end of |late |early |mid-)?(?P<year>20\d\d)\b", regex.I)
_MANY: Final = regex.compile(r"(?<!\bin )\b(?:loans|credits|grants|contracts)\b", regex.I)
_STOCK: Final = regex.compile(
    r"\b(?:borrowing|lending|portfolio|commitments|exposure|loans|credits|grants|contracts|financing)\b[^.;]{0,80}?"
    r"\b(?:come to|came to|reach\w*|stands?|stood|risen|rose|grown|total\w*|amount\w*|add\w* up)\b",
    regex.I,
)
"""What somebody has lent or borrowed until then, of which one loan is a part."""
_CARGO: Final = frozenset({"freight", "goods", "good", "load"})
_ANY_GOODS: Final = (
    frozenset(topic_words("equipment supplies goods cargo items products materials aid relief")) | _CARGO
)
"""Words for goods of any sort."""
_HARD: Final = frozenset(
    "attend accompany sign build train equip employ plant kill hurt observe vanish move adopt ask get".split()
)
"""Deeds of which a count has one: who came is not who signed."""


def scope_words(
    doc: "Document", figure: QuantityMention, sentence: Sentence, stretch: tuple[int, int]
) -> dict[str, Any]:
    """Scope, deeds, form, purpose told before the figure, and whether it is to come or done."""
    low, high = stretch
    text, before = doc.shadow[low:high], doc.shadow[low : figure.start]
    part = _part(doc.shadow, figure, (low, high))
    scope = [name for name, pattern in _SCOPES if pattern.search(part)]
    if _compared(doc.shadow, figure, sentence) and "before" not in scope:
        scope.append("before")
    lead = doc.shadow[max(sentence.start, figure.start - 36) : figure.start]
    share = _SHARE_OF.search(doc.shadow[max(sentence.start, figure.start - 70) : figure.start]) is not None
    scope += ["a part"] if share and "a part" not in scope else []
    scope += ["a phase"] if _FIRST_OF.search(lead) and "a phase" not in scope else []
    another = _ANOTHER.match(doc.shadow, sentence.start) is not None or _ONE_OF.search(lead) is not None
    scope += ["more"] if another and "more" not in scope else []
    scope += ["before"] if _EARLIER.match(doc.shadow, sentence.start) and "before" not in scope else []
    scope += ["a change"] if figure.type != "percent" and _BY.search(lead) and GROWTH.search(before) else []
    told = _FOR.search(before)
    goods = _GOODS.match(doc.shadow, figure.end, high) if figure.type == "count" else None
    return {
        "whole": _WHOLE.search(part) is not None,
        "draft": _DRAFT.search(doc.shadow, sentence.start, sentence.end) is not None,
        "goods": _goods(goods["what"]) if goods is not None else [],
        "scope": scope,
        "deeds": [name for name, pattern in _DEEDS if pattern.search(text)],
        "forms": _nearest_form(doc.shadow, figure, (low, high)),
        "for": sorted({w.group() for w in _WORD.finditer(told["what"])}) if told is not None else [],
        "since": since["year"] if (since := _SINCE.search(text)) is not None else "",
        "until": until["year"] if (until := _UNTIL.search(text)) is not None else "",
        "many": _MANY.search(text) is not None,
        "stock": _STOCK.search(text) is not None,
        "time": "to come" if _TO_COME.search(text) else "done" if _DONE.search(text) else "",
    }


def _compared(shadow: str, figure: QuantityMention, sentence: Sentence) -> bool:
    """Another figure is compared with it; guests 'from 14 countries' are not."""
    found = _COMPARED.search(shadow[max(sentence.start, figure.start - 24) : figure.start])
    if found is None or not found.group().casefold().startswith("from "):
        return found is not None
    grown = GROWTH.search(shadow, max(sentence.start, figure.start - 60), figure.start) is not None
    return grown or _FROM_TO.match(shadow, figure.end, sentence.end) is not None


def _nearest_form(shadow: str, figure: QuantityMention, stretch: tuple[int, int]) -> list[str]:
    """The form of money whose word stands nearest to the figure: the clause may go on with a grant besides the loan."""
    found = [
        (max(m.start() - figure.end, figure.start - m.end(), 0), name)
        for name, pattern in _FORM
        for m in pattern.finditer(shadow, *stretch)
    ]
    return list(dict.fromkeys(name for far, name in found if far <= min(found)[0] + _JOINED))


def _goods(words: str) -> list[str]:
    """What is carried or made; cargo, freight and goods are one."""
    return sorted({"cargo" if w in _CARGO else w for w in topic_words(words)})


def _part(shadow: str, figure: QuantityMention, stretch: tuple[int, int]) -> str:
    """The words about a figure up to the commas around it, and a few that open its clause ("Of the road, 305 km")."""
    low, high = stretch
    before, behind = shadow[low : figure.start], shadow[figure.end : high]
    opening = _OPENING.match(before)
    lead = opening.group() if opening is not None else ""
    return f"{lead} {before.rpartition(', ')[2]} {shadow[figure.start : figure.end]} {behind.partition(', ')[0]}"


def other_scope(a: Mapping[str, Any], b: Mapping[str, Any], *, sure: bool = False) -> str:
    """Why two figures of one noun are of other scope; empty where nothing tells them apart.

    Where it is sure that the sources report one news, a word that one of them leaves out tells nothing.
    """
    if a["scope"] != b["scope"] and not (sure and _left_out(a, b)):
        return f"of another scope ({' '.join(a['scope']) or 'plain'} against {' '.join(b['scope']) or 'plain'})"
    if a.get("since", "") != b.get("since", "") and a.get("since") and b.get("since"):
        return f"since {a['since']}, and since {b['since']}"
    if a.get("until", "") != b.get("until", "") and a.get("until") and b.get("until"):
        return f"by {a['until']}, and by {b['until']}"
    if a["forms"] and b["forms"] and a["forms"] != b["forms"]:
        return "money in another form"
    return ""


def _left_out(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """One of them says in fewer words of how much it speaks."""
    one, other = {*a["scope"]}, {*b["scope"]}
    soft = _SOFT | (_BOUNDED if a.get("until") and a.get("until") == b.get("until") else frozenset())
    return (one <= other or other <= one) and one ^ other <= soft


def other_deed(a: Mapping[str, Any], b: Mapping[str, Any]) -> str:
    """Why two counts are of another deed or time: who came and who signed, what is planned and what is done."""
    first, second = {*a["deeds"]} & _HARD, {*b["deeds"]} & _HARD
    if first and second and not first & second:
        return "of another deed"
    goods = [{*v["goods"]} for v in (a, b)]
    if goods[0] and goods[1] and not goods[0] & goods[1] and not (goods[0] | goods[1]) & _ANY_GOODS:
        return "of other goods"
    if {a["time"], b["time"]} == {"to come", "done"}:
        return "one is planned, the other done"
    return ""


def is_sure(doc: "Document", period: Interval | None) -> bool:
    """Tell whether a period is 'last year' in a source whose day is told: as good as the year itself."""
    published = doc.source.published
    told = published is not None and not published.approximate and None not in {published.start, published.end}
    return told and period is not None and period.basis == "relative-to-document"


def without_year(scope: Sequence[str]) -> list[str]:
    """Give the scope of a figure whose year is known: 'last year' tells nothing more."""
    return [name for name in scope if name != _LAST_YEAR]

"""What stands between a name and an office phrase to how the one is said of the other, and for what time.

An apposition, a copula, a verb of appointment; "until last year" and "stepped down as" look back, "will take over as"
looks ahead.
"""

from typing import Final

import regex

_ARTICLE: Final = r"(?:the\s(?:(?:bloc|union|country|republic|state)'s\s(?:new\s)?)?|an?\s|its\s|their\s)?"
_WHEN: Final = r"(?:[\p{L}\p{N}]{1,12}\s){0,3}[\p{L}\p{N}]{1,12}"
_CAPACITY: Final = (
    r"(?:who\s)?(?:acting\s|speaking\s|here\s)?in\s(?:his|her|the)\s(?:capacity|role|function)\s(?:as|of)\s"
)
APPOSITION: Final = regex.compile(
    rf"\s?(?:\([^()\n]{{1,40}}\)\s?)?(?:,\s(?:\d{{2}},\s)?(?:who\sis\salso\s|who\sis\s|also\s|currently\s|now\s|and\s|himself\s|"
    rf"herself\s|who\sis\sboth\s|both\s|{_CAPACITY}|as\s|(?:since|as\sof)\s{_WHEN},?\s)?|\(|-\s){_ARTICLE}",
    regex.I,
)
"""'NAME, the', 'NAME (party), since March', 'NAME, in her capacity as'."""

ACRONYM: Final = regex.compile(
    r"(?:(?:\s[\p{L}-]{2,20}+){0,9}\s\((?:D-)?\p{Lu}{2,8}\)|"
    r"\s\((?:[\p{L}-]{1,20}\s){0,3}(?:D-)?\p{Lu}[\p{L}&-]{1,12}\),)\s"
    r"(?=\p{Lu}[\p{L}'-]+\s(?:(?:van|von|de|der|den|del|di|da|al|bin)\s){0,2}\p{Lu}[\p{L}'-]+)"
)
"""'Chair of the Committee on Water (COWA) NAME', 'head of the Service (EEAS), NAME': what the acronym closes is the
title of the name behind it; with a comma the acronym stands right behind the phrase."""
PAST: Final = "past"
"""The tenure of an office that a text says somebody had, without a word on when or whether it is over."""
_FORMERLY: Final = regex.compile(
    rf"\s?(?:\([^()\n]{{1,40}}\)\s?)?,\s(?:who\swas\s)?(?:formerly|previously|once|until\s{_WHEN}|then|"
    rf"at\s(?:that|the)\stime|at\sthat\spoint|in\sthose\sdays),?\s{_ARTICLE}",
    regex.I,
)
_ADVERB: Final = (
    r"(?:(?:also|now|then|currently|previously|earlier|formerly|himself|herself|still|again|recently|unanimously|"
    r"formally)\s)?"
)
_IS: Final = (
    r"is|was|became|remains|serves\sas|served\sas|acts\sas|acted\sas|has\sbeen|had\sbeen|works\sas|worked\sas|"
    r"took\soffice\sas|took\sover\sas|has\staken\sover\sas|took\sup\s(?:his|her)\s(?:post|office|duties)\sas|started\sas"
)
_MADE: Final = r"named|appointed|elected|re-elected|reappointed|confirmed|chosen|made|promoted\sto|sworn\sin|picked"
_COPULA: Final = regex.compile(
    rf",?\s(?:who\s)?(?:{_ADVERB}(?:{_IS})\s{_ADVERB}|(?:(?:was|is|has\sbeen|had\sbeen|were)\s)?{_ADVERB}(?:{_MADE})\s)"
    rf"(?:re-elected\s)?(?:as\s|to\sbe\s|to\sthe\spost\sof\s|to\s)?{_ARTICLE}",
    regex.I,
)
_COMING: Final = regex.compile(
    r",?\s(?:who\s)?(?:will\s(?:soon\s|then\s)?(?:be|become|take\sover\sas|serve\sas|start\sas)|"
    r"is\s(?:to|set\sto|due\sto|expected\sto|about\sto)\s(?:be|become|take\sover\sas|serve\sas)|"
    r"(?:(?:was|is|has\sbeen)\s)?(?:nominated|designated|proposed|tipped)(?:\sas|\sfor\sthe\spost\sof|\sto\sbe)?|"
    rf"becomes|takes\sover\sas|would\s(?:be|become))\s{_ARTICLE}",
    regex.I,
)
_LEFT: Final = regex.compile(
    r",?\s(?:who\s)?(?:has\s|had\s|will\s)?(?:(?:step(?:s|ped)?\sdown|resign(?:s|ed)?|retire[sd]?|quit)\sas|"
    rf"(?:was\s|has\sbeen\s)?(?:dismissed|removed|sacked|recalled)\sas)\s{_ARTICLE}",
    regex.I,
)
_PAST: Final = regex.compile(
    r"\b(?:served as|acted as|worked as|previously|earlier|formerly|had been|"
    r"who was(?!\s(?:re-)?(?:appointed|named|elected|sworn|chosen|confirmed|made|promoted)))\b"
)
_MONTH_OF: Final = r"(?:(?:\d{1,2} )?\p{Lu}\p{L}{2,8}\.? |\p{Lu}\p{L}{2,8}\.? \d{1,2},? |early |late |mid-)?\d{4}"
_UNTIL: Final = regex.compile(
    rf",?\s(?:until|from {_MONTH_OF}|between|in \d{{4}}|for \w+ years|before)\b|,?\s\((?:from )?{_MONTH_OF}"
    rf"(?:\s?-\s?| to | until ){_MONTH_OF}\)"
)
_OVER_BEFORE: Final = regex.compile(
    rf"(?:^|[\s(])(?:from {_MONTH_OF} (?:to|until|till) {_MONTH_OF}|between {_MONTH_OF} and {_MONTH_OF}|"
    rf"until {_MONTH_OF}|"
    rf"(?:before|prior to) (?:that|this)|{_MONTH_OF}-{_MONTH_OF}|earlier|previously|formerly|until then),?\s$",
    regex.I,
)
"""What dates a term that is over, before the name of its holder."""
_BOUNDED: Final = regex.compile(
    rf",?\s(?:until|from {_MONTH_OF} (?:to|until)|between {_MONTH_OF} and) |"
    rf",?\s\((?:from )?{_MONTH_OF}(?:\s?-\s?| to | until ){_MONTH_OF}\)"
)
"""A term that is over, also where the office only stands beside the name."""
_STILL: Final = regex.compile(r",?\suntil (?:\w+ )?(?:now|today|20\d\d(?= at ))")

SUCCEEDS: Final = regex.compile(
    r",?\s(?:who\s)?(?P<ahead>will\s|is\sto\s)?(?:has\s|had\s)?(?:succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)|"
    r"t(?:ook|akes|ake|aking|aken)\sover\sfrom|follow(?:s|ed))\s",
    regex.I,
)
SUCCEEDED_BY: Final = regex.compile(
    r",?\s(?:who\s)?(?:(?:was|is|has\sbeen|were)|(?P<ahead>will\sbe|is\sto\sbe))\s(?:succeeded|replaced|followed)\sby\s",
    regex.I,
)
"""Between the names of two holders, the office following."""


def tenure_of_link(gap: str, before: str, after: str) -> str | None:
    """Say how the person before an office holds it: "" as the phrase has it, former or designate; None if not at all.

    `gap` lies between the name and the office, `before` and `after` are the text around the two.
    """
    if _LEFT.fullmatch(gap) or _FORMERLY.fullmatch(gap):
        return "former"
    if _COMING.fullmatch(gap):
        return "designate"
    if APPOSITION.fullmatch(gap):
        return "former" if _BOUNDED.match(after) and not _STILL.match(after) else ""
    if _COPULA.fullmatch(gap):
        was = _UNTIL.match(after) is not None or over_before(before)
        over = _PAST.search(gap) is not None or (" was" in gap and was)
        return "former" if over else ""
    if gap == " " and _APPOINTS.search(before):
        return ""
    return None


def over_before(lead: str) -> bool:
    """Tell whether what stands before a name dates a term that is over: 'from 2021 to 2025', 'before that'."""
    return _OVER_BEFORE.search(lead) is not None


_APPOINTS: Final = regex.compile(
    r"\b(?:appoint\w{0,6}|name[ds]?|elect\w{0,4}|nominat\w{1,4}|ma[dk]es?|chose|picked)\s(?:\w+\s)?$"
)


def appoints(before: str) -> bool:
    """Tell whether what stands before a name is a verb of appointment."""
    return _APPOINTS.search(before) is not None

"""The words of actions on agreements, and the words around them that tell done from planned, possible and denied."""

import regex

_TALKS = r"(?:negotiations?|talks)"
_FORCE = r"(?:full )?(?:force|effect)"
_ACTIONS = {
    "applied_provisionally": r"provisional(?:ly)? (?:applied|application|in force|applying|entry into force"
    r"|entered into force)|appl(?:y|ied|ies) provisionally",
    "in_force": rf"(?:enter(?:ed|s|ing)?|c(?:a|o)mes?|coming|went|put) (?:\w{{3,14}}ly )?into {_FORCE}"
    r"|entry into (?:full )?force"
    r"|(?<=\bnot (?:yet )?)in (?:full )?force"
    r"|in (?:full )?force (?:since|from|as of)|(?:has|have|had) been in (?:full )?force(?: since| from)?"
    r"|(?:has|have|had) been in (?:place|operation) since|(?:has|have|had) (?:been )?(?:fully )?applied since"
    r"|(?:took|takes?|taken) (?:full )?effect",
    "negotiations_opened": r"(?:launch(?:ed|es|ing)?|open(?:ed|s|ing)?|start(?:ed|s|ing)?|beg[au]n|begin"
    r"|initiated|commenced|kicked off)\s+(?:of\s+)?(?:the\s+|formal\s+|official\s+){0,2}"
    rf"{_TALKS} (?:on|for|about|over|towards?)",
    "concluded": r"(?:conclud(?:ed|es|ing)|complet(?:ed|es|ing)|finali[sz](?:ed|es|ing)|finished|wrapped up)"
    rf"\s+(?:the\s+|formal\s+)?{_TALKS} (?:on|for|about|over)|conclud(?:ed|es|ing)|finali[sz](?:ed|es|ing)"
    rf"|(?:conclusion|completion) of(?:\s+(?:the\s+)?{_TALKS} (?:on|for))?",
    "initialled": r"initiall?(?:ed|ing)|initials(?=\s+(?:an?|the)\b)|(?<=\bto )initial",
    "signed": r"(?:co-)?sign(?:ed|s)?|signing|signatures?|inked|sealed|put pen to paper on"
    r"|(?:put|puts|set|affixed|attached) (?:their|its|his|her) (?:names?|signatures?|hands?) (?:to|under)",
    "ratified": r"ratif(?:ied|y|ies|ying|ication)",
    "adopted": r"adopt(?:ed|s|ing|ion)?|approv(?:ed|al)",
    "endorsed": r"endors(?:ed|es|ing|ement)",
    "presented": r"present(?:ed|ing|ation of)|unveil(?:ed|ing|s)",
    "launched": r"launch(?:ed|es|ing)?",
    "issued": r"issued|issues|released|published|(?:said|stated|declared|reads|agreed)(?= in (?:an?|the|their)\s)",
}
CUE = regex.compile(r"\b(?:" + "|".join(f"(?P<{k}>{v})" for k, v in _ACTIONS.items()) + r")\b(?!-)", regex.I)
NEGOTIATED = regex.compile(rf"\b{_TALKS} (?:on|for|about|over)\s+(?:an?\s+|the\s+|its\s+)?(?:new\s+)?$", regex.I)
OPENED = regex.compile(
    r"[^.;]{0,40}?\b(?:began|begun|started|(?:were|was|been) (?:launched|opened|started)|opened)\b", regex.I
)
CLOSED = regex.compile(
    r"[^.;]{0,40}?\b(?:(?:were|was|been) (?:concluded|completed|finali[sz]ed|wrapped up)|ended)\b", regex.I
)
NOUN_CUE = regex.compile(
    r"(?:signing|signatures?|initiall?ing|ratification|adoption|approval|endorsement|entry into|presentation)", regex.I
)
BASE = regex.compile(r"(?:sign|signs|adopt|adopts|issues|ratify|launch|initial|initials)", regex.I)
"""Forms that are also nouns: an action only beside a subject or an object."""
INTRANSITIVE = frozenset({"in-force", "applied-provisionally"})
PASSIVE = regex.compile(
    r"\b(?:was|were|been|be|being|is|are|gets?|got)\s+(?:not\s+|never\s+)?(?:\w{2,20}ly\s+|then\s+|also\s+|just\s+|yet\s+)?$",
    regex.I,
)
COORDINATED = regex.compile(r"\b(?:and|but|or|then)\s+(?:\w{2,20}ly\s+|then\s+|later\s+|finally\s+)?$", regex.I)
VERBAL_BEFORE = regex.compile(
    r"\b(?:to|will|would|shall|should|can|could|may|might|must|not|and|n't|countries|sides|parties|ministers|leaders"
    r"|officials|both)\s+(?:\w{2,20}ly\s+|also\s+|jointly\s+)?$",
    regex.I,
)
BREAK = regex.compile(r"[;.!?:]|,\s+(?:and|but|while|where|when|which|who)\b|\b(?:while|whereas)\b|\s-\s")
ON_IT = regex.compile(
    r"\b(?:conclusions|resolutions?|reports?|opinions?|reviews?|amendments?|recommendations?|motions?|proposals?|mandates?"
    r"|decisions?|directives|laws?|bills?|acts?|protocols?|budgets?|updates?)\s+"
    r"(?:on|about|to|for|of|in|under|regarding|concerning|implementing|amending)\b",
    regex.I,
)
"""Something of its own that is about the instrument: 'adopted conclusions on the strategy'."""
ALLOWED = regex.compile(
    r"\b(?:approv\w{1,3}|authori[sz]\w{1,7}|back(?:ed|ing|s)?|clear\w{1,3}|green[- ]?l\w{2,5}|mandate\w?|consent\w{0,3}"
    r"|decid\w{1,3}|decision|propos\w{1,3})\s+(?:\w{2,4}\s+){0,2}$",
    regex.I,
)
"""Before 'the signing of': a body allows it, which is not the signing itself."""
FUTURE = regex.compile(
    r"\b(?:will|shall|would|is to|are to|was to|were to|to be|plan(?:s|ned|ning)?|expect(?:s|ed)?|intend(?:s|ed)?"
    r"|intention|set to|due|ready|readiness|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|want(?:s|ed)?"
    r"|prepar(?:e|es|ed|ing|ations?)|schedul(?:ed|ing)"
    r"|slated|upcoming|forthcoming|future|ahead of|before|prior to|pending|until|once"
    r"|seek(?:s|ing)?|call(?:s|ed)? for"
    r"|urg(?:e|es|ed)|importance of|need (?:to|for)|look(?:s|ed|ing)? forward to|possib\w{2,6}"
    r"|prospects?|speed(?:ing)? up|accelerat\w{1,4}|agreed (?:to|on)|early|swift|speedy|rapid|timely|propos(?:e|ed|al)"
    r"|work(?:ing)? (?:on|towards?)|consider(?:s|ed|ing)?|to|awaits?|awaiting)\b",
    regex.I,
)
TO_DONE = regex.compile(
    r"\b(?:first|second|third|last|latest|only|next)\b[^.;,]{0,60}\bto\s*(?:have\s+)?(?:\w{2,20}ly\s*)?$"
    r"|\b(?:managed|succeeded|had|gathered|met)\s+to\s*$",
    regex.I,
)
"""'the first country to sign': the infinitive of something done."""
FOR_IT = regex.compile(
    r"\b(?P<sent>(?:translated|proofread|polished|cleared|submitted|sent|laid\s+open|opened|open|put\s+forward|tabled)\s+)?"
    r"for\s+(?:(?:its|their|the|official|formal|final|eventual|joint)\s+){0,2}$",
    regex.I,
)
"""'being translated for signature': that is still to come."""
CONDITION = regex.compile(r"\b(?:if|once|unless|until|as soon as|provided)\b[^,;]{0,80}$", regex.I)
AHEAD = regex.compile(
    r"(?:\s+of\s+[^.;]{2,80}?|\s+ceremony)?\s+(?:(?:is|are|was|were)\s+(?:now\s+)?"
    r"(?:planned|expected|due|scheduled|slated|set|foreseen)|will|would)\b",
    regex.I,
)
"""'the signing of the agreement is planned'."""
CALLED_OFF = regex.compile(
    r"(?:\s+of\s+[^.;]{2,80}?|\s+ceremony)?(?:,[^.;,]{2,60},)?\s+(?:(?:was|were|has been|have been|is|had been)\s+"
    r"(?:\w{2,20}ly\s+)?(?:postponed|put off|put back|delayed|deferred|cancell?ed|called off|suspended|shelved)"
    r"|fell through|did not take place)\b",
    regex.I,
)
"""'the signing of the agreement, planned for May, was put off'."""
MAYBE = regex.compile(r"\b(?:may|might|could|if|whether|possibly|perhaps)\b", regex.I)
DENIED = regex.compile(
    r"\b(?:not|never|yet to|refus(?:e|es|ed|ing) to|declin(?:e|es|ed) to|fail(?:s|ed) to|without|no)\b|n't\b", regex.I
)
NO_DATE_OF = regex.compile(
    r"\b(?:since|after|before|until|till|from|between|by|for|through|following|than|prior to|ahead of)\s+"
    r"(?:the\s+|early\s+|late\s+|mid-?)?(?:end of\s+)?$",
    regex.I,
)
"""A deadline, a period or a point to count from is no date of the action."""
FRONT = regex.compile(
    r"It was (?:[\p{L}\s,]{2,40}?\s)?"
    r"|(?:Earlier,?\s+|Later,?\s+|Finally,?\s+)?(?:(?:On|In|At|Late in|Early in|Back in)\s+)?(?:the\s+)?$"
    r"|(?:.{0,200}[,;]\s+(?:and\s+)?)?(?:On|In|Late in|Early in)\s+(?:[\p{L}\s,]{2,40}?\bon\s+)?$",
    regex.I,
)
"""What stands before a date that opens its clause."""
PARTICIPLE = regex.compile(
    r"[\s,(]{0,4}(?:\([^)]{0,20}\))?[\s,(]{0,4}(?:which\s|that\s)?(?:\w{2,20}ly\s|first\s|also\s|recently\s)?"
    r"|(?:\s\([^)]{1,20}\))?\s(?:of|with|for)\s(?:the\s)?\p{Lu}[\p{L} ]{2,30},\s(?:which\s|that\s)?"
    r"|(?:\s\([^)]{1,20}\))?\s(?:between|of|with)\s(?:the\s|both\s)?(?:two\s)?(?:sides|parties|countries),\s"
    r"|,?\s(?:that|which)\s(?:the\s)?\p{Lu}[^,.;:\n]{1,70}?\s(?:had\s|have\s|has\s)?"
    r"|(?:,\s\p{Ll}[\p{Ll} -]{2,30}){1,3}\sand\s\p{Ll}[\p{Ll} -]{2,30}\s"
    r"|\s?:[^.;]{0,60}"
)
"""Between an instrument and its participle: 'the agreement, signed', 'Agreement: A and B Have Signed'."""

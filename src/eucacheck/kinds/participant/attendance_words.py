"""The words by which a sentence tells who takes part in an event, who is absent and who comes for whom."""

import regex

BY_LIST = regex.compile(
    r"\b(?P<verb>attended by|joined by|accompanied by|among (?:whom|them)(?: (?:was|were|sat|is|are))?"
    r"(?= (?:the |(?-i:[A-Z])))|taking part (?:were|was)|(?:^|(?<=[.;] ))(?:also )?present (?:were|was)|"
    r"(?:at|around) the table (?:were|was|are|sat)|the (?:speakers|participants|guests) (?:were|are|included)|"
    r"in the person of|"
    r"with the participation of|in the presence of|"
    r"participants (?:included|were|are)|among (?:the|those) (?:participants|attendees|guests|"
    r"present|speakers|delegates|dignitaries|signatories|at the table|in the room|in the hall|who came|who took part) "
    r"(?:were|was|are|is)|"
    r"around the table (?:were|was|are)|sat together with|in the (?:picture|photo) (?:are|is|were)|(?:brought|brings?|"
    r"bringing) together|gather(?:s|ed|ing)?(?: together)?|united|with the attendance of|featuring|"
    r"invited (?:were|are)|(?:guests|participants|delegates|officials|visitors|speakers),? including|"
    r"speeches (?:were (?:held|given|made|delivered) by|came from)|(?:the )?floor was (?:also )?given to|"
    r"delegation (?:included|consisted of|was made up of))\s+(?:the\s+|also\s+|by\s+|both\s+)*",
    regex.I,
)
ACTIVE = regex.compile(
    r"\b(?P<verb>attend(?:ed|s|ing)?|(?:took|takes?|taking|taken) part(?: in)?|participat(?:ed|es?|ing)(?: in)?|"
    r"join(?:ed|s)?(?: in)?|(?:will|(?:is|are) to) (?:also )?(?:speak|be there|appear)|"
    r"ha(?:s|ve) (?:all |both )?confirmed"
    r"(?: (?:his|her|their) (?:participation|attendance|presence))?(?=\s*[.,;])|"
    r"ha(?:s|ve) (?:announced|promised) (?:his|her|their) (?:participation|attendance)|"
    r"(?:is|are|was|were) (?:also )?(?:expected|awaited|invited)"
    r"(?=\s*[.,;]|\s+(?:too|as well|there|to (?:attend|come|take part|"
    r"speak|join))\b)|(?:all |also |both )?made the (?:trip|journey)|"
    r"addressed|opened|closed|inaugurated|spoke at|speaks at|"
    r"sat at the table|sat in|(?:sent|delivered) an? (?:video )?(?:message|address|greeting)|"
    r"told (?=the\b)|all came|came(?: as well| too| along| as an? [a-z]{4,12} guest)|"
    r"(?:was|were) (?:also )?(?:present|there)|sat together|came together|gathered|chaired|co-chaired|"
    r"missed|skipped|boycotted|(?:was|were|is|are|will be) absent|stayed away|did not (?:attend|come|"
    r"take part|participate|travel)|"
    r"will not (?:attend|take part|come)|could not attend|was unable to attend)\b",
    regex.I,
)
INVERTED = regex.compile(
    r"\b(?:(?:have|has|had|also)\s+){0,2}(?:participated?|took part|taken part|take part)\s+(?:also\s+)?(?:the\s+)?",
    regex.I,
)
"""'In the summit have participated the Heads of A and B': the word order of translations."""
ABSENT = regex.compile(r"missed|skipped|boycott|absent|stayed away|\bnot\b|unable", regex.I)
REPRESENTED = regex.compile(
    r"\b(?:was|were|is|will be|had been)\s+represented\b(?:\s+(?:at|"
    r"in)\s+[^,.;]{2,60}?)?\s+by\s+(?:(?:the|its|his|her)\s+(?:(?:first\s+)?(?:deputy|representative|envoy),?\s+)?){0,2}",
    regex.I,
)
REPRESENTS = regex.compile(
    r"\b(?:represented|represents|represent|(?:attended|spoke|(?:is|are|was|were)\s+to\s+speak|speaks|took part|"
    r"came)\s+(?:on behalf of|instead of|in place of|for))\s+(?:the\s+)?",
    regex.I,
)
SENT = regex.compile(
    r"\s(?:(?:had|has|have|only)\s+){0,2}(?:sent|dispatched|delegated)\s+(?:only\s+)?(?:its|a|an|the)\s+(?P<what>(?:[a-z-]{2,14}\s){0,4}(?:minister|ambassador|official|envoy|president))\b"
)
TOGETHER = regex.compile(r"\b(?:together|jointly|along) with\s+|\balongside\s+", regex.I)
BY_OFFICE = regex.compile(
    r"\bby\s+(?:only\s+)?(?:its|an?|the|their)\s+"
    r"(?P<what>(?:[a-z-]{2,14}\s){0,4}(?:minister|ambassador|official|envoy|president))\b(?!\s+\p{Lu})"
)
AMONG = regex.compile(
    r",?\s+(?:were |was |are |is )?(?:also )?among (?:the |its )?(?:participants|guests|attendees|delegates|"
    r"speakers|those (?:present|at the table|in the hall|in the room|who (?:came|spoke|took part)))\b",
    regex.I,
)
AMONG_GAP = regex.compile(r"(?:\s+of\s[^.;,]{2,50}?)?(?:,?\s+and\s+(?:the\s+)?(?-i:\p{Lu})[^.;,]{2,70})?")
ALONE = regex.compile(
    r"(?:took|takes?|taken) part$|gathered$|came together$|sat together$|(?:will|(?:is|are) to) |ha(?:s|ve) |"
    r"(?:is|are|was|were) (?:also )?(?:expected|awaited|invited)$|"
    r"(?:all |also |both )?made the |participat\w+$|(?:all )?came|(?:was|were) |sat |"
    r"attend(?:ed|s)?$|did not|will not|could not|"
    r"join(?:ed|s)?(?: in)?$|(?:sent|delivered) an? |missed|skipped|stayed",
    regex.I,
)
"""What may stand without the event that it is about."""
REST = regex.compile(
    r"\s*(?:too|as well|also|in person|instead|in the (?:event|meeting|summit|talks|conference)|"
    r"in (?:the (?:city|capital|town|hall|room)\b|(?-i:\p{Lu}))|either|[.,;]|there|because|by video|"
    r"to the (?:participants|delegates|guests)|to (?:attend|come|speak|join|take part)\b|"
    r"the (?:ministers|leaders|presidents|heads of state|delegates|participants|others|talks)\b|due to|"
    r"owing|and sent|it\b|$)",
    regex.I,
)
"""What may follow a verb that stands without its event."""
SPEAKS = regex.compile(
    r"\b(?:said|told|spoke|speak|discuss|announc|stress|warn|present|propos|deliver|outlin|underlin|"
    r"emphasi|noted|thank|declar|reiterat|call|sign)\w*\b",
    regex.I,
)
SETTLED = regex.compile(
    r"\b(?:adopted|agreed|signed|made|held|reached|announced|presented|taken|launched|discussed|voiced|"
    r"initialled|initialed|approved|expected|due)\s+(?:at|during)\s+$",
    regex.I,
)
OF_EVENT = regex.compile(r"\s*(?:of|between|with|among)\s+(?:the\s+)?", regex.I)
SO_WAS = regex.compile(
    r"[,;]?\s*(?:and|as)\s+(?:so\s+)?(?:was|were|did|will|had|has|have|is|are)\s+(?:the\s+)?", regex.I
)
"""'A took part, and so did B', 'as was B'."""
BROUGHT = regex.compile(
    r"\s+(?:has\s+|had\s+|will\s+)?(?:brought|bring|brings|drew|draws|assembled|saw)\s+(?:together\s+)?(?:the\s+|also\s+)?",
    regex.I,
)
IN_ATTENDANCE = regex.compile(r",?\s+(?:in attendance|present|attending|taking part|among the guests)\b", regex.I)
WITH = regex.compile(r"\bwith\s+(?:the\s+|also\s+)?$", regex.I)

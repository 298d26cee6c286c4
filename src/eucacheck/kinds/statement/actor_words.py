"""The verbs of deeds in which one has a part, by class, and the words that make such a clause another one."""

import re
from typing import Final

import regex

VERBS: Final = {
    "open": r"(?:re)?opened|inaugurated|unveiled|cut\s+the\s+(?:red\s+|blue\s+)?ribbon",
    "chair": r"chaired|presided\s+over|moderated",
    "organise": r"(?<!self-)organi[sz]ed|convened|staged|arranged",
    "host": r"hosted",
    "hand": r"handed\s+(?:(?:them|it|these|those)\s+)?over|delivered",
    "accept": r"accepted|took\s+delivery\s+of",
    "present": r"presented",
    "appoint": r"appointed",
    "propose": r"nominated",
    "initiate": r"put\s+forward|proposed|initiated|suggested",
    "implement": r"implement(?:s|ed)?|carried\s+out|carries\s+out|carry\s+out|executed?|coordinate[sd]?|run(?=\s+by)",
    "fund": r"financed?|finances|funded|funds(?=\s(?:the|an?|this|these|its|\d))|(?<=\b(?:will|to|jointly|both)\s)fund"
    r"|sponsor(?:s|ed)|paid(?:\s+for)?|pays\s+for|pay\s+for|bankrolled"
    r"|provided(?=\s+by)|donated|(?:came|comes)(?=\s+from)",
    "teach": r"conducted|taught|given|trained",
    "write": r"written|authored|drafted|drawn\s+up|compiled|published|prepared|wrote",
    "build": r"builds|built|construct(?:s|ed)?|repaired|installed",
    "supply": r"supply|supplies|supplied|manufactured|equip(?:s|ped)",
    "win": r"won|secured",
    "design": r"designed",
    "attend": r"(?:took|taken)\s+part\s+in|attended|spoke\s+(?:at|in)|addressed|greeted"
    r"|gave\s+(?:a|the)\s+(?:\p{Ll}+\s)?speech",
    "lead": r"led|leads|headed|heads",
    "represent": r"represented|represents",
    "follow": r"succeed(?:s|ed|ing)|replac(?:es|ed|ing)|(?:takes|took|taking)\s+over\s+from",
}
VERB: Final = regex.compile(rf"\b(?:{'|'.join(f'(?P<{k}>{v})' for k, v in VERBS.items())})\b")
GATE: Final = re.compile(
    r"open|inaug|unveil|chair|presid|moder|organi|conven|stag|arrang|host|hand|donat|deliver|appoint|nominat|forward|propos|initiat|suggest|ribbon"
    r"|implement|carr|execut|coordin|run|financ|fund|spons|pa(?:y|id)|bankr|conduct|taught|given|train|writ|wrote|author"
    r"|draft|drawn|compil|publish|prepar|buil|construct|suppl|manufact|install|repair|equip|won|secur|part\sin|attend"
    r"|spoke|address|greet|speech|led\b|leads|head|design|accept|deliver|present|provid|came|comes|succeed|replac|over\sfrom"
)
LASTING: Final = frozenset({"implement", "fund", "build", "supply", "organise", "host"})
"""What is to be done by somebody and what is done by somebody is one part."""
PEOPLE_ONLY: Final = frozenset(
    {"open", "chair", "hand", "accept", "present", "attend", "lead", "represent", "follow", "write", "teach"}
)
BODIES_ONLY: Final = frozenset({"organise", "implement", "fund", "build", "supply"})
OF_A_PERSON: Final = frozenset({"appoint", "propose", "follow"})
"""What is done to a person: who is appointed, who follows."""
BY: Final = regex.compile(
    r"(?:\s[^.;:,\n\"()]{1,90}?|\sby\s\d{4}\s)??,?\sby\s(?!\d|train|plane|air|road|rail|sea|means|way)"
)
FROM: Final = regex.compile(r"\sfrom\s")
OTHER_VERB: Final = regex.compile(r"\b(?:and|who|which|that|where|while|to\s+be|is|was|were|are|will)\b")
NOT: Final = regex.compile(
    r"\b(?:not|never|no\s+longer|refused|failed|jointly|co-\p{L}+|partly|in\s+part|half|share|together|alongside"
    r"|among\s+others|previous(?:ly)?|earlier|former(?:ly)?|would|could|might|may|should|if|had|used\s+to|each"
    r"|phase|per\s?cent|interim|acting|temporar\w+)\b|n't\b|%",
    regex.I,
)
"""A deed that is denied, shared, supposed, or of another time."""
TO_COME: Final = regex.compile(
    r"\b(?:will|shall|is\s+to|are\s+to|plans?\s+to|to\s+be|due|expected|set\s+to)\b", regex.I
)
AUX: Final = regex.compile(r"\b(?:is|was|were|are|been|being|be)\s+(?:\p{Ll}{3,14}\s+){0,2}$")
GROUP: Final = regex.compile(r"\b(?:delegation|mission|team|group|side)\b", regex.I)
OCCASION: Final = regex.compile(
    r"\b(?:forum|conference|seminar|workshop|meeting|summit|session|dialogue|council|talks|training|course|week|festival"
    r"|exhibition|fair|panel|round|event|ceremony|opening|signing|celebration|launch|reception|inauguration|congress)s?\b",
    regex.I,
)
"""What many open, with one speech after another, and many attend."""
PROJECT: Final = regex.compile(
    r"\b(?:project|programme|program|study|expedition|research|campaign|survey|laboratory|investigation)s?\b", regex.I
)
COURSE: Final = regex.compile(r"\b(?:course|training|seminar|workshop|lesson|class)(?:s|es)?\b", regex.I)

"""The words for agreements and other documents, and the words that end their names."""

import regex

LENDING = frozenset({"loan", "venture"})
"""Sorts that are money and firms first of all: only where they are signed are they spoken of as agreements."""
OCCASION = frozenset({"communique", "statement", "declaration"})
"""Sorts of which every meeting issues one of its own: without a proper name, two are never held to be one."""
SORTS = {
    "memorandum": r"memorandum(?: of (?:understanding|cooperation|intent))?|mou|memoranda(?= with )",
    "treaty": r"treaty",
    "convention": r"convention",
    "protocol": r"protocol",
    "loan": r"(?:loan|grant|credit)(?! (?:agreement|accord|deal|contract))",
    "venture": r"joint venture(?! (?:agreement|accord|deal|contract))",
    "agreement": r"agreement|accord|pact|deal|contract",
    "communique": r"communiqu[eé]",
    "declaration": r"declaration",
    "statement": r"statement",
    "roadmap": r"road ?map|action plan",
    "strategy": r"strategy",
    "charter": r"charter",
    "letter": r"letter of intent",
}
HEAD = regex.compile(r"\b(?:" + "|".join(f"(?P<{k}>{v})" for k, v in SORTS.items()) + r")\b(?!-)", regex.I)
SHORT = regex.compile(
    r"\b(?:the|this|that|said)\s+(?:new\s+|same\s+|signed\s+)?(?P<word>agreement|accord|pact|deal|treaty|memorandum|mou"
    r"|contract|loan|grant|document|text|roadmap|strategy|declaration|communiqu[eé]|statement|protocol|convention)\b"
    r"(?!\s+(?:on|for|between|with)\b|\s+(?:of|from) \d)",
    regex.I,
)
BARE = regex.compile(
    r"\b(?:an?|the|its|their)\s+(?:\p{Ll}{3,14}\s+){0,2}?(?P<word>agreement|accord|pact|deal|contract"
    r"|memorandum(?: of (?:understanding|cooperation|intent))?|mou|loan|grant|credit|joint venture)\b(?!-)",
    regex.I,
)
ONE = regex.compile(
    r"\b(?:the|its)\s+(?:(?:current|present|new|newer|latest|previous|earlier|old|older|first|second|last)\s+one"
    r"(?=,|\s+(?:was|dates|entered|came|followed|had)\b)|one\s+before(?:\s+it|\s+that)?(?=,|\s+(?:was|dates|entered)\b))",
    regex.I,
)
"""One of several editions of what was just spoken of."""
DETERMINERS = frozenset("a an the no its their this that his her our another such each one".split())
STOPS = frozenset(
    "of on in at by for with to from into as about after before during following under between among than through "
    "upon via per until since within without is are was were be been being has have had do does did will would "
    "shall should can could may might must not also when which who that if while where whose it they he she we "
    "you i them us him but or so both all any some two three four five several many more most sign signs signing "
    "initialling initialing adopting concluding ratifying including regarding concerning endorsing presenting "
    "launching implementing making reaching negotiating preparing discussing ratify adopt conclude initial "
    "endorse implement approve finalize finalise today yesterday put reached deputy minister president said says "
    "made began became under draft saw won met led".split()
)
ED = frozenset(
    "improved enhanced extended expanded updated upgraded advanced strengthened proposed revised renewed "
    "integrated deepened detailed long-awaited amended".split()
)
PLAIN = frozenset(
    "new first second third last latest similar further such kind joint bilateral multilateral major landmark "
    "final historic key important long-awaited so-called draft mutual agreement memorandum understanding treaty "
    "accord pact deal the and for with between field area sphere areas fields".split()
)
TOKEN = regex.compile(r"[\p{L}\p{N}][\p{L}\p{N}'&/-]{0,40}|[^\p{L}\p{N}\s]")
STOP_AFTER = regex.compile(
    r"[,.;:!?()\"\n]|\b(?:on (?:the )?(?:sidelines?|margins|occasion|fringes)|and (?:agreed|said"
    r"|pledged|decided|discussed|oversaw|exchanged|held|met|expressed|noted|stressed))\b|\b(?:was|were|is|are|be|been|has|have|had|will|would|which|that|who|entered|came|comes|signed|adopted"
    r"|initial(?:l?ed)|ratified|endorsed|presented|launched|concluded|took|takes|during|after|following|by|at|under|while"
    r"|when|but|as|provides?|covers?|may|must|should|could|can|between|with|within|said|says"
    r"|since|until|this|last|next)\b"
    r"|\s-\s|\b(?:and|in|on)\s+(?:\d|an?\b|the two\b)|\bin\s+(?=(?-i:\p{Lu}))"
    r"|\b(?:on|in)\s+(?:\w{2,6}day|January|February"
    r"|March|April|May|June|July|August|September|October|November|December)\b",
    regex.I,
)
"""Where a topic ends: at punctuation, a verb, a date or a place."""
LINK = regex.compile(
    r"\s+(?P<word>on|for|about|concerning|regarding|of|to|in the (?:fields?|areas?|spheres?) of|aimed at|covering)\s+",
    regex.I,
)
WITH = regex.compile(r"\s+(?P<word>between|with|of|from|dated)\s+", regex.I)
ACRONYM = regex.compile(r"\s*\((?:the\s+|hereafter\s+)?[\"']?(?P<acronym>\p{Lu}[\p{Lu}&+-]{1,7})s?[\"']?\)")
STEM = regex.compile(r"\p{L}[\p{L}'-]{3,}")
TOPIC = 110
"""Characters of a topic that are read."""
BACK = 3
"""Sentences back to which "the agreement" refers."""

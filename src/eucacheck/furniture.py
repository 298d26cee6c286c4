"""A line of a text to the kind of page furniture that it is: share buttons, credits, bylines, "Related articles".

Articles copied from a web page bring the page with them. Each kind has a name (the `why` of a passage) and patterns
that a line must match; silence beats a guess, so an ordinary sentence is no furniture. The wording is that of news
sites in general; no site, person or topic is named here. Every repetition is bounded, and lines longer than
`MAX_LINE` are never looked at, so the time is linear in the text.
"""

import re
from typing import Final

MAX_LINE: Final = 700
"""Longer lines are prose. The longest furniture seen (a donation appeal in the seeds) has 421 characters."""

END_OF_ARTICLE: Final = frozenset(
    {"post-footer", "follow", "donate", "comments", "related", "copyright", "about-author"}
)
"""Kinds after which, late in a text, everything below is no more this article."""

TEASER_END: Final = frozenset({"read-on"})
"""Kinds that close one teaser in a list of teasers."""

_TAIL_WINDOW: Final = 420

_WORDS: Final = {
    "MONTH": r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?",
    "WEEKDAY": r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?",
    "DATE": r"(?:\d{1,2}(?:st|nd|rd|th)?\s<MONTH>,?\s\d{4}|<MONTH>\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2})",
    "CLOCK": r"(?:,?\s?(?:at\s|[-–|·•]\s?)?\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,5}\)?)?)",
    "AGENCY": r"(?:AFP|AP|EPA|EFE|Reuters|Getty(?: Images)?|Shutterstock(?:\.com)?|iStock|Unsplash|Flickr"
    r"|Wikimedia(?: Commons)?|Alamy|X|Twitter|Pixabay|Pexels|Anadolu|TASS)",
    "PICTURE": r"(?:(?:(?:top|file|cover|lead|featured|archive|stock) )?(?:photo(?:graph)?s?|images?|pictures?|pics?"
    r"|screenshot|illustration|caption|infographic|map)|photo(?:graph)?er|fotos?)",
    "CREDIT": r"(?: credits?| courtesy(?: of)?| by| source| from| caption)?",
    "NAME": r"[^\Wa-z\d_][\w.’'-]{0,25}",
}

# One entry a line: kind, colon, pattern; an indented line continues the pattern before it.
_TABLE: Final = r"""
post-footer: the post .{1,250} (?:first )?appeared (?:first )?(?:on|in|at) .{1,80}
follow: (?:read|see|view|find|browse) (?:all|more|other) (?:the )?(?:articles|posts|stories|news)
  (?: by| from| of) .{1,140}
donate: .{0,600}\b(?:donate (?:here|now|today)\W{0,3}|tax[- ]deductible (?:donation|contribution|gift)\b.{0,300})
donate: (?:please )?(?:support (?:our work|us|independent journalism)|make a donation
  |become a (?:member|patron|supporter))\b.{0,300}
comments: (?:leave a (?:reply|comment)|post a comment|add (?:a )?comment|comments?(?: ?\(\d{1,5}\)|:)?
  |\d{1,5} comments?|no comments(?: yet)?|(?:join|start) the (?:discussion|conversation)|write a comment
  |your email address will not be published.{0,120})\W{0,3}
related: (?:related|recommended|similar|popular|trending|latest|recent|top|other|featured
  |most (?:read|popular|viewed|shared)|more|further) (?:articles?|stories|story|posts?|news|content|reading|topics|links
  |headlines|videos?|publications|materials|coverage|entries)(?: (?:from|on|in|by|about) .{1,50})?\W{0,3}
related: (?:more|also) (?:from|on|in|by) \S{1,30}(?: \S{1,30}){0,4}
related: (?:most read|most popular|trending(?: now)?|related|recommended(?: for you)?|popular|see also|also read
  |read also|read next|up next|what to read next|related (?:to )?this)\W{0,3}
related: (?:you (?:may|might) (?:also )?(?:like|be interested in|enjoy)|people also read|don['’]t miss|in other news
  |editor['’]?s['’]? (?:picks?|choice))(?: this| these)?\W{0,4}
related: (?:previous|next|older|newer) (?:article|post|story|entry|news)\b.{0,150}
copyright: (?:©|\(c\)|copyright\b|all rights reserved|reproduction (?:is|of|in)\b).{0,300}
copyright: .{0,200}\ball rights reserved\W{0,3}
about-author: (?:about the authors?|about (?:us|this (?:site|website))|author bio(?:graphy)?|the authors?)\W{0,3}
promo: (?:also read|read also|read more|read next|see also|see more|related|further reading|more on this|more
  |watch(?: also)?|don['’]t miss|recommended|earlier|also)(?: on (?:this|the) topic)? ?[:|»›>→]\s?.{3,250}
read-on: (?:keep|continue) reading(?: ?show less| ?show more)?\W{0,3}.{0,40}
cookies: (?:we|this (?:web)?site|our (?:web)?site|we and our partners) (?:also )?uses? (?:\w{1,12} )?cookies\b.{0,600}
cookies: by (?:continuing|using|clicking)\b.{0,200}\b(?:cookies|privacy policy|terms)\b.{0,300}
newsletter: (?:subscribe|sign up|register|join)\b(?: (?:now|here|today|free|for free))?
  (?:,| to| for| our| us| on| and)\b.{0,80}\b(?:newsletter|round-?up|mailing list|channel|updates|inbox|alerts
  |briefing|digest|telegram|whatsapp|youtube)\b.{0,400}
newsletter: (?:get|receive) (?:the|our|all|daily|weekly|more)\b.{0,120}\b(?:inbox|newsletter|e-?mail)\b.{0,100}
newsletter: (?:enter )?your e-?mail(?: address)?\W{0,3}
follow: (?:follow|find|join|like|connect with) (?:us|\S{1,30}(?: \S{1,30}){0,4}) on (?:social|social media|facebook
  |twitter|x|telegram|instagram|youtube|linkedin|google news|whatsapp|tiktok)\b.{0,120}
tags: (?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|labels?|in this (?:story|article)|posted in
  |published in)\s?[:\-–|].{1,300}
tags: (?:#\w{1,40}[ ,]{0,3}){1,20}
disclaimer: (?:disclaimer\b|(?:the |all )?(?:views|opinions) (?:and opinions |and views )?expressed\b).{0,500}
credit: (?:this|the) (?:story|article|piece|report|text|commentary|post|analysis|op-ed) (?:was|is|has been|first
  |originally) .{0,40}\b(?:published|appeared|produced|reposted|republished|written) .{1,200}
credit: (?:originally published|first published|republished|reprinted|reproduced|reposted)\b.{0,160}
credit: (?:source|via)\s?: ?.{2,100}
timestamp: (?:published|posted|updated|last (?:updated|modified|edited)|modified|created|first published|date
  |publication date|issued)(?: (?:on|at))?\s?:?\s(?:<WEEKDAY>,?\s)?<DATE><CLOCK>?.{0,60}
timestamp: (?:<WEEKDAY>,?\s)?<DATE><CLOCK>?\W{0,3}
timestamp: \d{1,2} (?:minutes?|hours?|days?|weeks?) ago\W{0,3}
reading-time: (?:(?:estimated )?reading time:? )?\d{1,3}[ -]?min(?:ute)?s?(?: read)?\W{0,3}
views: (?:views?:? ?\d[\d ,.]{0,12}k?|\d[\d ,.]{0,12}k? (?:views?|shares?|reads?|likes?))\W{0,3}
breadcrumb: home\s?[>»/|›→].{1,200}
image-file: \S{1,150}(?:\.(?:jpe?g|png|webp|gif|avif)|-scaled)
image-file: (?:shutterstock|istock|getty\w{0,12}|adobestock|depositphotos)[_-]?\d\S{0,60}
rule: [\W_]{1,80}
"""
_BYLINE_TABLE: Final = r"""
byline: (?:B[yY]|by|Written by|Reported by|Edited by|Authors?|Text by|Posted by|Reporting by|Reporter|Editor|Words by)
  \s?:?\s<NAME>(?:,? (?:and|for|in|of|the|de|van|von|al|bin|<NAME>)){0,9}\W?
byline: (?:[A-Z][A-Z. ]{1,11}|Staff|News|Web|Our|Special) (?:[Rr]eport|[Rr]eporter|[Ww]riter|[Dd]esk|[Ss]taff
  |[Cc]orrespondent)
"""
_CAPTION_TABLE: Final = r"""
caption: [(\[]?<PICTURE><CREDIT>\s?(?:[:|/©]|\(c\)).{1,600}
caption: [(\[]?<PICTURE> (?:credits?|courtesy(?: of)?|by)\b.{1,600}
caption: .{3,500}[.|–—] ?(?:<PICTURE><CREDIT>|credits?)\s?[:/©] ?.{1,90}
caption: (?:credits?|courtesy)\s?[:/].{1,120}
caption: .{0,500}[(\[](?:<PICTURE><CREDIT>\b|credits?:|courtesy).{0,120}[)\]]\W?
caption: [^“”".!?]{0,300}[^“”".!?\s] ?[(\[][^()\[\]]{0,60}\b<AGENCY>[)\]]
caption: (?:[^/.]{2,60} ?/ ?){1,2}<AGENCY>
caption: ©\s?[^.]{2,80}
"""
_BUTTONS: Final = frozenset(
    """menu|main menu|search|home|log in|login|sign in|register|subscribe|donate|skip to content|skip to main content
    |back to top|scroll to top|go to top|to top|load more|show more|show less|view all|see all|close|open menu
    |toggle navigation|advertisement|ads|ad|sponsored|sponsored content|promoted|promoted content|continue reading
    |story continues below|article continues below|accept|accept all|accept cookies|reject all|manage cookies
    |cookie settings|font size|listen to this article|image|photo|video|gallery|slideshow|play|loading|follow|follow us
    |following|contact|contacts|about us|contact us|advertise|privacy policy|terms of use|editorial|newsletter
    |newsletters|latest|breaking|live|like loading|share this|share this article|click to share|previous|next|more
    |read more|translate|keep reading|keep readingshow less""".replace("\n    ", "").split("|")
)
_SHARE_WORDS: Final = frozenset(
    """share|tweet|pin|like|email|e-mail|print|copy|link|save|listen|facebook|twitter|linkedin|telegram|whatsapp|reddit
    |pinterest|instagram|youtube|vk|viber|messenger|tumblr|bookmark|pdf|rss|x|mail|threads|bluesky|mastodon|flipboard
    |odnoklassniki|pocket|sms""".replace("\n    ", "").split("|")
)
_SHARE_FILLERS: Final = frozenset(
    """this|article|story|post|page|on|to|via|with|by|in|the|it|a|new|window|opens|click|button|url|text|size|now|us|and
    |friends""".replace("\n    ", "").split("|")
)
_SHARE_AMBIGUOUS: Final = frozenset(
    {"x", "link", "save", "mail", "like", "pocket", "threads", "print", "copy", "listen"}
)
"""Words that make a share bar only beside an unmistakable one."""


def _read_table(table: str, flags: int = re.IGNORECASE) -> tuple[tuple[str, re.Pattern[str]], ...]:
    entries = re.sub(r"\n {2}", "", table).strip().splitlines()
    pairs = (entry.split(": ", 1) for entry in entries)
    return tuple((kind, re.compile(rf"(?:{_expand(pattern)})$", flags)) for kind, pattern in pairs)


def _expand(pattern: str) -> str:
    while found := re.search(r"<([A-Z]{4,8})>", pattern):
        pattern = pattern.replace(found[0], _WORDS[found[1]])
    return pattern


_PATTERNS: Final = _read_table(_TABLE)
_BYLINES: Final = _read_table(_BYLINE_TABLE, 0)
_CAPTIONS: Final = _read_table(_CAPTION_TABLE)
_RUBRIC: Final = re.compile(r"[\w&’' -]{2,30}(?: [|>»›/] [\w&’' -]{2,30}){1,4}$")
_DATELINE: Final = re.compile(
    _expand(
        r"(?:///\s?\w{2,12},?\s)?(?:(?:[^\W\d_][\w’'-]{1,20}[ ,/(]{1,3}){1,4})?(?:<WEEKDAY>,?\s)?<DATE>"
        r"(?:\s[–—-]?\s?[\w.]{2,20}(?: [\w.]{2,20}){0,3})?\W{0,3}$"
    ),
    re.IGNORECASE,
)
_TAILS: Final = tuple(
    (role, why, re.compile(_expand(pattern), re.IGNORECASE))
    for role, why, pattern in (
        ("boilerplate", "post-footer", r"(?<=[.!?”\"’)])\s(?=The post .{1,250} appeared first on .{1,80}$)"),
        ("boilerplate", "follow", r"(?<=[.!?”\"’)])\s(?=Read all articles by .{1,140}$)"),
        ("caption", "credit", r"(?<=[.!?”\"’])\s?(?=[(\[]<PICTURE><CREDIT>\s?[:/].{1,120}[)\]]$)"),
        ("body", "dateline", r"(?<=[.!?”\"’])\s(?=///\s?\w{2,20},?\s<DATE>$)"),
    )
)


def furniture_kind(line: str) -> str | None:
    """Name the kind of page furniture that a line (without white space around it) is; None for ordinary text."""
    if not line or len(line) > MAX_LINE:
        return None
    plain = line.casefold().strip(" \t.:;,!?…→←»«›‹|·•-–—*")
    if plain in _BUTTONS:
        return "read-on" if plain.startswith("keep reading") else "button"
    if _is_share_bar(plain):
        return "share"
    for why, pattern in (*_PATTERNS, *_BYLINES):
        if pattern.match(line):
            return why
    return "rubric" if len(line.split()) <= 8 and _RUBRIC.match(line) else None


def is_caption(line: str) -> bool:
    """Tell whether a line is the caption or the credit of a picture."""
    return len(line) <= MAX_LINE and any(pattern.match(line) for _, pattern in _CAPTIONS)


def is_dateline(line: str) -> bool:
    """Tell whether a line is only a date, with or without a place and an office of issue beside it."""
    return len(line) <= 90 and _DATELINE.match(line) is not None


def split_tail(line: str) -> tuple[int, str, str] | None:
    """Find where furniture begins at the end of a paragraph: its offset, role and kind.

    Gives None where the paragraph has none.
    """
    base = max(0, len(line) - _TAIL_WINDOW)
    window = line[base:]
    for role, why, pattern in _TAILS:
        found = pattern.search(window)
        if found and base + found.end() > 0:
            return base + found.end(), role, why
    return None


def _is_share_bar(plain: str) -> bool:
    words = re.split(r"[\s|/·•,]+", plain, maxsplit=20)
    if len(words) > 16:
        return False
    known = [w for w in words if w in _SHARE_WORDS]
    clear = words == ["x"] or any(w not in _SHARE_AMBIGUOUS for w in known)
    return clear and all(w in _SHARE_WORDS or w in _SHARE_FILLERS or w.isdigit() or not w for w in words)

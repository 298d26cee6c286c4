"""What follows the head of an event phrase: "of ministers of X", "between X and Y", "on Some Topic", ": Title"."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import regex

from eucacheck.mentions.dates.vocabulary import MONTH_NAMES, WEEKDAY_NAMES
from eucacheck.mentions.events_parties import PARTIES
from eucacheck.records import EntityMention

_LINK: Final = regex.compile(
    r"\s*(?:(?P<colon>:)|(?P<link>\b(?:of|between|with|among|for|on|and)\b))\s*(?:the\s+|its\s+|their\s+|all\s+)?",
    regex.I,
)
_LEVEL: Final = regex.compile(
    r"(?:the\s+)?(?:five\s+|27\s+|all\s+)?(?:deputy\s+)?(?:foreign\s+)?"
    r"(?:ministers?(?:\s+of\s+foreign\s+affairs)?|leaders?|heads?\s+of\s+states?(?:\s+and\s+government)?|presidents?"
    r"|countries|nations|states|republics|region|member\s+states)",
    regex.I,
)
_QUOTED: Final = regex.compile(r'\s*"(?P<name>[^"\n]{4,60})"')
_TITLE: Final = regex.compile(
    r"(?:[A-Z][\w'-]{0,40})(?:\s+(?:(?:and|of|for|in|the|between)\s+)?[A-Z][\w'-]{0,40}){0,8}"
)
_TITLE_TAIL: Final = regex.compile(r"(?:\s+(?:and\s+)?[A-Z][a-z][\w'-]{0,40}){1,5}")
_NO_TOPIC: Final = (
    r"(?:in|on|at|was|were|is|to|will|held|of|which|that|for|by|and|have|has|had|beg[aiu]ns?|continue\w*|start(?:s|ed)"
    r"|ends|ended|opens|closes)\b"
)
_PLAIN_TOPIC: Final = regex.compile(
    r"(?:country's\s+)?(?P<topic>(?!(?:the|a|an|this|that|its|their|his|her|our)\b)[a-z][a-z-]{1,40}"
    rf"(?:\s(?:and\s)?(?!{_NO_TOPIC})[a-z][a-z-]{{1,40}}){{0,3}})"
    r"(?=\s*(?:,|\.|\(|\b(?:in|on|at|of|organi[sz]ed|hosted|attended|brought|drew|under|was|were|is|are|to|will|held|which|that|took|takes|between|with|from|after|before"
    r"|during|met|meets?|convened|gathered|sat|opened|closed|ended|began|have|has|had|begins|starts|ends|opens|closes)\b))"
)
_OWNED: Final = regex.compile(r"(?P<name>[A-Z][\w' -]{2,30}?)'s?\s+[a-z][a-z-]{3,24}\b")
"""'on Norland's accession': the party within the topic."""
_MONTH: Final = regex.compile(rf"(?:{MONTH_NAMES}|{WEEKDAY_NAMES})\b")
_PARTY_TAIL: Final = regex.compile(
    r"(?:'s)?\s+(?:countries|nations|states|republics|leaders|presidents|(?:foreign )?ministers)\b", regex.I
)
_PARTY_LINK: Final = regex.compile(r"\s*(?:,\s*and|,|\band\b|\bplus\b|\+|-|\()\s*(?:the\s+|five\s+){0,2}", regex.I)
_GLOSS: Final = regex.compile(r"\s?\([A-Z][A-Za-z0-9+-]{1,9}\)")


@dataclass(frozen=True, slots=True)
class Complements:
    """The words behind the head of one phrase; none of them lies beyond `limit`, the end of its sentence."""

    shadow: str
    by_start: Mapping[int, EntityMention]
    limit: int

    def end(self, end: int, *, named: bool) -> int:
        """Where a phrase ends whose head ends at `end`.

        `named` says that the phrase has its parties already: what follows "with" is then whom one spoke with of it.
        """
        end = self._quoted_name(end)
        for _ in range(6):
            match = _LINK.match(self.shadow, end, self.limit)
            if match is None:
                break
            link = (match["link"] or ":").casefold()
            if link == "with" and named:
                break
            after = self._complement(match.end(), link)
            if after is None:
                break
            end = after
        return end

    def _quoted_name(self, end: int) -> int:
        """'the first summit "Central Asia - China"': a name in quotation marks behind the head, made of parties."""
        match = _QUOTED.match(self.shadow, end, self.limit)
        entity = self.by_start.get(match.start("name")) if match is not None else None
        if match is None or entity is None or entity.type not in PARTIES:
            return end
        return match.end()

    def _complement(self, at: int, link: str) -> int | None:
        """The end of one complement that begins at an offset, None where nothing of the event follows."""
        entity = self.by_start.get(at)
        if entity is None and self.shadow[at : at + 1] == '"':
            entity = self.by_start.get(at + 1)
        if entity is not None and entity.end > self.limit:
            return None
        if link == ":" and (entity is None or entity.type != "programme"):
            return None
        if entity is not None and (entity.type in PARTIES or entity.type == "programme") and link != "on":
            end = self._party_list(entity)
            return self._title_behind(end) if link in {"for", "of"} else end
        level = _LEVEL.match(self.shadow, at, self.limit)
        if level is not None and link in {"of", "between", "with", "among", "and"}:
            return level.end()
        return self._topic(at, link) if link in {"on", "for", ":"} else None

    def _topic(self, at: int, link: str) -> int | None:
        """'on Sustainable Connectivity', ': Global Gateway', 'on sustainable transport': what the event is about."""
        owned = _OWNED.match(self.shadow, at, self.limit)
        entity = self.by_start.get(at)
        if link == "on" and owned is not None and entity is not None and entity.end == owned.end("name"):
            return owned.end()
        title = _TITLE.match(self.shadow, at, self.limit)
        if title is not None and not _MONTH.match(title.group()) and at not in self.by_start:
            return title.end()
        if link == "on" and (plain := _PLAIN_TOPIC.match(self.shadow, at, self.limit)) is not None:
            return plain.end("topic")
        return None

    def _title_behind(self, end: int) -> int:
        """Capitalised words behind the parties: 'for EU-Central Asia Transport Connectivity'."""
        match = _TITLE_TAIL.match(self.shadow, end, self.limit)
        return match.end() if match is not None and not _MONTH.match(match.group().lstrip()) else end

    def _party_list(self, entity: EntityMention) -> int:
        """'Kazakhstan, Kyrgyzstan and Uzbekistan', 'the European Union (EU) and Mali', 'Central Asia - Mali'."""
        end = entity.end
        for _ in range(30):
            end = self._behind(_PARTY_TAIL, self._behind(_GLOSS, end))
            link = _PARTY_LINK.match(self.shadow, end, self.limit)
            following = self.by_start.get(link.end()) if link is not None else None
            if following is None or following.type not in PARTIES or following.end > self.limit:
                break
            end = following.end
        return end

    def _behind(self, pattern: "regex.Pattern[str]", end: int) -> int:
        """The end of what a pattern finds right there: an acronym in brackets, "countries"; else the same place."""
        match = pattern.match(self.shadow, end, self.limit)
        return match.end() if match is not None else end

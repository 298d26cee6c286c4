"""A phrase that names fewer than two parties to whose event it is, as far as its own sentence tells.

"Japan will hold its first summit with the five" names its parties; "he received the five, in the second summit of the
C5+1" and "the Gulf leaders met them, for a first summit too" are of parties other than those of the series spoken of,
and take nothing from it. Where the sentence leaves open whose event it is, the phrase has no series.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from eucacheck.mentions.dates.vocabulary import MONTH_NAMES
from eucacheck.mentions.events_parties import PARTIES, fold_parties, party_of
from eucacheck.mentions.events_records import EventPhrase, SeriesMatch
from eucacheck.mentions.series_pack import series_of
from eucacheck.pack import Pack
from eucacheck.records import EntityMention, Sentence
from eucacheck.spans import between

_LAST = (
    r"(?=\s*(?:[^\w\s]|$|presidents\b|leaders\b|states\b|countries\b|republics\b|nations\b|heads\b)|\s+(?:in|on|at|was"
    r"|were|is|last|this|next|held|took|and|which|that|there|too|as|since|for)\b|\s+(?-i:[A-Z\d]))"
)
"""What ends "the five": no noun follows that would count something else."""
_THE_FIVE = regex.compile(
    rf"\s*(?:with|of|between|among)\s+(?:(?:all\s+)?(?:the\s+)?five(?:\s+stans)?|them|(?:all\s+)?the\s+region){_LAST}",
    regex.I,
)
"""'With the five', 'with them': the region of which the text speaks."""
_OF_OTHERS = regex.compile(
    r"\s*(?:\([^)\n]{1,20}\)\s*)?(?:of|with|between|among)\s+"
    r"(?:the\s+(?P<name>[A-Z][\w+&-]{1,30})|(?P<name>[A-Z][A-Z0-9+]{1,8}))\b"
)
_TIME = regex.compile(
    rf"(?:{MONTH_NAMES}|\w{{2,6}}day)$|"
    r"(?:Heads?|Foreign|Ministers?|Leaders?|Presidents?|Speakers?|State|States|Government)$"
)
"""Capitalised words behind a phrase that are no party: months, and who meets."""
_HOLDS = regex.compile(
    r"(?:'s?)?(?:\s+(?:leaders?|presidents?|prime\s+minister|premier|chancellor|monarch))?(?:,[^,\n]{1,60},)?"
    r"(?:\s+(?:also|too|has|have|had|will|would|then|later|in\s+turn|is|was|to|due|plans?|planning|expected|recently|already|now"
    r"|(?:last|this|in|on|earlier)\s+[\w ]{2,20})){0,4}"
    r"\s+(?:hold|holds|held|holding|host|hosts|hosted|hosting|had|have|organi[sz]ed|organi[sz]es?|convened?|stag(?:e|es|ed)"
    r"|launched|opened|inaugurated)\s*$",
    regex.I,
)
"""Between a subject and its event: a verb of holding."""
_WITH = regex.compile(r"\bwith\b", regex.I)
_TO_WITH = 6
_OWN = frozenset({"its", "their", "his", "her"})
_CLAUSE = regex.compile(r"[;:]\s|,\s+(?:and|but|while|whereas|where|which|who)\s|\s(?:while|whereas)\s", regex.I)
_LOCATIVE = regex.compile(
    r"\b(?:in|at|near|from|to|across|after|before|since|outside|via|of|on|about|over|against)\s+(?:the\s+)?$", regex.I
)
"""Before a name that is no subject of its clause."""
_MET_THE_FIVE = regex.compile(
    r"\b(?:met|meets?|received?|receives|host(?:ed|s)?|welcomed|gathered|invited|saw|sat\s+down\s+with)\s+(?:with\s+)?"
    r"(?:all\s+)?(?:the\s+)?(?:five|them|region's|presidents|leaders|heads|Central)\b"
    r"|\b(?:five|they|presidents|leaders)\s+(?:[\w ,]{0,40}\s)?"
    r"(?:met|(?:were|was)\s+[\w ]{0,20}?(?:received|hosted|welcomed))\b",
    regex.I,
)
"""Somebody met the leaders of the region: whose event it was, that somebody tells."""
_KNOWN_ONE = regex.compile(r"\b(?:bloc|union|it|they|both|two|sides|partners|parties|commission)\b", regex.I)
"""Words for who was spoken of before."""
_NEAR = 80
"""Characters behind a phrase in which whom one met is still named."""
_INDEFINITE = frozenset({"a", "an", *_OWN})


@dataclass(frozen=True, slots=True)
class Owners:
    """The names around one phrase in its sentence, and the region of which the text speaks, if it is one."""

    shadow: str
    sentence: Sentence
    names: Sequence[EntityMention]
    region: str | None
    pack: Pack

    def with_own(self, phrase: EventPhrase) -> EventPhrase:
        """The phrase with the parties that its sentence gives it: 'with the five', 'Japan will hold its'."""
        found = fold_parties(phrase.parties, self.pack)
        if len(found) > 1:
            return phrase
        behind = {self.region} if self.region is not None and self._of_the_five(phrase) else set()
        joint = phrase.determiner in _OWN or _WITH.search(self.shadow, phrase.start, phrase.end + _TO_WITH) is not None
        holder = self._holder(phrase) if joint else None
        own = found | behind | ({holder} if holder is not None else set())
        words = (*phrase.words, *self._format(phrase)) if not own else phrase.words
        if words != phrase.words:
            return replace(phrase, words=words, bare=False)
        return replace(phrase, parties=tuple(sorted(own)), bare=False) if len(own) > 1 else phrase

    def foreign(self, phrase: EventPhrase, series: SeriesMatch) -> bool:
        """Tell whether the sentence makes it the event of others than a series that the context suggests."""
        if len(fold_parties(phrase.parties, self.pack)) > 1 or not series.parties:
            return False
        if self._of_others(phrase, series) or self._of_somebody(phrase):
            return True
        if phrase.ordinal is None and phrase.determiner not in _INDEFINITE:
            return False
        near = between(self.names, self._begin(phrase), min(self.sentence.end, phrase.end + _NEAR))
        if any(self._side(e, series) for e in near):
            return False
        return (
            any(self._side(e, series) is False for e in self._subjects(phrase))
            or _MET_THE_FIVE.search(self.shadow, self._begin(phrase), phrase.start) is not None
        )

    def _of_the_five(self, phrase: EventPhrase) -> bool:
        behind = _THE_FIVE.match(self.shadow, phrase.end, self.sentence.end)
        return (behind or _THE_FIVE.search(self.shadow, phrase.start, phrase.end)) is not None

    def _format(self, phrase: EventPhrase) -> tuple[str, ...]:
        """'Of the C5+1': a name behind the phrase that sets one series of the pack apart."""
        match = _OF_OTHERS.match(self.shadow, phrase.end, self.sentence.end)
        word = match["name"].casefold() if match is not None else ""
        return (word,) if any(s.words == {word} for s in series_of(self.pack)) else ()

    def _holder(self, phrase: EventPhrase) -> str | None:
        """The party that holds the event: the name right before the verb."""
        before = [e for e in between(self.names, self._begin(phrase), phrase.start) if e.type in PARTIES]
        if not before or _LOCATIVE.search(self.shadow, max(0, before[-1].start - 12), before[-1].start):
            return None
        held = _HOLDS.match(self.shadow[before[-1].end : phrase.start])
        return party_of(before[-1].entity, self.pack) if held is not None else None

    def _of_others(self, phrase: EventPhrase, series: SeriesMatch) -> bool:
        """'Of the C5+1', 'with the Arab League': a name behind the phrase that is none of the series."""
        match = _OF_OTHERS.match(self.shadow, phrase.end, self.sentence.end)
        if match is None or _TIME.match(match["name"]):
            return False
        known = self.pack.series.get(series.series)
        told = " ".join(
            [series.series, known.name if known is not None else "", *(known.labels if known is not None else ())]
        )
        if match["name"].casefold() in told.casefold():
            return False
        inside = [e for e in self.names if e.start == match.start("name")]
        return not any(e.type in {"place", "person"} or self._side(e, series) is not False for e in inside)

    def _of_somebody(self, phrase: EventPhrase) -> bool:
        """'The Arab League held its first summit with them': whose, is not a name of the pack."""
        if phrase.determiner not in _OWN or not self._of_the_five(phrase):
            return False
        return _KNOWN_ONE.search(self.shadow, self._begin(phrase), phrase.start) is None

    def _begin(self, phrase: EventPhrase) -> int:
        """Where the clause of the phrase begins."""
        cuts = [m.end() for m in _CLAUSE.finditer(self.shadow, self.sentence.start, phrase.start)]
        return cuts[-1] if cuts else self.sentence.start

    def _subjects(self, phrase: EventPhrase) -> list[EntityMention]:
        """The bodies, countries and regions that the clause names before the phrase, but behind prepositions."""
        return [
            e
            for e in between(self.names, self._begin(phrase), phrase.start)
            if e.type in PARTIES and not _LOCATIVE.search(self.shadow, max(0, e.start - 14), e.start)
        ]

    def _side(self, entity: EntityMention, series: SeriesMatch) -> bool | None:
        """True for a party of the series, False for others; None for its region and the states of that."""
        party = party_of(entity.entity, self.pack)
        if party is None:
            return None
        regions = [p for p in series.parties if p.startswith("region:")]
        if any(party == r or self.pack.contains(r, party) for r in regions):
            return None
        unions = [self.pack.organisations.get(p) for p in series.parties]
        return party in series.parties or any(u is not None and party in u.members for u in unions)

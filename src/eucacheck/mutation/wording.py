"""Statements denied and quotations reworded; and, as no error, a denial reported of somebody else."""

from collections.abc import Iterator
from random import Random
from typing import Final

import regex

from eucacheck.mutation.copies import Planted, Site, add_sentence, replace_words, shuffled

_AUXILIARY: Final = regex.compile(
    r"(?<!,\s)\b(?:(?:is|are|was|were|will|would|can|could|should)\b|(?:has|have|had)\b(?=\s+(?:been|\p{Ll}+(?:ed|en|wn))\b))"
    r"(?!\s+(?:not|no|never)\b)"
)
"""Those of "has" only before a participle: "had talks" is a verb of its own."""
_NEGATED: Final = regex.compile(r"\b(?:not|no|never|none|neither|nor|without)\b|n[’']t\b", regex.I)
_PAST: Final = regex.compile(r"\p{Ll}{2,}ed")
_WORD: Final = regex.compile(r"(?<![\p{L}-])\p{Ll}{4,}(?![\p{L}-])")
_EXCHANGED: Final = {
    a: b
    for pair in (
        "more:less important:difficult strong:weak support:oppose new:old good:poor great:small first:last "
        "cooperation:competition partner:rival partners:rivals peace:war growth:decline stability:crisis "
        "security:prosperity opportunities:problems opportunity:problem strengthen:review strengthening:reviewing "
        "closer:looser region:world countries:companies people:leaders future:past together:apart always:never "
        "increase:reduce development:trade investment:tourism energy:water partnership:membership "
        "sustainable:expensive "
        "reliable:demanding crucial:minor strategic:temporary expand:limit deepen:reconsider continue:stop "
        "connectivity:agriculture challenges:benefits progress:delay ready:unable common:separate welcome:regret"
    ).split()
    for a, b in (pair.split(":"),)
}
"""What a word of a quotation is changed to: of the same sort, of another sense."""
_DENIER: Final = ("Marta Lindqvist", "Pavel Horvat", "Aino Salmela", "Tomas Brandt")
_LONGEST: Final = 180


def denied(site: Site, random: Random) -> Iterator[Planted]:
    """A statement with its verb negated."""
    for claim in shuffled(site.of("statement"), random):
        if _NEGATED.search(claim.quote) is None and claim.polarity:
            verb = _AUXILIARY.search(site.text, claim.start, claim.end)
            if verb is not None:
                yield _negate(site, verb.span(), f"{verb.group()} not", "claim")
                continue
            past = next((c for c in site.doc.clauses if claim.start <= c.verb_start and c.verb_end <= claim.end), None)
            if (
                past is not None
                and 0 < past.verb_start - past.subject[1] < 3
                and _PAST.fullmatch(past.verb)
                and past.form != "participle"
            ):
                span = (past.verb_start, past.verb_end)
                yield _negate(site, span, f"never {site.text[span[0] : span[1]]}", "claim")


def denied_anywhere(site: Site, random: Random) -> Iterator[Planted]:
    """A sentence of the body with its first auxiliary negated."""
    for sentence in shuffled((s for s in site.doc.sentences if s.role == "body" and s.article == 0), random):
        verb = _AUXILIARY.search(site.text, sentence.start, sentence.end)
        asks = site.text[: sentence.end].rstrip().endswith("?")
        if verb is not None and not asks and _NEGATED.search(site.text, sentence.start, sentence.end) is None:
            yield _negate(site, verb.span(), f"{verb.group()} not", "grammar")


def reworded(site: Site, random: Random) -> Iterator[Planted]:
    """One word of a quotation in place of another."""
    for claim in shuffled(site.of("quote"), random):
        found = list(_WORD.finditer(site.text, claim.start, claim.end))
        for match in shuffled((m for m in found if m.group() in _EXCHANGED), random):
            words = _EXCHANGED[match.group()]
            yield replace_words(site, match.span(), words, by="claim", expected="variant: a quotation reworded")


def reported_denial(site: Site, random: Random) -> Iterator[Planted]:
    """Somebody else who denies what the text states, as reported speech."""
    names = [n for n in _DENIER if n.split()[-1] not in site.text]
    for claim in shuffled(site.of("statement"), random):
        whole = claim.modality == "assertion" and claim.polarity and claim.end - claim.start <= _LONGEST
        if (
            not whole
            or claim.quote.count("“") != claim.quote.count("”")
            or not names
            or not _begins_well(site, claim.start)
        ):
            continue
        sentence = f"{random.choice(names)}, a commentator, denied that {_lowered(claim.quote)}."
        yield add_sentence(site, claim.end, sentence, expected="no flag: a denial reported of another speaker")


def _negate(site: Site, span: tuple[int, int], words: str, by: str) -> Planted:
    return replace_words(site, span, words, by=by, expected="conflict: the opposite of what the original states")


def _begins_well(site: Site, start: int) -> bool:
    """The clause begins with a name or an article: it can stand behind "that"."""
    opened = regex.match(r"(?:the|a|an|this|these)\s", site.text[start : start + 8], regex.I) is not None
    return opened or any(e.start == start for e in site.doc.entities) or any(
        p.start == start and p.form in {"full", "surname"} for p in site.doc.persons
    )  # fmt: skip


def _lowered(words: str) -> str:
    first = words.split(maxsplit=1)[0]
    return words[0].lower() + words[1:] if first in {"The", "A", "An", "This", "These"} else words

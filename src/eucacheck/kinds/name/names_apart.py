"""Claims on the names of one thing to those that a reader could take for the names of several things.

An acronym is the name that it abbreviates, where a source has both; a name that leaves out words of another is that
other; small words, order and case make no other name. What remains ("Middle Corridor", "Trans-Caspian route") is worth
a note.
"""

from collections.abc import Sequence
from typing import Final

import regex

from eucacheck.kinds.name.event_names import plain_event_name
from eucacheck.records import Claim
from eucacheck.shadow import fold

_WORDS: Final = regex.compile(r"[^\W_]+(?:-[^\W_]+)*")
_PARTS: Final = regex.compile(r"[^\W_]+")
_SMALL: Final = frozenset("the a an of for on in to and with between at by s".split())
_MOST: Final = 0.6
"""So much of a longer name of an agreement or route a shorter one keeps: a "roadmap" alone may be another one."""
_GATHERING: Final = frozenset("meeting summit conference talks session".split())


def names_apart(claims: Sequence[Claim], *, series: bool) -> dict[str, list[Claim]]:
    """Claims by name, each name with the forms that a reader takes for it; the form of most sources names it."""
    forms: dict[frozenset[str], list[Claim]] = {}
    for claim in claims:
        forms.setdefault(_name_words(str(claim.value["name"]), series=series), []).append(claim)
    homes: list[list[frozenset[str]]] = []
    for words in sorted(forms, key=lambda w: (-len(w), sorted(w))):
        home = next((h for h in homes if any(_one_name(words, w, forms, series=series) for w in h)), None)
        if home is None:
            homes.append([words])
        else:
            home.append(words)
    groups = [[c for words in home for c in forms[words]] for home in homes]
    return {_label(group): group for group in groups}


def _name_words(name: str, *, series: bool) -> frozenset[str]:
    """The words that tell a name from others; of a series without what every gathering is called."""
    plain = plain_event_name(fold(name)).split() if series else _PARTS.findall(fold(name).casefold())
    words = frozenset(w for w in plain if w not in _SMALL)
    return words - _GATHERING if series and "ministerial" in words else words


def _one_name(
    short: frozenset[str], long: frozenset[str], forms: dict[frozenset[str], list[Claim]], *, series: bool
) -> bool:
    if short < long:
        return series or len(short) >= _MOST * len(long)
    both = {c.source for c in forms[short]} & {c.source for c in forms[long]}
    names = [str(c.value["name"]) for c in forms[short]]
    return bool(both) and all(any(_abbreviates(n, str(c.value["name"])) for c in forms[long]) for n in names)


def _abbreviates(acronym: str, name: str) -> bool:
    """The letters of an acronym begin the last words of a name: EPCA, TITR."""
    if not acronym.isupper() or not acronym.isalpha():
        return False
    first = "".join(w[0] for w in _WORDS.findall(fold(name)) if w.casefold() not in _SMALL).upper()
    return first.endswith(acronym)


def _label(claims: Sequence[Claim]) -> str:
    """The form of most sources, the longer of equals."""
    names = sorted({str(c.value["name"]) for c in claims})
    return max(names, key=lambda n: (len({c.source for c in claims if c.value["name"] == n}), len(n), n))

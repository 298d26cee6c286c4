"""Two figures to whether what their clauses name is the same: purposes, fields, firms, villages, towns.

Where each clause names something of its own, the figures are of two things.
"""

from typing import TYPE_CHECKING, Final

from eucacheck.kinds._figures.purposes import topic_words
from eucacheck.kinds._figures.roles import role_name
from eucacheck.kinds._figures.ties import one_words
from eucacheck.records import Claim, Value

if TYPE_CHECKING:
    from eucacheck.facts import Block

_NAMED: Final = ("name:", "thing:", "place:")
_STEM: Final = 6
"""Letters by which two words for one purpose are one."""
_ROOT: Final = 9
"""Letters by which a name and its demonym are one."""


def other_place(x: Value, y: Value) -> bool:
    """Each clause names a town, firm or thing of which the other source knows nothing."""
    stories = [v.get("story", {"near": (), "anchors": ()}) for v in (x, y)]
    near = [{n for n in s["near"] if n.startswith(_NAMED)} for s in stories]
    return bool(near[0] - {*stories[1]["anchors"]} - near[1] and near[1] - {*stories[0]["anchors"]} - near[0])


def things_apart(a: Claim, b: Claim) -> bool:
    """They are for other things, or name other ones."""
    x, y = a.value, b.value
    s, t = x["story"], y["story"]
    if x["sectors"] and y["sectors"] and not {*x["sectors"]} & {*y["sectors"]}:
        return True
    if s.get("own", True) and t.get("own", True):
        here = [_only_here(s, t), _only_here(t, s)]
        if all(here) or (any(here) and _none_in_common(s, t)):
            return True
    if s.get("many") != t.get("many") and bool(x.get("purpose")) != bool(y.get("purpose")):
        return True  # the loans of a year, and a loan for a hospital
    purposes = [purpose_words(v) for v in (x, y)]
    roots = [{w[:_STEM] for w in p} for p in purposes]  # electrification, electric trains
    return bool(roots[0] and roots[1] and not roots[0] & roots[1])


def _only_here(one: Value, other: Value) -> bool:
    """The clause names a firm, village, town or thing of which the other source says nothing."""
    known = {_root(n) for n in (*other["anchors"], *other["near"])}
    return any(n.startswith(_NAMED) and _root(n) not in known for n in one["near"])


def _none_in_common(one: Value, other: Value) -> bool:
    """Both clauses name firms, villages or towns, and none is the same."""
    names = [{_root(n) for n in s["near"] if n.startswith(("name:", "place:"))} for s in (one, other)]
    return bool(names[0] and names[1]) and not names[0] & names[1]


def named_alike(one: Value, other: Value) -> bool:
    """Both clauses name one firm, town or thing."""
    return bool({_root(n) for n in one["near"] if n.startswith(_NAMED)} & {_root(n) for n in other["near"]})


def _root(name: str) -> str:
    """A name without what a demonym or a longer form adds: Karakalpak, Karakalpakstan."""
    return name.rpartition(":")[2][:_ROOT]


def purpose_words(value: Value) -> set[str]:
    """The stems of what a sum is for, of words for one thing one stem; names left out."""
    told = " ".join([str(value.get("purpose") or ""), *value["story"]["for"]])
    return one_words(topic_words(" ".join(w for w in told.split() if w.islower())))


def towns_apart(a: Claim, b: Claim, block: "Block") -> bool:
    """Those who came are counted behind the towns to which they came, and these are others."""
    if not all(role_name(c.value) in {"came", "countries", "firms"} for c in (a, b)):
        return False
    stories = [c.value["story"] for c in (a, b)]
    near = [{n for n in s["near"] if n.startswith("place:")} for s in stories]
    if not all(near) or near[0] & {*stories[1]["anchors"]} or near[1] & {*stories[0]["anchors"]}:
        return False
    return all(block.pack.apart(p.partition(":")[2], q.partition(":")[2]) for p in near[0] for q in near[1])

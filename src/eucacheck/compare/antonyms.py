"""Two verbs to whether one says the contrary of the other, and whether what one did the other may undo.

Verbs are stems. "Closed" and "reopened" may both be true, one after the other; "approved" and "rejected" of one vote
cannot.
"""

from functools import lru_cache
from typing import Final, Literal

Contrary = Literal["final", "in-turn"]

_FINAL: Final = (
    ("approv adopt pass endors back ratifi", "reject refus declin defeat veto dismis"),
    ("confirm admit acknowledg recognis recogniz", "deny deni rebut refut"),
    ("win", "lose"),
    ("support back favour favor endors welcom", "oppos condemn criticis criticiz denounc"),
    ("lift scrap remov abolish abandon drop", "extend prolong keep maintain uphold tighten renew"),
    ("accept agree", "refus reject declin"),
    ("succeed", "fail"),
    ("attend", "boycott skip miss"),
)
_IN_TURN: Final = (
    ("rise grow increas climb gain jump surg expand", "fall declin decreas drop shrink plung slump sink contract"),
    ("increas rais doubl expand boost", "cut reduc low halv slash trim"),
    ("open reopen unblock", "clos shut block seal"),
    ("resum restart continu restor", "suspend halt stop freez interrupt paus"),
    ("join enter acced", "leav quit withdraw exit"),
    ("begin start launch", "end finish complet terminat"),
    ("allow permit legalis legaliz", "ban prohibit forbid outlaw bar"),
    ("impos introduc", "lift scrap remov abolish"),
    ("accelerat", "slow delay"),
    ("strengthen", "weaken"),
    ("releas free", "arrest detain jail"),
    ("arriv", "depart"),
    ("appoint", "dismis"),
    ("buy", "sell"),
    ("export", "import"),
)


@lru_cache(maxsize=8192)
def contrary(a: str, b: str) -> Contrary | None:
    """Tell whether two stems of verbs are contraries: of one decision ("final") or of what may follow ("in-turn")."""
    for kind, pairs in (("final", _FINAL), ("in-turn", _IN_TURN)):
        for one, other in pairs:
            left, right = one.split(), other.split()
            if (a in left and b in right) or (b in left and a in right):
                return "final" if kind == "final" else "in-turn"
    return None

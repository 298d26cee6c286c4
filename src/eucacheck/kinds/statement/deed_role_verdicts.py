"""Who has a part in a deed, in two reports of one news, to findings: the same, or another, each sole in its report."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final

import regex

from eucacheck.compare.dates import compare_dates, gap_days
from eucacheck.compare.names import compare_persons, surnames_fit
from eucacheck.edtf import parse_edtf
from eucacheck.facts import ONE_NEWS
from eucacheck.findings import Judgement, make_finding
from eucacheck.kinds._wording.words import listed, sources_in_words, speaker_name
from eucacheck.kinds.statement.actors import NAMED
from eucacheck.kinds.statement.full_tables import LOWER
from eucacheck.records import Claim, Finding

if TYPE_CHECKING:
    from eucacheck.facts import Block

ASKED: Final = {
    "by open": ("Who opened the {}?", "who opened the {}"),
    "by chair": ("Who chaired the {}?", "who chaired the {}"),
    "by organise": ("Who organised the {}?", "the organiser of the {}"),
    "by host": ("Who hosted the {}?", "the host of the {}"),
    "by hand": ("Who handed over the {}?", "who handed over the {}"),
    "by appoint": ("Who appointed to the {}?", "who appointed to the {}"),
    "by initiate": ("Who proposed the {}?", "who proposed the {}"),
    "by propose": ("Who proposed the {}?", "who proposed the {}"),
    "by implement": ("Who implements the {}?", "who implements the {}"),
    "by fund": ("Who pays for the {}?", "who pays for the {}"),
    "by teach": ("Who gave the {}?", "who gave the {}"),
    "by write": ("Who wrote the {}?", "who wrote the {}"),
    "by build": ("Who builds the {}?", "who builds the {}"),
    "by attend": ("Who was at the {}?", "who was at the {}"),
    "by lead": ("Who led the {}?", "who led the {}"),
    "by accept": ("Who accepted the {}?", "who accepted the {}"),
    "by present": ("Who presented the {}?", "who presented the {}"),
    "by supply": ("Who supplies the {}?", "who supplies the {}"),
    "by represent": ("Who represented {}?", "who represented {}"),
    "by follow": ("Who held the {} before?", "who held the {} before"),
    "by nation": ("Of which country is {}?", "the country of {}"),
    "by table": ("Did all {} come?", "whether all {} came"),
    "by head": ("Who leads the {}?", "who leads the {}"),
    "by design": ("Who designed the {}?", "who designed the {}"),
    "by win": ("Who won the {}?", "who won the {}"),
}
_ONCE: Final = frozenset({"by appoint"})
SAME_NEWS: Final = 0.3
"""Likeness from which one noun of the sentences before is enough to tell what a deed is done to."""
_ORDER: Final = frozenset("second third fourth fifth sixth other another special main grand next last".split())
"""Words that tell one of several like things."""
MANY: Final = "by attend"
_NEAR: Final = 3
_STEM: Final = 5
_SMALL: Final = frozenset("the of for and on in".split())
_STATE: Final = regex.compile(
    r"\b(?:ministry|government|parliament|senate|akimat|state|administration|agency|committee)\b"
)


def one_deed(a: Claim, b: Claim, block: "Block") -> bool:
    """Tell whether two parts are in one deed: of one news, and of days that can be one."""
    days = [(parse_edtf(str(x)), parse_edtf(str(y))) for x in a.value["days"] for y in b.value["days"]]
    near = 0 if a.value["slot"] == "by represent" else _NEAR  # a body has others at a meeting of the day before
    apart = [compare_dates(x, y).relation == "disjoint" and (gap_days(x, y) or near + 1) > near for x, y in days]
    if a.value["slot"] in _ONCE and apart and not all(apart):
        return True  # one person, who is appointed once in these days, whenever it is told
    if set(a.value["words"]) & _ORDER != set(b.value["words"]) & _ORDER:
        return False  # the second prize is not the prize of which another report tells
    shared = set(a.value["things"]) & set(b.value["things"])
    loose = len(shared) == 1 and (a.value["anchors"] or b.value["anchors"])
    news = block.around.news(a.source, b.source)
    return news >= (SAME_NEWS if loose else ONE_NEWS) and (not apart or not all(apart))


def judge_deed(group: Sequence[Claim], thing: str, block: "Block") -> Iterator[Finding]:
    """One finding for the parts of one deed: agreement, or a conflict where each source has one actor, not the same."""
    slot = str(group[0].value["slot"])
    if slot == MANY or {a for c in group for a in c.value["answers"]} == {LOWER}:
        return  # of those who come no report names all
    question, name = (words.format(thing) for words in ASKED[slot])
    clusters = _clusters(sorted({a for c in group for a in c.value["answers"]}), block)
    told = {c.source: {i for i, k in enumerate(clusters) for a in c.value["answers"] if a in k} for c in group}
    for source, own in list(told.items()):
        for claim in (c for c in group if c.source == source):
            own |= {i for i, k in enumerate(clusters) for a in claim.value["answers"] if a in k}
    sides = [[c for c in group if set(c.value["answers"]) & set(k)] for k in clusters]
    if len(clusters) == 1:
        text = _say(clusters[0][0], block)
        answer = block.answer({"part": slot, "answers": clusters[0]}, text, group)
        summary = f"The sources agree on {name}: {text}"
        yield make_finding(
            Judgement("EUC703", "statement", "agree", group[0].subject, question, summary, "one answer", [answer], 0.5)
        )
        return
    if len(clusters) != _TWO or any(len(own) > 1 for own in told.values()) or not _opposed(sides, clusters, block):
        for a, b in combinations(group, 2):
            block.demote(a, b, "other-scope: parts that may be shared, or one in the other")
        return
    answers = [
        block.answer({"part": slot, "answers": k}, _say(k[0], block), own)
        for k, own in zip(clusters, sides, strict=True)
    ]
    differ = listed([f"{a.text} ({sources_in_words(a, block)})" for a in answers])
    summary = f"Reports of one news differ on {name}: {differ}"
    why = "two reports of one news tell of one deed, and each gives one actor in it, and not the same"
    subject = min(c.subject for c in group)
    yield make_finding(
        Judgement("EUC705", "statement", "conflict", subject, question, summary, why, answers, 0.55, "warning")
    )


_TWO: Final = 2


def _clusters(names: Sequence[str], block: "Block") -> list[list[str]]:
    """Identifiers that may be of one actor."""
    found: list[list[str]] = []
    for name in names:
        home = next((k for k in found if any(not _apart(name, other, block) for other in k)), None)
        if home is None:
            found.append([name])
        else:
            home.append(name)
    return found


def _opposed(sides: Sequence[Sequence[Claim]], clusters: Sequence[Sequence[str]], block: "Block") -> bool:
    """Neither side names the other's actor beside its own."""
    people = [k[0].startswith("person:") for k in clusters]
    if people[0] != people[1]:
        return False
    for own, other in ((sides[0], clusters[1]), (sides[1], clusters[0])):
        beside = {n for c in own for n in str(c.value["beside"] or "").split()}
        if any(n == o or (n.startswith("person:") and not _apart(n, o, block)) for n in beside for o in other):
            return False
    return True


def _apart(a: str, b: str, block: "Block") -> bool:
    if a == b:
        return False
    if a.startswith("person:") and b.startswith("person:"):
        names = [i.partition(":")[2].replace("-", " ") for i in (a, b)]
        fits = surnames_fit(names[0], names[1], loose=True)
        return compare_persons(names[0], names[1]).relation == "different" and not fits
    if a.startswith("person:") or b.startswith("person:"):
        return True
    return _bodies_apart(a, b, block)


def _bodies_apart(a: str, b: str, block: "Block") -> bool:
    """Neither body is the other in other words, a part of it, or its acronym."""
    if a in _line(b, block) or b in _line(a, block):
        return False
    if all(not i.startswith(NAMED) for i in (a, b)):
        return True
    if any(i.startswith("country:") and _STATE.search(o) for i, o in ((a, b), (b, a))):
        return False
    mine, theirs = (_words(i, block) for i in (a, b))
    if mine <= theirs or theirs <= mine or _initials(a, b, block) or _initials(b, a, block):
        return False
    heads = mine & theirs
    return not heads or bool(mine - theirs and theirs - mine and heads <= _HEADS)


_HEADS: Final = frozenset(
    w[:_STEM]
    for w in "ministry consulate general embassy institute centre center university agency bank company committee "
    "office council fund foundation academy association union european national state international department "
    "school".split()
)


def _line(body: str, block: "Block") -> set[str]:
    """A body with its wholes, and the unions of a country."""
    found, at = {body}, body
    if body.startswith("country:"):
        found |= {i for i, known in block.pack.organisations.items() if body in known.members}
    while (known := block.pack.organisations.get(at)) is not None and known.parent is not None:
        at = known.parent
        found.add(at)
    return found


def _words(body: str, block: "Block") -> set[str]:
    text = body.removeprefix(NAMED) if body.startswith(NAMED) else block.pack.name_of(body)
    return {w[:_STEM] for w in regex.findall(r"[\p{L}\d]+", text.casefold()) if w not in _SMALL | {"eu"}}


def _initials(a: str, b: str, block: "Block") -> bool:
    """One is the acronym of the other."""
    short, long = (i.removeprefix(NAMED) if i.startswith(NAMED) else block.pack.name_of(i) for i in (a, b))
    letters = "".join(
        w[0] for w in regex.findall(r"[\p{L}\d]+", long.casefold()) if w not in {"of", "the", "for", "and"}
    )
    return len(short) <= _STEM + 2 and letters[: len(short)] == short.casefold()


def _say(name: str, block: "Block") -> str:
    if name.startswith("person:"):
        return speaker_name(name, block)
    if ":" not in name:
        return name
    if not name.startswith(NAMED):
        return block.pack.name_of(name)
    return " ".join(w if w in _SMALL else w.capitalize() for w in name.removeprefix(NAMED).split())

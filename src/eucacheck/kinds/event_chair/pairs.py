"""The co-chairs that sources name of one event to two sides: A and B in one source, A and C in another."""

from collections.abc import Sequence

from eucacheck.records import Answer

_PAIR = 2


def two_pairs(answers: Sequence[Answer]) -> tuple[list[Answer], list[Answer]] | None:
    """The persons that only one side names, where each source has a pair, or one of a pair, and they are not the same.

    A third person can be a third chair: so nobody may be named by a source that has another pair besides.
    """
    by_source: dict[str, set[str]] = {}
    roles: dict[str, set[str]] = {}
    for answer in answers:
        for claim in answer.claims:
            by_source.setdefault(claim.source, set()).add(str(answer.value["person"]))
            roles.setdefault(claim.source, set()).add(str(claim.value["role"]))
    sets = sorted({tuple(sorted(p)) for p in by_source.values()})
    pairs = [{*s} for s in sets if len(s) == _PAIR]
    if not pairs or len(sets) != 2 or max(map(len, sets)) > _PAIR:
        return None
    first, second = ({*s} for s in sets)
    if any("co-chair" not in roles[source] for source in by_source) or first <= second or second <= first:
        return None
    sides = [[a for a in answers if str(a.value["person"]) in own] for own in (first - second, second - first)]
    return sides[0], sides[1]

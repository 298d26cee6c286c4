"""Claims to groups of those that belong together, where no key tells it and each has to be tried."""

from collections.abc import Callable, Iterable

from eucacheck.records import Claim


def grouped(claims: Iterable[Claim], belongs: Callable[[list[Claim], Claim], bool]) -> list[list[Claim]]:
    """Put each claim into the first group that it belongs to, else into one of its own; the order of claims counts."""
    groups: list[list[Claim]] = []
    for claim in claims:
        own = next((g for g in groups if belongs(g, claim)), None)
        if own is None:
            groups.append([claim])
        else:
            own.append(claim)
    return groups

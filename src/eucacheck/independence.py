"""Sources to copy groups: which of them share one origin, so that they count once where independent sources are counted."""

from collections.abc import Sequence

from eucacheck.records import Source


def copy_groups(sources: Sequence[Source]) -> dict[str, str]:
    """Give the copy group of each source that has a common origin with another: the smallest identifier in it."""
    raise NotImplementedError

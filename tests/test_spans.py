"""Those between two offsets."""

from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from eucacheck.spans import between, in_order


@dataclass(frozen=True)
class Stretch:
    """A place in a text."""

    start: int
    end: int


OFFSETS = st.integers(0, 40)
STRETCHES = st.builds(lambda a, size: Stretch(a, a + size), OFFSETS, st.integers(0, 12))


@given(st.lists(STRETCHES, max_size=20), OFFSETS, OFFSETS)
def test_those_that_begin_before_the_end_and_lie_inside(items, start, end):
    found = between(in_order(items), start, end)
    assert found == [s for s in in_order(items) if start <= s.start < end and s.end <= end]


@given(st.lists(STRETCHES, max_size=20))
def test_the_order_of_the_text(items):
    ordered = in_order(items)
    assert all((a.start, a.end) <= (b.start, b.end) for a, b in pairwise(ordered))
    assert sorted(ordered, key=repr) == sorted(items, key=repr)

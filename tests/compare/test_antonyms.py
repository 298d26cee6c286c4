"""Which verbs are contraries, and which of them one after the other may both be true."""

import pytest

from eucacheck.compare.antonyms import contrary
from eucacheck.stems import stem


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("approved", "rejected", "final"),
        ("confirmed", "denied", "final"),
        ("lifted", "extended", "final"),
        ("suspended", "resumed", "in-turn"),
        ("closed", "reopened", "in-turn"),
        ("joined", "signed", None),
        ("approved", "adopted", None),
    ],
)
def test_contraries_by_their_stems(a, b, kind):
    assert contrary(stem(a), stem(b)) == contrary(stem(b), stem(a)) == kind

"""Numbers whose noun stands elsewhere in the sentence."""

import pytest

from eucacheck.mentions.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (
            "Of the 34 materials on the list, the country produces 18, he said.",
            [("34", "material"), ("18", "material")],
        ),
        ("Of these 34 materials the country mined 18 in 2023.", [("34", "material"), ("18", "material")]),
        ("The number of goods free of duty rises to 6,200.", [("6200", "good")]),
        ("The number of schools was 12.", [("12", "school")]),
        ("The animals, six in number, come from Riga.", [("6", "animal")]),
        ("The guards, 40 strong, crossed the river.", [("40", "guard")]),
        ("Of the 34 materials he spoke in 2023.", [("34", "material")]),
        ("He came back on 12, tired.", []),
        ("The number of schools grew; he saw the other 12.", []),
        ("It can move 240,000 twenty-foot equivalent units a year.", [("240000", "teu")]),
        ("They found 213 silver coins.", [("213", "coin")]),
        ("Made here are 19 of the EU's 34 critical materials.", [("19", "material"), ("34", "material")]),
    ],
)
def test_what_a_bare_number_counts(text: str, counted: list[tuple[str, str]]) -> None:
    assert [(q.low, q.unit) for q in find_quantities(text) if q.type != "ordinal"] == counted

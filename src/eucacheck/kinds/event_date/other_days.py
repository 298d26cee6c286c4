"""The deeds of one source with their days to each deed with the other days of its class: two groups of one course."""

from collections.abc import Sequence
from dataclasses import replace

from eucacheck.claims import Draft


def with_other_days(drafts: Sequence[Draft]) -> list[Draft]:
    """Each deed with the other days on which the source has deeds of its class, whatever they are done to."""
    days: dict[str, set[str]] = {}
    for draft in drafts:
        if "deed" in draft.value:
            days.setdefault(str(draft.value["deed"]["class"]), set()).add(str(draft.value["edtf"]))
    found = []
    for draft in drafts:
        deed = draft.value.get("deed")
        others = sorted(days[deed["class"]] - {draft.value["edtf"]}) if deed else []
        value = {**draft.value, "deed": {**deed, "also": others}} if deed and others else draft.value
        found.append(replace(draft, value=value))
    return found

"""The field of an office to the body in full: "Committee head X", where the source has named the Committee before."""

from typing import TYPE_CHECKING, Final

import regex

from eucacheck.compare.offices import OF_ONE_BODY
from eucacheck.records import OfficeMention

if TYPE_CHECKING:
    from eucacheck.mentions.document import Document

_SHORT: Final = regex.compile(
    r"(?:the\s+)?(Committee|Association|Agency|Chamber|Fund|Bank|Union|Council|Institute|Federation|Foundation)"
)
"""Nouns by which a body is called again once it was named."""
_BEFORE: Final = r"(?:(?<=\s)\p{Lu}[\w'-]{2,20}\s){0,4}"
_BEHIND: Final = r"\s(?:of|on|for)(?:\s(?:the\s|and\s)?\p{Lu}[\w'-]{1,20}){1,6}"
_FAR: Final = 2500
"""Characters back in which a body was named."""


def body_in_full(doc: "Document", office: OfficeMention) -> str | None:
    """Give the field of an office; a mere "Committee" is the one such body named before, if there is one."""
    short = _SHORT.fullmatch(office.domain or "")
    if short is None or office.organisation is not None or office.office not in OF_ONE_BODY:
        return office.domain
    full = regex.compile(rf"{_BEFORE}{short[1]}(?:{_BEHIND})?")
    names = {m.group().strip() for m in full.finditer(doc.shadow, max(0, office.start - _FAR), office.start)}
    named = {n.removeprefix("The ") for n in names if len(n.split()) > 1} - {f"The {short[1]}"}
    return named.pop() if len(named) == 1 else office.domain

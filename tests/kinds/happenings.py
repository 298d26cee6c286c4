"""Claims of events for tests, made by hand, and what is judged of them."""

from collections.abc import Sequence
from typing import Any

from eucacheck.edtf import parse_edtf
from eucacheck.facts import Surroundings
from eucacheck.pack import Pack
from eucacheck.pack.model import Edition, Place, Series
from eucacheck.pipeline import judge_all
from eucacheck.records import Claim, Finding, Modality

PACK = Pack(
    places={
        "country:ruritania": Place(id="ruritania", name="Ruritania", kind="country"),
        "place:zenda": Place(id="zenda", name="Zenda", kind="city", within=("country:ruritania",)),
        "place:strelsau": Place(id="strelsau", name="Strelsau", kind="city", within=("country:ruritania",)),
        "place:szohod": Place(id="szohod", name="Szohod", kind="city"),
    },
    series={
        "series:tide-dialogue": Series(
            id="tide-dialogue", name="Tide Dialogue", type="dialogue", parties=(),
            editions=(Edition(ordinal=4, date="2021-05-06", place="place:zenda", ref="https://example.org/four"),),
        )
    },
)  # fmt: skip


def event(series: str = "rail-forum", **more: Any) -> dict[str, Any]:
    """The profile of a local event."""
    return {
        "local": 0, "series": f"series:{series}", "family": "series:rail", "type": "forum", "ordinals": [],
        "date": None, "date_basis": None, "year_stated": True, "place": None, "status": "held", "label": "Rail Forum",
        "published": None, **more,
    }  # fmt: skip


def claim(kind: str, source: str, value: dict[str, Any], of: dict[str, Any], *, at: int = 0) -> Claim:
    quote = f"{kind} {value}"
    when = parse_edtf(of["date"]) if of["date"] else None
    modality: Modality = "planned" if of["status"] in {"planned", "postponed"} else "assertion"
    full = {**value, "event": of}
    identifier = f"{source}/{kind}/{at}/{quote}/{of}"
    return Claim(identifier, source, kind, "event:x", full, at, at + len(quote), 1, quote, when, modality=modality)


def dated(source: str, day: str, *, stated: bool = True, **more: Any) -> Claim:
    """A source dates an event."""
    extra: dict[str, Any] = {name: more.pop(name) for name in ("part", "put_off") if name in more}
    at = int(more.pop("at", 0))
    return claim(
        "event_date", source, {"edtf": day, "year_stated": stated, **extra},
        event(**{"date": day, "year_stated": stated, "date_basis": "stated", **more}), at=at,
    )  # fmt: skip


def placed(source: str, place: str, day: str | None = "2024-05-03", **more: Any) -> Claim:
    """A source places an event."""
    at = int(more.pop("at", 0))
    profile = event(**{"date": day, "date_basis": "stated", "place": place, **more})
    return claim("event_place", source, {"place": place}, profile, at=at)


def numbered(source: str, ordinal: int, day: str | None, place: str | None = None, **more: Any) -> Claim:
    """A source counts an event."""
    at, annual = int(more.pop("at", 0)), bool(more.pop("annual", False))
    profile = event(**{"date": day, "date_basis": "stated", "place": place, "ordinals": [ordinal], **more})
    value = {"ordinal": ordinal, "as_called": "forum", "annual": annual, "series": profile["series"]}
    return claim("event_ordinal", source, value, profile, at=at)


def chaired(source: str, name: str, role: str = "chair", day: str = "2024-05-03", **more: Any) -> Claim:
    """A source names a chair."""
    person = "person:" + name.casefold().replace(" ", "-")
    profile = event(**{"date": day, "date_basis": "stated", "place": "place:zenda", **more})
    return claim("event_chair", source, {"person": person, "name": name, "role": role}, profile)


def judged(claims: Sequence[Claim], published: dict[str, str] | None = None) -> list[Finding]:
    """Findings in the order of their ids, each once."""
    days = {source: parse_edtf(day) for source, day in (published or {}).items()}
    results = judge_all(claims, Surroundings(PACK, days))
    found = {f.id: f for result in results for f in result.findings}
    return sorted(found.values(), key=lambda f: f.id)


def verdicts(findings: Sequence[Finding]) -> set[tuple[str, str]]:
    return {(f.rule, f.verdict) for f in findings}


def demoted(claims: Sequence[Claim], published: dict[str, str] | None = None) -> set[str]:
    """The codes with which pairs were not opposed."""
    days = {source: parse_edtf(day) for source, day in (published or {}).items()}
    return {
        reason.partition(":")[0]
        for result in judge_all(claims, Surroundings(PACK, days))
        for reason in result.demotions.values()
    }

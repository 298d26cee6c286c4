"""A report as JSON values to a page for a desk: what is disputed, what changed, what agrees, what stays open."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from eucacheck.report.finding_text import Desk, write_finding, write_line, write_names, write_note
from eucacheck.report.page import Page
from eucacheck.report.words import count_of, cut_words, listed, say_edtf, say_kind, say_reason

if TYPE_CHECKING:
    from rich.console import Console

Json = Mapping[str, Any]

_SECTIONS: Final = (
    ("conflict", "Conflicts: the sources cannot all be right"),
    ("variant", "Variants: the same thing in another form"),
)
_NOTES: Final = (
    ("supersede", "Changed over time"),
    ("refine", "Compatible, one more exact"),
)
_MANY_SOURCES: Final = 12
"""With more sources than this each takes one line, so that the conflicts stay near the top."""
_FULL_FACTS: Final = 3
"""Facts that a look-up shows in full; the others are offered in one line each."""


def render_text(
    report: Json,
    console: "Console",
    *,
    texts: Mapping[str, str] | None = None,
    demoted: Mapping[str, int] | None = None,
    expand: bool = False,
) -> None:
    """Write the consistency report.

    `texts` are the texts of the sources by identifier: with them each quotation stands in its sentence. `demoted`
    counts the pairs of claims that were compared and not opposed, by reason. `expand` shows all evidence, agreements
    in full, and what one source tells.
    """
    page = Page(console)
    desk = Desk.of(report["sources"], texts, expand=expand)
    by_verdict: dict[str, list[Json]] = {}
    for finding in report["findings"]:
        by_verdict.setdefault(finding["verdict"], []).append(finding)
    _write_opening(page, report)
    number = 0
    for verdict, heading in _SECTIONS:
        found = by_verdict.get(verdict, [])
        if found:
            page.heading(f"{heading} ({len(found)})")
        for finding in found:
            number += 1
            write_finding(page, finding, desk, number)
    for verdict, heading in _NOTES:
        _write_short(page, by_verdict.get(verdict, []), heading, desk)
    number = _write_agreed(page, by_verdict.get("agree", []), desk, number)
    _write_lines(page, by_verdict.get("unclear", []), "Undecided", desk)
    _write_lines(page, by_verdict.get("single", []), "Told by one source only", desk)
    _write_resolved(page, report.get("resolved", []))
    _write_closing(page, report, demoted or {}, expand=expand)
    _write_sources(page, report["sources"], desk)


def render_facts(
    answer: Json,
    console: "Console",
    *,
    near: Json | None = None,
    texts: Mapping[str, str] | None = None,
    expand: bool = False,
) -> None:
    """Write what a look-up found: the best facts in full, the next ones by their sentence.

    `near` is the answer of what comes nearest, shown where nothing fits.
    """
    page = Page(console)
    desk = Desk.of(answer["sources"], texts, expand=expand)
    facts = answer["facts"]
    if not facts:
        _write_nothing(page, answer, near)
        return
    full = facts if expand else facts[:_FULL_FACTS]
    for number, fact in enumerate(full, 1):
        write_finding(page, fact, desk, number)
    if len(facts) > len(full):
        page.heading("Also on this")
        for fact in facts[len(full) :]:
            write_line(page, fact, desk)
    _write_sources(page, answer["sources"], desk)


def render_notes(notes: Sequence[str], console: "Console") -> None:
    """Write how a query was read."""
    page = Page(console)
    for note in notes:
        page.write(note)


def _write_nothing(page: Page, answer: Json, near: Json | None) -> None:
    """Write that nothing fits a query, and what comes nearest."""
    page.write(
        "Nothing in this base answers ",
        (answer["query"], "bold"),
        f" as of {answer['as_of']}" if answer["as_of"] else "",
        ". Try a name, a place, an event or an amount; `eucacheck sources` lists what was read.",
    )
    if near is not None and near["facts"]:
        desk = Desk.of(near["sources"], None, expand=False)
        page.heading("What comes nearest")
        for fact in near["facts"]:
            write_line(page, fact, desk)
        _write_sources(page, near["sources"], desk)


def _write_opening(page: Page, report: Json) -> None:
    counts = report["counts"]
    page.write(("Consistency report", "bold"))
    disputed = [
        count_of(counts["conflict"], "conflict"),
        count_of(counts["variant"], "variant"),
        count_of(counts["refine"] + counts["supersede"], "note"),
    ]
    size = f"{count_of(counts['claims'], 'claim')} on {count_of(counts['facts'], 'fact')}"
    agreed = count_of(counts["agree"], "agreement")
    page.write(f"{count_of(len(report['sources']), 'source')} with {size}: {listed(disputed)}; {agreed}.")  # fmt: skip
    if "resolved" in report:
        states = [f["baseline"] for f in report["findings"]] + ["resolved"] * len(report["resolved"])
        since = [f"{states.count(s)} {s}" for s in ("new", "updated", "unchanged", "resolved")]
        page.write(f"Since the baseline: {listed(since)}.")
    if not report["findings"]:
        page.write("No finding is listed: nothing is disputed or agreed, or nothing fits what was asked for.")
    elif page.marked:
        page.write(
            "The words of a claim stand between » and «, within their sentence. "
            "S1, S2 ... are the sources, listed at the end."
        )
    else:
        page.write("S1, S2 ... are the sources, listed at the end.")


def _write_resolved(page: Page, resolved: Sequence[Json]) -> None:
    told = [f for f in resolved if f["verdict"] != "agree"]
    if not told:
        return
    page.heading(f"Resolved since the baseline ({len(told)})")
    for finding in told:
        page.write(finding["summary"], (f"  {finding['rule']} · {finding['id']}", "dim"), label="·", hang=2)


def _write_sources(page: Page, sources: Sequence[Json], desk: Desk) -> None:
    if not sources:
        return
    page.heading("Sources")
    for source in sources:
        _write_source(page, source, desk.name(source["id"]), short=len(sources) > _MANY_SOURCES)
    groups: dict[str, list[str]] = {}
    for source in sources:
        if source["copy_group"]:
            groups.setdefault(source["copy_group"], []).append(desk.name(source["id"]))
    for members in groups.values():
        if len(members) > 1:
            page.write(f"{listed(members)} share their words: they count as one independent source.", label="≈", hang=4)


def _write_source(page: Page, source: Json, name: str, *, short: bool) -> None:
    place = source["path"] or source["id"]
    dated = say_edtf(source["published"]) if source["published"] else "no date known"
    outlet = source["publisher"] or "publisher not known"
    if short:
        page.write(outlet, (f", {dated}, {place.rpartition('/')[2]}", "dim"), label=(name, "cyan"), hang=4)
        return
    basis = (
        f" ({cut_words(source['published_basis'], 110)})"
        if source["published_basis"] not in {None, "", "stated"}
        else ""
    )
    page.write((source["title"] or place.rpartition("/")[2], "bold"), label=(name, "cyan"), hang=4)
    page.write((f"{outlet}; {dated}{basis}; {place}", "dim"), indent=4)


def _write_short(page: Page, found: Sequence[Json], heading: str, desk: Desk) -> None:
    if not found:
        return
    page.heading(f"{heading} ({len(found)})")
    for finding in found:
        write_note(page, finding, desk)


def _write_agreed(page: Page, found: Sequence[Json], desk: Desk, number: int) -> int:
    if not found:
        return number
    page.heading(f"Agreed by two sources or more ({len(found)})")
    for kind in sorted({f["kind"] for f in found}):
        own = sorted((f for f in found if f["kind"] == kind), key=_most_sources)
        if desk.expand:
            for place, finding in enumerate(own, number + 1):
                write_finding(page, finding, desk, place)
            number += len(own)
        else:
            _write_kind(page, kind, own, desk)
    return number


def _write_lines(page: Page, found: Sequence[Json], heading: str, desk: Desk) -> None:
    if not found:
        return
    page.heading(f"{heading} ({len(found)})")
    for kind in sorted({f["kind"] for f in found}):
        _write_kind(page, kind, [f for f in found if f["kind"] == kind], desk)


def _most_sources(finding: Json) -> tuple[int, int, str]:
    """Order agreements: told by most independent sources first."""
    best = max(finding["answers"], key=lambda a: (a["independent"], a["sources"]))
    return (-best["independent"], -best["sources"], finding["summary"])


def _write_kind(page: Page, kind: str, found: Sequence[Json], desk: Desk) -> None:
    """Write findings of one kind in short, under what they are about."""
    page.write((say_kind(kind), "italic"))
    if kind == "name":
        write_names(page, found, desk)
        return
    for finding in found:
        write_line(page, finding, desk)


def _write_closing(page: Page, report: Json, demoted: Mapping[str, int], *, expand: bool) -> None:
    counts = report["counts"]
    page.heading("What this report leaves open")
    hint = "" if expand else " (--all lists them)"
    undecided = counts["unclear"] or "none"
    page.write(f"{count_of(counts['single'], 'fact')} told by one source only, {undecided} undecided{hint}.")
    if demoted:
        told = [f"{n} {say_reason(code)}" for code, n in sorted(demoted.items(), key=lambda kv: (-kv[1], kv[0]))]
        page.write(
            f"Pairs of claims that were compared and are not opposed: {listed(told)}. "
            "`eucacheck why CLAIM CLAIM` tells the reason for two claims; `eucacheck claims` lists them."
        )

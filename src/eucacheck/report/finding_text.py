"""One finding to lines of a page: its sentence, its question, each answer with who says it in which words, and why."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from eucacheck.report.context import in_context, shorten_words
from eucacheck.report.page import Page, Piece
from eucacheck.report.words import cut_words, listed, say_edtf, say_identifier, say_numbers, say_of, say_sources

Json = Mapping[str, Any]

STYLES: Final = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan", "none": "bold green"}
_LABELS: Final = {
    "conflict": "CONFLICT", "variant": "VARIANT", "refine": "MORE EXACT", "supersede": "CHANGED OVER TIME",
    "agree": "AGREED", "single": "ONE SOURCE ONLY", "unclear": "UNDECIDED",
}  # fmt: skip
_WORDS_STYLE: Final = "bold underline"
_COUNTED: Final = re.compile(r" \(\d{1,5} sources?\)$")
_SHOWN_SOURCES: Final = 4
"""Sources quoted under an answer unless everything is asked for; the others are named."""
_PASSAGES: Final = {
    "headline": "in the headline",
    "caption": "in a caption",
    "teaser": "in a teaser of another article",
    "boilerplate": "outside the article",
}
_MODALITIES: Final = {
    "reported": "as reported",
    "planned": "as a plan",
    "conjecture": "as a conjecture",
    "denied": "denied",
    "question": "as a question",
}


@dataclass(frozen=True)
class Desk:
    """What a page needs to know besides the findings: names of the sources, and their texts where these are at hand."""

    names: Mapping[str, str]
    sources: Mapping[str, Json]
    texts: Mapping[str, str] = field(default_factory=dict)
    expand: bool = False

    @classmethod
    def of(cls, sources: Sequence[Json], texts: Mapping[str, str] | None, *, expand: bool) -> "Desk":
        """Name the sources S1, S2 ... in the order of the report."""
        return cls(
            {s["id"]: f"S{n}" for n, s in enumerate(sources, 1)}, {s["id"]: s for s in sources}, texts or {}, expand
        )

    def name(self, source: str) -> str:
        """'S3', or the identifier of a source that the report does not list."""
        return self.names.get(source, source)

    def outlet(self, source: str) -> str:
        """The publisher, else the title in quotation marks, else the file name of a source, cut to 60 characters."""
        known = self.sources.get(source, {})
        if not known.get("publisher") and known.get("title"):
            return f"“{cut_words(known['title'], 58)}”"
        return cut_words(known.get("publisher") or (known.get("path") or "").rpartition("/")[2] or source, 60)

    def numbered(self, sources: Iterable[str]) -> str:
        """'S1, S3–S5': sources in the order of the report."""
        return say_numbers([self.name(s) for s in sorted(set(sources), key=self.order)])

    def order(self, source: str) -> int:
        """The number of a source."""
        return list(self.names).index(source) if source in self.names else len(self.names)


def write_finding(page: Page, finding: Json, desk: Desk, number: int) -> None:
    """Write a finding in full: for conflicts, variants and single facts."""
    indent = 4
    page.blank()
    details = [
        finding["rule"],
        finding["kind"].replace("_", " "),
        f"confidence {finding['confidence']:.2f}",
        finding["id"],
    ]
    page.write(
        (_label(finding), STYLES[finding["level"]]), _mark(finding), (f"  {' · '.join(details)}", "dim"),
        label=(f"{number}.", "bold"), hang=indent,
    )  # fmt: skip
    page.write((finding["summary"], "bold"), indent=indent)
    page.write((finding["question"], "italic"), indent=indent)
    for letter, answer in zip(_letters(len(finding["answers"])), finding["answers"], strict=True):
        _write_answer(page, answer, desk, letter, indent)
    _write_reason(page, finding, indent)


def write_note(page: Page, finding: Json, desk: Desk) -> None:
    """Write a finding in short: its question (of one answer its sentence), and who says what on which line."""
    told = finding["question"] if len(finding["answers"]) > 1 else finding["summary"]
    page.write(_mark(finding, after=" "), told, (f"  {finding['rule']} · {finding['id']}", "dim"), label="·", hang=2)
    for answer in finding["answers"]:
        page.write((_text_of(answer), "bold"), f": {_places(answer, desk)}", indent=4, hang=2)
    if finding["why"]:
        page.write((f"Why: {finding['why']}", "dim"), indent=4, hang=2)


def write_line(page: Page, finding: Json, desk: Desk) -> None:
    """Write a finding as one paragraph: its sentence and its sources."""
    page.write(_mark(finding, after=" "), *_in_short(finding, desk), label="·", hang=2)


def write_names(page: Page, findings: Sequence[Json], desk: Desk) -> None:
    """Write findings that are but a name each as one paragraph."""
    pieces: list[Piece] = []
    for finding in findings:
        pieces += ["; "] * bool(pieces) + [_mark(finding, after=" "), *_in_short(finding, desk)]
    page.write(*pieces, label="·", hang=2)


def _in_short(finding: Json, desk: Desk) -> list[Piece]:
    """A finding's sentence and its sources; their number is left out where it says no more than their names."""
    names = desk.numbered(e["source"] for a in finding["answers"] for e in a["evidence"])
    return [_COUNTED.sub("", finding["summary"]), (f" [{names}]", "dim")]


def _label(finding: Json) -> str:
    """What a finding is, in capitals; a conflict on weaker evidence says so without colour too."""
    if finding["verdict"] == "conflict" and finding["level"] != "error":
        return "POSSIBLE CONFLICT"
    return _LABELS[finding["verdict"]]


def _mark(finding: Json, after: str = "") -> Piece:
    """What is new or updated since the baseline."""
    state = finding.get("baseline")
    return (f"{'' if after else ' '}({state}){after}", "bold magenta") if state in {"new", "updated"} else ""


def _letters(number: int) -> list[str]:
    """A, B ... Z, 27, 28 ...: what names the answers of one finding."""
    return [chr(ord("A") + n) if n < 26 else str(n + 1) for n in range(number)]


def _text_of(answer: Json) -> str:
    return str(answer["text"]) or "(no words)"


def _write_answer(page: Page, answer: Json, desk: Desk, letter: str, indent: int) -> None:
    page.write(
        (_text_of(answer), "bold"),
        (f" — {say_sources(answer['sources'], answer['independent'])}", ""),
        indent=indent,
        label=(letter, "bold"),
        hang=3,
    )
    by_source: dict[str, list[Json]] = {}
    for item in answer["evidence"]:
        by_source.setdefault(item["source"], []).append(item)
    ordered = sorted(by_source, key=desk.order)
    shown = ordered if desk.expand else ordered[:_SHOWN_SOURCES]
    for source in shown:
        _write_source(page, by_source[source], answer, desk, indent + 3)
    if len(ordered) > len(shown):
        rest = ", ".join(f"{desk.name(s)} line {by_source[s][0]['line']}" for s in ordered[len(shown) :])
        page.write((f"also {rest}", "dim"), indent=indent + 3, hang=5)


def _write_source(page: Page, evidence: Sequence[Json], answer: Json, desk: Desk, indent: int) -> None:
    """Write one source under an answer: who it is, of when, on which lines, and its clearest words."""
    told = _text_of(answer)
    ranked = sorted(
        evidence,
        key=lambda e: (
            e["passage"] not in {"body", "headline"},
            e["modality"] != "assertion",
            told not in e["quote"],
            e["start"],
        ),
    )
    first = ranked[0]
    source = first["source"]
    published = desk.sources.get(source, {}).get("published")
    dated = f", {say_edtf(published)}" if published else ""
    rest = sorted({e["line"] for e in evidence} - {first["line"]})
    repeated = f" (also {_lines(rest)})" if rest and not desk.expand else ""
    page.write(
        (desk.name(source), "cyan"),
        (f" {desk.outlet(source)}{dated}, line {first['line']}{repeated}", "dim"),
        indent=indent,
        hang=3,
    )
    page.write(*_quoted(first, told, desk, page), indent=indent + 3)
    for item in ranked[1:] if desk.expand else ():
        page.write((f"line {item['line']}: ", "dim"), *_quoted(item, told, desk, page), indent=indent + 3)


def _lines(numbers: Sequence[int]) -> str:
    """'line 4', 'lines 4, 9 and 12', 'lines 1, 2, 3, 4 and 5 more'."""
    shown = [str(n) for n in numbers[:4]] + ([f"{len(numbers) - 4} more"] if len(numbers) > 4 else [])
    return f"line{'s' if len(numbers) > 1 else ''} {listed(shown)}"


def _quoted(item: Json, told: str, desk: Desk, page: Page) -> list[Piece]:
    """The words of a claim within their sentence, then who said them and how."""
    text = desk.texts.get(item["source"])
    published = desk.sources.get(item["source"], {}).get("published")
    exact = text is not None and text[item["start"] : item["end"]] == item["quote"]
    before, words, after = (
        in_context(text, item["start"], item["end"])
        if text is not None and exact
        else ("", shorten_words(item["quote"]), "")
    )
    opening, closing = ("»", "«") if page.marked else ("", "")
    speaker = item["speaker"]
    remarks = [
        f"said by {say_identifier(speaker)}" if speaker else "",
        _MODALITIES.get(item["modality"], "") if not speaker or item["modality"] != "reported" else "",
        _time_of(item, published, f"{told} {before} {words} {after}"),
        _PASSAGES.get(item["passage"], ""),
        f"claim {item['claim'][:8]}" if desk.expand else "",
    ]
    remark = ", ".join(r for r in remarks if r)
    return [before, (f"{opening}{words}{closing}", _WORDS_STYLE), after, (f"  ({remark})" if remark else "", "dim")]


def _time_of(item: Json, published: str | None, shown: str) -> str:
    """The time that a claim speaks of, where neither the date of its source nor the words around it tell."""
    when = item["when"]
    if not when or when == published:
        return ""
    numbers = re.findall(r"\w+", say_edtf(when).removeprefix("about "))
    days = [n for n in numbers if len(n) < 4 or not n.isdigit()]
    told = all(re.search(rf"\b{re.escape(n)}\b", shown) for n in days or numbers)
    return "" if told else say_of(when)


def _places(answer: Json, desk: Desk) -> str:
    """'S1 lines 4 and 9, S3 line 2'."""
    by_source: dict[str, set[int]] = {}
    for item in answer["evidence"]:
        by_source.setdefault(item["source"], set()).add(item["line"])
    return ", ".join(f"{desk.name(s)} {_lines(sorted(by_source[s]))}" for s in sorted(by_source, key=desk.order))


def _write_reason(page: Page, finding: Json, indent: int) -> None:
    if finding["why"]:
        page.write(finding["why"], indent=indent, label=("Why:", "bold"), hang=5)
    reference = finding["reference"]
    if reference is not None:
        page.write(
            f"{reference['value']} ",
            (f"({reference['citation']})", "dim"),
            indent=indent,
            label=("Reference:", "bold"),
            hang=4,
        )
    ruling = finding.get("ruling")
    if ruling is not None:
        page.write(
            "; ".join(f"{k}: {v}" for k, v in ruling.items() if v), indent=indent, label=("Ruling:", "bold"), hang=4
        )

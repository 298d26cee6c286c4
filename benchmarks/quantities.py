"""The test suites of Recognizers-Text and quantulum3 to figures on the quantity grammar.

    BENCH_DATA=/folder/with/recognizers python benchmarks/quantities.py [--errors N] [currency number ordinal
    percentage]

The specs (MIT) are not part of this repository. An item of the gold is found where a mention overlaps it, and right
where the
value is equal too; `value F1` counts the right ones. Many cases are questions that no news text asks ("2500^-1"), so
that the
figures for numbers are low for every tool.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Final

from eucacheck.mentions.numbers import find_numbers
from eucacheck.mentions.quantities import find_quantities
from eucacheck.shadow import fold

FILES: Final = {
    "currency": "NumberWithUnit/CurrencyModel",
    "number": "Number/NumberModel",
    "ordinal": "Number/OrdinalModel",
    "percentage": "Number/PercentModel",
}
TYPES: Final = {"currency": "money", "ordinal": "ordinal", "percentage": "percent"}

Item = tuple[int, int, float]


def read_cases(folder: Path, kind: str) -> list[tuple[str, list[Item]]]:
    """Read the cases of one spec: text, and the spans with their values."""
    cases = []
    for case in json.loads((folder / "recognizers" / f"{FILES[kind]}.json").read_text(encoding="utf-8-sig")):
        items = []
        for result in case.get("Results") or []:
            start = result.get("Start")
            if start is None:
                start = case["Input"].lower().find(result["Text"].lower())
            end = result["End"] + 1 if result.get("End") is not None else start + len(result["Text"])
            value = _number((result.get("Resolution") or {}).get("value"))
            if value is not None:
                items.append((start, end, value))
        cases.append((case["Input"], items))
    return cases


def _number(text: object) -> float | None:
    try:
        return float(str(text).replace(",", "").replace("%", "").strip())
    except ValueError:
        return None


def find(text: str, kind: str) -> list[Item]:
    """What the grammar finds of one kind in a text."""
    if kind == "number":
        return [(n.start, n.end, float(n.value)) for n in find_numbers(fold(text))]
    return [(q.start, q.end, float(q.low)) for q in find_quantities(text) if q.type == TYPES[kind]]


def count_right(gold: list[Item], found: list[Item]) -> tuple[int, int]:
    """Count the gold items that a mention overlaps, and those with the same value."""
    free, overlapping, right = list(found), 0, 0
    for start, end, value in gold:
        near = [f for f in free if min(end, f[1]) > max(start, f[0])]
        best = max(near, key=lambda f: (_same(f[2], value), min(end, f[1]) - max(start, f[0])), default=None)
        if best is not None:
            free.remove(best)
            overlapping += 1
            right += _same(best[2], value)
    return overlapping, right


def _same(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-6 * max(1.0, abs(b))


def main() -> None:
    """Print one line of JSON a kind, and with --errors N the first N cases that went wrong."""
    folder = Path(os.environ.get("BENCH_DATA", "data"))
    if not (folder / "recognizers").is_dir():
        sys.exit(f"no specs in {folder}: set BENCH_DATA to the folder that holds recognizers/")
    arguments = sys.argv[1:]
    wanted = int(arguments[arguments.index("--errors") + 1]) if "--errors" in arguments else 0
    for kind in [a for a in arguments if a in FILES] or list(FILES):
        cases = read_cases(folder, kind)
        began = time.perf_counter()
        found = [find(text, kind) for text, _ in cases]
        seconds = time.perf_counter() - began
        counts = [count_right(gold, mine) for (_, gold), mine in zip(cases, found, strict=True)]
        total, mine = sum(len(g) for _, g in cases), sum(map(len, found))
        spans, right = (sum(c[i] for c in counts) for i in (0, 1))
        figures = {"span F1": 2 * spans / (total + mine), "value F1": 2 * right / (total + mine)}
        print(
            json.dumps(
                {"kind": kind, "cases": len(cases), "gold": total, "found": mine}
                | {k: round(v, 3) for k, v in figures.items()}
                | {"seconds": round(seconds, 2)}
            )
        )
        bad = [(t, g, f) for (t, g), f, c in zip(cases, found, counts, strict=True) if not c[1] == len(g) == len(f)]
        for text, gold, own in bad[:wanted]:
            print(
                "   ",
                repr(text[:160]),
                [(text[s:e], v) for s, e, v in gold],
                "found",
                [(text[s:e], v) for s, e, v in own],
            )


if __name__ == "__main__":
    main()

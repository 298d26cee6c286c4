"""Labelled pairs of names (name_bench of nomenklatura, MIT) to precision, recall and F1 of the name comparison.

    BENCH_DATA=/folder/with/names python benchmarks/names.py [--errors N]

The pairs (people, companies, ships; set A) are not part of this repository; nobody of this project wrote them. The
threshold was chosen on the tiers MEDIUM and WEAK; STRONG stands apart. Peers measured on all pairs, F1: logic-v2 of
nomenklatura .796, token_set_ratio .733, WRatio .721.

`all` to `WEAK` measure `align_names`, which compares names of any length and order; `joined` is what the tool asks
before it takes two names of people for one person, `compare_persons` without any context: it must not join Mora and
Moran, so that its recall is lower here, and the office that both are given decides instead.
"""

import csv
import json
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from eucacheck.compare.alignment import align_names
from eucacheck.compare.names import compare_persons

THRESHOLD: Final = 0.8


@dataclass(frozen=True)
class Pair:
    """Two names, whether they denote one, and the tier of the label."""

    one: str
    other: str
    person: bool
    same: bool
    tier: str


def read_pairs(path: Path) -> list[Pair]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Pair(
                row["name1"],
                row["name2"],
                row["schema"] == "Person",
                row["is_match"] == "true",
                row["quality"] or "MEDIUM",
            )
            for row in csv.DictReader(file)
        ]


def score(pair: Pair) -> float:
    return align_names(pair.one, pair.other, organisation=not pair.person).score


def joined(pair: Pair) -> float:
    return float(compare_persons(pair.one, pair.other).relation in {"same-spelling", "same-person"})


def figures(pairs: Sequence[Pair], scores: Sequence[float]) -> dict[str, float]:
    said = [s >= THRESHOLD for s in scores]
    hits = sum(p.same and x for p, x in zip(pairs, said, strict=True))
    precision = hits / max(sum(said), 1)
    recall = hits / max(sum(p.same for p in pairs), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"n": len(pairs), "precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}


def main() -> None:
    folder = Path(os.environ.get("BENCH_DATA", "data"))
    pairs = read_pairs(folder / "names" / "cases.csv")
    start = time.perf_counter()
    scores = [score(p) for p in pairs]
    spent = time.perf_counter() - start
    slices = {"all": pairs, "persons": [p for p in pairs if p.person], "bodies": [p for p in pairs if not p.person]}
    slices |= {tier: [p for p in pairs if p.tier == tier] for tier in ("STRONG", "MEDIUM", "WEAK")}
    by_pair = dict(zip(pairs, scores, strict=True))
    report = {name: figures(part, [by_pair[p] for p in part]) for name, part in slices.items()}
    report["joined"] = figures(slices["persons"], [joined(p) for p in slices["persons"]])
    print(json.dumps({**report, "microseconds_a_pair": round(1e6 * spent / len(pairs))}, indent=1))
    if "--errors" in sys.argv:
        most = int(sys.argv[sys.argv.index("--errors") + 1])
        wrong = [
            (p, s) for p, s in zip(pairs, scores, strict=True) if p.tier != "STRONG" and (s >= THRESHOLD) != p.same
        ]
        for pair, value in wrong[:most]:
            print(f"{value:.2f}  {'same' if pair.same else 'other'}  {pair.one}  |  {pair.other}")


if __name__ == "__main__":
    main()

"""Figures on a fresh base against the floors: what was reached once stays reached.

    python -m tests.quality.floors BASE [--raise]

Prints each figure beside its floor; the exit is 1 where one is below it. With --raise the floors below a figure are set
to it, none is lowered.
"""

import re
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

from eucacheck.evaluation import Evaluation, evaluate, evaluate_lookups, read_claims, read_gold, read_report
from eucacheck.evaluation.page import NAMES, merge
from eucacheck.report import Selection, build_report, claim_values
from eucacheck.store import open_base

FLOORS = Path(__file__).with_name("floors.toml")
GOLD = Path(__file__).parent.parent / "gold" / "seeds"

Rates = Mapping[str, float]
Floors = Mapping[str, Rates]


def measure(path: Path, gold: Path = GOLD) -> Evaluation:
    """Give the figures of a base."""
    wanted = read_gold(gold)
    with open_base(path) as base:
        report = build_report(base, Selection(everything=True))
        claims = read_claims(map(claim_values, base.claims()), report)
        return merge(evaluate(wanted, read_report(report), claims), evaluate_lookups(base, wanted.lookups))


def rates_of(found: Evaluation) -> dict[str, float]:
    """Give the share of each figure that has cases."""
    return {name: f.rate for name, f in found.figures.items() if f.rate is not None}


def read_floors(text: str) -> Floors:
    """Read floors as TOML."""
    return tomllib.loads(text)


def below(rates: Rates, floors: Floors) -> list[str]:
    """Say which figures are worse than their floor, or have none."""
    told = []
    for name, floor in {**floors["at_least"], **floors["guards"]}.items():
        if rates.get(name, 0.0) < floor:
            told.append(f"{NAMES[name]}: {rates.get(name, 0.0)} is below the floor of {floor}")
    for name, limit in floors["at_most"].items():
        if rates.get(name, 1.0) > limit:
            told.append(f"{NAMES[name]}: {rates.get(name, 1.0)} is above the limit of {limit}")
    known = {name for table in floors.values() for name in table}
    return told + [f"{NAMES[name]}: has no floor" for name in rates if name not in known]


def raise_floors(text: str, rates: Rates) -> str:
    """Give the file with each floor at the better of itself and the figure; everything else as it stands."""
    floors = read_floors(text)
    better = {n: max(floor, rates.get(n, floor)) for n, floor in floors["at_least"].items()}
    better |= {n: min(limit, rates.get(n, limit)) for n, limit in floors["at_most"].items()}
    return re.sub(
        r"^(\w+) = [\d.]+$",
        lambda m: f"{m[1]} = {better[m[1]]}" if m[1] in better else m[0],
        text,
        flags=re.MULTILINE,
    )


def main(arguments: list[str]) -> int:
    """Print the figures beside their floors."""
    rates = rates_of(measure(Path(arguments[0])))
    text = FLOORS.read_text(encoding="utf-8")
    if "--raise" in arguments:
        raised = raise_floors(text, rates)
        FLOORS.write_text(raised, encoding="utf-8")
        text = raised
    floors = read_floors(text)
    limits = {name: limit for table in floors.values() for name, limit in table.items()}
    for name, rate in rates.items():
        sys.stdout.write(f"{NAMES[name]:38} {rate:5.3f}   floor {limits.get(name, '-')}\n")
    told = below(rates, floors)
    sys.stdout.writelines(f"{line}\n" for line in told)
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`eucacheck eval`: the base against what a person found in the same sources; the tool against planted mutations."""

from pathlib import Path, PurePath

import click

from eucacheck.cli.options import base_options, settings
from eucacheck.cli.output import note, write_text, write_values
from eucacheck.report.words import listed
from eucacheck.terminal import clean, clean_line


@click.command("eval", short_help="Compare the base with a gold set.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="GOLD")
@click.option("--misses", is_flag=True, help="Also list what was missed and what was flagged in vain.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A page for people, or values for programs.",
)
@base_options()
def evaluate(folder: Path, *, misses: bool, form: str) -> None:
    """Compare the base with a gold set: what a person found in the same sources.

    GOLD is a folder with claims.jsonl and findings.jsonl, and lookups.jsonl where look-ups are judged too. Prints how
    many conflicts and agreements are shown, how many flags are right, and how many claims are found, each with its 95%
    interval.

    Where GOLD is a folder that `eucacheck mutate` wrote, every mutated copy is read beside its original, without the
    base, and the figures are how many planted errors are found and how many non-errors are flagged, by kind.

    \b
    Examples:
      eucacheck eval tests/gold/seeds --misses
      eucacheck mutate articles/ -o planted && eucacheck eval planted
    """
    if (folder / "labels.jsonl").is_file():
        _evaluate_planted(folder, form, misses=misses)
        return
    from eucacheck.errors import GoldError
    from eucacheck.evaluation import evaluate as compare
    from eucacheck.evaluation import evaluate_lookups, read_claims, read_gold, read_report
    from eucacheck.evaluation.page import merge, render_page, render_values
    from eucacheck.report import Selection, build_report, claim_values
    from eucacheck.store import open_base

    gold = read_gold(folder)
    with open_base(settings().db) as base:
        texts = {PurePath(s.path or s.id).name: s.text for s in base.sources()}
        if not gold.files & texts.keys():
            raise GoldError(f"{folder}: is about {listed(sorted(gold.files)[:3])} ..., none of which is in this base")
        gold.check_texts(texts)
        report = build_report(base, Selection(everything=True))
        claims = read_claims(map(claim_values, base.claims()), report)
        found = merge(compare(gold, read_report(report), claims), evaluate_lookups(base, gold.lookups))
    if absent := sorted(gold.files - texts.keys()):
        note(f"Not in this base, and so missed: {listed([clean_line(name) for name in absent])}.")
    if form == "json":
        write_values(render_values(found, folder.name, misses=misses))
    else:
        write_text(clean(render_page(found, misses=misses)))


def _evaluate_planted(folder: Path, form: str, *, misses: bool) -> None:
    """Read every mutated copy beside its original and print how many errors are found."""
    from eucacheck.cli.add import progress
    from eucacheck.evaluation import Tried, evaluate_planted
    from eucacheck.evaluation.planted import render_planted_page, render_planted_values
    from eucacheck.mutation import read_labels, try_labels

    labels = read_labels(folder)
    with progress("Comparing", len(labels)) as advance:
        outcomes = try_labels(folder, labels, settings().load_pack(), advance)
    values = evaluate_planted(
        [
            Tried(x.file, x.kind, x.by, x.error, x.before, x.after, o.flagged, o.told)
            for o in outcomes
            for x in [o.label]
        ]
    )
    if form == "json":
        write_values(render_planted_values(values, misses=misses))
    else:
        write_text(clean(render_planted_page(values, misses=misses)))

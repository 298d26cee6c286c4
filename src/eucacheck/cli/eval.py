"""`eucacheck eval`: the base against what a person found in the same sources."""

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

    \b
    Example:
      eucacheck eval tests/gold/seeds --misses
    """
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

"""`eucacheck mutate`: texts to copies with planted errors and non-errors, and their labels."""

from difflib import get_close_matches
from pathlib import Path
from typing import Final

import click

from eucacheck.cli.add import progress
from eucacheck.cli.options import base_options, settings
from eucacheck.cli.output import note, write_text
from eucacheck.errors import ExitCode
from eucacheck.report.words import count_of

ERRORS: Final = "title date place amount unit ordinal name negation speaker quotation".split()
NON_ERRORS: Final = "succession rounding coarser-date denial second-event romanisation".split()


def _check_kinds(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Kinds of mutations, parted by commas or given again; an unknown one is answered by what comes near."""
    known = [*ERRORS, *NON_ERRORS]
    chosen = [k.strip().casefold().replace("_", "-") for one in given for k in one.split(",") if k.strip()]
    for kind in chosen:
        if kind not in known:
            near = get_close_matches(kind, known, n=2)
            hint = f"did you mean {' or '.join(near)}?" if near else f"the kinds are {', '.join(known)}"
            raise click.BadParameter(f"there is no kind {kind!r}; {hint}")
    return tuple(chosen)


@click.command(short_help="Plant labelled errors into copies of texts.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FOLDER",
    help="A new folder for originals, copies and labels.jsonl.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed plants other mutations.")
@click.option(
    "--per-text",
    "per_text",
    type=click.IntRange(min=1),
    metavar="K",
    help="At most so many copies of one text; else one of each kind that its words allow.",
)
@click.option("--kinds", multiple=True, metavar="KIND", callback=_check_kinds, help="Only these, parted by commas.")
@base_options()
def mutate(paths: tuple[str, ...], *, output: Path, seed: int, per_text: int | None, kinds: tuple[str, ...]) -> int:
    """Plant labelled errors, and labelled changes that are no error, into copies of your own texts.

    Each copy differs from its original in one thing, and stands beside it as the report of another publisher.
    `eucacheck eval FOLDER` then tells how many of the errors are found and how many of the others are flagged in vain.
    The same texts and seed give the same copies.

    \b
    Errors: title, date, place, amount, unit, ordinal, name, negation, speaker, quotation.
    No errors: succession, rounding, coarser-date, denial, second-event, romanisation.

    \b
    Examples:
      eucacheck mutate articles/ -o planted && eucacheck eval planted
      eucacheck mutate article.txt -o planted --seed 7 --kinds date,place
    """
    from eucacheck.mutation import plant, take, write_folder
    from eucacheck.mutation.folder import check_is_free
    from eucacheck.mutation.planting import Reading
    from eucacheck.sources import collect

    check_is_free(output)
    sources, errors = collect(paths)
    for error in errors:
        note(f"eucacheck: {error}")
    if not sources:
        return ExitCode.FAILED
    pack, readings = settings().load_pack(), []
    with progress("Reading", len(sources)) as advance:
        for source in sources:
            reading = plant(source, pack, seed=seed, kinds=kinds or None)
            if per_text is not None:
                reading = Reading(reading.source, tuple(take(reading.copies, per_text, source, seed)))
            readings.append(reading)
            advance(source)
    labels = write_folder(readings, output)
    wrong = sum(label.error for label in labels)
    write_text(
        f"{count_of(len(labels), 'copy', 'copies')} of {count_of(len(sources), 'text')} in {output}: "
        f"{count_of(wrong, 'error')}, {count_of(len(labels) - wrong, 'non-error')}.\n"
    )
    return ExitCode.FAILED if errors else ExitCode.DONE

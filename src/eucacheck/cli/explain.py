"""`eucacheck explain`: what a kind or a rule means."""

import click

from eucacheck.cli.options import base_options
from eucacheck.cli.output import write_text
from eucacheck.terminal import clean


@click.command(short_help="Explain a rule or a kind of claim.")
@click.argument("code", required=False, metavar="[CODE|KIND]")
@base_options()
def explain(code: str | None) -> None:
    """Explain a rule (EUC201) or a kind of claim (title).

    What it finds, when two claims speak of one fact, how they are compared, its rules. Without an argument, list all.

    \b
    Examples:
      eucacheck explain
      eucacheck explain EUC201
      eucacheck explain title
    """
    from eucacheck.report.explain import explain as documentation
    from eucacheck.report.explain import list_rules

    write_text(clean(documentation(code) if code is not None else list_rules()))

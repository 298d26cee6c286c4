"""The program and the committed base to the generated parts of the README; `make readme` writes them."""

import io
from pathlib import Path
from typing import Final

import click
from rich.console import Console

from eucacheck.cli.root import COMMANDS, app
from eucacheck.evaluation import Figure, evaluate, evaluate_lookups, read_claims, read_gold, read_report
from eucacheck.evaluation.page import NAMES, merge
from eucacheck.lookup import look_up
from eucacheck.report import Selection, build_report, claim_values
from eucacheck.report.explain import kind_names, read_documentation
from eucacheck.report.text import render_facts
from eucacheck.store import open_base

ROOT: Final = Path(__file__).parent.parent
BASE: Final = ROOT / "factbase.db"
WIDTH: Final = 96


def example(query: str) -> str:
    """Give the first fact of a look-up in the committed base, as the terminal shows it."""
    stream = io.StringIO()
    with open_base(BASE) as base:
        answer = look_up(base, query)
        render_facts(answer, Console(file=stream, width=WIDTH, no_color=True), texts=base.texts())
    first = stream.getvalue().split("\n\n2. ")[0].strip("\n")
    return _block("console", f"$ eucacheck fact {query}\n{first}\n...")


def command_table() -> str:
    """Give a table of the commands, each with one line."""
    rows = [f"| `{name}` | {_command(name).get_short_help_str(WIDTH)} |" for name in COMMANDS]
    return "\n".join(["", "| command | what it does |", "|---|---|", *rows, ""])


def command_help() -> str:
    """Give the help of every command, as `--help` prints it."""
    parts = []
    for name in COMMANDS:
        command = _command(name)
        with click.Context(app, info_name="eucacheck") as parent:
            context = click.Context(
                command,
                parent=parent,
                info_name=name,
                terminal_width=WIDTH,
                max_content_width=WIDTH,
                help_option_names=["-h", "--help"],
            )
            parts.append(f"\n### {name}\n{_block('text', command.get_help(context))}")
    return "".join(parts)


def kind_table() -> str:
    """Give a table of the kinds of claims: what each is, and the rules that it reports."""
    rows = []
    for kind in kind_names():
        documentation = read_documentation(kind)
        first = " ".join(documentation.text.strip().split("\n\n")[0].split())
        rows.append(f"| `{kind}` | {first} | {', '.join(sorted(documentation.rules))} |")
    return "\n".join(["", "| kind | what it is about | rules |", "|---|---|---|", *rows, ""])


def rule_table() -> str:
    """Give a table of every rule with its sentence."""
    every = {code: (kind, text) for kind in kind_names() for code, text in read_documentation(kind).rules.items()}
    rows = [f"| {code} | `{kind}` | {text} |" for code, (kind, text) in sorted(every.items())]
    return "\n".join(["", "| rule | kind | what it says |", "|---|---|---|", *rows, ""])


def quality_table() -> str:
    """Give the figures of the committed base against tests/gold/seeds."""
    gold = read_gold(ROOT / "tests" / "gold" / "seeds")
    with open_base(BASE) as base:
        report = build_report(base, Selection(everything=True))
        claims = read_claims(map(claim_values, base.claims()), report)
        found = merge(evaluate(gold, read_report(report), claims), evaluate_lookups(base, gold.lookups))
    rows = [_row(NAMES[name], found.figures[name]) for name in NAMES]
    return "\n".join(["", "| figure | hits | share | 95% interval |", "|---|---|---|---|", *rows, ""])


def _row(name: str, figure: Figure) -> str:
    low, high = figure.interval
    return f"| {name} | {figure.hits} of {figure.of} | {figure.rate} | {low:.2f} to {high:.2f} |"


def _command(name: str) -> click.Command:
    found = app.get_command(click.Context(app), name)
    if found is None:
        raise KeyError(name)
    return found


def _block(language: str, text: str) -> str:
    return f"\n```{language}\n{text}\n```\n"

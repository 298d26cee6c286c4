"""Arguments to an exit status: the commands by name, and every failure as one message on standard error."""

import errno
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Final

import click

from eucacheck.cli.options import base_options
from eucacheck.cli.output import drop_output, flush_output, note
from eucacheck.errors import EucacheckError, ExitCode

COMMANDS: Final = {
    "add": "add:add",
    "report": "report:report",
    "fact": "fact:fact",
    "claims": "claims:claims",
    "sources": "sources:sources",
    "remove": "sources:remove",
    "check": "check:check",
    "explain": "explain:explain",
    "why": "why:why",
    "export": "ledger:export",
    "import": "ledger:import_",
    "eval": "eval:evaluate",
    "mutate": "mutate:mutate",
}
"""Each command, in the order in which a newcomer needs them: its module in this package and its function there."""


class Commands(click.Group):
    """A group whose commands are imported when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the names of the commands, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Import a command by its name."""
        module, _, name = COMMANDS.get(cmd_name, "").partition(":")
        if not module:
            return None
        command: click.Command = getattr(import_module(f"eucacheck.cli.{module}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is asked for; an unknown one is answered by what comes near."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=2, cutoff=0.5)
            hint = f"Did you mean {' or '.join(near)}?" if near else f"The commands are {', '.join(COMMANDS)}."
            raise click.UsageError(f"there is no command {args[0]!r}. {hint}", ctx)
        return super().resolve_command(ctx, args)


def _print_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's signature
    if not value or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        number = version("eucacheck")
    except PackageNotFoundError:
        number = "(not installed)"
    click.echo(f"eucacheck, version {number}")
    ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Show the version."
)
@base_options(envvar="EUCACHECK_DB")
def app() -> None:
    """Check what sources say against each other: where they agree, where they contradict each other, in which words.

    \b
    eucacheck add articles/          read every text of a folder into the fact base
    eucacheck report                 see where the sources contradict each other
    eucacheck fact Michel title      see what every source says on one thing

    `eucacheck COMMAND --help` explains a command. Exit status: 0 done, 1 findings (or differences) that were asked
    for, 2 it could not run.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program with its arguments; gives the exit status."""
    return _guarded(lambda: app.main(arguments, prog_name="eucacheck", standalone_mode=False))


def _guarded(call: Callable[[], object]) -> int:
    """Every failure as one message on standard error; a reader that went away is no failure."""
    try:
        status = call()
        flush_output()
    except click.exceptions.NoArgsIsHelpError as error:
        note(error.format_message())
        return ExitCode.FAILED
    except click.UsageError as error:
        where = f"{error.ctx.command_path} --help" if error.ctx is not None else "eucacheck --help"
        note(f"eucacheck: {error.format_message()}\nTry '{where}'.")
        return ExitCode.FAILED
    except click.ClickException as error:
        note(f"eucacheck: {error.format_message()}")
        return ExitCode.FAILED
    except EucacheckError as error:
        note(f"eucacheck: {error}")
        return ExitCode.FAILED
    except (KeyboardInterrupt, click.Abort):
        note("eucacheck: stopped; the fact base is as it was before")
        return ExitCode.FAILED
    except SystemExit:  # how click leaves when the reader of its help went away
        drop_output()
        return ExitCode.DONE
    except OSError as error:
        if error.errno == errno.EPIPE:
            drop_output()
            return ExitCode.DONE
        note(f"eucacheck: {error.filename or 'output'}: {error.strerror or error}")
        return ExitCode.FAILED
    return int(status) if isinstance(status, int) else ExitCode.DONE

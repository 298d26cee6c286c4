"""What every command takes: which fact base, which pack; and the choices that several commands share."""

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

if TYPE_CHECKING:
    from eucacheck.pack import Pack

DEFAULT_DB: Final = Path("factbase.db")
Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass
class Settings:
    """What the options before or after the command say; what stands after the command wins."""

    db: Path = DEFAULT_DB
    pack_folder: Path | None = None

    def load_pack(self) -> "Pack":
        """Load the pack that was asked for, else the bundled one. Raises PackError that names file, line and field."""
        from eucacheck.errors import PackError
        from eucacheck.pack import load_pack

        if self.pack_folder is not None and not self.pack_folder.is_dir():
            raise PackError(f"{self.pack_folder}: there is no such folder; --pack takes a folder of YAML files")
        return load_pack(self.pack_folder)


def settings() -> Settings:
    """Give the settings of the running command."""
    return click.get_current_context().ensure_object(Settings)


def base_options(envvar: str | None = None) -> Callable[[Function], Function]:
    """Give a command `--db` and `--pack`."""

    def put(name: str) -> Callable[[click.Context, click.Parameter, Path | None], None]:
        def callback(ctx: click.Context, _: click.Parameter, value: Path | None) -> None:
            if value is not None:
                setattr(ctx.ensure_object(Settings), name, value)

        return callback

    def decorate(function: Function) -> Function:
        pack = click.option(
            "--pack",
            type=click.Path(path_type=Path),
            metavar="DIR",
            expose_value=False,
            callback=put("pack_folder"),
            help="Folder with the knowledge of another topic.",
        )
        db = click.option(
            "--db",
            type=click.Path(path_type=Path),
            metavar="PATH",
            expose_value=False,
            callback=put("db"),
            envvar=envvar,
            help="The fact base: else EUCACHECK_DB, else factbase.db here.",
        )
        return db(pack(function))

    return decorate


def check_kinds(_: click.Context, __: click.Parameter, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Kinds as they are written in the base; an unknown one is answered by what comes near."""
    if not kinds:
        return kinds
    from eucacheck.report.explain import kind_names

    known = kind_names()
    chosen = tuple(k.strip().casefold().replace("-", "_").replace(" ", "_") for k in kinds)
    for given, kind in zip(kinds, chosen, strict=True):
        if kind not in known:
            near = get_close_matches(kind, known, n=2)
            hint = f"did you mean {' or '.join(near)}?" if near else f"the kinds are {', '.join(known)}"
            raise click.BadParameter(f"there is no kind {given!r}; {hint}")
    return chosen

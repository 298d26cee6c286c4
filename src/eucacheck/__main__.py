"""The program `eucacheck`, also as `python -m eucacheck`."""

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; gives the exit status (see `errors.ExitCode`)."""
    from eucacheck.cli import run
    from eucacheck.threads import use_one_thread

    use_one_thread()
    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())

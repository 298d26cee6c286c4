"""The command line: it parses, calls and prints. What is slow to import is imported by the commands that need it."""

from eucacheck.cli.root import app, run

__all__ = ["app", "run"]

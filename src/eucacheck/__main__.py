from eucacheck.cli import main

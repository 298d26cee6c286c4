"""eucacheck: checks claims across sources."""

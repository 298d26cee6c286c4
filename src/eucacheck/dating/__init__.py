"""The date of a document that nobody stated, from its own words: an interval with its evidence."""

from eucacheck.dating.settle import DatesFinder, date_source

__all__ = ["DatesFinder", "date_source"]

"""The date of a document that nobody stated, from its own words: an interval with its evidence."""

from eucacheck.dating.bounds import Mentioned, MentionedEdition
from eucacheck.dating.settle import DatesFinder, date_source

__all__ = ["DatesFinder", "Mentioned", "MentionedEdition", "date_source"]

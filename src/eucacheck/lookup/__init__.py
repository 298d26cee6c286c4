"""A query to the facts that answer it, ranked. Standard library alone: a look-up must start fast."""

from eucacheck.lookup.answer import FACT_SCHEMA, Search, answer_values, look_up, near_values, search_base, search_facts
from eucacheck.lookup.question import Question, read_question
from eucacheck.lookup.rank import Ranked, rank
from eucacheck.lookup.time import Time, hold_at, read_time

__all__ = [
    "FACT_SCHEMA",
    "Question",
    "Ranked",
    "Search",
    "Time",
    "answer_values",
    "hold_at",
    "look_up",
    "near_values",
    "rank",
    "read_question",
    "read_time",
    "search_base",
    "search_facts",
]

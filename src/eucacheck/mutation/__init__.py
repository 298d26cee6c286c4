"""Texts to copies with planted errors and planted non-errors, and their labels: what the tool is measured on."""

from eucacheck.mutation.folder import write_folder
from eucacheck.mutation.labels import LABELS, Label, read_labels
from eucacheck.mutation.planting import KINDS, Copy, Reading, plant, take
from eucacheck.mutation.trial import Outcome, try_labels

__all__ = [
    "KINDS", "LABELS", "Copy", "Label", "Outcome", "Reading", "plant", "read_labels", "take", "try_labels",
    "write_folder",
]  # fmt: skip

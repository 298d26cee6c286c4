"""Domain knowledge as data: YAML files, what they may say, and the pack they make."""

from eucacheck.pack.knowledge import Pack, Surface
from eucacheck.pack.loader import load_pack

__all__ = ["Pack", "Surface", "load_pack"]

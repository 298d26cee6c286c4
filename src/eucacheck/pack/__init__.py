"""Domain knowledge as data: YAML files and their loader."""

from eucacheck.pack.loader import Pack, Surface, load_pack

__all__ = ["Pack", "Surface", "load_pack"]

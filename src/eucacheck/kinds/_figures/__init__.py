"""Figures of any kind: what a figure is of, and when two are figures of one thing."""

"""The public API: check a file or a text, load a ruleset; version."""

__version__ = "0.1.0"

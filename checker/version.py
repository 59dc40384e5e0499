"""The tool's version, where every room may read it."""

from typing import Final

VERSION: Final = "0.1.0"

"""The public API: check a file or a text, load a ruleset; version."""

from typing import TYPE_CHECKING

from checker.version import VERSION

if TYPE_CHECKING:
    from checker.api import check_file, check_text, load_ruleset

__version__ = VERSION

__all__ = ["__version__", "check_file", "check_text", "load_ruleset"]


def __getattr__(name: str) -> object:
    # Found when asked for: the commands must not pay for what they do not use.
    if name in __all__:
        from checker import api

        return getattr(api, name)
    raise AttributeError(name)

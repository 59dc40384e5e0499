"""The exception tree and the exit codes that scripts rely on (docs: contract, "Exit codes")."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from checker.text import Text

EXIT_OK: Final = 0
EXIT_SHORTFALL: Final = 1
EXIT_USAGE: Final = 2
EXIT_UNREADABLE: Final = 3
EXIT_INTERNAL: Final = 4
EXIT_INTERRUPTED: Final = 130


class CheckerError(Exception):
    """A failure with a sentence for the user: `key` names it in `checker.messages`, `values` fill it."""

    exit_code = EXIT_INTERNAL

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values: Mapping[str, object] = values

    def __reduce__(self) -> tuple[object, ...]:
        # Keyword arguments are lost by the default pickling, and errors cross process borders in an audit.
        return (_rebuild, (type(self), self.key, dict(self.values)))


def _rebuild(kind: type[CheckerError], key: str, values: dict[str, object]) -> CheckerError:
    return kind(key, **values)


class UsageError(CheckerError):
    """Wrong command line, configuration or ruleset name; nothing was checked."""

    exit_code = EXIT_USAGE


class Problem(NamedTuple):
    """One fault of a ruleset file. `line` and `column` are 1-based; `hint` is empty or a "did you mean"."""

    path: str
    line: int
    column: int
    key: str
    values: tuple[tuple[str, str | Text], ...]
    source: str = ""
    hint: str = ""


class RulesetError(CheckerError):
    """A ruleset that cannot be used, with every problem found in it."""

    exit_code = EXIT_USAGE

    def __init__(self, key: str, problems: Sequence[Problem] = (), **values: object) -> None:
        super().__init__(key, **values)
        self.problems: tuple[Problem, ...] = tuple(problems)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild_ruleset, (self.key, self.problems, dict(self.values)))


def _rebuild_ruleset(key: str, problems: tuple[Problem, ...], values: dict[str, object]) -> RulesetError:
    return RulesetError(key, problems, **values)


class ReadError(CheckerError):
    """An input that cannot be turned into a document. `key` is the error code of the JSON report too."""

    exit_code = EXIT_UNREADABLE

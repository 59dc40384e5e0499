"""The few algorithms that rules name (`check:`). Each knows how to look, none knows a phrase of the law."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Final, TypeVar, cast

from checker.checks.outcome import Near, Outcome, Proof, Remark
from checker.ruleset.model import FindingRule, Item, Ruleset
from checker.structure import Reading

Check = Callable[[Reading, Item, Ruleset], Outcome]
Finder = Callable[[Reading, FindingRule], list[Remark]]
_Algorithm = TypeVar("_Algorithm", Check, Finder)


class _Late(Mapping[str, _Algorithm]):
    """Algorithms by the names that rules use. Each is loaded when it is asked for, as no ruleset uses all of them."""

    def __init__(self, places: Mapping[str, tuple[str, str]]) -> None:
        """`places` holds module and function by name."""
        self._places = places
        self._loaded: dict[str, _Algorithm] = {}

    def __getitem__(self, name: str) -> _Algorithm:
        if name not in self._loaded:
            module, function = self._places[name]
            self._loaded[name] = cast("_Algorithm", getattr(import_module(f"{__name__}.{module}"), function))
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


CHECKS: Final[Mapping[str, Check]] = _Late(
    {
        "reported-measure": ("reported_measure", "run"),
        "measures": ("measures", "run"),
        "shortcomings": ("shortcomings", "run"),
        "duty": ("duty", "run"),
        "plan": ("plan", "run"),
        "title-parts": ("page_parts", "title"),
        "sign-off": ("page_parts", "sign_off"),
        "ordered-section": ("ordered_section", "run"),
        "table": ("table", "run"),
        "arithmetic": ("arithmetic", "run"),
    }
)

FINDERS: Final[Mapping[str, Finder]] = _Late(
    {
        "contradictions": ("contradictions", "run"),
        "figures-agree": ("figures_agree", "run"),
        "years-agree": ("years", "run"),
        "dates-agree": ("dates", "run"),
        "citations": ("citations", "run"),
        "answers": ("answers", "run"),
        "repeats": ("repeats", "run"),
        "formula-alone": ("formula", "run"),
        "wording": ("wording", "run"),
        "placeholders": ("placeholders", "run"),
        "privacy": ("privacy", "run"),
    }
)

__all__ = ["CHECKS", "FINDERS", "Check", "Finder", "Near", "Outcome", "Proof", "Remark"]

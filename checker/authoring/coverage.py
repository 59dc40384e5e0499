"""What no test of a ruleset exercises: verdicts and remarks that none shows, phrases that none makes the tool find."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from checker.authoring.bench import Bench, Trial
from checker.authoring.beside import beside
from checker.authoring.examples import examples
from checker.authoring.promises import Answer
from checker.authoring.reasons import Verdict, possible
from checker.authoring.shadows import shadows
from checker.ruleset.compile import Workpiece, Written
from checker.ruleset.model import FindingRule, Item, Ruleset
from checker.ruleset.yaml_files import Where


class Unused(NamedTuple):
    """A phrase that no test exercises."""

    where: Where
    option: str
    """The list it is written in: `legal_review.names`, `zones.plan.cues`, `lexicon.lack_word`."""
    phrase: str


class Idle(NamedTuple):
    """A phrase that can never matter, and the one of its list that is found in its stead."""

    where: Where
    option: str
    phrase: str
    other: str


class Coverage(NamedTuple):
    """How much of a ruleset its tests exercise."""

    verdicts: int
    """Verdicts that items can give, and cases that findings can remark."""
    unshown: tuple[tuple[Item, Verdict], ...]
    unremarked: tuple[tuple[FindingRule, str], ...]
    phrases: int
    """Phrases written in the ruleset's own files: those of a ruleset that is extended are tested there."""
    unused: tuple[Unused, ...]
    idle: tuple[Idle, ...]

    @property
    def per_mille(self) -> int:
        """How many of a thousand phrases are exercised, rounded down, so that only a whole ruleset has 1000."""
        return 1000 * (self.phrases - len(self.unused)) // self.phrases if self.phrases else 1000


def coverage(ruleset: Ruleset, piece: Workpiece) -> tuple[tuple[Trial, ...], Coverage]:
    """The examples in a ruleset and the tests beside it tried, and what they leave out.

    A phrase is exercised where a list it stands in was asked for it in a test, and it was found. One of its variants is
    enough: `(甲|乙)丙` is exercised by 甲丙. A phrase of the lexicon counts once, whichever list includes it. Raises
    RulesetError where a test cannot be used.
    """
    # The phrases of `copies` are looked for when reports are compared; a test reads one report.
    asked = [word for word in piece.written if word.home[0] != "copies"]
    written = [word for word in asked if piece.source.place(word.place)[0] in piece.files]
    bench = Bench(ruleset, written)
    trials = tuple(bench.run([*examples(ruleset, piece), *beside(ruleset, piece)]))
    met = {written[number].place for number in bench.met}
    places = {word.place: word for word in written}
    unused = [
        Unused(piece.source.place(place), list_of(word, ruleset), word.phrase)
        for place, word in places.items()
        if place not in met
    ]
    verdicts = [(item, verdict) for item in ruleset.items for verdict in possible(ruleset, item)]
    cases = [(rule, case) for rule in ruleset.findings for case in rule.messages]
    shown = _shown(trials)
    return trials, Coverage(
        len(verdicts) + len(cases),
        tuple(
            (item, (status, reason))
            for item, (status, reason) in verdicts
            if (status, reason or "") not in shown[item.id]
        ),
        tuple((rule, case) for rule, case in cases if not any(case in answer for answer in shown[rule.id])),
        len(places),
        tuple(sorted(unused)),
        tuple(
            Idle(piece.source.place(word.place), list_of(word, ruleset), word.phrase, other.phrase)
            for word, other in shadows(piece.written)
            if word.place in places
        ),
    )


def _shown(trials: Iterable[Trial]) -> dict[str, set[Answer]]:
    """What tests get from each item and finding they are about."""
    shown: dict[str, set[Answer]] = defaultdict(set)
    for trial in trials:
        shown[trial.promise.id].add(trial.got)
    return shown


def unshown(ruleset: Ruleset) -> tuple[tuple[Item, Verdict], ...]:
    """The verdicts that an item can give and no example that users are shown tells."""
    return tuple(
        (item, verdict)
        for item in ruleset.items
        for verdict in possible(ruleset, item)
        if verdict not in {(example.status, example.reason) for example in item.examples}
    )


def list_of(word: Written, ruleset: Ruleset) -> str:
    """The name of the list that a phrase is written in, as its author knows it."""
    parts = [str(part) for part in word.place[:-1]]
    if word.place[0] in ("items", "findings"):
        owners = ruleset.items if word.place[0] == "items" else ruleset.findings
        owner = owners[int(word.place[1])]
        parts = [owner.id, *(part for part in parts[2:] if part != "options")]
    return ".".join(parts)

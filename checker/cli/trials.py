"""How the tests of a ruleset came out, in lines: broken promises as diffs, then what no test exercises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.authoring.bench import Trial
from checker.authoring.coverage import Coverage
from checker.authoring.promises import Answer, Kind
from checker.messages import say
from checker.render.escape import one_line
from checker.render.lines import Line, Piece
from checker.ruleset.model import Ruleset
from checker.ruleset.yaml_files import Where


def trial_lines(trials: Sequence[Trial], ruleset: Ruleset, lang: str) -> list[Line]:
    """How many promises are kept, and each that is not."""
    failed = [trial for trial in trials if not trial.passed]
    name = f"{ruleset.info.id} {ruleset.info.version}"
    counts = {"count": len(trials), "passed": len(trials) - len(failed), "failed": len(failed)}
    lines = [_plain(say("tests-tried" if trials else "tests-none", name=name, **counts).pick(lang))]
    for trial in failed:
        lines += [(), *_failure(trial, ruleset, lang)]
    return lines


def _failure(trial: Trial, ruleset: Ruleset, lang: str) -> Iterator[Line]:
    """A diff of what was expected and what came, and the text unless it is a whole report."""
    promise, where = trial.promise, place(trial.promise.where)
    owner = ruleset.item(promise.id) or next((rule for rule in ruleset.findings if rule.id == promise.id), None)
    if owner is not None:
        yield _plain(say("test-place", where=where, title=owner.title.pick(lang), id=owner.id).pick(lang))
    else:
        yield _plain(say("test-place-of-kind", where=where, kind=say(f"test-{promise.kind}")).pick(lang))
    # Of an item whose reason does not matter, the reason it got is told all the same.
    yield (Piece(f"  - {_answer(promise.kind, promise.expected, lang)}", "bad"),)
    yield (Piece(f"  + {_answer(promise.kind, trial.got, lang)}", "add"),)
    for line in trial.case.text.split("\n") if trial.case.text else ():
        yield (Piece(f"    {one_line(line)}", "faint"),)


def coverage_lines(found: Coverage, lang: str, least: int | None, *, listed: bool) -> Iterator[Line]:
    """Shares of verdicts and phrases, with what is left (`listed`), and whether `least` per cent are reached."""
    yield ()
    left = len(found.unshown) + len(found.unremarked)
    yield _plain(say("coverage-verdicts", count=found.verdicts, left=left).pick(lang))
    if listed:
        for item, (status, reason) in found.unshown:
            yield _plain(f"  {item.id}: {_answer('item', (status, reason or ''), lang)}")
        for rule, case in found.unremarked:
            yield _plain(f"  {rule.id}: {case}")
        yield ()
    share = f"{found.per_mille / 10:.1f}%"
    counts = {"count": found.phrases, "used": found.phrases - len(found.unused), "left": len(found.unused)}
    yield _plain(say("coverage-phrases", share=share, **counts).pick(lang))
    if listed:
        for unused in found.unused:
            yield _plain(f"  {place(unused.where)}: {unused.option}: {one_line(unused.phrase)}")
    if found.idle:
        yield ()
        yield _plain(say("coverage-idle", count=len(found.idle)).pick(lang))
    for idle in found.idle if listed else ():
        told = say("coverage-idle-phrase", phrase=one_line(idle.phrase), other=one_line(idle.other)).pick(lang)
        yield _plain(f"  {place(idle.where)}: {idle.option}: {told}")
    if least is not None and found.per_mille < 10 * least:
        yield ()
        yield (Piece(say("coverage-short", least=f"{least}%").pick(lang), "bad"),)


def _answer(kind: Kind, answer: Answer, lang: str) -> str:
    """An answer in words."""
    if kind == "item":
        status, reason = answer[0], "".join(answer[1:])
        return say(f"status-{status}").pick(lang) + (say("in-brackets", text=reason).pick(lang) if reason else "")
    if kind == "furniture":
        return say("test-left-out" if answer else "test-read").pick(lang)
    return say("list-names").pick(lang).join(answer) if answer else say("test-nothing").pick(lang)


def _plain(text: str) -> Line:
    return (Piece(text),)


def place(where: Where) -> str:
    """A place in a file, as editors and terminals make a link of it."""
    return ":".join(map(str, where))

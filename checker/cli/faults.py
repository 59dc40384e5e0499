"""The faults of a ruleset, a line each, with the place in front as editors and terminals make a link of it."""

from checker.errors import Problem
from checker.messages import say


def fault_line(problem: Problem, lang: str) -> str:
    """Place, sentence and, where there is one, a suggestion."""
    sentences = [say(problem.key, **dict(problem.values)).pick(lang)]
    if problem.hint:
        sentences.append(say("did-you-mean", hint=problem.hint).pick(lang))
    # English sentences stand apart, Chinese ones do not.
    told = (" " if lang == "en" else "").join(sentences)
    return f"{problem.path}:{problem.line}:{problem.column}: {told}"

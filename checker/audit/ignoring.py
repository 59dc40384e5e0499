"""Files of a folder that are none of the audit's business, as its `.checkerignore` says."""

from fnmatch import fnmatchcase
from typing import NamedTuple


class Rule(NamedTuple):
    """One line of the file."""

    pattern: str
    base: str
    """The folder that the file lies in; it says nothing about what lies elsewhere."""
    anchored: bool
    """Whether the pattern is a way from `base`; otherwise it is a name at any depth."""
    folders_only: bool
    keep: bool
    """Takes back what an earlier line has said (`!`)."""


Ignored = tuple[Rule, ...]


def parse(text: str, base: str) -> Ignored:
    """The lines of a `.checkerignore` in the folder `base`, in the manner of `.gitignore`."""
    rules: list[Rule] = []
    for line in text.splitlines():
        pattern = line.strip()
        if not pattern or pattern.startswith("#"):
            continue
        keep = pattern.startswith("!")
        body = pattern.removeprefix("!")
        name = body.rstrip("/")
        rules.append(Rule(name.removeprefix("/"), base, "/" in name, body.endswith("/"), keep))
    return tuple(rules)


def ignored(path: str, *, folder: bool, rules: Ignored) -> bool:
    """Whether the last rule that speaks of `path` passes over it."""
    for rule in reversed(rules):
        if (folder or not rule.folders_only) and _matches(path, rule):
            return not rule.keep
    return False


def _matches(path: str, rule: Rule) -> bool:
    way = path.removeprefix("./" if rule.base == "." else rule.base).lstrip("/")
    name = way if rule.anchored else way.rpartition("/")[2]
    return fnmatchcase(name, rule.pattern)

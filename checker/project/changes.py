"""Which files differ from a revision of the git repository they lie in."""

import os
import subprocess  # git has no other way in
from pathlib import Path
from typing import Final, NamedTuple

from checker.errors import UsageError

_HOOK: Final = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})


class Changes(NamedTuple):
    """Real paths. A file that was renamed stands in `present` under its new name and in `gone` under its old one."""

    present: frozenset[str]
    gone: frozenset[str]


def since(revision: str, folder: Path) -> Changes:
    """What the working tree has changed since it left `revision`, files that git does not know yet included."""
    top = _git(folder, "rev-parse", "--show-toplevel")
    if top is None:
        raise UsageError("not-a-repository", path=folder)
    root = Path(os.path.realpath(os.fsdecode(top.rstrip(b"\n"))))
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    if commit is None:
        raise UsageError("no-such-revision", revision=revision)
    tip = commit.decode().strip()
    # What happened on the other branch since is not ours; a shallow clone does not know where we left it.
    fork = _git(root, "merge-base", tip, "HEAD")
    base = fork.decode().strip() if fork else tip
    listed = _git(root, "diff", "--name-status", "--no-renames", "--no-ext-diff", "-z", base, "--")
    untracked = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    if listed is None or untracked is None:
        raise UsageError("git-failed", path=root)
    fields = listed.split(b"\0")
    pairs = list(zip(fields[::2], fields[1::2], strict=False))
    present = [name for status, name in pairs if status != b"D"] + [name for name in untracked.split(b"\0") if name]
    return Changes(_real(root, present), _real(root, [name for status, name in pairs if status == b"D"]))


def _real(root: Path, names: list[bytes]) -> frozenset[str]:
    return frozenset(os.path.realpath(root / os.fsdecode(name)) for name in names)


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git says; None where it refuses."""
    try:
        done = subprocess.run(  # noqa: S603 -- no shell, and the revision cannot be taken for an option
            ["git", "-C", str(folder), *arguments],  # noqa: S607 -- the user's own git
            capture_output=True,
            stdin=subprocess.DEVNULL,
            check=False,
            # Within a hook git says where its repository is, as seen from another folder than ours.
            env={name: value for name, value in os.environ.items() if name not in _HOOK},
        )
    except (OSError, ValueError) as error:
        raise UsageError("git-missing") from error
    return done.stdout if done.returncode == 0 else None

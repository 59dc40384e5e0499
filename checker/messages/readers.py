"""Why an input could not be read, or not wholly, and what to do about it."""

from typing import Final

from checker.text import Text

MESSAGES: Final[dict[str, Text]] = {
    "empty-file": Text(
        "文件是空的，没有可供检查的内容。请确认选对了文件。",
        "The file is empty, so there is nothing to check. Please make sure it is the right file.",
    ),
}

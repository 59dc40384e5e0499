"""Write docs/images/check*.svg, the pictures of the README, from a real run on the sample report (run by hand).

`python .ci/make_screenshot.py` after a change of what the tool prints; a test tells when that is due.
"""

import html
import io
import os
import re
import subprocess
import sys
from itertools import groupby
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text

from checker.errors import EXIT_SHORTFALL
from checker.render import cells

ROOT = Path(__file__).parents[1]
SAMPLE = "fixtures/formats/report.docx"
PICTURES = {"en": "docs/images/check.svg", "zh": "docs/images/check.zh-CN.svg"}
WIDTH = 80
ASPECT = 0.55
"""Width of a cell to its height: half a Chinese character and a little air, and a Latin letter without crowding."""
_CELL = 20 * ASPECT
FONTS = (
    '"Sarasa Mono SC", "Noto Sans Mono CJK SC", "Source Han Mono SC", Consolas, Menlo, "DejaVu Sans Mono", '
    '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei", monospace'
)
_TEXT = re.compile(
    r'<text class="(?P<css>[^"]+)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" textLength="[^"]*" clip-path="[^"]*">'
    r"(?P<words>[^<]*)</text>"
)


def screen(command: list[str]) -> str:
    """What the command prints in a terminal."""
    environment = os.environ | {"FORCE_COLOR": "1", "COLUMNS": str(WIDTH), "LC_ALL": "zh_CN.UTF-8", "PYTHONUTF8": "1"}
    environment.pop("NO_COLOR", None)
    command = [sys.executable, "-m", *command]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, env=environment)
    if done.returncode != EXIT_SHORTFALL:
        raise SystemExit(done.stderr)
    return done.stdout


def picture(lang: str) -> str:
    """The screen as an SVG that needs no font from elsewhere."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, legacy_windows=False)
    command = ["checker", "check", SAMPLE, *(["--lang", "en"] if lang == "en" else [])]
    console.print("$ " + " ".join(command), highlight=False)
    console.print(Text.from_ansi(screen(command)), no_wrap=True)
    svg = console.export_svg(
        title="checker check",
        theme=SVG_EXPORT_THEME,
        code_format=_template(),
        font_aspect_ratio=ASPECT,
        unique_id=f"checker-{lang}",
    )
    tidied = _TEXT.sub(_Spacing(), svg)
    return "\n".join(line.strip() for line in tidied.splitlines() if line.strip()) + "\n"


def _template() -> str:
    """Rich's template without its fonts from the network, and without the clipping that cuts Chinese off."""
    template = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    template = template.replace("Fira Code, monospace", FONTS).replace("arial", FONTS)
    template = template.replace("font-variant-east-asian: full-width;", "")
    return template.replace("{lines}", "").replace(" https://www.textualize.io", "")


class _Spacing:
    """Gives every run of text the room that the tool reckons with. Rich counts the ambiguous characters (“ ” … √) as
    narrow and sets no room aside for wide ones, so what follows on a line has to move."""

    def __init__(self) -> None:
        self._line = ""
        self._shift = 0.0

    def __call__(self, match: re.Match[str]) -> str:
        if match["y"] != self._line:
            self._line, self._shift = match["y"], 0.0
        text = html.unescape(match["words"])
        x = float(match["x"]) + self._shift
        self._shift += (cells.width(text) - cell_len(text)) * _CELL
        parts: list[str] = []
        for wide, chars in groupby(text, cells.width):
            run = "".join(chars)
            length = wide * len(run) * _CELL
            if not run.isspace():
                words = html.escape(run).replace("\u00a0", "&#160;")
                place = f'x="{x:g}" y="{match["y"]}" textLength="{length:g}"'
                parts.append(f'<text class="{match["css"]}" {place}>{words}</text>\n')
            x += length
        return "".join(parts)


if __name__ == "__main__":
    for lang, path in PICTURES.items():
        (ROOT / path).write_text(picture(lang), encoding="utf-8")
        print(path)

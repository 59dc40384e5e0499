"""The page of an audit in a browser, as a reviewer uses it, with mouse and keys."""

from __future__ import annotations

import contextlib
import html
import json
import re
import shutil
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), "")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # browsers call their makers
)

pytestmark = pytest.mark.skipif(not BROWSER, reason="no Chromium is installed (apt-get install chromium)")

# What a reviewer does, one thing after the other, and what can be seen each time.
PROBE = """
const told = {};
const names = () => [...body.rows].filter((row) => !row.hidden).map((row) => row.querySelector("a").textContent.split("/").pop());
const column = (at) => [...body.rows].filter((row) => !row.hidden).map((row) => row.cells[at]?.textContent.trim() ?? "");
const set = (id, value) => { $(id).value = value; $(id).dispatchEvent(new Event("input", { bubbles: true })); };
const press = (key) => (document.activeElement || document.body).dispatchEvent(
  new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
const later = () => new Promise((go) => setTimeout(go, 500));
(async () => {
  told.all = names();
  heads[2].firstElementChild.click();
  told.up = column(2);
  heads[2].firstElementChild.click();
  told.down = column(2);
  told.sorted = heads[2].getAttribute("aria-sort");
  heads[6].firstElementChild.click();
  told.item = column(6);
  set("verdict", "fail");
  told.failed = column(1);
  told.shown = $("shown").textContent;
  set("verdict", "");
  set("item", "1");
  set("status", "m");
  told.missing = column(6);
  set("item", "");
  set("status", "");
  set("words", "D03 2024");
  told.words = names();
  set("words", "");
  heads[0].firstElementChild.click();
  press("/");
  told.typing = document.activeElement.id;
  press("ArrowDown");
  told.first = document.activeElement.textContent;
  press("ArrowDown");
  press("ArrowUp");
  press("ArrowDown");
  told.second = document.activeElement.textContent;
  document.activeElement.click();
  await later();
  told.open = dialog.open;
  told.marks = dialog.querySelectorAll("mark").length;
  told.statuses = [...dialog.querySelectorAll("article h3 .tag")].map((tag) => tag.textContent);
  dialog.querySelector("#result a").click();
  told.hit = dialog.querySelectorAll("mark.hit").length;
  const title = $("report-title").textContent;
  press("ArrowRight");
  await later();
  told.next = $("report-title").textContent !== title;
  dispatchEvent(new Event("beforeprint"));
  told.printed = $("print").textContent.length;
  $("close").click();
  told.back = document.activeElement.textContent;
  const picture = new Image();
  picture.src = "http://127.0.0.1:PORT/";
  document.body.append(picture);
  await later();
  told.resources = performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => !name.includes("PORT"));
  document.title = JSON.stringify(told);
})().catch((error) => { document.title = JSON.stringify({ error: String(error.stack) }); });
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    shutil.copytree(ROOT / "fixtures" / "dev", folder / "报送")
    (folder / "报送" / "空.docx").write_bytes(b"")
    command = [sys.executable, "-m", "checker", "audit", "报送", "-o", "out", "-f", "html", "--lang", "zh"]
    assert subprocess.run(command, cwd=folder, capture_output=True).returncode == 3
    return folder / "out" / "audit.html"


@pytest.fixture(scope="module")
def told(page: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What was seen. A server that nobody should call waits meanwhile."""
    folder = tmp_path_factory.mktemp("browser")
    called: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=_answer, args=(server, called), daemon=True).start()
        probed = folder / "probed.html"
        script = f"<script>{PROBE.replace('PORT', str(server.getsockname()[1]))}</script></body>"
        probed.write_text(page.read_text("utf-8").replace("</body>", script), "utf-8")
        seen = _dumped(probed.as_uri(), folder, "--virtual-time-budget=8000")
    title = re.search("<title>(.*?)</title>", seen, re.DOTALL)
    assert title
    found: dict[str, Any] = json.loads(html.unescape(title[1]))
    return found | {"called": called}


def _dumped(address: str, folder: Path, *more: str) -> str:
    command = [BROWSER, *QUIET, f"--user-data-dir={folder / 'profile'}", *more, "--dump-dom", address]
    return subprocess.run(command, capture_output=True, timeout=120).stdout.decode()


def _answer(server: socket.socket, called: list[bytes]) -> None:
    with contextlib.suppress(OSError):  # closed: nobody will call any more
        while True:
            connection, _ = server.accept()
            with connection:
                called.append(connection.recv(200))


def test_rows_are_sorted_by_any_column(told: dict[str, Any]) -> None:
    scores = [int(score) for score in told["up"] if score]
    assert scores == sorted(scores)
    assert [int(score) for score in told["down"] if score] == sorted(scores, reverse=True)
    assert told["sorted"] == "descending"
    order = ["缺失", "无法核验", "薄弱", "不适用", "达标"]
    at = [order.index(status) for status in told["item"] if status in order]
    assert at == sorted(at)
    assert len(set(at)) > 1


def test_rows_are_filtered(told: dict[str, Any]) -> None:
    assert len(told["all"]) == len(set(told["all"])) > 10
    assert set(told["failed"]) == {"不通过"}
    assert told["shown"] == f"显示 {len(told['failed'])}/{len(told['all'])} 份"
    assert set(told["missing"]) == {"缺失"}
    assert told["words"] == ["d03.md"]


def test_the_keyboard_is_enough(told: dict[str, Any]) -> None:
    assert told["typing"] == "words"
    assert told["first"] == "报送/空.docx"
    assert told["second"] == "报送/d01.txt"
    assert told["next"]
    assert told["back"] == "报送/d02.txt", "where the reader left off"


def test_a_report_shows_what_to_do_first_and_its_evidence_in_place(told: dict[str, Any]) -> None:
    assert told["open"]
    assert told["marks"] > 5
    order = ["缺失", "无法核验", "薄弱", "达标", "不适用"]
    statuses = [order.index(status) for status in told["statuses"]]
    assert statuses == sorted(statuses)
    assert told["hit"] == 1
    assert told["printed"] > 1000


def test_nothing_leaves_the_page(told: dict[str, Any]) -> None:
    assert told["resources"] == []
    assert told["called"] == [], "the policy of the page lets not even a picture in"


def test_an_address_opens_a_report(page: Path, tmp_path: Path) -> None:
    seen = _dumped(page.as_uri() + "#report-r0", tmp_path, "--virtual-time-budget=4000")
    assert re.search("<dialog[^>]* open", seen)
    assert "<mark" in seen

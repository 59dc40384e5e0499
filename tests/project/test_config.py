"""The configuration: where it is found, what it means, and one clear sentence for whatever is wrong with it."""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path

import jsonschema
import pytest

from checker.errors import UsageError
from checker.project.config import Demands, find, load, schema, start
from tests.cli.conftest import Cli
from tests.project.conftest import BAD, GOOD, REPORTS

_FULL = """
ruleset = "law-based-government"
fail-on = "weak"
min-score = 60
paths = ["报送"]
exclude = ["**/废稿"]
format = ["plain", "json=结果.json"]
lang = "en"
baseline = "checker-baseline.json"

[[per-path]]
paths = ["街道/**"]
fail-on = "missing"
organ-type = "town"

[[per-path]]
paths = ["街道/东城.md"]
fail-on = "never"

[[ignore]]
paths = ["气象局/**"]
items = ["legal_review"]
reason = "没有行政执法权"
until = 2026-12-31
"""


def _write(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def test_every_setting_is_read_and_keeps_to_the_schema(tmp_path: Path) -> None:
    config = load(_write(tmp_path / "checker.toml", _FULL))
    assert config.demands == Demands("law-based-government", "weak", 60)
    assert config.demands_on("区局/a.md").fail_on == "weak"
    assert config.demands_on("街道/西城.md") == Demands("law-based-government", "missing", 60, None, "town")
    assert config.demands_on("街道/东城.md") == Demands("law-based-government", "never", 60, None, "town")
    assert config.ignore[0].reason == "没有行政执法权"
    assert str(config.ignore[0].until) == "2026-12-31"
    jsonschema.Draft202012Validator.check_schema(schema())
    as_json = json.loads(json.dumps(tomllib.loads(_FULL), default=str))
    jsonschema.Draft202012Validator(schema()).validate(as_json)


def test_pyproject_holds_the_same_under_its_table(tmp_path: Path) -> None:
    _write(
        tmp_path / "pyproject.toml",
        '[tool.checker]\nmin-score = 70\n[[tool.checker.per-path]]\npaths = ["a"]\nyear = 2024\n',
    )
    config = find(tmp_path)
    assert (config.demands.min_score, config.per_path[0].demands.year) == (70, 2024)


def test_the_nearest_file_wins_up_to_the_root_of_the_repository(tmp_path: Path) -> None:
    repository = tmp_path / "库"
    inner = repository / "2024" / "区局"
    inner.mkdir(parents=True)
    _write(tmp_path / "checker.toml", "min-score = 1\n")
    assert find(inner).demands.min_score == 1
    (repository / ".git").mkdir()
    assert find(inner).file is None
    _write(repository / "pyproject.toml", "[tool.other]\nx = 1\n")
    assert find(inner).file is None
    _write(repository / "pyproject.toml", "[tool.checker]\nmin-score = 2\n")
    assert find(inner).demands.min_score == 2
    _write(repository / "2024" / "checker.toml", "min-score = 3\n")
    assert find(inner).demands.min_score == 3


def test_a_broken_pyproject_without_our_table_is_none_of_ours(tmp_path: Path) -> None:
    _write(tmp_path / "pyproject.toml", "[tool.other\n")
    (tmp_path / ".git").mkdir()
    assert find(tmp_path).file is None


def test_the_search_starts_where_the_reports_lie(tmp_path: Path) -> None:
    first = _write(tmp_path / "a" / "b" / "1.md", "一")
    second = _write(tmp_path / "a" / "c" / "2.md", "二")
    assert start([str(first)]) == (tmp_path / "a" / "b").resolve()
    assert start([str(first), str(second)]) == (tmp_path / "a").resolve()
    assert start([str(tmp_path / "a"), "没有.md"]) == (tmp_path / "a").resolve()
    assert start(["没有.md"]) == Path.cwd()


def test_a_ruleset_file_is_found_beside_the_configuration(tmp_path: Path) -> None:
    _write(tmp_path / "规则" / "本市.yaml", "schema: 1\n")
    config = load(_write(tmp_path / "checker.toml", 'ruleset = "规则/本市.yaml"\n'))
    assert config.demands.ruleset == str(tmp_path / "规则" / "本市.yaml")


@pytest.mark.parametrize(
    ("text", "key", "values"),
    [
        ("fail_on = 'weak'", "config-unknown-key-but", {"setting": "fail_on", "guess": "fail-on"}),
        ("colour = 1", "config-unknown-key", {"setting": "colour"}),
        ("[[perpath]]\npaths = ['a']", "config-unknown-key-but", {"guess": "per-path"}),
        ("[[per-path]]\npaths = ['a']\nfail-onn = 'weak'", "config-unknown-key-but", {"guess": "per-path.fail-on"}),
        ("fail-on = 'all'", "config-choice", {"choices": "missing, weak, never"}),
        ("min-score = 101", "config-number", {"setting": "min-score", "high": 100}),
        ("min-score = true", "config-number", {}),
        ("min-score = '60'", "config-number", {}),
        ("paths = 'a'", "config-list", {"setting": "paths"}),
        ("paths = []", "config-list", {}),
        ("[[per-path]]\nyear = 2024", "config-missing-key", {"setting": "per-path.paths"}),
        ("[[ignore]]\npaths = ['a']\nitems = ['legal_review']", "config-missing-key", {"setting": "ignore.reason"}),
        ("[[ignore]]\npaths = ['a']\nitems = ['x']\nreason = ' '", "config-text", {"setting": "ignore.reason"}),
        ("[[ignore]]\npaths = ['a']\nitems = ['x']\nreason = 'y'\nuntil = '明年'", "config-date", {}),
        ("[per-path]\npaths = ['a']", "config-table", {"setting": "per-path"}),
        ("min-score = ", "config-toml", {}),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(
    cli: Cli, tmp_path: Path, text: str, key: str, values: dict[str, str]
) -> None:
    file = _write(tmp_path / "checker.toml", text + "\n")
    with pytest.raises(UsageError) as caught:
        load(file)
    assert caught.value.key == key
    assert values.items() <= caught.value.values.items()
    outcome = cli("check", "--config", file, REPORTS / GOOD[0])
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1
    assert str(file) in outcome.err


def test_a_file_that_is_no_utf8_or_not_there(tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_bytes("reason = '无'".encode("gbk"))
    with pytest.raises(UsageError) as caught:
        load(tmp_path / "checker.toml")
    assert caught.value.key == "config-toml"
    with pytest.raises(UsageError) as caught:
        load(tmp_path / "没有.toml")
    assert caught.value.key == "config-not-found"


def _project(tmp_path: Path, config: str, **reports: str) -> None:
    (tmp_path / ".git").mkdir()
    _write(tmp_path / "checker.toml", config)
    for name, source in reports.items():
        target = tmp_path / "报送" / f"{name}{Path(source).suffix}"
        target.parent.mkdir(exist_ok=True)
        target.write_bytes((REPORTS / source).read_bytes())


def test_check_obeys_and_the_command_line_overrides(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _project(tmp_path, 'paths = ["报送"]\nfail-on = "never"\nlang = "en"\n', 甲=BAD[0], 乙=GOOD[0])
    monkeypatch.chdir(tmp_path)
    assert cli("check").code == 0
    assert cli("check", "--fail-on", "missing").code == 1
    assert cli("check", "-q").out.endswith("Reports: 2. Pass: 2, fail: 0, not checked: 0.\n")
    assert cli("check", "-q", "--lang", "zh").out.endswith("共检查2份报告：2份通过，0份不通过，0份无法检查。\n")
    monkeypatch.chdir(tmp_path / "报送")
    assert cli("check").code == 0


def test_excluded_files_are_passed_over(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _project(tmp_path, 'exclude = ["甲.*"]\n', 甲=BAD[0], 乙=GOOD[0])
    monkeypatch.chdir(tmp_path)
    assert cli("check", "报送").code == 0
    assert cli("check", "报送/甲.txt", "-q").out.splitlines()[-1].startswith("共检查0份报告")


def test_overrides_by_path(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _project(tmp_path, '[[per-path]]\npaths = ["**/甲.*"]\nfail-on = "never"\nyear = 2019\n', 甲=BAD[0], 乙=BAD[1])
    monkeypatch.chdir(tmp_path)
    reports = json.loads(cli("check", "报送", "-f", "json").out)["reports"]
    assert {Path(r["path"]).stem: (r["verdict"], r["year"]) for r in reports} == {
        "甲": ("pass", 2019),
        "乙": ("fail", reports[0]["year"]),
    }


def test_formats_of_the_configuration_lie_beside_it(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _project(tmp_path, 'format = ["plain", "sarif=结果.sarif"]\n', 甲=BAD[0])
    monkeypatch.chdir(tmp_path / "报送")
    assert cli("check", ".").code == 1
    assert json.loads((tmp_path / "结果.sarif").read_text("utf-8"))["version"] == "2.1.0"


def test_show_tells_values_and_where_each_comes_from(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path / "checker.toml", _FULL)
    (tmp_path / ".git").mkdir()
    (tmp_path / "街道").mkdir()
    monkeypatch.chdir(tmp_path)
    lines = cli("config", "show").out.splitlines()
    assert 'fail-on = "weak"  # checker.toml' in lines
    assert 'lang = "en"  # checker.toml' in lines
    assert any(line.startswith("per-path = ") for line in lines)
    there = cli("config", "show", "街道").out.splitlines()
    assert 'fail-on = "missing"  # checker.toml [[per-path]] 1' in there
    assert "min-score = 60  # checker.toml" in there
    (tmp_path / "checker.toml").unlink()
    assert cli("config", "show").out.splitlines() == [
        "没有找到配置文件，以下都是默认值。",
        'ruleset = "law-based-government"  # 默认值',
        'fail-on = "missing"  # 默认值',
        'lang = "auto"  # 默认值',
    ]


def test_the_schema_is_printed(cli: Cli) -> None:
    printed = json.loads(cli("config", "schema").out)
    assert printed == schema()
    validator = jsonschema.Draft202012Validator(printed)
    assert not validator.is_valid({"fail_on": "weak"})
    assert not validator.is_valid({"ignore": [{"paths": ["a"], "items": ["b"]}]})


@pytest.mark.skipif(os.name == "nt", reason="no such permissions")
def test_a_folder_that_may_not_be_looked_into_has_no_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()

    def refuse(path: Path) -> bool:
        raise PermissionError(path)

    # The tests may run as a user whom no permission stops.
    monkeypatch.setattr(Path, "is_file", refuse)
    assert find(tmp_path).file is None

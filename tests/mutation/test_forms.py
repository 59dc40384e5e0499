"""Reports with tables: a table stays one in every dress, and order is no dress where it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.mutation.trial import put_to_trial
from checker.readers import read
from checker.ruleset import load

FIXTURES = Path(__file__).parents[2] / "fixtures" / "open-government-information"


@pytest.mark.parametrize("name", ["department.docx", "government.html"])
def test_no_disguise_of_a_form_raises_an_alarm(name: str) -> None:
    trial = put_to_trial([read(str(FIXTURES / name))], load("open-government-information"))
    # The labels of rows are not looked for nearly, so a character that is misread in one may be missed.
    assert [alarm for alarm in trial.alarms if alarm.change != "misread"] == []
    assert sum(tally.killed for tally in trial.tallies) >= 0.9 * sum(tally.mutants for tally in trial.tallies)

"""The verb `check` for one design: sooner done, and with nothing of the others."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.check import check_one
from generator.model.problem import Problems


def test_a_design_is_checked_by_itself(fork: Path) -> None:
    # Both are broken; of the other one nothing is said.
    for design in ("laurel", "correspondence"):
        (fork / f"assets/designs/{design}/card.svg.j2").write_text("<svg/>")
    with pytest.raises(Problems) as found:
        check_one(fork, "laurel")
    assert all("laurel" in problem.where for problem in found.value.problems)


def test_an_unknown_design_is_told_with_the_nearest(afternote: Callable[..., Any]) -> None:
    done = afternote("check", "--design", "laurle")
    assert done.code == 1
    assert "--design: there is no design 'laurle'\n    did you mean laurel?" in done.err

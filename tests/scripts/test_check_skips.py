"""A run that left out Neo4j or the browser does not pass."""

from __future__ import annotations

import pytest

from scripts.check_skips import forbidden_skips


def report(*reasons: str) -> str:
    """A JUnit report of one test that ran and one that was skipped for each reason."""
    case = '<testcase classname="tests.a" name="test_{}">{}</testcase>'
    skipped = "".join(
        case.format(number, f'<skipped message="{reason}"/>')
        for number, reason in enumerate(reasons)
    )
    return f"<testsuites><testsuite>{case.format('ran', '')}{skipped}</testsuite></testsuites>"


def test_a_run_without_skips_passes() -> None:
    """Nothing is reported where nothing was skipped."""
    assert list(forbidden_skips(report(), real_data_expected=True)) == []


@pytest.mark.parametrize("reason", ["Neo4j: no java", "Browser: no Chromium on the PATH", ""])
def test_a_skip_for_want_of_a_server_or_browser_is_named(reason: str) -> None:
    """The line tells which test and why it was left out."""
    assert list(forbidden_skips(report(reason), real_data_expected=False)) == [
        f"tests.a::test_0: {reason}"
    ]


@pytest.mark.parametrize(("expected", "found"), [(False, 0), (True, 1)])
def test_real_data_may_lack_only_where_there_are_none(expected: bool, found: int) -> None:
    """The one permitted reason counts only when the data are not on the machine."""
    text = report("Real data: NETMAP_TEST_DATA is not set")
    assert len(list(forbidden_skips(text, real_data_expected=expected))) == found


def test_a_run_of_no_tests_does_not_pass() -> None:
    """An empty report is an error, not a success."""
    with pytest.raises(ValueError, match="no test"):
        list(forbidden_skips("<testsuites/>", real_data_expected=False))

"""Each rule of missing exchange is an expectation that can be switched off."""

from __future__ import annotations

from pathlib import Path

import pytest

from netmap.analyses.missing.exchange import missing_exchange
from netmap.analyses.missing.expectations import EVERY_RULE, Expectations
from netmap.analyses.missing.link import MissingLinkRule
from netmap.bootstrap import use_cases_over
from netmap.errors import SettingsError
from netmap.findings.findings import findings
from netmap.settings import Settings
from netmap.store.sqlite import SqliteStore
from tests.missing_links import speaking


def test_every_rule_speaks_where_it_has_something_to_say() -> None:
    """In the order of the rules."""
    found = [row.rule for row in missing_exchange(speaking())]
    assert set(found) == EVERY_RULE
    order = list(MissingLinkRule)
    assert found == sorted(found, key=order.index)


@pytest.mark.parametrize("rule", MissingLinkRule)
def test_a_rule_that_is_switched_off_says_nothing(rule: MissingLinkRule) -> None:
    """And changes nothing in what the others say."""
    made = speaking()
    rest = missing_exchange(made, Expectations(rules=EVERY_RULE - {rule}))
    assert rest == [row for row in missing_exchange(made) if row.rule is not rule]


def test_findings_respect_what_is_switched_off() -> None:
    """A rule that does not speak gives no finding."""
    rule = MissingLinkRule.SHARED_TOPIC_WITHOUT_EXCHANGE
    kinds = {each.kind.value for each in findings(speaking())}
    fewer = {each.kind.value for each in findings(speaking(), rules=EVERY_RULE - {rule})}
    assert kinds - fewer == {"missing_exchange"}


def test_a_setting_names_the_rules_that_are_off(tmp_path: Path) -> None:
    """With commas between; a name that is none is told with those that there are."""
    store = SqliteStore(tmp_path / "netmap.db")
    try:
        use_cases_over(store, Settings(missing_rules_off="one_sided_report, tie_not_renewed"))
        with pytest.raises(SettingsError, match="tie_not_renewed"):
            use_cases_over(store, Settings(missing_rules_off="nonsense"))
    finally:
        store.close()

"""What one expects of a network: which rules about missing exchange speak, and from when on."""

from __future__ import annotations

from collections.abc import Collection

from pydantic import Field

from netmap.analyses.missing.link import MissingLinkRule
from netmap.values import Part

EVERY_RULE = frozenset(MissingLinkRule)


class Expectations(Part):
    """Rules about missing exchange, and the numbers that some of them compare with.

    Attributes:
        rules: Rules that speak; the others are switched off.
        regular_contacts_per_year: Contacts a year from which exchange is regular.
        bilateral_min_ties: Ties on one topic from which they are many.
        tie_renewal_years: Years after which a report is asked about.
    """

    rules: frozenset[MissingLinkRule] = EVERY_RULE
    regular_contacts_per_year: float = Field(default=4, gt=0, le=10_000)
    bilateral_min_ties: int = Field(default=4, ge=2, le=1_000)
    tie_renewal_years: int = Field(default=3, ge=1, le=100)

    def asked(
        self, rules: Collection[MissingLinkRule], without: Collection[MissingLinkRule]
    ) -> Expectations:
        """The same with the rules that somebody asks for by name, where any, less some.

        Who names a rule wants to see it, though it be switched off.

        >>> rule = MissingLinkRule.TIE_NOT_RENEWED
        >>> quiet = Expectations(rules=EVERY_RULE - {rule})
        >>> quiet.asked([rule], []).rules == {rule}
        True
        >>> quiet.asked([], [MissingLinkRule.ONE_SIDED_REPORT]).rules == EVERY_RULE - {
        ...     rule, MissingLinkRule.ONE_SIDED_REPORT
        ... }
        True
        """
        named = frozenset(rules) or self.rules
        return self.model_copy(update={"rules": named - frozenset(without)})


USUAL = Expectations()
"""Every rule, from the usual numbers on."""

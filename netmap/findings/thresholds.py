"""From when on findings speak; settings hold the same fields, and every finding shows its own."""

from __future__ import annotations

from typing import Self

from pydantic import Field

from netmap.analyses.missing.expectations import EVERY_RULE, Expectations
from netmap.analyses.missing.link import MissingLinkRule
from netmap.analyses.overlaps.limits import OverlapLimits
from netmap.language import Text
from netmap.values import Part


class Thresholds(Part):
    """Limits below which nothing becomes a finding.

    No study names numbers from which a municipal network has too many or too few ties, so these
    are conventions: each default says what it stands on, and an office changes it by a setting of
    the same name.

    Attributes:
        overlap_min_jaccard: Half of all members of two bodies sit in both.
        overlap_min_containment: Four fifths of one body sit in the other: "almost wholly".
        overlap_min_shared: Three is the smallest group that is more than a pair (Simmel 1908).
        overlap_min_topic_jaccard: Half of all topics of two bodies are both's.
        overlap_most_on_same_topics: Ten sit at a round table; with more on the same topics, these
            are what the network is about.
        overlap_succession_days: A quarter, the usual time between two meetings.
        hours_per_meeting: What a meeting takes of a member; a guess to be corrected.
        hours_per_journey: There and back within a municipality; a guess to be corrected.
        regular_contacts_per_year: As often as steering committees usually meet: once a quarter.
        balanced_min_sectors: Administration, education and one more: as many as it takes for
            nobody to hold more than half.
        bridge_min_part: A part of the network that is more than a pair, as above.
        ad_hoc_years: An occasion that lasts beyond two budget years is no longer one.
        bilateral_min_ties: Three partners have three pairs, which a talk of three replaces; from
            four on a meeting saves time.
        tie_renewal_years: Two yearly reviews passed in which a tie could have been confirmed.
        sector_min_partners: Three, as above: one or two may be heard elsewhere.
        findings_per_kind: About as many points as a committee can go through in one meeting.
    """

    overlap_min_jaccard: float = Field(default=0.5, ge=0, le=1)
    overlap_min_containment: float = Field(default=0.8, ge=0, le=1)
    overlap_min_shared: int = Field(default=3, ge=1)
    overlap_min_topic_jaccard: float = Field(default=0.5, ge=0, le=1)
    overlap_most_on_same_topics: int = Field(default=10, ge=0)
    overlap_succession_days: int = Field(default=92, ge=0, le=36_525)
    hours_per_meeting: float = Field(default=2, gt=0, le=24)
    hours_per_journey: float = Field(default=1, ge=0, le=24)
    regular_contacts_per_year: float = Field(default=4, gt=0, le=10_000)
    balanced_min_sectors: int = Field(default=3, ge=2, le=6)
    bridge_min_part: int = Field(default=3, ge=1)
    ad_hoc_years: int = Field(default=2, ge=0, le=100)
    bilateral_min_ties: int = Field(default=4, ge=2, le=1_000)
    tie_renewal_years: int = Field(default=3, ge=1, le=100)
    sector_min_partners: int = Field(default=3, ge=1)
    findings_per_kind: int = Field(default=20, ge=1)

    @classmethod
    def from_settings(cls, settings: object) -> Self:
        """The thresholds among some settings, which carry the same names."""
        return cls.model_validate(settings, from_attributes=True)

    @property
    def overlap_limits(self) -> OverlapLimits:
        """The same numbers as the analyses of overlaps take them."""
        return OverlapLimits(
            min_jaccard=self.overlap_min_jaccard,
            min_containment=self.overlap_min_containment,
            min_shared=self.overlap_min_shared,
            min_topic_jaccard=self.overlap_min_topic_jaccard,
            most_on_same_topics=self.overlap_most_on_same_topics,
            succession_days=self.overlap_succession_days,
            hours_per_meeting=self.hours_per_meeting,
            hours_per_journey=self.hours_per_journey,
        )

    def expectations(self, rules: frozenset[MissingLinkRule] = EVERY_RULE) -> Expectations:
        """What rules about missing exchange go by."""
        return Expectations(
            rules=rules,
            regular_contacts_per_year=self.regular_contacts_per_year,
            bilateral_min_ties=self.bilateral_min_ties,
            tie_renewal_years=self.tie_renewal_years,
        )


MEANINGS: dict[str, Text] = {
    "overlap_min_jaccard": Text(
        de="kleinster Anteil gemeinsamer an allen Mitgliedern",
        en="least share of common among all members",
    ),
    "overlap_min_containment": Text(
        de="kleinster Anteil eines Gremiums, der auch im anderen sitzt",
        en="least share of one body that sits in the other too",
    ),
    "overlap_min_shared": Text(
        de="kleinste Zahl gemeinsamer Mitglieder", en="least number of common members"
    ),
    "overlap_min_topic_jaccard": Text(
        de="kleinster Anteil gemeinsamer an allen Themen",
        en="least share of common among all topics",
    ),
    "overlap_most_on_same_topics": Text(
        de="größte Zahl anderer Gremien mit denselben Themen, bei der danach gefragt wird",
        en="greatest number of other bodies on the same topics for which that is asked about",
    ),
    "overlap_succession_days": Text(
        de="größte Zahl der Tage zwischen Ende und Beginn bei einer Nachfolge",
        en="greatest number of days between end and start in a succession",
    ),
    "hours_per_meeting": Text(
        de="angenommene Stunden je Sitzung und Mitglied",
        en="assumed hours of a meeting for each member",
    ),
    "hours_per_journey": Text(
        de="angenommene Stunden je Hin- und Rückweg",
        en="assumed hours of a journey there and back",
    ),
    "regular_contacts_per_year": Text(
        de="Kontakte im Jahr, ab denen Austausch als regelmäßig gilt",
        en="contacts a year from which exchange counts as regular",
    ),
    "balanced_min_sectors": Text(
        de="kleinste Zahl vertretener Bereiche", en="least number of sectors present"
    ),
    "bridge_min_part": Text(
        de="kleinste Zahl von Organisationen und Gremien, die an einer Person hängen",
        en="least number of organisations and bodies that hang on one person",
    ),
    "ad_hoc_years": Text(
        de="Jahre, nach denen nach einem Ad-hoc-Gremium gefragt wird",
        en="years after which an ad hoc body is asked about",
    ),
    "bilateral_min_ties": Text(
        de="Zweierkontakte zu einem Thema, ab denen nach einem gemeinsamen Gremium gefragt wird",
        en="talks of two on one topic from which a common body is asked about",
    ),
    "tie_renewal_years": Text(
        de="Jahre, nach denen gefragt wird, ob eine Angabe noch gilt",
        en="years after which it is asked whether a report still holds",
    ),
    "sector_min_partners": Text(
        de="kleinste Zahl von Partnern eines Bereichs, nach dessen Sitz gefragt wird",
        en="least number of partners of a sector whose seat is asked about",
    ),
    "findings_per_kind": Text(
        de="größte Zahl gezeigter Hinweise je Art", en="greatest number of findings shown a kind"
    ),
}
"""What each threshold means, in the words that stand beside its value."""

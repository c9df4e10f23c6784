"""The kinds of findings: stable names, titles, and the order in which a committee reads them."""

from __future__ import annotations

from enum import StrEnum

from netmap.language import Text


class FindingKind(StrEnum):
    """What kind of suggestion a finding is; strengths first, then by importance."""

    REGULAR_EXCHANGE = "regular_exchange"
    WELL_CONNECTED_BODY = "well_connected_body"
    LEVEL_BRIDGE = "level_bridge"
    OVERLAP_GROUP = "overlap_group"
    OVERLAP = "overlap"
    SAME_TOPICS = "same_topics"
    SUBGROUP = "subgroup"
    SUCCESSION = "succession"
    LASTING_AD_HOC_BODY = "lasting_ad_hoc_body"
    STEERING_WITHOUT_LINE_TO_POLITICS = "steering_without_line_to_politics"
    GROUP_WITHOUT_LINE_TO_STEERING = "group_without_line_to_steering"
    BODY_HEARS_NOTHING = "body_hears_nothing"
    SECTOR_NOT_IN_STEERING = "sector_not_in_steering"
    STEERING_WITHOUT_RETURN_FROM_POLITICS = "steering_without_return_from_politics"
    LINE_WITHOUT_RETURN = "line_without_return"
    STEERING_SEAT_WITHOUT_WORKING_LEVEL = "steering_seat_without_working_level"
    NO_TIE = "no_tie"
    COMPONENT = "component"
    FLOW_BOTTLENECK = "flow_bottleneck"
    BRIDGE = "bridge"
    HANGS_ON_PERSON = "hangs_on_person"
    BILATERAL_TIES_WITHOUT_COMMON_BODY = "bilateral_ties_without_common_body"
    MISSING_EXCHANGE = "missing_exchange"
    PARTNER_WITHOUT_EXCHANGE_WITH_COORDINATION = "partner_without_exchange_with_coordination"
    PARTNER_WITHOUT_REGULAR_EXCHANGE_WITH_COORDINATION = (
        "partner_without_regular_exchange_with_coordination"
    )
    COORDINATING_OFFICES_WITHOUT_CONTACT = "coordinating_offices_without_contact"
    ONE_SIDED_REPORT = "one_sided_report"
    TIE_NOT_RENEWED = "tie_not_renewed"
    SEAT_WITHOUT_EXCHANGE = "seat_without_exchange"
    EXCHANGE_WITHOUT_SEAT = "exchange_without_seat"
    HANGS_ON_TIE = "hangs_on_tie"
    EXCHANGE_NOT_RECORDED = "exchange_not_recorded"
    BODY_WITHOUT_MEMBERS = "body_without_members"
    OUTDATED = "outdated"
    NOT_ASKED = "not_asked"
    LEFT_OUT = "left_out"

    @property
    def title_text(self) -> Text:
        """The kind in words."""
        return _TITLES[self]

    @property
    def is_positive(self) -> bool:
        """Whether findings of this kind say what works well."""
        return self in _POSITIVE

    @property
    def is_confidential(self) -> bool:
        """Whether findings of this kind are for the coordinating office alone."""
        return self is FindingKind.LEFT_OUT

    @property
    def ranks(self) -> bool:
        """Whether findings of this kind are ordered by strength: people are not."""
        return self not in {
            FindingKind.BRIDGE,
            FindingKind.LEVEL_BRIDGE,
            FindingKind.HANGS_ON_PERSON,
        }


_POSITIVE = frozenset(
    {FindingKind.REGULAR_EXCHANGE, FindingKind.WELL_CONNECTED_BODY, FindingKind.LEVEL_BRIDGE}
)

_TITLES: dict[FindingKind, Text] = {
    FindingKind.REGULAR_EXCHANGE: Text(de="Regelmäßiger Austausch", en="Regular exchange"),
    FindingKind.WELL_CONNECTED_BODY: Text(de="Gut eingebundenes Gremium", en="Well-connected body"),
    FindingKind.LEVEL_BRIDGE: Text(de="Verbindung der Ebenen", en="Link between levels"),
    FindingKind.OVERLAP: Text(de="Mögliche Überschneidung", en="Possible overlap"),
    FindingKind.OVERLAP_GROUP: Text(
        de="Mögliche Überschneidung mehrerer Gremien", en="Possible overlap of several bodies"
    ),
    FindingKind.SAME_TOPICS: Text(
        de="Gleiche Themen, andere Mitglieder", en="Same topics, other members"
    ),
    FindingKind.SUCCESSION: Text(de="Nachfolge oder Umbenennung", en="Successor or rename"),
    FindingKind.SUBGROUP: Text(de="Untergruppe", en="Subgroup"),
    FindingKind.LASTING_AD_HOC_BODY: Text(
        de="Länger bestehendes Ad-hoc-Gremium", en="Lasting ad hoc body"
    ),
    FindingKind.STEERING_WITHOUT_LINE_TO_POLITICS: Text(
        de="Weg in die Politik", en="Line to politics"
    ),
    FindingKind.GROUP_WITHOUT_LINE_TO_STEERING: Text(
        de="Berichtsweg ins Steuergremium", en="Line to the steering level"
    ),
    FindingKind.SECTOR_NOT_IN_STEERING: Text(
        de="Bereich ohne erfassten Sitz in der Steuerung",
        en="Sector without a recorded seat in steering",
    ),
    FindingKind.NO_TIE: Text(de="Noch keine Verbindung erfasst", en="No tie recorded yet"),
    FindingKind.COMPONENT: Text(de="Für sich stehender Teil", en="Part that stands by itself"),
    FindingKind.BODY_HEARS_NOTHING: Text(
        de="Rückmeldung aus der Steuerung", en="Word back from steering"
    ),
    FindingKind.FLOW_BOTTLENECK: Text(de="Wichtige Verbindung", en="Important connection"),
    FindingKind.BRIDGE: Text(de="Wichtige Brücke", en="Important bridge"),
    FindingKind.HANGS_ON_PERSON: Text(
        de="Alle Verbindungen über eine Person", en="All ties over one person"
    ),
    FindingKind.MISSING_EXCHANGE: Text(
        de="Gleiches Thema, kein Austausch erfasst", en="Same topic, no exchange recorded"
    ),
    FindingKind.PARTNER_WITHOUT_EXCHANGE_WITH_COORDINATION: Text(
        de="Austausch mit der Koordinierungsstelle", en="Exchange with the coordinating office"
    ),
    FindingKind.STEERING_WITHOUT_RETURN_FROM_POLITICS: Text(
        de="Rückmeldung aus der Politik", en="Feedback from politics"
    ),
    FindingKind.LINE_WITHOUT_RETURN: Text(
        de="Bericht ohne erfasste Rückmeldung", en="Report without recorded feedback"
    ),
    FindingKind.STEERING_SEAT_WITHOUT_WORKING_LEVEL: Text(
        de="Beschlüsse im eigenen Haus", en="Decisions in the own house"
    ),
    FindingKind.BILATERAL_TIES_WITHOUT_COMMON_BODY: Text(
        de="Viele Zweierkontakte zu einem Thema", en="Many talks of two on one topic"
    ),
    FindingKind.PARTNER_WITHOUT_REGULAR_EXCHANGE_WITH_COORDINATION: Text(
        de="Rhythmus mit der Koordinierungsstelle", en="Rhythm with the coordinating office"
    ),
    FindingKind.COORDINATING_OFFICES_WITHOUT_CONTACT: Text(
        de="Kontakt zur benachbarten Koordinierungsstelle",
        en="Contact with a neighbouring coordinating office",
    ),
    FindingKind.TIE_NOT_RENEWED: Text(
        de="Austausch mit älteren Angaben", en="Exchange with older reports"
    ),
    FindingKind.ONE_SIDED_REPORT: Text(de="Unterschiedliche Angaben", en="Reports that differ"),
    FindingKind.SEAT_WITHOUT_EXCHANGE: Text(
        de="Sitz ohne erfassten Austausch", en="Seat without recorded exchange"
    ),
    FindingKind.EXCHANGE_WITHOUT_SEAT: Text(
        de="Austausch ohne erfassten Sitz", en="Exchange without a recorded seat"
    ),
    FindingKind.HANGS_ON_TIE: Text(de="Eine einzige Verbindung erfasst", en="One tie recorded"),
    FindingKind.EXCHANGE_NOT_RECORDED: Text(
        de="Noch kein Austausch erfasst", en="No exchange recorded yet"
    ),
    FindingKind.BODY_WITHOUT_MEMBERS: Text(
        de="Gremium ohne erfasste Mitglieder", en="Body without recorded members"
    ),
    FindingKind.OUTDATED: Text(de="Ältere Angaben", en="Older reports"),
    FindingKind.NOT_ASKED: Text(de="Noch nicht gefragt", en="Not asked yet"),
    FindingKind.LEFT_OUT: Text(de="Bewusst außen vor", en="Left out on purpose"),
}

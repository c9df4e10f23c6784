"""What the rules about missing exchange return: a link that one would expect."""

from __future__ import annotations

from enum import StrEnum

from netmap.values import Part


class MissingLinkRule(StrEnum):
    """Why one would expect a link."""

    SHARED_TOPIC_WITHOUT_EXCHANGE = "shared_topic_without_exchange"
    GROUP_WITHOUT_LINE_TO_STEERING = "group_without_line_to_steering"
    STEERING_WITHOUT_LINE_TO_POLITICS = "steering_without_line_to_politics"
    PARTNER_WITHOUT_EXCHANGE_WITH_COORDINATION = "partner_without_exchange_with_coordination"
    ONE_SIDED_REPORT = "one_sided_report"
    DIFFERENT_NUMBERS = "different_numbers"


class MissingLink(Part):
    """A link that one would expect, or one on which the reports differ.

    Attributes:
        source_id: Where the link would start; of an undirected one the lower id.
        target_id: Where it would end; ``None`` where several ends are equally likely.
        topic_ids: Topics that both work on, ascending.
        via_ids: Actors or bodies that could make the link, ascending.
        tie_ids: Exchange ties that the row speaks about, ascending.
        strength: How much speaks for the link, in [0, 1]; each rule says what it counts.
    """

    rule: MissingLinkRule
    source_id: str
    source_name: str
    target_id: str | None
    target_name: str | None
    topic_ids: tuple[str, ...] = ()
    via_ids: tuple[str, ...] = ()
    tie_ids: tuple[str, ...] = ()
    strength: float

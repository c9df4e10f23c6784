"""What the rules about missing exchange return: a link that one would expect."""

from __future__ import annotations

from enum import StrEnum

from netmap.values import Part


class MissingLinkRule(StrEnum):
    """Why one would expect a link; each rule can be switched off."""

    SHARED_TOPIC_WITHOUT_EXCHANGE = "shared_topic_without_exchange"
    BILATERAL_TIES_WITHOUT_COMMON_BODY = "bilateral_ties_without_common_body"
    GROUP_WITHOUT_LINE_TO_STEERING = "group_without_line_to_steering"
    STEERING_WITHOUT_LINE_TO_POLITICS = "steering_without_line_to_politics"
    STEERING_WITHOUT_RETURN_FROM_POLITICS = "steering_without_return_from_politics"
    LINE_WITHOUT_RETURN = "line_without_return"
    STEERING_SEAT_WITHOUT_WORKING_LEVEL = "steering_seat_without_working_level"
    WORKING_SEAT_WITHOUT_STEERING_LEVEL = "working_seat_without_steering_level"
    PARTNER_WITHOUT_EXCHANGE_WITH_COORDINATION = "partner_without_exchange_with_coordination"
    PARTNER_WITHOUT_REGULAR_EXCHANGE_WITH_COORDINATION = (
        "partner_without_regular_exchange_with_coordination"
    )
    COORDINATING_OFFICES_WITHOUT_CONTACT = "coordinating_offices_without_contact"
    ONE_SIDED_REPORT = "one_sided_report"
    DIFFERENT_NUMBERS = "different_numbers"
    TIE_NOT_RENEWED = "tie_not_renewed"


class MissingLink(Part):
    """A link that one would expect, or one on which the reports differ.

    Attributes:
        source_id: Where the link would start; of an undirected one the lower id.
        target_id: Where it would end; ``None`` where several ends are equally likely.
        other_ids: Further actors that the row is about, ascending.
        other_names: Their names.
        topic_ids: Topics that both work on, ascending.
        topic_names: Their names.
        via_ids: Actors or bodies that could make the link, ascending; never one that is gone or
            stays outside on purpose.
        via_names: Their names; of persons the function where it is recorded.
        tie_ids: Exchange ties or reporting lines that the row speaks about, ascending.
        strength: How much speaks for the link, in [0, 1]; each rule says what it counts.
        path_ids: Actors on the shortest way that is recorded between the two, both included; empty
            where there is none, ``None`` where nobody looked for it.
        path_names: Their names; of persons the function where it is recorded.
    """

    rule: MissingLinkRule
    source_id: str
    source_name: str
    target_id: str | None
    target_name: str | None
    other_ids: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    topic_ids: tuple[str, ...] = ()
    topic_names: tuple[str, ...] = ()
    via_ids: tuple[str, ...] = ()
    via_names: tuple[str, ...] = ()
    tie_ids: tuple[str, ...] = ()
    strength: float
    path_ids: tuple[str, ...] | None = None
    path_names: tuple[str, ...] | None = None

"""Links that one would expect and that nobody has recorded, for findings to ask about."""

from __future__ import annotations

from collections.abc import Callable

from netmap.analyses.missing.bilateral import bilateral_ties_without_common_body
from netmap.analyses.missing.coordination import (
    coordinating_offices_without_contact,
    partner_without_exchange_with_coordination,
    partner_without_regular_exchange_with_coordination,
)
from netmap.analyses.missing.expectations import USUAL, Expectations
from netmap.analyses.missing.ground import Ground
from netmap.analyses.missing.houses import (
    steering_seat_without_working_level,
    working_seat_without_steering_level,
)
from netmap.analyses.missing.lines import (
    group_without_line_to_steering,
    line_without_return,
    steering_without_line_to_politics,
    steering_without_return_from_politics,
)
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.analyses.missing.reports import different_numbers, one_sided_report, tie_not_renewed
from netmap.analyses.missing.topics import shared_topic_without_exchange
from netmap.network import Network

_Rule = Callable[[Ground, Expectations], list[MissingLink]]

_RULES: dict[MissingLinkRule, _Rule] = {
    MissingLinkRule.SHARED_TOPIC_WITHOUT_EXCHANGE: lambda ground, _: shared_topic_without_exchange(
        ground
    ),
    MissingLinkRule.BILATERAL_TIES_WITHOUT_COMMON_BODY: lambda ground, expected: (
        bilateral_ties_without_common_body(ground, expected.bilateral_min_ties)
    ),
    MissingLinkRule.GROUP_WITHOUT_LINE_TO_STEERING: lambda ground, _: (
        group_without_line_to_steering(ground)
    ),
    MissingLinkRule.STEERING_WITHOUT_LINE_TO_POLITICS: lambda ground, _: (
        steering_without_line_to_politics(ground)
    ),
    MissingLinkRule.STEERING_WITHOUT_RETURN_FROM_POLITICS: lambda ground, _: (
        steering_without_return_from_politics(ground)
    ),
    MissingLinkRule.LINE_WITHOUT_RETURN: lambda ground, _: line_without_return(ground),
    MissingLinkRule.STEERING_SEAT_WITHOUT_WORKING_LEVEL: lambda ground, _: (
        steering_seat_without_working_level(ground)
    ),
    MissingLinkRule.WORKING_SEAT_WITHOUT_STEERING_LEVEL: lambda ground, _: (
        working_seat_without_steering_level(ground)
    ),
    MissingLinkRule.PARTNER_WITHOUT_EXCHANGE_WITH_COORDINATION: lambda ground, _: (
        partner_without_exchange_with_coordination(ground)
    ),
    MissingLinkRule.PARTNER_WITHOUT_REGULAR_EXCHANGE_WITH_COORDINATION: lambda ground, expected: (
        partner_without_regular_exchange_with_coordination(
            ground, expected.regular_contacts_per_year
        )
    ),
    MissingLinkRule.COORDINATING_OFFICES_WITHOUT_CONTACT: lambda ground, _: (
        coordinating_offices_without_contact(ground)
    ),
    MissingLinkRule.ONE_SIDED_REPORT: lambda ground, _: one_sided_report(ground),
    MissingLinkRule.DIFFERENT_NUMBERS: lambda ground, _: different_numbers(ground),
    MissingLinkRule.TIE_NOT_RENEWED: lambda ground, expected: tie_not_renewed(
        ground, expected.tie_renewal_years
    ),
}


def missing_exchange(network: Network, expected: Expectations = USUAL) -> list[MissingLink]:
    """Links that one would expect and that are not recorded, by rule, strongest first.

    Whoever works for an organisation, and its parts that are no bodies, act for it: see
    `netmap.analyses.representation.Representation`. Dissolved and merged bodies and actors that
    stay outside on purpose are never listed, nor do they make a link. What is unknown is never
    taken for a no. Where nothing else is said, ``strength`` is (1 + those with the link) by
    (1 + those asked about): the more usual a link is in this network, the more its absence says.

    - ``shared_topic_without_exchange``: two bodies or partners (organisations that are no bodies,
      persons of whom no organisation is known) work on the same topic, themselves or by who works
      for them; no exchange, reporting line or cooperation joins them; neither is part of the
      other; and they do not meet: no body in which both have or are a seat, no member or
      organisation in two bodies at once. Common topics point to a probable tie as common
      neighbours do in link prediction [1]_. ``strength``: topics of both by topics of either;
      equally strong pairs come in ascending order of how many bodies and partners work on the
      least crowded common topic.
    - ``bilateral_ties_without_common_body``: partners talk about one topic in at least
      ``bilateral_min_ties`` pairs that hang together, and no pair of these meets in a body.
      ``source_id`` has most of these ties, ``other_ids`` are the others, ``target_id`` is an
      existing body on the topic in which most of them sit. ``strength``: 1 - least number by
      (1 + pairs).
    - ``group_without_line_to_steering``: from an operational or ad hoc body no way leads along
      reporting lines (sender to receiver) and from part to whole to a steering body. No row
      where no steering body is recorded.
    - ``steering_without_line_to_politics``: likewise from a steering body to a political body or
      an actor of the political sector.
    - ``steering_without_return_from_politics``: such a way is recorded, and none by which
      decisions return: along lines, from whole to part, or back along a line unless its record
      says that nothing returns.

      For these three, ``target_id`` is the upper body with most common members (of these the
      lowest id), without any the only one there is; ``via_ids`` are members of the lower body
      that sit in an upper one or that, themselves or by their organisation, are where the way
      would lead.
    - ``line_without_return``: of every line from ``target_id`` to ``source_id`` it is recorded
      that decisions do not return, and nothing else leads back. Lines of which this is unknown are
      not asked about. ``via_ids`` sit in both.
    - ``steering_seat_without_working_level``: an organisation sits in steering (``other_ids``), in
      no operational or ad hoc body, holds no seat at its operational level, and no reporting line
      runs inside it. ``via_ids`` are those who sit in steering for it.
    - ``working_seat_without_steering_level``: the reverse: it sits in operational or ad hoc bodies
      (``other_ids``) of which none has a way to steering, in no steering body, has no way there
      itself, and no line runs inside it. No row where no steering body is recorded.
    - ``partner_without_exchange_with_coordination``: an organisation that is no body, and neither
      part nor whole of a coordinating office, has no exchange with one. ``target_id`` is the
      office where there is one only; ``via_ids`` are bodies in which both meet.
    - ``partner_without_regular_exchange_with_coordination``: likewise, where exchange is recorded
      and every tie is irregular or has fewer than ``regular_contacts_per_year``.
    - ``coordinating_offices_without_contact``: an office of this network and one of another
      territory, with no link and no common meeting as in the first rule. An office is told by its
      record of how coordination is built, one from outside by its classification.
    - ``one_sided_report``: a tie is denied by the other side (``strength`` 1), or reported by one
      side only, confirmed by nobody, while the other side (or its organisation) answered when
      asked (0.5).
    - ``different_numbers``: both sides report a number of contacts a year, the larger at least
      twice the smaller; of several reports of a side the largest counts. ``strength``: 1 -
      smaller by larger.
    - ``tie_not_renewed``: every report of a tie is dated, and the last lies more than
      ``tie_renewal_years`` back. ``strength``: 1 - these years by (1 + calendar years since).

    Args:
        network: Snapshot at one date; |A| actors, |P| pairs that share a topic.
        expected: Which rules speak, and from when on.

    Returns:
        Rows in the order of the rules above, by descending ``strength``, then by ids.

    Cost: O(|A| + |P|); |P| grows with the square of the actors on one topic.

    >>> from netmap.model import Organization, Topic, WorksOn
    >>> network = Network.from_records([
    ...     Organization(id="chamber", name="Chamber"),
    ...     Organization(id="school", name="School"),
    ...     Topic(id="jobs", name="Jobs"),
    ...     WorksOn(id="1", actor_id="chamber", topic_id="jobs"),
    ...     WorksOn(id="2", actor_id="school", topic_id="jobs"),
    ... ])
    >>> [(row.rule.value, row.source_id, row.target_id) for row in missing_exchange(network)]
    [('shared_topic_without_exchange', 'chamber', 'school')]
    >>> missing_exchange(Network.from_pairs([]))
    []

    .. [1] D. Liben-Nowell, J. Kleinberg (2007), "The Link-Prediction Problem for Social
       Networks", Journal of the American Society for Information Science and Technology 58(7),
       1019-1031, doi:10.1002/asi.20591
    """
    ground = network.once(Ground)
    return [
        row
        for rule, rows in _RULES.items()
        if rule in expected.rules
        for row in rows(ground, expected)
    ]

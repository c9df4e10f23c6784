"""Links that one would expect and that nobody has recorded, for findings to ask about."""

from __future__ import annotations

from netmap.analyses.missing.ground import Ground
from netmap.analyses.missing.lines import (
    group_without_line_to_steering,
    steering_without_line_to_politics,
)
from netmap.analyses.missing.link import MissingLink
from netmap.analyses.missing.reports import (
    different_numbers,
    one_sided_report,
    partner_without_exchange_with_coordination,
)
from netmap.analyses.missing.topics import shared_topic_without_exchange
from netmap.network import Network


def missing_exchange(network: Network) -> list[MissingLink]:
    """Links that one would expect and that are not recorded, by rule, strongest first.

    Whoever works for an organisation, and its parts that are no bodies, act for it: see
    `netmap.analyses.representation.Representation`. Dissolved and merged bodies and actors that
    stay outside on purpose are never listed.

    - ``shared_topic_without_exchange``: two bodies or partners (organisations that are no bodies,
      persons of whom no organisation is known) work on the same topic, themselves or by who works
      for them; no exchange, reporting line or cooperation joins them; neither is part of the
      other; and they do not meet: no body in which both have or are a seat, no member or
      organisation in two bodies at once. Common topics point to a probable tie as common
      neighbours do in link prediction [1]_. ``strength``: topics of both by topics of either;
      equally strong pairs come in ascending order of how many bodies and partners work on the
      least crowded common topic.
    - ``group_without_line_to_steering``: from an operational or ad hoc body no way leads along
      reporting lines (sender to receiver) and from part to whole to a steering body. No row
      where no steering body is recorded.
    - ``steering_without_line_to_politics``: likewise from a steering body to a political body or
      an actor of the political sector.

      For both, ``target_id`` is the upper body with most common members (of these the lowest id),
      without any the only one there is; ``via_ids`` are members of the lower body that sit in an
      upper one or that, themselves or by their organisation, are where the way would lead;
      ``strength`` is (1 + bodies with a way) by (1 + bodies): the more usual a line is in this
      network, the more its absence says.
    - ``partner_without_exchange_with_coordination``: an organisation that is no body, and neither
      part nor whole of a coordinating office, has no exchange with one. ``target_id`` is the
      office where there is one only; ``via_ids`` are bodies in which both meet; ``strength`` is
      (1 + partners with exchange) by (1 + partners).
    - ``one_sided_report``: a tie is denied by the other side (``strength`` 1), or reported by one
      side only, confirmed by nobody, while the other side (or its organisation) answered when
      asked (0.5).
    - ``different_numbers``: both sides report a number of contacts a year, the larger at least
      twice the smaller; of several reports of a side the largest counts. ``strength``: 1 -
      smaller by larger.

    Args:
        network: Snapshot at one date; |A| actors, |P| pairs that share a topic.

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
    ground = Ground(network)
    return [
        *shared_topic_without_exchange(ground),
        *group_without_line_to_steering(ground),
        *steering_without_line_to_politics(ground),
        *partner_without_exchange_with_coordination(ground),
        *one_sided_report(ground),
        *different_numbers(ground),
    ]

"""What nodes and edges may be, and the words by which files say so in German and English."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from netmap.ingest.normalise import folded
from netmap.ingest.roles import role
from netmap.language import Text
from netmap.vocabulary import Role


class NodeKind(StrEnum):
    """What a node becomes; ``?`` stands where nobody has said it yet."""

    PERSON = "person"
    ORGANIZATION = "organization"
    BODY = "body"
    TOPIC = "topic"
    IGNORE = "ignore"
    UNDECIDED = "?"


class EdgeKind(StrEnum):
    """What an edge becomes; ``?`` stands where nobody has said it yet."""

    MEMBERSHIP = "membership"
    EXCHANGE = "exchange"
    REPORTING_LINE = "reporting_line"
    WORKS_ON = "works_on"
    WORKS_FOR = "works_for"
    PART_OF = "part_of"
    IGNORE = "ignore"
    UNDECIDED = "?"


NODE_WORDS = {
    NodeKind.PERSON: Text(de="Person", en="person"),
    NodeKind.ORGANIZATION: Text(de="Organisation", en="organisation"),
    NodeKind.BODY: Text(de="Gremium", en="body"),
    NodeKind.TOPIC: Text(de="Thema", en="topic"),
}
EDGE_WORDS = {
    EdgeKind.MEMBERSHIP: Text(de="Mitgliedschaft", en="membership"),
    EdgeKind.EXCHANGE: Text(de="Austausch", en="exchange"),
    EdgeKind.REPORTING_LINE: Text(de="Berichtsweg", en="reporting line"),
    EdgeKind.WORKS_ON: Text(de="Themenarbeit", en="work on a topic"),
    EdgeKind.WORKS_FOR: Text(de="Zugehörigkeit zu einer Organisation", en="work for a house"),
    EdgeKind.PART_OF: Text(de="Teil von", en="part of"),
}

# A compound is what its last part says, so bodies come before the organisations they are named by.
_NODES = (
    (
        NodeKind.BODY,
        re.compile(
            r"gremi|ausschuss|arbeitskreis|arbeitsgruppe|arbeitsgemeinschaft|\bag\b|\bak\b|"
            r"lenkungs|steuer|\w*beirat|\brat\b|\w*runde\b|kommission|komitee|committee|"
            r"working group|\bboard\b|council|task force|\w*gruppen?\b|\bgroups?\b|plenum|"
            r"forum|konferenz|\bbody\b|\bbodies\b|vorstand|steering"
        ),
    ),
    (
        NodeKind.TOPIC,
        re.compile(
            r"thema|themen|\w*handlungsfeld|aktionsfeld|\btopics?\b|fields? of action|"
            r"\bissues?\b|\bthemes?\b"
        ),
    ),
    (
        NodeKind.PERSON,
        re.compile(
            r"\bperson(?:en)?\b|\bpersons\b|\bpeople\b|\bmensch(?:en)?\b|\bindividuals?\b|"
            r"kontaktperson|ansprech|\bcontacts?\b|mitarbeite|\bfachkraft|natuerliche person"
        ),
    ),
    (
        NodeKind.ORGANIZATION,
        re.compile(
            r"organi[sz]ation|institution|einrichtung|\w*amt\b|aemter\b|behoerde|schule|verein|"
            r"verband|kammer|traeger|unternehmen|firma|universit|stiftung|company|companies|"
            r"agency|agencies|agentur|school|\bngo\b|department|\boffices?\b|minister|jobcenter|"
            r"gewerkschaft|betrieb|akteur|\bactors?\b|partner|\borgs?\b|verwaltung|"
            r"\w*buero\b|association|foundation|kirche|gemeinde|\w*stadt\b|landkreis"
        ),
    ),
)
_GENERIC = frozenset({
    "person", "personen", "people", "persons", "mensch", "individual", "organisation",
    "organization", "organisationen", "organizations", "organisations", "org", "akteur", "akteure",
    "actor", "actors", "gremium", "gremien", "body", "bodies", "thema", "themen", "topic", "topics",
})  # fmt: skip
_TITLES = _GENERIC | {
    "name", "einrichtung", "institution", "committee", "group", "gruppe", "arbeitskreis",
    "arbeitsgruppe", "ausschuss", "handlungsfeld", "mitglied", "member",
}  # fmt: skip

_EDGES = (
    (
        EdgeKind.WORKS_FOR,
        re.compile(
            r"arbeitet (?:bei|fuer|in)\b|works? (?:for|at)\b|angestellt|beschaeftigt|employ|"
            r"taetig bei|affiliat"
        ),
    ),
    (
        EdgeKind.WORKS_ON,
        re.compile(
            r"arbeitet an|arbeitet zu|works? on|\bthem(?:a|en)|handlungsfeld|\btopics?\b|befasst|"
            r"bearbeitet|deals with"
        ),
    ),
    (
        EdgeKind.REPORTING_LINE,
        re.compile(r"bericht|\breport(?:s|ing)?\b|meldet an|rechenschaft|accountable"),
    ),
    (
        EdgeKind.PART_OF,
        re.compile(
            r"\bteil von|part of|gehoert zu|belongs to|untergeordnet|uebergeordnet|parent|"
            r"subsidiar|untergremium|umfasst|besteht aus|\bcontains\b|has part|unterstellt|"
            r"eingegliedert"
        ),
    ),
    (
        EdgeKind.MEMBERSHIP,
        re.compile(
            r"mitglied|\bmembers?\b|membership|\bsitz\b|\bsits\b|\bseat|sitzt|gehoert an|delegiert|"
            r"entsandt|vertreten in|participat|teilnehm|nimmt teil|gremium|wirkt mit"
        ),
    ),
    (
        EdgeKind.EXCHANGE,
        re.compile(
            r"austausch|tauscht|exchang|kommuni[kc]|kontakt|contact|kooper|cooper|collabor|"
            r"zusammenarbeit|arbeitet zusammen|abstimmung|stimmt sich ab|informi|\btalks?\b|"
            r"spricht|meets with|vernetz"
        ),
    ),
)
_REVERSED = re.compile(
    r"hat (?:als )?mitglied|has member|umfasst|besteht aus|\bcontains\b|has part|parent of|"
    r"uebergeordnet|erhaelt|empfaengt|receives|\bemploys\b|beschaeftigt$|gets report"
)


@lru_cache(maxsize=4096)
def node_kind(word: str) -> NodeKind | None:
    """What a word for a kind of node says; ``None`` where it is not known.

    >>> node_kind("Arbeitskreis"), node_kind("Akteur"), node_kind("rot")
    (<NodeKind.BODY: 'body'>, <NodeKind.ORGANIZATION: 'organization'>, None)
    """
    words = folded(word[:200])
    return next((kind for kind, pattern in _NODES if pattern.search(words)), None)


@lru_cache(maxsize=4096)
def edge_kind(word: str) -> EdgeKind | None:
    """What a word for a kind of edge says; a role in a body is a membership.

    >>> edge_kind("member_of"), edge_kind("berichtet an"), edge_kind("Vorsitz"), edge_kind("rot")
    (<EdgeKind.MEMBERSHIP: 'membership'>, <EdgeKind.REPORTING_LINE: 'reporting_line'>,
     <EdgeKind.MEMBERSHIP: 'membership'>, None)
    """
    words = folded(word[:200])
    found = next((kind for kind, pattern in _EDGES if pattern.search(words)), None)
    if found is None and words and role(word) is not Role.OTHER:
        return EdgeKind.MEMBERSHIP
    return found


def runs_backwards(word: str) -> bool:
    """Whether a word for a kind of edge names the target first: "hat Mitglied", "umfasst".

    >>> runs_backwards("has member"), runs_backwards("member of")
    (True, False)
    """
    return _REVERSED.search(folded(word[:200])) is not None


def is_title_of_nodes(title: str) -> bool:
    """Whether a title of a column says no more than what kind of node stands in it."""
    return folded(title) in _TITLES


def is_generic(word: str) -> bool:
    """Whether a type says no more than the kind: "Organisation", not "Jugendamt"."""
    return folded(word) in _GENERIC

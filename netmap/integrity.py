"""Damages: what an examination of a store may find, with its place and what helps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from netmap.language import Text


class DamageKind(StrEnum):
    """What is wrong; stable codes for programs."""

    STORE_UNREADABLE = "store.unreadable"
    FILE_DAMAGED = "file.damaged"
    FILE_REFERENCE = "file.reference"
    FILE_ID = "file.id"
    GRAPH_TOTALS = "graph.totals"
    GRAPH_BODY = "graph.body"
    GRAPH_ENDS = "graph.ends"
    GRAPH_LINK = "graph.link"
    GRAPH_ORPHAN = "graph.orphan"
    LOG_CONTRADICTION = "log.contradiction"
    LOG_GAP = "log.gap"
    LOG_TIMES = "log.times"
    LOG_UNREADABLE = "log.unreadable"
    LOG_VERSION = "log.version"
    RECORD_DANGLING = "record.dangling"
    RECORD_DIFFERS = "record.differs"
    RECORD_MISSING = "record.missing"
    RECORD_UNLOGGED = "record.unlogged"
    RECORD_UNREADABLE = "record.unreadable"
    RECORD_VERSION = "record.version"
    SNAPSHOT_AHEAD = "snapshot.ahead"
    SNAPSHOT_DIFFERS = "snapshot.differs"
    SNAPSHOT_UNREADABLE = "snapshot.unreadable"


@dataclass(frozen=True, slots=True)
class Damage:
    """Something that is not as a store leaves it.

    Attributes:
        network_id: The network concerned; ``None`` where it is the store as a whole.
        place: Where: a record, a revision, a snapshot, a table.
        problem: What is wrong there.
        remedy: What helps.
    """

    kind: DamageKind
    network_id: str | None
    place: Text
    problem: Text
    remedy: Text

    @classmethod
    def of(cls, kind: DamageKind, place: Text, network_id: str | None, **fields: object) -> Damage:
        """A damage of a kind; ``fields`` fill the words for it."""
        problem, remedy = _WORDS[kind]
        return cls(kind, network_id, place, problem.format(**fields), remedy)

    def to_dict(self) -> dict[str, object]:
        """The damage as JSON results show it, in both languages."""
        return {
            "kind": self.kind.value,
            "network_id": self.network_id,
            **{name: getattr(self, name).to_dict() for name in ("place", "problem", "remedy")},
        }


def record_place(record_id: str) -> Text:
    """A record as a place."""
    return Text(de=f"Eintrag „{record_id}“", en=f'record "{record_id}"')


def revision_place(revision: int) -> Text:
    """An entry of the change log as a place."""
    return Text(
        de=f"Änderungsprotokoll, Revision {revision}", en=f"change log, revision {revision}"
    )


def snapshot_place(label: str) -> Text:
    """A snapshot as a place."""
    return Text(de=f"Stand „{label}“", en=f'snapshot "{label}"')


_RESTORE = Text(
    de="Mit „netmap restore“ den letzten heilen Stand zurückholen.",
    en='Bring back the last state that is whole with "netmap restore".',
)
_PAST_NETMAP = Text(
    de="Vermutlich wurde an netmap vorbei geändert: den Eintrag in netmap prüfen und neu "
    "speichern, oder mit „netmap restore“ den letzten heilen Stand zurückholen.",
    en="Somebody probably changed it past netmap: check the record in netmap and save it anew, "
    'or bring back the last state that is whole with "netmap restore".',
)
_SAVE_AGAIN = Text(
    de="Den Eintrag in netmap öffnen, ändern und speichern: Dann zeichnet netmap neu, was aus "
    "seinen Feldern folgt.",
    en="Open the record in netmap, change and save it: netmap then draws anew what follows from "
    "its fields.",
)

_WORDS: dict[DamageKind, tuple[Text, Text]] = {
    DamageKind.STORE_UNREADABLE: (
        Text(de="Nicht lesbar: {problem}", en="It cannot be read: {problem}"),
        _RESTORE,
    ),
    DamageKind.FILE_DAMAGED: (
        Text(de="SQLite meldet: {problem}", en="SQLite says: {problem}"),
        _RESTORE,
    ),
    DamageKind.FILE_REFERENCE: (
        Text(
            de="{count} Zeilen verweisen auf fehlende Zeilen der Tabelle {parent}.",
            en="{count} rows refer to rows that table {parent} lacks.",
        ),
        _RESTORE,
    ),
    DamageKind.FILE_ID: (
        Text(
            de="Die Kennung steht nicht zugleich im Verzeichnis der Kennungen und in der Tabelle "
            "{table}.",
            en="The id does not stand both in the list of ids and in table {table}.",
        ),
        _RESTORE,
    ),
    DamageKind.GRAPH_TOTALS: (
        Text(
            de="Am Netzwerk stehen {records} Einträge mit der Versionssumme {versions}, vorhanden "
            "sind {found_records} mit {found_versions}.",
            en="The network node says {records} records with versions that add up to {versions}; "
            "there are {found_records} with {found_versions}.",
        ),
        Text(
            de="Vermutlich wurde an netmap vorbei geändert. Die Summen berichtigt netmap beim "
            "nächsten Lesen; die weiteren Meldungen zeigen, welche Einträge es betrifft.",
            en="Somebody probably changed it past netmap. It corrects the totals when it next "
            "reads; the other messages show which records are concerned.",
        ),
    ),
    DamageKind.GRAPH_BODY: (
        Text(
            de="Das Kennzeichen :Body fehlt oder steht zu Unrecht.",
            en="The label :Body is missing, or should not be there.",
        ),
        _SAVE_AGAIN,
    ),
    DamageKind.GRAPH_ENDS: (
        Text(
            de="Die Beziehung {type} verbindet etwas, das nicht zu diesem Netzwerk gehört.",
            en="The relationship {type} links something that is not of this network.",
        ),
        _PAST_NETMAP,
    ),
    DamageKind.GRAPH_LINK: (
        Text(
            de="Die Beziehung {type} und das Feld {field} sagen Verschiedenes.",
            en="The relationship {type} and the field {field} do not say the same.",
        ),
        _SAVE_AGAIN,
    ),
    DamageKind.GRAPH_ORPHAN: (
        Text(
            de="{count} Knoten gehören zu keinem Netzwerk.",
            en="{count} nodes belong to no network.",
        ),
        Text(
            de="netmap liest sie nicht. Was davon nicht von anderen Programmen stammt, lässt sich "
            "in Neo4j löschen.",
            en="netmap does not read them. Those that no other program made may be deleted in "
            "Neo4j.",
        ),
    ),
    DamageKind.LOG_CONTRADICTION: (
        Text(
            de="Was vor der Änderung stand, ist nicht, was die früheren Änderungen ergeben "
            "(Eintrag „{record_id}“).",
            en="What stood before the change is not what the earlier ones add up to "
            '(record "{record_id}").',
        ),
        _RESTORE,
    ),
    DamageKind.LOG_GAP: (
        Text(de="Die Änderung fehlt.", en="The change set is missing."),
        _RESTORE,
    ),
    DamageKind.LOG_TIMES: (
        Text(
            de="Beginn oder letzte Änderung des Netzwerks stimmen nicht mit dem Protokoll überein.",
            en="When the network was made or last changed is not what the log says.",
        ),
        _RESTORE,
    ),
    DamageKind.LOG_UNREADABLE: (
        Text(de="Nicht lesbar: {problem}", en="It cannot be read: {problem}"),
        _RESTORE,
    ),
    DamageKind.LOG_VERSION: (
        Text(
            de="Der Eintrag „{record_id}“ bekam hier die Version {version}.",
            en='The record "{record_id}" got the version {version} here.',
        ),
        _RESTORE,
    ),
    DamageKind.RECORD_DANGLING: (
        Text(
            de="Das Feld {field} verweist auf „{target_id}“, das es so nicht gibt.",
            en='The field {field} refers to "{target_id}", which is not there as such.',
        ),
        _PAST_NETMAP,
    ),
    DamageKind.RECORD_DIFFERS: (
        Text(
            de="Der Eintrag ist nicht, was das Änderungsprotokoll ergibt.",
            en="The record is not what the change log adds up to.",
        ),
        _PAST_NETMAP,
    ),
    DamageKind.RECORD_MISSING: (
        Text(
            de="Nach dem Änderungsprotokoll müsste es den Eintrag geben.",
            en="By the change log the record should be there.",
        ),
        _RESTORE,
    ),
    DamageKind.RECORD_UNLOGGED: (
        Text(
            de="Von dem Eintrag weiß das Änderungsprotokoll nichts.",
            en="The change log knows nothing of the record.",
        ),
        _PAST_NETMAP,
    ),
    DamageKind.RECORD_UNREADABLE: (
        Text(de="Nicht lesbar: {problem}", en="It cannot be read: {problem}"),
        _RESTORE,
    ),
    DamageKind.RECORD_VERSION: (
        Text(
            de="Der Eintrag hat die Version {version}, das Netzwerk erst die Revision {revision}.",
            en="The record has version {version}, the network only revision {revision}.",
        ),
        _PAST_NETMAP,
    ),
    DamageKind.SNAPSHOT_AHEAD: (
        Text(
            de="Er hält die Revision {frozen} fest, das Netzwerk hat erst {revision}.",
            en="It froze revision {frozen}, and the network only has {revision}.",
        ),
        _RESTORE,
    ),
    DamageKind.SNAPSHOT_DIFFERS: (
        Text(
            de="{count} Einträge sind nicht, was das Änderungsprotokoll für die Revision {frozen} "
            "ergibt, z. B. „{record_id}“.",
            en="{count} records are not what the change log adds up to at revision {frozen}, "
            'e.g. "{record_id}".',
        ),
        _RESTORE,
    ),
    DamageKind.SNAPSHOT_UNREADABLE: (
        Text(de="Nicht lesbar: {problem}", en="It cannot be read: {problem}"),
        _RESTORE,
    ),
}

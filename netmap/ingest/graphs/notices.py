"""What is said about graph files: what does not fit, and what was taken for what."""

from __future__ import annotations

from netmap.ingest.notices import Notice
from netmap.ingest.problems import Severity
from netmap.language import Text

_NOTHING_TO_DO = Text(de="Es ist nichts zu tun.", en="There is nothing to do.")
_BY_MAPPING = Text(
    de="Ist etwas anderes gemeint, mit „netmap mapping“ eine Zuordnung schreiben, ändern und mit "
    "--mapping angeben.",
    en='If something else is meant, write a mapping with "netmap mapping", change it and name it '
    "with --mapping.",
)

EDGE_LEADS_NOWHERE = Notice(
    code="ingest.edge_leads_nowhere",
    severity=Severity.ERROR,
    cause=Text(
        de="Die Kante führt zu „{id}“; einen solchen Knoten enthält die Datei nicht.",
        en='The edge leads to "{id}"; the file holds no such node.',
    ),
    remedy=Text(
        de="Den Knoten ergänzen oder die Kante berichtigen oder löschen.",
        en="Add the node, or correct or delete the edge.",
    ),
)
PARENT_NOWHERE = Notice(
    code="ingest.group_unknown",
    severity=Severity.ERROR,
    cause=Text(
        de="Der Knoten liegt in der Gruppe „{id}“; einen solchen Knoten enthält die Datei nicht.",
        en='The node lies in the group "{id}"; the file holds no such node.',
    ),
    remedy=Text(
        de="Die Gruppe ergänzen oder den Verweis auf sie entfernen.",
        en="Add the group, or remove the reference to it.",
    ),
)
ID_TWICE = Notice(
    code="ingest.id_twice",
    severity=Severity.ERROR,
    cause=Text(
        de="Die Kennung „{id}“ ist schon vergeben ({first}).",
        en='The id "{id}" is given already ({first}).',
    ),
    remedy=Text(
        de="Jedem Knoten eine eigene Kennung geben; ist dasselbe gemeint, einen der beiden "
        "löschen.",
        en="Give every node an id of its own; if the same is meant, delete one of the two.",
    ),
)
EDGE_IDS_REPEATED = Notice(
    code="ingest.edge_ids_repeated",
    severity=Severity.NOTE,
    cause=Text(
        de="Kanten, die ihre Kennung mit anderen teilen: {count}; alle wurden gelesen.",
        en="Edges that share their id with others: {count}; all were read.",
    ),
    remedy=_NOTHING_TO_DO,
)
VALUE_OF_OTHER_TYPE = Notice(
    code="ingest.value_of_other_type",
    severity=Severity.WARNING,
    cause=Text(
        de="„{value}“ ist nicht vom angegebenen Typ {type}; es wurde als Text übernommen.",
        en='"{value}" is not of the declared type {type}; it was taken over as text.',
    ),
    remedy=Text(
        de="Den Wert oder den Typ des Attributs berichtigen.",
        en="Correct the value or the type of the attribute.",
    ),
)
ATTRIBUTE_NOT_DECLARED = Notice(
    code="ingest.attribute_not_declared",
    severity=Severity.WARNING,
    cause=Text(
        de="Das Attribut „{id}“ ist in der Datei nicht erklärt; sein Wert wurde unter diesem Namen "
        "übernommen.",
        en='The file does not declare the attribute "{id}"; its value was taken over under this '
        "name.",
    ),
    remedy=Text(
        de="Das Attribut im Kopf der Datei erklären oder den Verweis berichtigen.",
        en="Declare the attribute at the head of the file, or correct the reference.",
    ),
)
DRAWING_LEFT = Notice(
    code="ingest.drawing_left",
    severity=Severity.NOTE,
    cause=Text(
        de="Angaben zur Zeichnung (Lage, Farben, Formen), die nicht übernommen wurden: {count}.",
        en="Data on the drawing (places, colours, shapes) that were not taken over: {count}.",
    ),
    remedy=_NOTHING_TO_DO,
)
PARTS_LEFT = Notice(
    code="ingest.parts_left",
    severity=Severity.NOTE,
    cause=Text(de="Nicht übernommen wurden: {titles}.", en="These were not taken over: {titles}."),
    remedy=Text(
        de="Gehören sie zum Netzwerk, sie als Attribute von Knoten oder Kanten angeben.",
        en="If they belong to the network, give them as attributes of nodes or edges.",
    ),
)
SEVERAL_SPELLS = Notice(
    code="ingest.several_spells",
    severity=Severity.WARNING,
    cause=Text(
        de="Hier stehen mehrere Zeiträume ({count}); es gilt der ganze Bereich, die einzelnen "
        "stehen in den weiteren Angaben.",
        en="There are several spells here ({count}); the whole range counts, the single ones stand "
        "among the open attributes.",
    ),
    remedy=Text(
        de="Zählen die Lücken, für jeden Zeitraum eine eigene Kante anlegen.",
        en="If the gaps matter, make an edge for every spell.",
    ),
)
NODES_TAKEN = Notice(
    code="ingest.nodes_taken",
    severity=Severity.NOTE,
    cause=Text(de="Knoten: {found}.", en="Nodes: {found}."),
    remedy=_BY_MAPPING,
)
EDGES_TAKEN = Notice(
    code="ingest.edges_taken",
    severity=Severity.NOTE,
    cause=Text(de="Kanten: {found}.", en="Edges: {found}."),
    remedy=_BY_MAPPING,
)
ATTRIBUTES_TAKEN = Notice(
    code="ingest.attributes_taken",
    severity=Severity.NOTE,
    cause=Text(
        de="Attribute mit bekannter Bedeutung: {titles}; alle anderen stehen in den weiteren "
        "Angaben.",
        en="Attributes with a known meaning: {titles}; all others stand among the open attributes.",
    ),
    remedy=_BY_MAPPING,
)
UNNAMED_NODES = Notice(
    code="ingest.unnamed_nodes",
    severity=Severity.WARNING,
    cause=Text(
        de="Knoten ohne Beschriftung, die nach ihrer Kennung heißen: {count}.",
        en="Nodes without a label that are called by their id: {count}.",
    ),
    remedy=Text(
        de="Die Beschriftung ergänzen oder in der Zuordnung unter name das Attribut mit dem Namen "
        "nennen.",
        en="Add the labels, or name the attribute that holds them under name in the mapping.",
    ),
)
SELF_LOOP = Notice(
    code="ingest.self_loop",
    severity=Severity.WARNING,
    cause=Text(
        de="Die Kante führt von „{name}“ zu sich selbst; sie wurde nicht übernommen.",
        en='The edge leads from "{name}" to itself; it was not taken over.',
    ),
    remedy=Text(
        de="Ist jemand anderes gemeint, das Ende der Kante berichtigen.",
        en="If somebody else is meant, correct the end of the edge.",
    ),
)
SAME_EDGES = Notice(
    code="ingest.same_edges",
    severity=Severity.NOTE,
    cause=Text(
        de="Kanten, die andere mit denselben Angaben wiederholen und nicht noch einmal zählen: "
        "{count}.",
        en="Edges that repeat others with the same data and do not count again: {count}.",
    ),
    remedy=_NOTHING_TO_DO,
)
PARALLEL_EDGES = Notice(
    code="ingest.parallel_edges",
    severity=Severity.NOTE,
    cause=Text(
        de="Kanten neben anderen gleicher Art zwischen denselben Enden, als eigene Einträge "
        "übernommen: {count}.",
        en="Edges beside others of the same kind between the same ends, taken over as records of "
        "their own: {count}.",
    ),
    remedy=Text(
        de="Ist dasselbe gemeint, die Kanten zusammenlegen.",
        en="If the same is meant, merge the edges.",
    ),
)
EDGE_UNFIT = Notice(
    code="ingest.edge_unfit",
    severity=Severity.ERROR,
    cause=Text(
        de="Als {kind} taugt keine Kante zwischen {source} und {target}.",
        en="An edge between {source} and {target} cannot be {kind}.",
    ),
    remedy=Text(
        de="Die Enden berichtigen oder in der Zuordnung eine andere Art (oder ignore) angeben.",
        en="Correct the ends, or name another kind (or ignore) in the mapping.",
    ),
)
HOUSE_TWICE = Notice(
    code="ingest.house_twice",
    severity=Severity.WARNING,
    cause=Text(
        de="„{name}“ gehört schon zu einer anderen Organisation; „{other}“ steht in den weiteren "
        "Angaben.",
        en='"{name}" belongs to another organisation already; "{other}" stands among the open '
        "attributes.",
    ),
    remedy=Text(
        de="Ist ein Sitz gemeint, die Kante in der Zuordnung membership nennen.",
        en="If a seat is meant, call the edge membership in the mapping.",
    ),
)
KIND_TWICE = Notice(
    code="ingest.kind_twice",
    severity=Severity.WARNING,
    cause=Text(
        de="Für „{name}“ steht hier „{value}“, weiter oben „{first}“; es gilt die erste Angabe.",
        en='For "{name}" this says "{value}", further up stands "{first}"; the first one counts.',
    ),
    remedy=Text(
        de="Die Angaben angleichen oder zwei Namen unterscheiden.",
        en="Make them agree, or tell the two names apart.",
    ),
)
DIRECTION_LEFT = Notice(
    code="ingest.direction_left",
    severity=Severity.NOTE,
    cause=Text(
        de="Gerichtete Kanten, die als Austausch übernommen wurden: {count}; Austausch hat keine "
        "Richtung.",
        en="Directed edges that were taken as exchange: {count}; exchange has no direction.",
    ),
    remedy=Text(
        de="Hat jeweils die Quelle die Verbindung genannt, in der Zuordnung "
        "reported_by_source = true setzen.",
        en="If it was the source that named the tie, set reported_by_source = true in the mapping.",
    ),
)
DIRECTION_TAKEN = Notice(
    code="ingest.direction_taken",
    severity=Severity.WARNING,
    cause=Text(
        de="Ungerichtete Kanten, die als {kind} übernommen wurden, von der Quelle zum Ziel: "
        "{count}.",
        en="Undirected edges that were taken as {kind}, from source to target: {count}.",
    ),
    remedy=Text(
        de="Prüfen, ob die Richtung stimmt; unter reversed nennt die Zuordnung Arten, die "
        "umgekehrt gelten.",
        en="Check the direction; under reversed the mapping names types that run the other way.",
    ),
)
KIND_UNKNOWN = Notice(
    code="ingest.kind_unknown",
    severity=Severity.ERROR,
    cause=Text(
        de="„{kind}“ ist keine Art von Eintrag, die netmap kennt.",
        en='"{kind}" is no kind of record that netmap knows.',
    ),
    remedy=Text(
        de="netmap_kind berichtigen; „field“ nennt Kanten, die nur eine Angabe wiederholen.",
        en='Correct netmap_kind; "field" names edges that only repeat a field.',
    ),
)
FIELD_BROKEN = Notice(
    code="ingest.field_broken",
    severity=Severity.ERROR,
    cause=Text(
        de="Die Angabe {field} hält mehrere Werte und ist kein gültiges JSON.",
        en="The field {field} holds several values and is no valid JSON.",
    ),
    remedy=Text(
        de='Die Angabe als JSON schreiben, etwa ["a", "b"].',
        en='Write it as JSON: ["a", "b"].',
    ),
)

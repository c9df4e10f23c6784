"""What the Popolo reader says about a document."""

from __future__ import annotations

from netmap.ingest.notices import Notice
from netmap.ingest.problems import Severity
from netmap.language import Text

LEADS_NOWHERE = Notice(
    code="ingest.dangling_reference",
    severity=Severity.WARNING,
    cause=Text(
        de="„{id}“ ist in der Datei nicht beschrieben.",
        en='"{id}" is not described in the file.',
    ),
    remedy=Text(
        de="Den Eintrag ergänzen; bis dahin steht ein Platzhalter oder die Kennung selbst.",
        en="Add the record; until then a placeholder or the id itself stands for it.",
    ),
)
PERSON_PLACEHOLDERS = Notice(
    code="ingest.person_placeholders",
    severity=Severity.NOTE,
    cause=Text(
        de="Personen, die nur als Verweis vorkommen: {count}; für sie stehen Platzhalter mit der "
        "Kennung als Namen, wo das Netzwerk sie nicht schon kennt.",
        en="Persons that are only referred to: {count}; placeholders with the id for a name stand "
        "for those that the network does not know already.",
    ),
    remedy=Text(
        de="Wo Namen gebraucht werden und gespeichert werden dürfen, sie später ergänzen.",
        en="Add names later where they are needed and may be stored.",
    ),
)
NOT_TAKEN = Notice(
    code="ingest.not_taken",
    severity=Severity.NOTE,
    cause=Text(
        de="Nicht übernommen wurden: {titles}.", en="These parts were not taken over: {titles}."
    ),
    remedy=Text(
        de="netmap liest Personen, Organisationen, Posten, Gebiete und Mitgliedschaften.",
        en="netmap reads persons, organisations, posts, areas and memberships.",
    ),
)
SEAT_INCOMPLETE = Notice(
    code="ingest.seat_incomplete",
    severity=Severity.WARNING,
    cause=Text(
        de="Der Mitgliedschaft fehlt {missing}; sie wurde nicht übernommen.",
        en="The membership lacks {missing}; it was not taken over.",
    ),
    remedy=Text(de="Die fehlende Angabe ergänzen.", en="Add what is missing."),
)
SEAT_TWICE = Notice(
    code="ingest.seat_twice",
    severity=Severity.NOTE,
    cause=Text(
        de="Dieselbe Mitgliedschaft steht mehrmals in der Datei; sie zählt einmal.",
        en="The same membership stands in the file more than once; it counts once.",
    ),
    remedy=Text(de="Es ist nichts zu tun.", en="There is nothing to do."),
)
OWN_PARENT = Notice(
    code="ingest.own_parent",
    severity=Severity.WARNING,
    cause=Text(
        de="Die Organisation ist als Teil ihrer selbst angegeben.",
        en="The organisation is given as a part of itself.",
    ),
    remedy=Text(de="Den Verweis berichtigen.", en="Correct the reference."),
)
NO_IDENTITY = Notice(
    code="ingest.no_identity",
    severity=Severity.ERROR,
    cause=Text(
        de="Dieser Eintrag hat weder Kennung noch Namen.",
        en="This record has neither an id nor a name.",
    ),
    remedy=Text(de="„id“ oder „name“ ergänzen.", en='Add "id" or "name".'),
)
NOT_AN_OBJECT = Notice(
    code="ingest.not_an_object",
    severity=Severity.ERROR,
    cause=Text(
        de="Hier steht „{value}“ statt eines Eintrags.",
        en='Here stands "{value}" instead of a record.',
    ),
    remedy=Text(
        de="Ein JSON-Objekt in geschweiften Klammern angeben.",
        en="Give a JSON object in curly brackets.",
    ),
)
TOLD_TWICE = Notice(
    code="ingest.told_twice",
    severity=Severity.WARNING,
    cause=Text(
        de="„{id}“ ist mehrmals verschieden beschrieben ({fields}); es gilt die erste Angabe.",
        en='"{id}" is described more than once, and differently ({fields}); the first counts.',
    ),
    remedy=Text(
        de="Handelt es sich um Verschiedenes, verschiedene Kennungen vergeben.",
        en="Give different ids to different things.",
    ),
)

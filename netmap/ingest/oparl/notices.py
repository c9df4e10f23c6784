"""What the OParl reader says about its documents."""

from __future__ import annotations

from netmap.ingest.notices import Notice
from netmap.ingest.problems import Severity
from netmap.language import Text

_NOTHING = Text(de="Es ist nichts zu tun.", en="There is nothing to do.")

NO_IDENTITY = Notice(
    code="ingest.no_identity",
    severity=Severity.WARNING,
    cause=Text(
        de="Objekte ohne Kennung und Namen: {count}, zuerst dieses ({kind}); sie wurden "
        "übergangen.",
        en="Objects with neither an id nor a name: {count}, first this one ({kind}); they were "
        "passed over.",
    ),
    remedy=Text(
        de="Den Betreiber der Schnittstelle darauf hinweisen; in einer Datei „id“ ergänzen.",
        en='Tell whoever runs the interface; in a file, add "id".',
    ),
)
NOT_AN_OBJECT = Notice(
    code="ingest.not_an_object",
    severity=Severity.WARNING,
    cause=Text(
        de="Angaben, wo Objekte stehen sollten: {count}, zuerst „{value}“; sie wurden übergangen.",
        en='Values where objects should stand: {count}, first "{value}"; they were passed over.',
    ),
    remedy=Text(
        de="Sind es Adressen, die Objekte selbst abrufen und mit in den Ordner legen.",
        en="If they are addresses, fetch the objects themselves and put them into the folder.",
    ),
)
UNTYPED = Notice(
    code="ingest.untyped",
    severity=Severity.WARNING,
    cause=Text(
        de="Objekte, die nicht sagen, was sie sind („type“): {count}; sie wurden übergangen.",
        en='Objects that do not say what they are ("type"): {count}; they were passed over.',
    ),
    remedy=Text(
        de="„type“ ergänzen, zum Beispiel https://schema.oparl.org/1.1/Person.",
        en='Add "type", for example https://schema.oparl.org/1.1/Person.',
    ),
)
RESPELLED = Notice(
    code="ingest.respelled",
    severity=Severity.NOTE,
    cause=Text(
        de="„{given}“ wurde bei {kind} als „{meant}“ gelesen (Stellen: {count}).",
        en='"{given}" was read as "{meant}" in {kind} (places: {count}).',
    ),
    remedy=Text(
        de="Ist etwas anderes gemeint, die Angabe umbenennen.",
        en="If something else is meant, rename it.",
    ),
)
PASSED_OVER = Notice(
    code="ingest.not_taken",
    severity=Severity.NOTE,
    cause=Text(
        de="Nicht übernommen wurden Objekte anderer Art: {counts}.",
        en="Objects of other kinds were not taken over: {counts}.",
    ),
    remedy=Text(
        de="netmap liest Körperschaften, Gruppierungen, Personen und Mitgliedschaften.",
        en="netmap reads bodies, organizations, persons and memberships.",
    ),
)
DELETED = Notice(
    code="ingest.deleted",
    severity=Severity.NOTE,
    cause=Text(
        de="Als gelöscht gekennzeichnet: {count}; sie und ihre Mitgliedschaften ({seats}) wurden "
        "nicht übernommen.",
        en="Marked as deleted: {count}; these and their memberships ({seats}) were not taken over.",
    ),
    remedy=Text(
        de="Was das Netzwerk davon schon kennt, bleibt; es bei Bedarf von Hand beenden.",
        en="What the network already holds of them stays; end it by hand if need be.",
    ),
)
SEATS_ONLY_NAMED = Notice(
    code="ingest.seats_only_named",
    severity=Severity.WARNING,
    cause=Text(
        de="Mitgliedschaften, von denen nur die Adresse dasteht: {count}, bei {holders} Personen "
        "oder Gruppierungen, zuerst {first}; wer dort sitzt, ist damit nicht bekannt.",
        en="Memberships of which only the address is there: {count}, with {holders} persons or "
        "organizations, first {first}; who sits there is not known from that.",
    ),
    remedy=Text(
        de="Auch die Personen oder Mitgliedschaften abrufen und mit in den Ordner legen.",
        en="Fetch the persons or memberships as well and put them into the folder.",
    ),
)
MUNICIPALITY = Notice(
    code="ingest.municipality",
    severity=Severity.NOTE,
    cause=Text(
        de="{name} ist die Körperschaft (Body), kein Eintrag; ihr Name steht als Gebiet bei ihren "
        "Gruppierungen. Lizenz der Daten: {licence}.",
        en="{name} is the municipality (Body), no record; its name stands as the territory of its "
        "organizations. Licence of the data: {licence}.",
    ),
    remedy=_NOTHING,
)
MUNICIPALITY_UNKNOWN = Notice(
    code="ingest.municipality_unknown",
    severity=Severity.NOTE,
    cause=Text(
        de="Die Körperschaft {id} ist nicht beschrieben; die Adresse steht in den weiteren Angaben "
        "(Verweise: {count}).",
        en="The municipality {id} is not described; its address stands among the open attributes "
        "(references: {count}).",
    ),
    remedy=Text(
        de="Das Objekt „Body“ mit in den Ordner legen, wenn das Gebiet gebraucht wird.",
        en='Put the object "Body" into the folder if the territory is needed.',
    ),
)
PRIVATE_LEFT = Notice(
    code="ingest.private_left_out",
    severity=Severity.NOTE,
    cause=Text(
        de="Private Angaben zu Personen wurden nicht übernommen (Personen: {count}): {titles}.",
        en="Private details of persons were not taken over (persons: {count}): {titles}.",
    ),
    remedy=Text(
        de="netmap braucht sie nicht; Namen, Funktionen und Sitze sind übernommen.",
        en="netmap does not need them; names, functions and seats are taken over.",
    ),
)
DIFFERS = Notice(
    code="ingest.sides_differ",
    severity=Severity.WARNING,
    cause=Text(
        de="„{id}“ ist mehrmals verschieden beschrieben ({fields}); es gilt {which}.",
        en='"{id}" is described more than once, and differently ({fields}); {which} counts.',
    ),
    remedy=Text(
        de="Den Betreiber der Schnittstelle darauf hinweisen und die Angabe prüfen.",
        en="Tell whoever runs the interface, and check what counts.",
    ),
)
MORE_DIFFER = Notice(
    code="ingest.sides_differ",
    severity=Severity.WARNING,
    cause=Text(
        de="Weitere mehrmals verschieden beschriebene Objekte: {count}; es gilt jeweils, was "
        "zuletzt geändert wurde, sonst die Angabe beim Objekt selbst, sonst die erste.",
        en="Further objects described more than once, and differently: {count}; what was modified "
        "last counts, else what the object itself says, else what stands first.",
    ),
    remedy=DIFFERS.remedy,
)
NEWEST = Text(de="die zuletzt geänderte Angabe", en="what was modified last")
OWN_LIST = Text(de="die Angabe beim Objekt selbst", en="what the object itself says")
FIRST = Text(de="die erste Angabe", en="what stands first")
NOT_ASKED_ELSEWHERE = Notice(
    code="ingest.not_asked_elsewhere",
    severity=Severity.WARNING,
    cause=Text(
        de="Verweise auf einen anderen Server oder Port ({host}): {count}; er wurde nicht gefragt.",
        en="Links to another server or port ({host}): {count}; it was not asked.",
    ),
    remedy=Text(
        de="Gehört er dazu, ihn mit seiner eigenen Adresse importieren.",
        en="If it belongs here, import it by its own address.",
    ),
)
LIST_LOOPS = Notice(
    code="ingest.list_loops",
    severity=Severity.WARNING,
    cause=Text(
        de="Die Liste läuft im Kreis: Als nächste Seite nennt sie {url}, was schon gelesen ist.",
        en="The list goes round in circles: the next page it names is {url}, which was read "
        "already.",
    ),
    remedy=Text(
        de="Prüfen, ob alle Einträge da sind, und den Betreiber darauf hinweisen.",
        en="Check whether all entries are there, and tell whoever runs the interface.",
    ),
)

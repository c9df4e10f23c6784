"""How each kind of finding about isolation is found, with its source."""

from __future__ import annotations

from netmap.findings.kinds import FindingKind
from netmap.language import Text

PARTNERS = Text(
    de="Für eine Organisation zählt auch, was ihre Teile und die Personen tun, die für sie "
    "arbeiten.",
    en="What its parts do, and the persons who work for it, counts for an organisation.",
)
_ASKED = Text(
    de="Nicht erfasst heißt nicht, dass es sie nicht gibt: Stärke 1, wenn der Akteur gefragt "
    "wurde und geantwortet hat, 0,25, wenn er noch nicht gefragt wurde, sonst 0,5.",
    en="Not recorded does not mean that there is none: strength 1 where the actor was asked and "
    "answered, 0.25 where it was not asked yet, otherwise 0.5.",
)
_CONTACT = Text(
    de="Wer den Kontakt herstellen könnte: das Nächste, was verbunden ist und etwas gemeinsam hat, "
    "in dieser Reihenfolge: ein Gremium, eine frühere Verbindung, ein Thema, ein gemeinsames "
    "Ganzes, die Koordinierungsstelle, ein Gebiet, ein Bereich.",
    en="Who could make the contact: the nearest that is tied and shares something, in this order: "
    "a body, a former tie, a topic, a common whole, the coordinating office, a territory, a "
    "sector.",
)


def _with(text: Text, more: Text) -> Text:
    return Text(de=f"{text.de} {more.de}", en=f"{text.en} {more.en}")


ISOLATION_METHODS: dict[FindingKind, Text] = {
    FindingKind.NO_TIE: _with(
        Text(
            de="Partner ohne erfassten Sitz, Austausch, Berichtsweg und ohne Kooperation, im Sinn "
            "der Netzwerkanalyse isoliert (Wasserman und Faust 1994, "
            f"doi:10.1017/CBO9780511815478). {PARTNERS.de} {_CONTACT.de}",
            en="Partners without a recorded seat, exchange, reporting line or cooperation: "
            "isolates in network analysis (Wasserman and Faust 1994, "
            f"doi:10.1017/CBO9780511815478). {PARTNERS.en} {_CONTACT.en}",
        ),
        _ASKED,
    ),
    FindingKind.COMPONENT: _with(
        Text(
            de="Partner und Gremien, die untereinander, aber nicht mit dem größten Teil des "
            "Netzwerks verbunden sind: Komponenten (Wasserman und Faust 1994, "
            "doi:10.1017/CBO9780511815478) im Netz aus Sitzen, Austausch, Berichtswegen, "
            f"Kooperationen und Zugehörigkeit. {_CONTACT.de}",
            en="Partners and bodies that are tied among themselves but not to the largest part of "
            "the network: components (Wasserman and Faust 1994, doi:10.1017/CBO9780511815478) of "
            "the network of seats, exchange, reporting lines, cooperations and being part. "
            f"{_CONTACT.en}",
        ),
        _ASKED,
    ),
    FindingKind.HANGS_ON_PERSON: _with(
        Text(
            de="Partner, deren erfasste Verbindungen alle dieselbe Person trägt. Hält die "
            "Organisation einen Sitz selbst, hängt sie an keiner Person.",
            en="Partners whose recorded ties are all carried by the same person. Where the "
            "organisation holds a seat itself, it hangs on no person.",
        ),
        _ASKED,
    ),
    FindingKind.HANGS_ON_TIE: _with(
        Text(
            de="Partner, für die eine Verbindung zu genau einem anderen Partner oder Gremium "
            f"erfasst ist. {PARTNERS.de}",
            en="Partners of which a tie to exactly one other partner or body is recorded. "
            f"{PARTNERS.en}",
        ),
        _ASKED,
    ),
    FindingKind.OUTDATED: Text(
        de="Partner und Gremien, zu deren Verbindungen überall vermerkt ist, wann sie gemeldet "
        "oder übernommen wurden, zuletzt vor mehr als der genannten Zahl von Jahren.",
        en="Partners and bodies of whose ties all say when they were reported or taken over, "
        "the last one more than the given number of years ago.",
    ),
    FindingKind.SEAT_WITHOUT_EXCHANGE: _with(
        Text(
            de="Partner mit Sitz in einem Gremium, für die kein Austausch erfasst ist. "
            f"{PARTNERS.de}",
            en=f"Partners with a seat in a body for which no exchange is recorded. {PARTNERS.en}",
        ),
        _ASKED,
    ),
    FindingKind.EXCHANGE_WITHOUT_SEAT: _with(
        Text(
            de=f"Partner mit Austausch, für die kein Sitz in einem Gremium erfasst ist. "
            f"{PARTNERS.de}",
            en=f"Partners with exchange for which no seat in a body is recorded. {PARTNERS.en}",
        ),
        _ASKED,
    ),
    FindingKind.EXCHANGE_NOT_RECORDED: Text(
        de="Im ganzen Netzwerk ist kein Austausch erfasst. Deshalb wird nicht bei jedem Partner "
        "einzeln danach gefragt.",
        en="No exchange is recorded in the whole network. So the question is not asked for each "
        "partner by itself.",
    ),
    FindingKind.BODY_WITHOUT_MEMBERS: _with(
        Text(
            de="Gremien, in denen am Stichtag kein Sitz erfasst ist und die weder aufgelöst noch "
            "zusammengelegt sind.",
            en="Bodies in which no seat is recorded at the date, and that are neither dissolved "
            "nor merged.",
        ),
        _ASKED,
    ),
    FindingKind.NOT_ASKED: Text(
        de="Akteure, bei denen vermerkt ist, dass sie noch nicht gefragt wurden.",
        en="Actors that are recorded as not asked yet.",
    ),
    FindingKind.LEFT_OUT: Text(
        de="Akteure, bei denen vermerkt ist, dass sie bewusst außen vor bleiben. Dieser Hinweis "
        "ist nur für die Koordinierungsstelle bestimmt.",
        en="Actors that are recorded as staying outside on purpose. This finding is for the "
        "coordinating office alone.",
    ),
}
"""The method of each kind, with what its strength counts."""

"""What a web request can get wrong, and the HTTP status of every error."""

from __future__ import annotations

from http import HTTPStatus

from netmap.errors import NetmapError
from netmap.language import Text


class AddressNotFoundError(NetmapError):
    """Nothing lies at this address."""

    code = "request.no_such_address"
    cause = Text(
        de="Unter der Adresse {path} gibt es hier nichts.",
        en="There is nothing at the address {path}.",
    )
    remedy = Text(
        de="Die Adresse prüfen oder bei der Startseite / beginnen; /api/docs nennt die Adressen "
        "der Schnittstelle.",
        en="Check the address or begin at the start page /; /api/docs lists those of the API.",
    )


class MethodError(NetmapError):
    """The address is there, but not for this method."""

    code = "request.method"
    cause = Text(
        de="Die Adresse {path} lässt sich nicht mit {method} aufrufen.",
        en="The address {path} cannot be called with {method}.",
    )
    remedy = Text(
        de="Eine der Methoden verwenden, die der Antwortkopf Allow nennt.",
        en="Use one of the methods that the response header Allow names.",
    )


class RequestInvalidError(NetmapError):
    """Parameters of a request cannot be used; ``fields["errors"]`` tells which."""

    code = "request.invalid"
    cause = Text(
        de="Die Anfrage ist so nicht verwendbar: {problem}",
        en="The request cannot be used as it is: {problem}",
    )
    remedy = Text(
        de="Die genannte Angabe berichtigen; /api/docs beschreibt alle Angaben.",
        en="Correct what is named; /api/docs describes every parameter.",
    )


class CursorError(NetmapError):
    """A cursor is none of this list, or the list has changed since it was given."""

    code = "request.cursor"
    cause = Text(
        de="Der Zeiger (cursor) gehört nicht oder nicht mehr zu dieser Liste.",
        en="The cursor does not, or no longer, belong to this list.",
    )
    remedy = Text(
        de="Die Liste ohne cursor von vorn lesen.",
        en="Read the list from its beginning, without a cursor.",
    )


class HostError(NetmapError):
    """The request was sent to another name than one of this server's."""

    code = "request.host"
    cause = Text(
        de="Dieser Server antwortet nicht unter dem Namen „{host}“.",
        en='This server does not answer to the name "{host}".',
    )
    remedy = Text(
        de="Eine seiner Adressen verwenden oder den Namen in NETMAP_ALLOWED_HOSTS eintragen.",
        en="Use one of its addresses, or add the name to NETMAP_ALLOWED_HOSTS.",
    )


class TokenRequiredError(NetmapError):
    """The request carries no access token."""

    code = "access.token_required"
    cause = Text(
        de="Für diese Adresse ist das Zugangswort nötig.",
        en="This address needs the access token.",
    )
    remedy = Text(
        de="Im Browser anmelden; Programme senden „Authorization: Bearer …“.",
        en='Log in with the browser; programs send "Authorization: Bearer …".',
    )


class TokenWrongError(NetmapError):
    """The access token is another one."""

    code = "access.token_wrong"
    cause = Text(de="Das Zugangswort stimmt nicht.", en="The access token is wrong.")
    remedy = Text(
        de="Das Zugangswort bei der Person erfragen, die netmap hier betreibt.",
        en="Ask the person who runs netmap here for the token.",
    )


class FormExpiredError(NetmapError):
    """A form was not sent from the page it belongs to, or was open for too long."""

    code = "request.form_expired"
    cause = Text(
        de="Das Formular ist abgelaufen oder kam nicht von dieser Anwendung.",
        en="The form has expired or did not come from this application.",
    )
    remedy = Text(
        de="Die Seite neu laden und das Formular noch einmal absenden.",
        en="Load the page again and send the form once more.",
    )


class InternalError(NetmapError):
    """A fault in netmap itself; its log tells more."""

    code = "internal"
    cause = Text(
        de="In netmap ist ein Fehler aufgetreten; die Anfrage wurde nicht ausgeführt.",
        en="Something went wrong inside netmap; the request was not carried out.",
    )
    remedy = Text(
        de="Später noch einmal versuchen. Bleibt es dabei, hilft die Ausgabe des Servers der "
        "Person, die netmap betreibt.",
        en="Try again later. If it stays, the server's output helps the person who runs netmap.",
    )


STATUS: dict[str, HTTPStatus] = {
    "access.denied": HTTPStatus.FORBIDDEN,
    "access.token_required": HTTPStatus.UNAUTHORIZED,
    "access.token_wrong": HTTPStatus.UNAUTHORIZED,
    "analysis.threshold": HTTPStatus.UNPROCESSABLE_ENTITY,
    "change_set.conflict": HTTPStatus.CONFLICT,
    "change_set.not_found": HTTPStatus.NOT_FOUND,
    "date.invalid": HTTPStatus.UNPROCESSABLE_ENTITY,
    "edit.impossible": HTTPStatus.UNPROCESSABLE_ENTITY,
    "edit.outdated": HTTPStatus.CONFLICT,
    "export.format": HTTPStatus.UNPROCESSABLE_ENTITY,
    "finding.not_found": HTTPStatus.NOT_FOUND,
    "import.cancelled": HTTPStatus.CONFLICT,
    "import.folder": HTTPStatus.SERVICE_UNAVAILABLE,
    "import.not_waiting": HTTPStatus.NOT_FOUND,
    "import.refused": HTTPStatus.UNPROCESSABLE_ENTITY,
    "internal": HTTPStatus.INTERNAL_SERVER_ERROR,
    "map_view.invalid": HTTPStatus.UNPROCESSABLE_ENTITY,
    "map_view.name_taken": HTTPStatus.CONFLICT,
    "map_view.not_found": HTTPStatus.NOT_FOUND,
    "network.exists": HTTPStatus.CONFLICT,
    "network.id_invalid": HTTPStatus.UNPROCESSABLE_ENTITY,
    "network.not_found": HTTPStatus.NOT_FOUND,
    "query.invalid": HTTPStatus.UNPROCESSABLE_ENTITY,
    "record.conflict": HTTPStatus.CONFLICT,
    "record.dangling_reference": HTTPStatus.CONFLICT,
    "record.invalid": HTTPStatus.UNPROCESSABLE_ENTITY,
    "record.kind_mismatch": HTTPStatus.CONFLICT,
    "record.not_found": HTTPStatus.NOT_FOUND,
    "request.cursor": HTTPStatus.BAD_REQUEST,
    "request.form_expired": HTTPStatus.FORBIDDEN,
    "request.host": HTTPStatus.MISDIRECTED_REQUEST,
    "request.invalid": HTTPStatus.UNPROCESSABLE_ENTITY,
    "request.json": HTTPStatus.BAD_REQUEST,
    "request.nothing_uploaded": HTTPStatus.UNPROCESSABLE_ENTITY,
    "request.media_type": HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    "request.method": HTTPStatus.METHOD_NOT_ALLOWED,
    "request.no_such_address": HTTPStatus.NOT_FOUND,
    "request.origin": HTTPStatus.FORBIDDEN,
    "request.other_id": HTTPStatus.CONFLICT,
    "request.precondition": HTTPStatus.PRECONDITION_REQUIRED,
    "request.timeout": HTTPStatus.REQUEST_TIMEOUT,
    "request.too_large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "request.too_many": HTTPStatus.TOO_MANY_REQUESTS,
    "request.upload": HTTPStatus.BAD_REQUEST,
    "server.not_ready": HTTPStatus.SERVICE_UNAVAILABLE,
    "snapshot.not_found": HTTPStatus.NOT_FOUND,
    "store.busy": HTTPStatus.SERVICE_UNAVAILABLE,
    "store.damaged": HTTPStatus.INTERNAL_SERVER_ERROR,
    "store.format": HTTPStatus.INTERNAL_SERVER_ERROR,
    "store.full": HTTPStatus.INSUFFICIENT_STORAGE,
    "store.memory": HTTPStatus.INSUFFICIENT_STORAGE,
    "store.id_taken": HTTPStatus.CONFLICT,
    "store.newer": HTTPStatus.INTERNAL_SERVER_ERROR,
    "store.no_queries": HTTPStatus.NOT_IMPLEMENTED,
    "store.replay": HTTPStatus.INTERNAL_SERVER_ERROR,
    "store.snapshot_ahead": HTTPStatus.INTERNAL_SERVER_ERROR,
    "store.unavailable": HTTPStatus.SERVICE_UNAVAILABLE,
}
"""HTTP status by error code."""

FAMILIES = {
    # What is wrong with a file that somebody imports is never a fault of the server.
    "ingest.": HTTPStatus.UNPROCESSABLE_ENTITY,
    # Another server, which an import asked, did not do its part.
    "endpoint.": HTTPStatus.BAD_GATEWAY,
    # What only the person who runs netmap can meet, on the command line.
    "backup.": HTTPStatus.INTERNAL_SERVER_ERROR,
    "copy.": HTTPStatus.INTERNAL_SERVER_ERROR,
    "file.": HTTPStatus.INTERNAL_SERVER_ERROR,
    "log.": HTTPStatus.INTERNAL_SERVER_ERROR,
    "restore.": HTTPStatus.INTERNAL_SERVER_ERROR,
    "server.": HTTPStatus.INTERNAL_SERVER_ERROR,
    "settings.": HTTPStatus.INTERNAL_SERVER_ERROR,
}
"""HTTP status by the beginning of an error code."""

TITLES: dict[HTTPStatus, Text] = {
    HTTPStatus.BAD_REQUEST: Text(de="Anfrage nicht verwendbar", en="Request not usable"),
    HTTPStatus.UNAUTHORIZED: Text(de="Anmeldung nötig", en="Login needed"),
    HTTPStatus.FORBIDDEN: Text(de="Nicht erlaubt", en="Not allowed"),
    HTTPStatus.NOT_FOUND: Text(de="Nicht gefunden", en="Not found"),
    HTTPStatus.METHOD_NOT_ALLOWED: Text(de="Methode nicht möglich", en="Method not possible"),
    HTTPStatus.REQUEST_TIMEOUT: Text(de="Zu langsam", en="Too slow"),
    HTTPStatus.CONFLICT: Text(de="Konflikt", en="Conflict"),
    HTTPStatus.PRECONDITION_FAILED: Text(de="Inzwischen geändert", en="Changed in the meantime"),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: Text(de="Zu groß", en="Too large"),
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: Text(de="Art des Inhalts", en="Kind of content"),
    HTTPStatus.PRECONDITION_REQUIRED: Text(de="Fassung nötig", en="Version needed"),
    HTTPStatus.TOO_MANY_REQUESTS: Text(de="Zu viele Anfragen", en="Too many requests"),
    HTTPStatus.MISDIRECTED_REQUEST: Text(de="Falscher Servername", en="Wrong server name"),
    HTTPStatus.UNPROCESSABLE_ENTITY: Text(de="Angabe nicht verwendbar", en="Value not usable"),
    HTTPStatus.INTERNAL_SERVER_ERROR: Text(de="Fehler in netmap", en="Error in netmap"),
    HTTPStatus.NOT_IMPLEMENTED: Text(de="Hier nicht möglich", en="Not possible here"),
    HTTPStatus.BAD_GATEWAY: Text(de="Anderer Server", en="Another server"),
    HTTPStatus.SERVICE_UNAVAILABLE: Text(de="Zurzeit nicht verfügbar", en="Not available now"),
    HTTPStatus.INSUFFICIENT_STORAGE: Text(de="Kein Speicherplatz", en="No space left"),
}
"""What each status is called."""


def chosen_status(code: str) -> HTTPStatus | None:
    """The status of an error code; ``None`` where nobody has chosen one."""
    family = (status for start, status in FAMILIES.items() if code.startswith(start))
    return STATUS.get(code) or next(family, None)


def status_of(error: NetmapError) -> HTTPStatus:
    """The HTTP status that answers an error; without one it is a fault of the server."""
    return chosen_status(error.code) or HTTPStatus.INTERNAL_SERVER_ERROR

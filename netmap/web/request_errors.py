"""What a request that writes can get wrong: its body, its conditions, where it comes from."""

from __future__ import annotations

from netmap.errors import NetmapError
from netmap.language import Text


class JsonError(NetmapError):
    """The body of a request is no JSON; ``line`` and ``column`` say where it ends to be."""

    code = "request.json"
    cause = Text(
        de="Der Inhalt ist kein JSON (Zeile {line}, Spalte {column}): {problem}.",
        en="The body is no JSON (line {line}, column {column}): {problem}.",
    )
    remedy = Text(
        de="Den Inhalt als JSON in UTF-8 senden.", en="Send the body as JSON, encoded as UTF-8."
    )


class MediaTypeError(NetmapError):
    """The body of a request is said to be something that is not read here."""

    code = "request.media_type"
    cause = Text(
        de="Der Content-Type „{given}“ wird hier nicht gelesen.",
        en='The Content-Type "{given}" is not read here.',
    )
    remedy = Text(
        de="Den Inhalt als {expected} senden und so benennen.",
        en="Send the body as {expected}, and say so.",
    )


class PreconditionRequiredError(NetmapError):
    """A change does not say which version it replaces."""

    code = "request.precondition"
    cause = Text(
        de="Die Anfrage sagt nicht, welche Fassung sie ersetzt.",
        en="The request does not say which version it replaces.",
    )
    remedy = Text(
        de="Den Eintrag lesen und sein ETag als If-Match senden; ein neuer Eintrag wird mit "
        "„If-None-Match: *“ angelegt.",
        en="Read the record and send its ETag as If-Match; a new record is created with "
        '"If-None-Match: *".',
    )


class OriginError(NetmapError):
    """A page of another origin wants to change something with the rights of this browser."""

    code = "request.origin"
    cause = Text(
        de="Die Anfrage kommt von einer fremden Seite und darf hier nichts ändern.",
        en="The request comes from a foreign page and must not change anything here.",
    )
    remedy = Text(
        de="Programme senden das Zugangswort als „Authorization: Bearer …“; Seiten dieser "
        "Anwendung gelangen über ihre eigene Adresse hierher.",
        en='Programs send the access token as "Authorization: Bearer …"; pages of this '
        "application come here by its own address.",
    )


class NothingUploadedError(NetmapError):
    """A form of a page was sent without a file and without a pasted list."""

    code = "request.nothing_uploaded"
    cause = Text(
        de="Es wurde keine Datei gewählt und nichts eingefügt.",
        en="No file was chosen, and nothing was pasted.",
    )
    remedy = Text(
        de="Eine Datei wählen oder eine Liste einfügen.", en="Choose a file, or paste a list."
    )


class UploadError(NetmapError):
    """A form does not hold the one file that is expected."""

    code = "request.upload"
    cause = Text(
        de="Die Datei fehlt im Formular, oder es ist so nicht lesbar ({problem}).",
        en="The form holds no file, or cannot be read as it is ({problem}).",
    )
    remedy = Text(
        de="Genau eine Datei im Feld „file“ als multipart/form-data senden.",
        en='Send exactly one file in the field "file" as multipart/form-data.',
    )


class ImportRefusedError(NetmapError):
    """Errors in a file kept it from being imported; ``fields["report"]`` tells where."""

    code = "import.refused"
    cause = Text(
        de="{source} wurde nicht importiert: Die Datei enthält Fehler.",
        en="{source} was not imported: there are errors in the file.",
    )
    remedy = Text(
        de="Die unter report.problems genannten Stellen berichtigen und neu importieren.",
        en="Correct the places that report.problems names, and import again.",
    )


class OtherIdError(NetmapError):
    """A record is sent to the address of another one."""

    code = "request.other_id"
    cause = Text(
        de="Der Inhalt nennt die Kennung „{body}“, die Adresse „{address}“.",
        en='The body names the id "{body}", the address "{address}".',
    )
    remedy = Text(
        de="An die Adresse des Eintrags senden, oder die Kennung im Inhalt weglassen.",
        en="Send it to the address of the record, or leave the id out of the body.",
    )


class TooLargeError(NetmapError):
    """The body of a request is larger than the settings allow; nothing was written."""

    code = "request.too_large"
    cause = Text(
        de="Der Inhalt der Anfrage ist größer als {limit} MB.",
        en="The body of the request is larger than {limit} MB.",
    )
    remedy = Text(
        de="In mehreren Teilen senden; oder wer netmap betreibt, erhöht {setting}.",
        en="Send it in several parts; or whoever runs netmap raises {setting}.",
    )


class TooManyError(NetmapError):
    """Too many requests came from one address."""

    code = "request.too_many"
    cause = Text(
        de="Von dieser Adresse kamen zu viele Anfragen.",
        en="Too many requests came from this address.",
    )
    remedy = Text(
        de="In {seconds} Sekunden noch einmal versuchen; die Kopfzeile Retry-After nennt sie auch.",
        en="Try again in {seconds} seconds, as the header Retry-After says.",
    )


class TooSlowError(NetmapError):
    """The body of a request stopped coming; nothing was written."""

    code = "request.timeout"
    cause = Text(
        de="Der Inhalt der Anfrage kam nicht vollständig an.",
        en="The body of the request did not arrive in full.",
    )
    remedy = Text(de="Die Anfrage wiederholen.", en="Send the request again.")


class NotReadyError(NetmapError):
    """The application runs, and its store does not answer."""

    code = "server.not_ready"
    cause = Text(de="Der Speicher antwortet nicht.", en="The store does not answer.")
    remedy = Text(
        de="Das Protokoll des Servers nennt den Grund.", en="The log of the server says why."
    )

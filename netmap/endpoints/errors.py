"""Errors of asking an OParl endpoint: which address, what went wrong, and what to do."""

from __future__ import annotations

from netmap.errors import NetmapError
from netmap.language import Text


class EndpointError(NetmapError):
    """An endpoint was not read to its end; nothing of it was imported."""

    code = "endpoint.error"


class EndpointAddressError(EndpointError):
    """An address that cannot be asked."""

    code = "endpoint.address"
    cause = Text(
        de="Die Adresse „{url}“ ist nicht verwendbar: {problem}",
        en='The address "{url}" cannot be used: {problem}',
    )
    remedy = Text(
        de="Die Adresse des OParl-Systems angeben, wie sie der Betreiber nennt, zum Beispiel "
        "https://ris.stadt.example/oparl/system.",
        en="Give the address of the OParl system as its operator names it, for example "
        "https://ris.stadt.example/oparl/system.",
    )


class HostUnknownError(EndpointError):
    """The name of the host has no address."""

    code = "endpoint.host_unknown"
    cause = Text(
        de="Der Rechner „{host}“ ist nicht bekannt: {problem}",
        en='The host "{host}" is not known: {problem}',
    )
    remedy = Text(
        de="Schreibweise und Netzverbindung prüfen.",
        en="Check how it is written, and the connection to the network.",
    )


class PrivateHostError(EndpointError):
    """The host lies in the own network, or is this machine, and that was not allowed."""

    code = "endpoint.private_host"
    cause = Text(
        de="„{host}“ führt zu {address}, einer Adresse, die nicht öffentlich ist.",
        en='"{host}" leads to {address}, an address that is not public.',
    )
    remedy = Text(
        de="Steht das Ratsinformationssystem wirklich im eigenen Netz, --allow-private angeben "
        "oder NETMAP_OPARL_PRIVATE_HOSTS=true setzen.",
        en="If the council information system does lie in your own network, give --allow-private "
        "or set NETMAP_OPARL_PRIVATE_HOSTS=true.",
    )


class OtherHostError(EndpointError):
    """The endpoint sends to another server than the one that was given."""

    code = "endpoint.other_host"
    cause = Text(
        de="{url} leitet auf {target} weiter, einen anderen Server oder Port.",
        en="{url} redirects to {target}, another server or port.",
    )
    remedy = Text(
        de="netmap fragt nur den angegebenen Server. Gehört das Ziel dem Betreiber, dessen Adresse "
        "angeben.",
        en="netmap asks only the server that was given. If the target belongs to the operator, "
        "give its address.",
    )


class UnreachableError(EndpointError):
    """The server does not answer, or breaks off, however often it is asked."""

    code = "endpoint.unreachable"
    cause = Text(
        de="{url} antwortet nicht (Versuche: {tries}): {problem}",
        en="{url} does not answer (tries: {tries}): {problem}",
    )
    remedy = Text(
        de="Später noch einmal importieren: netmap macht innerhalb eines Tages dort weiter, wo es "
        "aufgehört hat.",
        en="Import again later: within a day netmap goes on where it stopped.",
    )


class CertificateError(EndpointError):
    """The certificate of the server does not hold, so that somebody else might be answering."""

    code = "endpoint.certificate"
    cause = Text(
        de="Das Zertifikat von {url} ist nicht vertrauenswürdig: {problem}",
        en="The certificate of {url} cannot be trusted: {problem}",
    )
    remedy = Text(
        de="Den Betreiber um ein gültiges Zertifikat bitten. Stellt die eigene Verwaltung es aus, "
        "deren Stammzertifikat mit der Umgebungsvariablen SSL_CERT_FILE angeben.",
        en="Ask the operator for a valid certificate. If your own administration issues it, name "
        "its root certificate with the environment variable SSL_CERT_FILE.",
    )


class AnswerError(EndpointError):
    """The server answers, but not with what was asked for."""

    code = "endpoint.answer"
    cause = Text(de="{url} antwortet mit {problem}.", en="{url} answers with {problem}.")
    remedy = Text(
        de="Die Adresse im Browser prüfen oder den Betreiber fragen; mit --fresh beginnt netmap "
        "von vorn.",
        en="Check the address in a browser, or ask the operator; --fresh begins anew.",
    )


class TooMuchError(EndpointError):
    """The endpoint gives more than the limits allow."""

    code = "endpoint.too_much"
    cause = Text(
        de="{url}: {what} überschreitet die Grenze von {limit}.",
        en="{url}: {what} is beyond the limit of {limit}.",
    )
    remedy = Text(
        de="Statt des ganzen Systems eine Körperschaft oder Liste angeben oder die Grenze "
        "{setting} anheben.",
        en="Give a body or list instead of the whole system, or raise the limit {setting}.",
    )

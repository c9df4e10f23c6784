"""XML of graph files as elements with their lines, without document types and within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

import defusedxml.sax
from defusedxml.common import DefusedXmlException

from netmap.errors import Place
from netmap.ingest.graphs.errors import BrokenGraphError, DocumentTypeError
from netmap.language import Text

MAX_DEPTH = 120
"""Levels of nesting; groups within groups and their drawings have under forty."""

_BEGINS = re.compile(rb"\s*<")
_SEARCHED = 100_000
_ROOTS = re.compile(rb"<(?:\w+:)?(graphml|gexf)[\s>]")

SAVE_AGAIN = Text(
    de="Die Datei im Ursprungsprogramm noch einmal exportieren.",
    en="Export the file again from the program that made it.",
)


@dataclass(slots=True)
class Element:
    """One element; ``tag`` is its name without prefix, ``text`` what stands directly in it."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def named(self, *tags: str) -> Iterator[Element]:
        """Its children of these names."""
        return (child for child in self.children if child.tag in tags)

    def below(self, tag: str) -> Iterator[Element]:
        """All elements of one name below it, in their order."""
        for child in self.children:
            if child.tag == tag:
                yield child
            yield from child.below(tag)


class _RootReachedError(SAXException):
    """The root stands here: all that was asked for."""


class _Root(ContentHandler):
    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: ARG002, N802 - set by SAX
        raise _RootReachedError(name.rpartition(":")[2])


class _TooDeepError(SAXException):
    """More levels than any graph needs."""


class _Tree(ContentHandler):
    """Builds elements; what stands in them is joined once, when they close."""

    def __init__(self) -> None:
        super().__init__()
        self.root: Element | None = None
        self.where: Locator | None = None
        self._open: list[tuple[Element, list[str]]] = []

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - set by SAX
        line = self.where.getLineNumber() if self.where else None
        element = Element(name.rpartition(":")[2], dict(attrs.items()), line or 0)
        if self._open:
            self._open[-1][0].children.append(element)
        else:
            self.root = element
        if len(self._open) >= MAX_DEPTH:
            raise _TooDeepError(str(element.line))
        self._open.append((element, []))

    def characters(self, content: str) -> None:
        self._open[-1][1].append(content)

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802 - set by SAX
        element, pieces = self._open.pop()
        element.text = "".join(pieces).strip()


def looks_like_xml(data: bytes) -> bool:
    """Whether a file begins as XML does, in an encoding that XML may have."""
    start = data[:200].lstrip(b"\xef\xbb\xbf\xff\xfe\x00")
    return _BEGINS.match(start.replace(b"\x00", b"")) is not None


def root_name(data: bytes) -> str | None:
    """Name of the root element; ``None`` where there is none.

    In damaged XML, or with a document type before the root, the first tag of a known graph format
    counts: `read_elements` then says what is wrong.
    """
    try:
        _parse(data, _Root(), forbid_dtd=True)
    except _RootReachedError as found:
        return found.getMessage()
    except (SAXException, DefusedXmlException, ValueError, LookupError):
        found_tag = _ROOTS.search(data[:_SEARCHED])
        return found_tag[1].decode() if found_tag else None
    return None


def read_elements(data: bytes, *, file: str, format_name: str) -> Element:
    """The root element of an XML file with all below it.

    Raises:
        DocumentTypeError: It declares a document type or entities.
        BrokenGraphError: It is no well-formed XML, or nested deeper than `MAX_DEPTH`.
    """
    tree = _Tree()
    try:
        _parse(data, tree, forbid_dtd=True)
    except DefusedXmlException as error:
        raise DocumentTypeError(place=Place(file=file)) from error
    except _TooDeepError as error:
        raise BrokenGraphError(
            place=Place(file=file, line=int(error.getMessage())),
            format=format_name,
            problem=Text(
                de=f"Mehr als {MAX_DEPTH} Ebenen sind ineinander geschachtelt.",
                en=f"more than {MAX_DEPTH} levels are nested in each other.",
            ),
            remedy=SAVE_AGAIN,
        ) from None
    except SAXParseException as error:
        message = error.getMessage()
        raise _not_xml(file, format_name, message, error.getLineNumber()) from error
    except (ValueError, LookupError) as error:
        # What Python's decoders say of an encoding that expat handed to them.
        raise _not_xml(file, format_name, str(error), None) from error
    if tree.root is None:
        raise _not_xml(file, format_name, "no element found", None)
    return tree.root


_GERMAN = {
    "duplicate attribute": "ein Attribut steht zweimal da",
    "junk after document element": "hinter dem Ende steht noch etwas",
    "mismatched tag": "Anfang und Ende eines Elements passen nicht zusammen",
    "no element found": "sie ist leer oder hört mittendrin auf",
    "not well-formed (invalid token)": "hier steht ein Zeichen, das nicht hierher gehört",
    "unbound prefix": "ein Namensraum ist nicht erklärt",
    "unclosed token": "sie hört mittendrin auf",
    "undefined entity": "eine Entität ist nicht erklärt",
}
"""What expat says most often of files that are cut off or were edited by hand."""


def _not_xml(file: str, format_name: str, message: str, line: int | None) -> BrokenGraphError:
    return BrokenGraphError(
        place=Place(file=file, line=line),
        format=format_name,
        problem=Text(
            de=f"Sie ist kein wohlgeformtes XML ({_GERMAN.get(message, message)}).",
            en=f"it is no well-formed XML ({message}).",
        ),
        remedy=SAVE_AGAIN,
    )


def _parse(data: bytes, handler: ContentHandler, *, forbid_dtd: bool) -> None:
    parser = defusedxml.sax.make_parser()
    parser.forbid_dtd = forbid_dtd
    parser.setContentHandler(handler)
    if isinstance(handler, _Tree):
        # The parser tells its place to handlers only where it reads the file itself, in pieces.
        handler.where = parser
    # At once: in pieces, some versions of expat read a long text anew with each.
    parser.feed(data)
    parser.close()

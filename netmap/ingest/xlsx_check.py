"""The check that a workbook passes before it is read: packing, sizes, document types."""

from __future__ import annotations

import io
import struct
import zipfile
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml.common import DefusedXmlException

from netmap.errors import Place
from netmap.ingest.errors import (
    BrokenArchiveError,
    BrokenWorkbookError,
    ProtectedWorkbookError,
    SourceTooLargeError,
    XmlEntitiesError,
)
from netmap.ingest.sizes import megabytes
from netmap.ingest.xlsx_scan import parse_xml
from netmap.ingest.xlsx_size import refuse_long_tag, refuse_many_parts, refuse_odd_packing
from netmap.language import Text

_READ = (".xml", ".rels")


def checked_parts(data: bytes, *, file: str, limit_bytes: int) -> dict[str, bytes]:
    """The XML parts of a workbook, unpacked within the limit and free of document types.

    Raises:
        BrokenArchiveError: The archive is damaged.
        ProtectedWorkbookError: Its parts are encrypted.
        SourceTooLargeError: It unpacks to more than ``limit_bytes``, or to very many parts.
        XmlEntitiesError: A part declares a document type or entities.
        BrokenWorkbookError: A part is no XML.
    """
    parts = unpacked(data, wanted=_READ, file=file, limit_bytes=limit_bytes)
    place = Place(file=file)
    for name, content in parts.items():
        refuse_long_tag(name, content, place)
        _refuse_document_type(name, content, place)
    return parts


def unpacked(
    data: bytes, *, wanted: tuple[str, ...], file: str, limit_bytes: int
) -> dict[str, bytes]:
    """The files of an archive whose names end as ``wanted``, unpacked within the limit.

    Raises:
        BrokenArchiveError: The archive is damaged.
        ProtectedWorkbookError: Its parts are encrypted.
        SourceTooLargeError: It unpacks to more than ``limit_bytes``.
    """
    place = Place(file=file)
    refuse_many_parts(data, place)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if any(info.flag_bits & 1 for info in infos):
                raise ProtectedWorkbookError(place=place)
            unpacked = sum(info.file_size for info in infos)
            if unpacked > limit_bytes:
                raise SourceTooLargeError(
                    place=place,
                    what=Text(de="Der entpackte Inhalt", en="The unpacked content"),
                    size=megabytes(unpacked),
                    limit=megabytes(limit_bytes),
                )
            refuse_odd_packing(infos, place)
            # Reading stops at the declared size and checks it, so that a false one is found.
            return {
                info.filename: archive.read(info)
                for info in infos
                if info.filename.lower().endswith(wanted)
            }
    # Offsets that lead out of the file are no error of zip to zipfile, but of value or structure.
    except (
        zipfile.BadZipFile,
        EOFError,
        NotImplementedError,
        OSError,
        OverflowError,
        ValueError,
        struct.error,
    ) as error:
        raise BrokenArchiveError(place=place, problem=_packing(error)) from error
    except Exception as error:
        # Decompressors have error types of their own (zlib, lzma).
        if type(error).__module__ in {"zlib", "lzma", "_lzma"}:
            raise BrokenArchiveError(place=place, problem=_packing(error)) from error
        raise


def repacked(parts: dict[str, bytes]) -> io.BytesIO:
    """An archive of the checked parts alone: what is read is what was checked."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    target.seek(0)
    return target


class _RootReachedError(Exception):
    """A document type stands before the root: what follows cannot declare one."""


class _UntilRoot(ContentHandler):
    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: ARG002, N802 - set by SAX
        raise _RootReachedError


def _packing(error: Exception) -> Text:
    if str(error) == "File is not a zip file":
        return Text(
            de="Sie ist keine Arbeitsmappe (.xlsx) oder hört mittendrin auf.",
            en="it is no workbook (.xlsx), or is cut off.",
        )
    return Text(
        de=f"Das Archiv lässt sich nicht entpacken ({error}).",
        en=f"the archive cannot be unpacked ({error}).",
    )


def _refuse_document_type(part: str, content: bytes, place: Place) -> None:
    try:
        parse_xml(content, _UntilRoot())
    except _RootReachedError:
        return
    except DefusedXmlException as error:
        raise XmlEntitiesError(place=place, part=part) from error
    except SAXParseException as error:
        raise BrokenWorkbookError(place=place, problem=f"{part}: {error.getMessage()}") from error

"""A file that describes a body that does not exist yet, read for `netmap overlaps --candidate`."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from netmap.analyses.overlaps.candidate.model import Candidate
from netmap.errors import Place
from netmap.ingest.errors import BrokenJsonError, CandidateFileError
from netmap.ingest.json_source import read_json
from netmap.ingest.sheets import file_bytes
from netmap.refusals import what_is_wrong

_LARGEST_BYTES = 4_000_000


def read_candidate(path: Path) -> Candidate:
    """The body that a JSON file describes.

    Raises:
        SourceNotFoundError: There is no such file.
        SourceUnreadableError: The operating system refuses it.
        SpecialFileError: It is no regular file.
        SourceTooLargeError: It is larger than four megabytes.
        SourceEmptyError: It holds nothing.
        CandidateFileError: It is no JSON, and the place says line and column; or it says something
            that no candidate says, or nothing at all, and the place names the field.
    """
    data = file_bytes(path, limit_bytes=_LARGEST_BYTES)
    try:
        value = read_json(data, file=path.name)
    except BrokenJsonError as error:
        # Nothing was exported here: the file is written by hand.
        raise CandidateFileError(place=error.place, problem=error.fields["problem"]) from error
    try:
        return Candidate.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or None
        place = Place(file=path.name, field=field)
        raise CandidateFileError(place=place, problem=what_is_wrong(first)) from error

"""API routes of records as they are stored: read, created, changed and deleted one at a time."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import TypeAdapter, ValidationError

from netmap.changes import Delete, LogEntry, Put, new_id
from netmap.errors import RecordNotFoundError
from netmap.language import Text
from netmap.model import AnyRecord
from netmap.network import Network
from netmap.principal import Principal
from netmap.services.confidential import shown, shown_entry
from netmap.services.use_cases import UseCases
from netmap.values import Id, Record, ShortText
from netmap.vocabulary import Kind
from netmap.web.api.addresses import record_address
from netmap.web.api.bodies import JsonBody
from netmap.web.api.contents import RECORD_CONTENT, record_of
from netmap.web.api.paging import AskedPiece, Page, page_by_id
from netmap.web.api.reading import NetworkId, NotModifiedError, ReadStored
from netmap.web.api.versions import Expected, ExpectedThere, etag
from netmap.web.context import Acting, Confidential, InContext
from netmap.web.errors import RequestInvalidError
from netmap.web.request_errors import OtherIdError

router = APIRouter()

CONTENT = JsonBody(RECORD_CONTENT)

RecordId = Annotated[
    str,
    Path(
        description="Id of the record, up to 500 characters; may hold slashes.",
        examples=["jugendamt"],
    ),
]
Content = Annotated[Record, Depends(CONTENT)]
Note = Annotated[ShortText, Query(description="Why, in words; stands in the change log.")]


class RecordPage(Page[AnyRecord]):
    """A piece of the list of records."""


_ID: TypeAdapter[str] = TypeAdapter(Id)


@router.get(
    "/networks/{network_id}/records",
    tags=["editing"],
    operation_id="list_records",
    summary="Records as they are stored",
    response_model=RecordPage,
)
def records(
    reading: ReadStored,
    piece: AskedPiece,
    kind: Annotated[Kind | None, Query(description="Records of this kind only.")] = None,
    confidential: Confidential = False,
) -> Page[AnyRecord]:
    """All records, whatever dates they hold at, ascending by id."""
    network = reading.network
    ids, rows = network.once(_by_id, kind)

    def record_at(index: int) -> AnyRecord:
        table, row = rows[index]
        return cast(AnyRecord, shown(network.tables[table].record(row), confidential=confidential))

    return page_by_id(ids, record_at, piece)


def _by_id(network: Network, kind: Kind | None) -> tuple[list[str], list[tuple[Kind, int]]]:
    """Ids of stored records, ascending, and where each stands: no record is made for it."""
    places = sorted(
        (record_id, each, row)
        for each in (Kind if kind is None else (kind,))
        for row, record_id in enumerate(network.tables[each].columns["id"])
    )
    return [place[0] for place in places], [place[1:] for place in places]


@router.post(
    "/networks/{network_id}/records",
    tags=["editing"],
    operation_id="create_record",
    summary="Create a record",
    status_code=201,
)
def create_record(
    response: Response,
    context: InContext,
    principal: Acting,
    network_id: NetworkId,
    content: Content,
    note: Note = "",
    confidential: Confidential = False,
) -> AnyRecord:
    """Create a record; without an id the server makes one. `ETag` names its version.

    An id that is taken is a conflict, which shows what is stored under it.
    """
    record = record_of(content, record_id=content.id or new_id(), version=0)
    return _written(
        response, context.use_cases, principal, network_id, record, note, confidential=confidential
    )


@router.get(
    "/networks/{network_id}/records/{record_id:path}",
    tags=["editing"],
    operation_id="get_record",
    summary="One record as it is stored",
)
def record(
    request: Request,
    response: Response,
    context: InContext,
    principal: Acting,
    network_id: NetworkId,
    record_id: RecordId,
    confidential: Confidential = False,
) -> AnyRecord:
    """A record of any kind; its `ETag` is what a change or deletion sends as `If-Match`."""
    found = context.use_cases.records.record(principal, network_id, record_id)
    tag = etag(found.version)
    if tag in (each.strip() for each in request.headers.get("if-none-match", "").split(",")):
        raise NotModifiedError(tag)
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "private, no-cache"
    return cast(AnyRecord, shown(found, confidential=confidential))


@router.put(
    "/networks/{network_id}/records/{record_id:path}",
    tags=["editing"],
    operation_id="put_record",
    summary="Change a record, or create it under an id",
    responses={201: {"model": AnyRecord}},
)
def put_record(
    response: Response,
    context: InContext,
    principal: Acting,
    network_id: NetworkId,
    record_id: RecordId,
    content: Content,
    expected: Expected,
    note: Note = "",
    confidential: Confidential = False,
) -> AnyRecord:
    """Write the whole record: in place of the version that `If-Match` names, or as a new one.

    What the body leaves out becomes unknown. A value that is for the coordinating office alone
    stays as it is where the request does not say `confidential=true` and the body leaves it out.
    """
    _require_same_id(content, record_id)
    stored = _stored(context.use_cases, principal, network_id, record_id)
    mine = record_of(content, record_id=record_id, version=expected.named)
    version = expected.version(stored, yours=mine, record_id=record_id)
    if version == 0:
        response.status_code = 201
    return _written(
        response,
        context.use_cases,
        principal,
        network_id,
        mine.model_copy(update={"version": version}),
        note,
        confidential=confidential,
    )


@router.delete(
    "/networks/{network_id}/records/{record_id:path}",
    tags=["editing"],
    operation_id="delete_record",
    summary="Delete a record",
)
def delete_record(
    context: InContext,
    principal: Acting,
    network_id: NetworkId,
    record_id: RecordId,
    expected: ExpectedThere,
    note: Note = "",
    confidential: Confidential = False,
) -> LogEntry:
    """Delete the version that `If-Match` names; answers with the change set that did it.

    A record that others refer to is not deleted. Personal data stay in the change log until the
    person is erased.
    """
    stored = context.use_cases.records.record(principal, network_id, record_id)
    version = expected.version(stored, yours=None, record_id=record_id)
    entry = context.use_cases.records.apply(
        principal, network_id, [Delete(record_id=record_id, version=version)], note=note
    )
    return shown_entry(entry, confidential=confidential)


def _require_same_id(content: Record, record_id: str) -> None:
    """Refuse an id in the address that is none, or another one in the body.

    Raises:
        RequestInvalidError: The address holds no id.
        OtherIdError: The body holds another one.
    """
    try:
        usable = _ID.validate_python(record_id) == record_id
    except ValidationError:
        usable = False
    if not usable:
        problem = Text(
            de="Die Adresse enthält keine brauchbare Kennung.",
            en="The address holds no usable id.",
        )
        errors = [{"place": "path", "name": "record_id", "detail": problem}]
        raise RequestInvalidError(problem=problem, errors=errors)
    if content.id and content.id != record_id:
        raise OtherIdError(address=record_id, body=content.id)


def _stored(
    use_cases: UseCases, principal: Principal, network_id: str, record_id: str
) -> Record | None:
    try:
        return use_cases.records.record(principal, network_id, record_id)
    except RecordNotFoundError:
        return None


def _written(
    response: Response,
    use_cases: UseCases,
    principal: Principal,
    network_id: str,
    record: AnyRecord,
    note: str,
    *,
    confidential: bool,
) -> AnyRecord:
    """Store a record, and answer with it in its new version."""
    entry = use_cases.records.apply(
        principal, network_id, [Put(record=record)], note=note, confidential=confidential
    )
    # What is stored already as it was sent makes no change, and keeps its version.
    changed = entry.changes[0].after if entry.changes else None
    written = changed or cast(AnyRecord, use_cases.records.record(principal, network_id, record.id))
    response.headers["ETag"] = etag(written.version)
    if record.version == 0:
        response.headers["Location"] = record_address(network_id, record.id)
    return shown(written, confidential=confidential)

"""API routes of change sets: applied as a whole, looked up in the change log, taken back."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, cast

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import BaseModel, Field, TypeAdapter

from netmap.changes import Change, LogEntry, LoggedChange, Put
from netmap.principal import Principal
from netmap.services.confidential import shown_entry
from netmap.services.use_cases import UseCases
from netmap.store.errors import IdTakenError
from netmap.values import Id, LongText, Part
from netmap.web.api.addresses import change_set_address
from netmap.web.api.bodies import JsonBody
from netmap.web.api.paging import AskedPiece, Page, page_by_number
from netmap.web.api.reading import NetworkId, spare
from netmap.web.context import Acting, Confidential, InContext

router = APIRouter()

ChangeSetId = Annotated[
    str, Path(description="Id of the change set; may hold slashes.", examples=["4711-a"])
]


class NewChangeSet(Part):
    """Changes that belong together: applied whole, or not at all."""

    id: Id | None = Field(
        default=None,
        description="Id of your own. Sent again, it answers with what was done the first time; so "
        "a program that lost the answer can repeat its request.",
    )
    note: LongText = Field(default="", description="Why, in words.")
    changes: tuple[Change, ...] = Field(
        min_length=1,
        description="Each record at most once. A put carries the version it replaces, 0 for a new "
        "record; references may lead to records of the same change set.",
    )


NEW_CHANGE_SET = JsonBody(TypeAdapter(NewChangeSet))


class ChangeSetInfo(BaseModel):
    """A change set without the records that it changed."""

    id: str
    revision: int = Field(description="Revision of the network that it made.")
    author: str
    at: datetime
    note: str
    undoes: str | None = Field(description="The change set that it took back.")
    erasure: bool = Field(description="A person was erased here.")
    records: int = Field(description="How many records it changed; of one record asked for, 1.")
    change: LoggedChange | None = Field(
        description="What it did to the record that was asked for; null where none was."
    )


@router.get(
    "/networks/{network_id}/change-sets",
    tags=["changes"],
    operation_id="list_change_sets",
    summary="The change log",
)
def change_sets(
    request: Request,
    response: Response,
    context: InContext,
    principal: Acting,
    network_id: NetworkId,
    piece: AskedPiece,
    record_id: Annotated[
        str | None,
        Query(description="What happened to this record only.", max_length=500),
    ] = None,
    confidential: Confidential = False,
) -> Page[ChangeSetInfo]:
    """Who changed what and when, newest first."""
    info = context.use_cases.networks.info(principal, network_id)
    spare(request, response, info.revision)

    def older(before: int | None, most: int) -> list[LogEntry]:
        return context.use_cases.records.history(
            principal, network_id, record_id=record_id, before_revision=before, limit=most
        )

    def told(entry: LogEntry) -> ChangeSetInfo:
        with_record = record_id is not None and bool(entry.changes)
        return ChangeSetInfo(
            **entry.model_dump(
                include={"id", "revision", "author", "at", "note", "undoes", "erasure"}
            ),
            records=len(entry.changes),
            change=shown_entry(entry, confidential=confidential).changes[0]
            if with_record
            else None,
        )

    return page_by_number(older, lambda entry: entry.revision, told, piece)


@router.post(
    "/networks/{network_id}/change-sets",
    tags=["changes"],
    operation_id="apply_change_set",
    summary="Apply a change set",
    status_code=201,
    responses={200: {"model": LogEntry}},
)
def apply_change_set(
    response: Response,
    context: InContext,
    principal: Acting,
    network_id: NetworkId,
    wanted: Annotated[NewChangeSet, Depends(NEW_CHANGE_SET)],
    confidential: Confidential = False,
) -> LogEntry:
    """Apply changes to any number of records, whole or not at all.

    Answers 200 instead of 201 where nothing was written: the change set was applied before, or
    all of it is stored already.
    """
    entry, is_new = _applied(
        context.use_cases, principal, network_id, wanted, confidential=confidential
    )
    if is_new:
        response.headers["Location"] = change_set_address(network_id, entry.id)
    else:
        response.status_code = 200
    return shown_entry(entry, confidential=confidential)


@router.post(
    "/networks/{network_id}/change-sets/{change_set_id:path}/undo",
    tags=["changes"],
    operation_id="undo_change_set",
    summary="Take a change set back",
    status_code=201,
)
def undo(
    response: Response,
    context: InContext,
    principal: Acting,
    network_id: NetworkId,
    change_set_id: ChangeSetId,
    confidential: Confidential = False,
) -> LogEntry:
    """Take a change set back by a new one; a record that was changed since is a conflict."""
    entry = context.use_cases.records.undo(principal, network_id, change_set_id)
    response.headers["Location"] = change_set_address(network_id, entry.id)
    return shown_entry(entry, confidential=confidential)


@router.get(
    "/networks/{network_id}/change-sets/{change_set_id:path}",
    tags=["changes"],
    operation_id="get_change_set",
    summary="One change set",
)
def change_set(
    request: Request,
    response: Response,
    context: InContext,
    principal: Acting,
    network_id: NetworkId,
    change_set_id: ChangeSetId,
    confidential: Confidential = False,
) -> LogEntry:
    """A change set with every record before and after it."""
    info = context.use_cases.networks.info(principal, network_id)
    spare(request, response, info.revision)
    entry = context.use_cases.records.change_set(principal, network_id, change_set_id)
    return shown_entry(entry, confidential=confidential)


def _applied(
    use_cases: UseCases,
    principal: Principal,
    network_id: str,
    wanted: NewChangeSet,
    *,
    confidential: bool,
) -> tuple[LogEntry, bool]:
    """The entry of the log, and whether this request made it."""
    try:
        entry = use_cases.records.apply(
            principal,
            network_id,
            wanted.changes,
            note=wanted.note,
            change_set_id=wanted.id,
            confidential=confidential,
        )
    except IdTakenError:
        entry = use_cases.records.change_set(principal, network_id, cast(str, wanted.id))
        if not _did(entry, wanted):
            raise
        return entry, False
    return entry, bool(entry.changes)


def _did(entry: LogEntry, wanted: NewChangeSet) -> bool:
    """Whether an entry is what a change set asks for; a put that changed nothing left no trace.

    A value that the author could not see may stand in the log beside what was sent.
    """
    asked = {change.record_id: change for change in wanted.changes}
    if entry.erasure or entry.note != wanted.note:
        return False
    for done in entry.changes:
        change = asked.get(done.record_id)
        if change is None or isinstance(change, Put) != (done.after is not None):
            return False
        if isinstance(change, Put) and done.after is not None:
            after = done.after.model_copy(update={"version": change.version})
            if not _is_same(after, change):
                return False
    return True


def _is_same(after: object, change: Put) -> bool:
    hidden = {"asked": getattr(after, "asked", None)}
    same = change.record == after
    return same or (
        getattr(change.record, "asked", None) is None
        and "asked" in type(change.record).model_fields
        and change.record.model_copy(update=hidden) == after
    )

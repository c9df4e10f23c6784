"""API route of persons alone: erasing one, wherever its name is kept (GDPR art. 17)."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field

from netmap.changes import LogEntry
from netmap.web.api.reading import NetworkId
from netmap.web.context import Acting, InContext

router = APIRouter()


class ErasureReport(BaseModel):
    """What an erasure did."""

    entry: LogEntry = Field(description="The entry of the change log; it names no record.")
    new_id: str = Field(description="Id under which the function and its seats go on.")
    mentions: list[str] = Field(
        description="Ids of records whose texts still hold the name, for a person to read."
    )


@router.post(
    "/networks/{network_id}/persons/{person_id:path}/erasure",
    tags=["persons"],
    operation_id="erase_person",
    summary="Erase a person",
)
def erase_person(
    context: InContext,
    principal: Acting,
    network_id: NetworkId,
    person_id: Annotated[
        str, Path(description="Id of the person, present or deleted.", examples=["p-17"])
    ],
) -> ErasureReport:
    """Erase name and id from records, change log and snapshots; the function and its seats stay.

    Nobody can take this back.
    """
    done = context.use_cases.records.erase_person(principal, network_id, person_id)
    return ErasureReport(entry=done.entry, new_id=done.new_id, mentions=list(done.mentions))

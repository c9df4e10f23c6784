"""What every route can reach: the use cases, the settings and who acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Query, Request

from netmap.dates import DATE_PATTERN, Period, period
from netmap.principal import LOCAL_OWNER, Principal
from netmap.services.use_cases import UseCases
from netmap.settings import Settings
from netmap.web.limits import RateLimits
from netmap.web.metrics import Metrics
from netmap.web.sessions import Sessions


@dataclass(frozen=True, slots=True)
class Context:
    """What one application works with.

    Attributes:
        sessions: ``None`` when no access token is asked for.
    """

    use_cases: UseCases
    settings: Settings
    sessions: Sessions | None
    limits: RateLimits
    metrics: Metrics


def context_of(request: Request) -> Context:
    """The context of the application that serves a request."""
    return cast(Context, request.app.state.context)


def current_principal() -> Principal:
    """Who acts: in local mode whoever can reach the application owns its store."""
    return LOCAL_OWNER


def as_of_period(
    as_of: Annotated[
        str,
        Query(
            description="Date the network is seen at: a year, a month or a day (2024, 2024-05, "
            "2024-05-31). Validity in the real world; today when absent.",
            examples=["2024-05-31"],
            json_schema_extra={"pattern": f"^({DATE_PATTERN})?$"},
        ),
    ] = "",
) -> Period | None:
    """The date that a request asks for; ``None`` when it names none.

    Raises:
        DateError: The text is not a date.
    """
    return period(as_of.strip()) if as_of.strip() else None


InContext = Annotated[Context, Depends(context_of)]
Acting = Annotated[Principal, Depends(current_principal)]
AsOf = Annotated[Period | None, Depends(as_of_period)]
Confidential = Annotated[
    bool,
    Query(
        description="Show also what is for the coordinating office alone: that somebody stays "
        "outside on purpose.",
    ),
]
FunctionsOnly = Annotated[
    bool,
    Query(
        description="Call persons by their function alone; a name without a recorded function is "
        "left out. Ids stay.",
    ),
]

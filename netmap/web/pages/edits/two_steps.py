"""Forms in two steps: what was asked for is shown, and only what was shown is done."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Protocol, TypeVar

from starlette.datastructures import FormData
from starlette.responses import HTMLResponse, Response

from netmap.changes import LogEntry
from netmap.edits.edit import Edit, seen
from netmap.edits.errors import EditImpossibleError, EditOutdatedError
from netmap.errors import DateError, NetmapError
from netmap.language import Language
from netmap.network import Network
from netmap.principal import Principal
from netmap.web.context import Context
from netmap.web.errors import status_of
from netmap.web.pages.forms import go_to, text_of

_Edit = TypeVar("_Edit", bound=Edit)
_Shown_contra = TypeVar("_Shown_contra", bound=Edit, contravariant=True)
_OWN_FIELDS = frozenset({"form_token", "apply", "seen"})


class Show(Protocol[_Shown_contra]):
    """Makes the page of an edit: with its preview, or with what stands against it."""

    def __call__(
        self, *, made: _Shown_contra | None = None, error: NetmapError | None = None
    ) -> HTMLResponse:
        """The page."""
        ...


def confirmation(form: FormData, edit: Edit) -> list[tuple[str, str]]:
    """The hidden fields by which a second form asks for the very edit that is shown."""
    asked = [
        (name, value)
        for name, value in form.multi_items()
        if name not in _OWN_FIELDS and isinstance(value, str)
    ]
    return [*asked, ("seen", seen(edit.changes)), ("apply", "1")]


def answer(
    context: Context,
    principal: Principal,
    network_id: str,
    form: FormData,
    language: Language,
    *,
    edit: Callable[[Network], _Edit],
    show: Show[_Edit],
    done: Callable[[LogEntry], str],
    shown: Callable[[Network], Edit] | None = None,
) -> Response:
    """Show what an edit would do; do it where the form confirms what was shown.

    Args:
        context: The application.
        principal: Who asks.
        network_id: The network.
        form: What was sent.
        language: Of the note in the change log.
        edit: Works out the changes.
        show: Makes the page.
        done: The address to go on to.
        shown: Worked out what the preview stands on, where choices beside it count as well.
    """
    edits = context.use_cases.edits
    outdated: NetmapError | None = None
    try:
        if text_of(form, "apply"):
            try:
                entry = edits.apply(
                    principal,
                    network_id,
                    edit,
                    seen_before=text_of(form, "seen"),
                    language=language,
                    shown=shown,
                )
                return go_to(done(entry), saved=entry.id)
            except EditOutdatedError as error:
                outdated = error
        return show(made=edits.preview(principal, network_id, edit), error=outdated)
    except (EditImpossibleError, DateError) as error:
        return show(error=error)


def chosen(form: FormData, name: str, among: Collection[str]) -> tuple[str, ...]:
    """The values of a group of boxes that were ticked, in the order of the page."""
    return tuple(each for each in form.getlist(name) if isinstance(each, str) and each in among)


def status_after(error: NetmapError | None) -> int:
    """The status of a page that shows an edit, or what stands against it."""
    return status_of(error).value if error else 200

"""What can stand against an edit, with its cause and what helps."""

from __future__ import annotations

from netmap.errors import NetmapError
from netmap.language import Text


class EditImpossibleError(NetmapError):
    """What was asked for would leave the network in a state that makes no sense."""

    code = "edit.impossible"
    cause = Text(de="So geht es nicht: {problem}", en="This is not possible: {problem}")
    remedy = Text(de="{remedy}", en="{remedy}")

    def __init__(self, problem: Text, remedy: Text) -> None:
        """Say what stands against it and what helps."""
        super().__init__(problem=problem, remedy=remedy)


class EditOutdatedError(NetmapError):
    """What would be changed is not what the author saw; nothing was written."""

    code = "edit.outdated"
    cause = Text(
        de="Inzwischen wurde etwas geändert, das hierzu gehört; gespeichert wurde nichts.",
        en="Something that belongs to this has changed in the meantime; nothing was saved.",
    )
    remedy = Text(
        de="Bitte die Vorschau noch einmal ansehen und dann bestätigen.",
        en="Please look at the preview again, then confirm.",
    )

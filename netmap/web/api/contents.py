"""What a record says, as a program sends it: the models without the demand for an id."""

from __future__ import annotations

from typing import Annotated, Any, Union

from pydantic import Field, TypeAdapter, create_model

from netmap.model import MODELS, AnyRecord
from netmap.values import Id, Record, Version

_ID = Field(
    default=None,
    description="That of the address; where neither has one, the server makes it.",
)
_VERSION = Field(default=0, ge=0, description="Not read here: If-Match says what is replaced.")

_CONTENTS: tuple[Any, ...] = tuple(
    create_model(
        f"{model.__name__}Content", __base__=model, id=(Id | None, _ID), version=(Version, _VERSION)
    )
    for model in MODELS.values()
)

# A union of classes that are made at run time is none that a type checker could know.
_ANY_CONTENT: Any = Annotated[Union[_CONTENTS], Field(discriminator="kind")]  # noqa: UP007
RECORD_CONTENT: TypeAdapter[Record] = TypeAdapter(_ANY_CONTENT)
"""A record of any kind, whose id may be missing."""


def record_of(content: Record, *, record_id: str, version: int) -> AnyRecord:
    """The record that a content makes under an id, to replace ``version``."""
    fields = {name: getattr(content, name) for name in content.model_fields_set}
    return MODELS[content.kind].model_validate(  # type: ignore[return-value]  # one of these kinds
        {**fields, "kind": content.kind, "id": record_id, "version": version}
    )

"""A network as Popolo JSON, with what Popolo has no terms for under a key of netmap's own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from netmap.ingest.popolo.own import LISTS, MIRROR, OWN, TERMS, VERSION
from netmap.language import Language
from netmap.model import Membership, Organization, Person
from netmap.values import Record
from netmap.views.exports.contents import Contents, given_fields
from netmap.views.map_words import ROLES
from netmap.vocabulary import Kind, Role

_Entry = dict[str, Any]


def popolo(contents: Contents, language: Language) -> bytes:
    """One document with persons, organizations, posts, memberships and areas.

    Where somebody works, and as what, is a membership and a post in Popolo: they are written for
    other programs, marked, and no seats to an import. Exchange, reporting lines, cooperations,
    topics and work on them stand under "netmap", and so do fields without a term.
    """
    persons = {each.id for each in contents.of_kind(Kind.PERSON)}
    areas = _Areas()
    lists: dict[str, list[_Entry]] = {title: [] for title in LISTS.values()}
    others: dict[str, list[_Entry]] = {}
    posts: list[_Entry] = []
    for record in contents.records:
        match record:
            case Person():
                lists["persons"].append(_person(record))
                lists["memberships"].extend(_workplace(record, posts))
            case Organization():
                lists["organizations"].append(_organization(record, areas))
                posts.extend(_coordination_posts(record, len(posts)))
            case Membership():
                lists["memberships"].append(_membership(record, persons, language))
            case _:
                entry = {"id": record.id, **given_fields(record)}
                others.setdefault(record.kind.value, []).append(entry)
    document: _Entry = {
        OWN: {"format": VERSION, "network": contents.network_id, "name": contents.name, **others},
        **lists,
        "posts": posts,
        "areas": areas.entries,
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


class _Areas:
    """Territories as areas, each once."""

    def __init__(self) -> None:
        self.entries: list[_Entry] = []
        self._ids: dict[str, str] = {}

    def id_of(self, territory: str) -> str:
        if territory not in self._ids:
            self._ids[territory] = f"area-{len(self._ids) + 1}"
            self.entries.append({"id": self._ids[territory], "name": territory})
        return self._ids[territory]


def _entry(record: Record, **more: object) -> _Entry:
    """The record in Popolo's terms, the rest of its fields under netmap's key."""
    terms = TERMS[record.kind]
    fields = given_fields(record)
    entry: _Entry = {"id": record.id}
    entry |= {terms[field]: value for field, value in fields.items() if field in terms}
    entry |= {title: value for title, value in more.items() if value}
    rest = {field: value for field, value in fields.items() if field not in terms}
    return entry | ({OWN: rest} if rest else {})


def _person(person: Person) -> _Entry:
    entry = _entry(person)
    if not person.name:
        # Readers of Popolo show the name; who is not named is known by the function.
        entry["name"] = person.function
        entry[OWN]["name"] = ""
    return entry


def _organization(body: Organization, areas: _Areas) -> _Entry:
    return _entry(
        body,
        other_names=[{"name": body.short_name}] if body.short_name else None,
        area_id=areas.id_of(body.territory) if body.territory else None,
    )


def _membership(seat: Membership, persons: set[str], language: Language) -> _Entry:
    entry = _entry(seat, on_behalf_of_id=next(iter(seat.on_behalf_of_ids), None))
    word = ROLES[Role(seat.role)]
    own = {}
    if not seat.role_label and word is not None:
        entry["role"] = word.in_language(language)
        own["role_label"] = ""
    if seat.member_id not in persons:
        del entry["person_id"]
        entry["member"] = {"@type": "Organization", "id": seat.member_id}
        own["member_id"] = seat.member_id
    if own:
        entry[OWN] = {**entry.get(OWN, {}), **own}
    return entry


def _workplace(person: Person, posts: list[_Entry]) -> Iterator[_Entry]:
    if person.organization_id is None:
        return
    entry: _Entry = {"person_id": person.id, "organization_id": person.organization_id}
    if person.function:
        post = f"post-{len(posts) + 1}"
        posts.append(
            {"id": post, "label": person.function, "organization_id": person.organization_id}
        )
        entry |= {"role": person.function, "post_id": post}
    yield entry | {OWN: {"kind": MIRROR}}


def _coordination_posts(office: Organization, before: int) -> Iterator[_Entry]:
    posts = office.coordination.posts if office.coordination else ()
    for number, post in enumerate(posts, before + 1):
        yield {"id": f"post-{number}", "label": post.label, "organization_id": office.id}

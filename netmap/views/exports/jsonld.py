"""A network as JSON-LD in the terms of the W3C Organization Ontology, for linked data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from netmap.language import Language, Text
from netmap.model import (
    Cooperation,
    Membership,
    Organization,
    Person,
    ReportingLine,
    Topic,
)
from netmap.values import Dated, Record
from netmap.views.exports.contents import Contents, given_fields
from netmap.views.map_words import ROLES
from netmap.vocabulary import Kind, Role

VOCABULARY = "urn:netmap:vocabulary:"
"""Begins the terms for which neither ORG nor another vocabulary has a word."""

_ORG, _TIME, _SKOS = "org:", "time:", "skos:"
_REFERENCES = (
    "org:changedBy",
    "org:classification",
    "org:hasMember",
    "org:holds",
    "org:member",
    "org:memberOf",
    "org:organization",
    "org:postIn",
    "org:reportsTo",
    "org:resultingOrganization",
    "org:role",
    "org:subOrganizationOf",
    "skos:broader",
    "skos:inScheme",
)
_CONTEXT: dict[str, Any] = {
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "time": "http://www.w3.org/2006/time#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "netmap": VOCABULARY,
    **{term: {"@type": "@id"} for term in _REFERENCES},
    "time:inXSDDate": {"@type": "xsd:date"},
    "time:inXSDgYearMonth": {"@type": "xsd:gYearMonth"},
    "time:inXSDgYear": {"@type": "xsd:gYear"},
}
_INSTANTS = {4: "time:inXSDgYear", 7: "time:inXSDgYearMonth", 10: "time:inXSDDate"}
_OTHER_ROLES = {
    Role.MEMBER: Text(de="Mitglied", en="member"),
    Role.OTHER: Text(de="sonstige Rolle", en="other role"),
}

_Node = dict[str, Any]


def jsonld(contents: Contents, language: Language) -> bytes:  # noqa: ARG001 - labels stand in both languages
    """One document with its context inside, so that nobody has to fetch one.

    ORG, FOAF, SKOS and OWL-Time where they have a term; every other field stands under netmap's own
    vocabulary, called as in the model. Nothing is left out.
    """
    graph = list(_Writer(contents).nodes())
    lines = ",\n".join(json.dumps(node, ensure_ascii=False) for node in graph)
    context = json.dumps(_CONTEXT, indent=1)
    return f'{{"@context": {context},\n"@graph": [\n{lines}\n]}}\n'.encode()


class _Writer:
    """Makes nodes; addresses of records are URNs of their network."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._base = f"urn:netmap:network:{quote(contents.network_id, safe='')}"
        self._organizations = {each.id for each in contents.of_kind(Kind.ORGANIZATION)}
        self._roles: set[Role] = set()
        self._classes: dict[str, str] = {}

    def nodes(self) -> Iterator[_Node]:
        """The network itself, its records, then the concepts that they use."""
        yield {
            "@id": self._base,
            "@type": ["netmap:Network", "skos:ConceptScheme"],
            "dcterms:title": self._contents.name,
        }
        for record in self._contents.records:
            yield from self._record(record)
        for role in sorted(self._roles):
            words = ROLES[role] or _OTHER_ROLES[role]
            labels = [{"@value": text, "@language": tag} for tag, text in words.to_dict().items()]
            yield {"@id": _role(role), "@type": "org:Role", "skos:prefLabel": labels}
        for classification, address in self._classes.items():
            yield {
                "@id": address,
                "@type": "skos:Concept",
                "skos:prefLabel": classification,
                "skos:inScheme": self._base,
            }

    def _address(self, record_id: str) -> str:
        return f"{self._base}:record:{quote(record_id, safe='')}"

    def _record(self, record: Record) -> Iterator[_Node]:
        fields = given_fields(record)
        node: _Node = {"@id": self._address(record.id), "dcterms:identifier": record.id}
        match record:
            case Person():
                yield from self._person(record, node, fields)
            case Organization():
                yield from self._organization(record, node, fields)
            case Topic():
                _topic(node, fields, self._base)
            case Membership():
                self._membership(record, node, fields)
            case ReportingLine():
                node["@type"] = "netmap:ReportingLine"
                yield {
                    "@id": self._address(record.sender_id),
                    "org:reportsTo": [self._address(record.receiver_id)],
                }
            case Cooperation():
                self._cooperation(record, node, fields)
            case _:
                node["@type"] = f"netmap:{type(record).__name__}"
        if isinstance(record, Dated):
            _validity(record, node, fields)
        parent = fields.pop("parent_id", None)
        if parent is not None:
            broader = "skos:broader" if isinstance(record, Topic) else "org:subOrganizationOf"
            node[broader] = self._address(parent)
        yield node | self._rest(record, fields)

    def _rest(self, record: Record, fields: dict[str, Any]) -> _Node:
        """Fields without a term elsewhere, under netmap's own; references as addresses."""
        rest: _Node = {}
        for field, value in fields.items():
            term = f"netmap:{field}"
            if field in record.REFERENCES:
                ids = value if isinstance(value, list) else [value]
                rest[term] = [{"@id": self._address(each)} for each in ids]
            elif field == "attributes":
                rest[term] = [
                    {"netmap:title": title, "netmap:value": each} for title, each in value.items()
                ]
            else:
                rest[term] = _nested(value)
        return rest

    def _person(self, person: Person, node: _Node, fields: dict[str, Any]) -> Iterator[_Node]:
        node["@type"] = "foaf:Person"
        node["rdfs:label"] = person.label
        if fields.pop("name", None):
            node["foaf:name"] = person.name
        house = fields.pop("organization_id", None)
        if house is None:
            return
        node["org:memberOf"] = [self._address(house)]
        if fields.pop("function", None):
            post = f"{node['@id']}:post"
            node["org:holds"] = [post]
            yield {
                "@id": post,
                "@type": "org:Post",
                "rdfs:label": person.function,
                "org:postIn": [self._address(house)],
            }

    def _organization(
        self, body: Organization, node: _Node, fields: dict[str, Any]
    ) -> Iterator[_Node]:
        node["@type"] = "org:OrganizationalUnit" if body.parent_id else "org:Organization"
        node["skos:prefLabel"] = fields.pop("name")
        for field, term in (("short_name", "skos:altLabel"), ("purpose", "org:purpose")):
            if field in fields:
                node[term] = fields.pop(field)
        if fields.pop("classification", None):
            address = f"{self._base}:class:{quote(body.classification, safe='')}"
            self._classes[body.classification] = address
            node["org:classification"] = [address]
        if fields.pop("successor_id", None):
            event = f"{node['@id']}:change"
            node["org:changedBy"] = [event]
            yield {
                "@id": event,
                "@type": "org:ChangeEvent",
                "org:resultingOrganization": [self._address(str(body.successor_id))],
            }

    def _membership(self, seat: Membership, node: _Node, fields: dict[str, Any]) -> None:
        node["@type"] = "org:Membership"
        node["org:member"] = self._address(fields.pop("member_id"))
        node["org:organization"] = self._address(fields.pop("organization_id"))
        fields.pop("role", None)
        role = Role(seat.role)
        self._roles.add(role)
        node["org:role"] = [_role(role)]

    def _cooperation(self, agreed: Cooperation, node: _Node, fields: dict[str, Any]) -> None:
        node["@type"] = ["netmap:Cooperation"]
        node["skos:prefLabel"] = fields.pop("name")
        # ORG knows collaborations of organisations alone.
        if self._organizations.issuperset(agreed.party_ids):
            node["@type"].append("org:OrganizationalCollaboration")
            node["org:hasMember"] = [self._address(each) for each in fields.pop("party_ids")]


def _topic(node: _Node, fields: dict[str, Any], scheme: str) -> None:
    node["@type"] = "skos:Concept"
    node["skos:prefLabel"] = fields.pop("name")
    node["skos:inScheme"] = scheme
    if "description" in fields:
        node["skos:definition"] = fields.pop("description")


def _validity(record: Dated, node: _Node, fields: dict[str, Any]) -> None:
    interval: _Node = {"@id": f"{node['@id']}:validity", "@type": "time:Interval"}
    for field, term in (("start_date", "time:hasBeginning"), ("end_date", "time:hasEnd")):
        date = fields.pop(field, None)
        if date is not None:
            interval[term] = {"@type": "time:Instant", _INSTANTS[len(date)]: date}
    if len(interval) > 2:
        is_seat = isinstance(record, Membership)
        node["org:memberDuring" if is_seat else "netmap:validDuring"] = interval


def _role(role: Role) -> str:
    return f"{VOCABULARY}role:{role.value}"


def _nested(value: Any) -> Any:
    if isinstance(value, dict):
        return {f"netmap:{name}": _nested(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_nested(each) for each in value]
    return value

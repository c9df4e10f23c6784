"""A network in which every field that takes words holds words that try to run."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from netmap.model import (
    AnyRecord,
    Cooperation,
    Coordination,
    ExchangeTie,
    Membership,
    Organization,
    Person,
    Post,
    ReportingLine,
    Topic,
    WorksOn,
)
from netmap.values import Identifier, Part, Source
from netmap.vocabulary import Level

# Whatever runs raises this flag, opens a dialog or asks for an address.
FLAG = "netmapWasHere"
_RUN = f"window.{FLAG}=1"
HOSTILE = (
    f"</script><script>{_RUN};alert(1)</script>",
    f'<img src="https://evil.example/x" onerror="{_RUN};alert(2)">',
    f'"><svg/onload={_RUN};alert(3)>',
    f"javascript:{_RUN}",
    f"'-({_RUN})-'",
    f"`${{{_RUN}}}`",
    f"\u2028;{_RUN};\u2029//",
    "{{7*7}}{% for x in ().__class__.__base__.__subclasses__() %}{{x}}{% endfor %}",
    "${7*7} {name} {count} $& $1 %s %(x)s",
    "__proto__",
    "constructor",
    "\u202egnihtyna\u202c \u2066hidden\u2069",
    "<!--<script>",
    "]]></style><style>*{background:url(https://evil.example/y)}</style>",
    f'<a href="https://evil.example/z" onclick="{_RUN}">click</a><iframe srcdoc="<script>">',
    f'<math><mtext></form><form><mglyph><style></math><img src onerror="{_RUN}">',
    "\\u003cscript\\u003e \\\" \\' \\",
    "&lt;script&gt; &amp; &quot;",
    "= 1+1; @import url(https://evil.example/w)",
    "Ä" * 400,
)


class _Words:
    """The hostile texts in turn, so that each kind of field meets each of them."""

    def __init__(self, start: int) -> None:
        self._next = count(start)

    def __call__(self) -> str:
        return HOSTILE[next(self._next) % len(HOSTILE)]


def hostile_records() -> list[AnyRecord]:
    """Records of all kinds, linked with each other, with hostile words and ids everywhere."""
    return [record for start in range(len(HOSTILE)) for record in _round(start)]


def unused_fields() -> list[str]:
    """Fields of records that no hostile record sets: none, unless the model has grown."""
    used: set[str] = set()
    known: set[str] = set()

    def look(part: Part) -> None:
        for field in type(part).model_fields:
            known.add(f"{type(part).__name__}.{field}")
            value = getattr(part, field)
            if value not in (None, "", (), {}):
                used.add(f"{type(part).__name__}.{field}")
            for each in value if isinstance(value, tuple) else (value,):
                if isinstance(each, Part):
                    look(each)

    for record in hostile_records():
        look(record)
    return sorted(known - used)


def _round(start: int) -> Iterator[AnyRecord]:
    words = _Words(start)

    def name(what: str, number: int = start) -> str:
        return f"{HOSTILE[(number + len(what)) % len(HOSTILE)][:200]} {what} {number}"

    def common() -> dict[str, object]:
        return {
            "identifiers": (Identifier(scheme=words(), identifier=words()),),
            "source": Source(label=words(), retrieved_at="2024-05"),
            "attributes": {words(): words()},
        }

    dates = {"start_date": "2020", "end_date": "2999-12"}
    after = (start + 1) % len(HOSTILE)
    person, office, body = name("person"), name("office"), name("body")
    topic, upper = name("topic"), name("upper")
    levels = (*Level, None)
    yield Topic.model_validate({"id": upper, "name": words(), "description": words(), **common()})
    yield Topic.model_validate(
        {"id": topic, "name": words(), "description": words(), "parent_id": upper, **common()}
    )
    yield Organization.model_validate(
        {
            "id": office,
            "name": words(),
            "short_name": words(),
            "classification": words(),
            "sector": "education",
            "territory": words(),
            "asked": "answered",
            "coordination": Coordination.model_validate(
                {
                    "form": "own_unit",
                    "placement": "staff",
                    "posts": (Post(label=words(), full_time_equivalent=0.5),),
                }
            ),
            **dates,
            **common(),
        }
    )
    yield Organization.model_validate(
        {
            "id": body,
            "name": words(),
            "short_name": words(),
            "classification": words(),
            "parent_id": office,
            "successor_id": name("body", after),
            "meets": True,
            "level": levels[start % len(levels)],
            "status": "dormant",
            "purpose": words(),
            "functions": (words(), words()),
            "competence": words(),
            "legal_basis": words(),
            "meetings_per_year": 4,
            "chair_rotation": "yearly",
            "target_groups": (words(), words()),
            **common(),
        }
    )
    yield Person.model_validate(
        {
            "id": person,
            "name": "" if start % 3 == 0 else words(),
            "function": words(),
            "organization_id": office,
            "sector": "politics",
            "asked": "answered",
            **dates,
            **common(),
        }
    )
    yield Membership.model_validate(
        {
            "id": name("seat"),
            "member_id": person,
            "organization_id": body,
            "role": "other",
            "role_label": words(),
            "house_level": "leadership",
            "on_behalf_of_ids": (office,),
            **dates,
            **common(),
        }
    )
    yield ExchangeTie.model_validate(
        {
            "id": name("tie"),
            "source_id": person,
            "target_id": name("office", after),
            "contacts_per_year": 12,
            "irregular": start % 2 == 1,
            "channel": words(),
            "topic_ids": (topic,),
            "reported_by_id": person,
            "reported_at": "2024",
            "confirmed": True,
            **dates,
            **common(),
        }
    )
    yield ReportingLine.model_validate(
        {
            "id": name("line"),
            "sender_id": body,
            "receiver_id": name("body", after),
            "returns_decisions": True,
            "within_house": True,
            "form": words(),
            **dates,
            **common(),
        }
    )
    yield Cooperation.model_validate(
        {
            "id": name("cooperation"),
            "name": words(),
            "aim": words(),
            "party_ids": (office, person),
            "decided_by_id": body,
            "decided_at": "2021",
            "carried_by_id": office,
            **dates,
            **common(),
        }
    )
    yield WorksOn.model_validate(
        {"id": name("work"), "actor_id": body, "topic_id": topic, **dates, **common()}
    )

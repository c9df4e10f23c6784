"""Settings, read from the environment with the prefix NETMAP_."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from platformdirs import user_cache_path, user_data_path
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from netmap.language import Language


class LogFormat(StrEnum):
    """How a log is written."""

    TEXT = "text"
    JSON = "json"


class LogLevel(StrEnum):
    """From which level on something is logged."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


def default_store() -> str:
    """Address of the default store: a file in the user's data folder."""
    return f"sqlite:///{user_data_path('netmap', appauthor=False) / 'netmap.db'}"


def default_oparl_cache() -> Path:
    """A folder in the user's cache folder."""
    return user_cache_path("netmap", appauthor=False) / "oparl"


def default_upload_folder() -> Path:
    """A folder in the user's cache folder."""
    return user_cache_path("netmap", appauthor=False) / "uploads"


class Settings(BaseSettings):
    """How netmap runs on this machine."""

    model_config = SettingsConfigDict(
        env_prefix="NETMAP_", env_ignore_empty=True, frozen=True, extra="ignore"
    )

    store: str = Field(
        default_factory=default_store,
        description="Where networks are kept: sqlite:///relative.db, sqlite:////absolute.db, "
        "neo4j://host:port, bolt://host:port or neo4j+s://host:port.",
    )
    language: Language = Field(
        default=Language.DE,
        description="Language of texts where nobody chose one: de or en.",
    )
    neo4j_user: str | None = Field(default=None, description="User of the Neo4j server.")
    neo4j_password: SecretStr | None = Field(
        default=None, description="Password of the Neo4j user."
    )
    neo4j_password_file: Path | None = Field(
        default=None,
        description="File that holds the password of the Neo4j user; wins over the password.",
    )
    neo4j_database: str | None = Field(
        default=None,
        description="Database on the Neo4j server; its default one when not set.",
    )
    neo4j_timeout_seconds: float = Field(
        default=60,
        gt=0,
        le=3600,
        description="Longest time one Neo4j transaction may take; "
        "a change set has 5 ms more for each record.",
    )
    host: str = Field(default="127.0.0.1", description="Address that the web server listens on.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port of the web server.")
    access_token_file: Path | None = Field(
        default=None,
        description="File that holds the access token; needed to listen on anything but loopback.",
    )
    allowed_hosts: str = Field(
        default="",
        description="Further host names under which the server may be called, with commas between.",
    )
    trusted_proxies: str = Field(
        default="127.0.0.1,::1",
        description="Addresses or networks of proxies, with commas between, that are believed who "
        "asks and whether by TLS (X-Forwarded-For and -Proto); * for any, where nobody else can "
        "reach the server.",
    )
    request_limit_megabytes: int = Field(
        default=10, ge=1, le=1_000, description="Largest body of a request that is no import."
    )
    requests_per_minute: int = Field(
        default=1_200,
        ge=0,
        le=1_000_000,
        description="Most requests a minute from one address where an access token is set; 0 for "
        "any number.",
    )
    wrong_tokens_per_minute: int = Field(
        default=10,
        ge=1,
        le=10_000,
        description="Wrong access tokens a minute from one address, after which it has to wait.",
    )
    log_format: LogFormat = Field(
        default=LogFormat.TEXT,
        description="How the web server writes its log to standard error: text or json.",
    )
    log_level: LogLevel = Field(
        default=LogLevel.INFO,
        description="From which level on the web server logs: info (every request), warning or "
        "error.",
    )
    import_limit_megabytes: int = Field(
        default=100, ge=1, le=10_000, description="Largest file that an import reads."
    )
    oparl_private_hosts: bool = Field(
        default=False,
        description="Whether OParl is also read from hosts that are not on the public network.",
    )
    oparl_pause_seconds: float = Field(
        default=0.2, ge=0, le=60, description="Time between two requests to an OParl endpoint."
    )
    oparl_limit_pages: int = Field(
        default=10_000, ge=1, le=1_000_000, description="Most pages read from an OParl endpoint."
    )
    oparl_limit_minutes: float = Field(
        default=120, gt=0, le=10_000, description="Longest time that reading an endpoint may take."
    )
    oparl_cache: Path = Field(
        default_factory=default_oparl_cache,
        description="Folder where pages of an OParl endpoint lie until they are imported. They "
        "hold names of persons, and go after the import, or with the next one after a day.",
    )
    upload_folder: Path = Field(
        default_factory=default_upload_folder,
        description="Folder where uploaded files lie between preview and import, for a day at "
        "most; readable by netmap alone, and shared by all processes of a server.",
    )
    overlap_min_jaccard: float = Field(
        default=0.5, ge=0, le=1, description="Share of common members from which a finding speaks."
    )
    overlap_min_containment: float = Field(
        default=0.8,
        ge=0,
        le=1,
        description="Share of the smaller body's members from which a finding speaks.",
    )
    overlap_min_shared: int = Field(
        default=3, ge=1, description="Common members below which no overlap becomes a finding."
    )
    overlap_min_topic_jaccard: float = Field(
        default=0.5,
        ge=0,
        le=1,
        description="Share of common topics from which two bodies work on the same.",
    )
    overlap_most_on_same_topics: int = Field(
        default=10,
        ge=0,
        description="Bodies on the same topics as more others than this are not listed for that "
        "alone.",
    )
    overlap_succession_days: int = Field(
        default=92,
        ge=0,
        le=36_525,
        description="Most days between the end of a body and the start of its successor.",
    )
    hours_per_meeting: float = Field(
        default=2,
        gt=0,
        le=24,
        description="Hours that a meeting is assumed to take of each member.",
    )
    hours_per_journey: float = Field(
        default=1,
        ge=0,
        le=24,
        description="Hours that a journey to a meeting and back is assumed to take.",
    )
    regular_contacts_per_year: float = Field(
        default=4, gt=0, le=10_000, description="Contacts a year from which exchange is regular."
    )
    balanced_min_sectors: int = Field(
        default=3, ge=2, le=6, description="Sectors from which a body counts as balanced."
    )
    bridge_min_part: int = Field(
        default=3,
        ge=1,
        description="Organisations and bodies that hang on one person before a finding speaks.",
    )
    ad_hoc_years: int = Field(
        default=2, ge=0, le=100, description="Years after which an ad hoc body is asked about."
    )
    bilateral_min_ties: int = Field(
        default=4,
        ge=2,
        le=1_000,
        description="Talks of two on one topic from which a common body is asked about.",
    )
    tie_renewal_years: int = Field(
        default=3, ge=1, le=100, description="Years after which a report of a tie is asked about."
    )
    missing_rules_off: str = Field(
        default="",
        description="Rules of missing exchange that are switched off, with commas between; "
        "`netmap missing --help` lists them.",
    )
    sector_min_partners: int = Field(
        default=3,
        ge=1,
        description="Partners of a sector from which its seat in steering is asked about.",
    )
    findings_per_kind: int = Field(
        default=20,
        ge=1,
        description="Most findings of a kind that are shown, unless that kind is asked for.",
    )


class SettingValue(NamedTuple):
    """One setting as it is in force, fit to be shown.

    Attributes:
        variable: The environment variable that sets it.
        value: Its value; a secret is never told, nor a password in an address.
        given: Somebody set it; otherwise it is the default.
        meaning: What it does.
    """

    variable: str
    value: str
    given: bool
    meaning: str


def in_force(settings: Settings) -> list[SettingValue]:
    """Every setting with its value, in the order of their definition."""
    return [
        SettingValue(
            variable=f"NETMAP_{name.upper()}",
            value=_shown(getattr(settings, name)),
            given=name in settings.model_fields_set,
            meaning=field.description or "",
        )
        for name, field in Settings.model_fields.items()
    ]


def _shown(value: object) -> str:
    if value is None:
        return ""
    # pydantic writes a secret as stars.
    return _PASSWORD.sub(r"\1***@", str(value))


# Up to the last "@", for a password may hold any character; the name of a file is none.
_PASSWORD = re.compile(r"^(\s*(?!sqlite:)\w[\w+.-]+:/*).*@", re.IGNORECASE | re.DOTALL)

"""The only composition root: settings → store → use cases → application."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pydantic import ValidationError

from netmap.analyses.missing.expectations import EVERY_RULE
from netmap.analyses.missing.link import MissingLinkRule
from netmap.errors import SettingsError
from netmap.findings.thresholds import Thresholds
from netmap.language import Text, same
from netmap.services.backups import BackupService
from netmap.services.charts import ChartService
from netmap.services.checking import CheckService
from netmap.services.copying import CopyService
from netmap.services.edits import EditService
from netmap.services.endpoint_imports import EndpointImportService
from netmap.services.entry import EntryService
from netmap.services.exports import ExportService
from netmap.services.history import HistoryService
from netmap.services.import_desk import ImportDesk
from netmap.services.imports import ImportService
from netmap.services.insights import InsightService
from netmap.services.map_views import MapViewService
from netmap.services.maps import MapService
from netmap.services.marking import MarkingService
from netmap.services.meetings import MeetingService
from netmap.services.networks import NetworkService
from netmap.services.queries import QueryService
from netmap.services.records import RecordService
from netmap.services.removal import RemovalService
from netmap.services.searching import SearchService
from netmap.services.starting import StartService
from netmap.services.telling_apart import TellingApartService
from netmap.services.topics import TopicService
from netmap.services.use_cases import UseCases
from netmap.settings import Settings
from netmap.store.address import Address, Neo4jAddress, SqliteAddress, parse_address
from netmap.store.errors import StoreUnavailableError
from netmap.store.protocol import FileStore, Store
from netmap.store.watched import StoreWatch, watched

if TYPE_CHECKING:
    from fastapi import FastAPI

    from netmap.endpoints.reader import EndpointReader


def load_settings() -> Settings:
    """The settings of the environment.

    Raises:
        SettingsError: A variable holds something that cannot be used.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        setting = "NETMAP_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(setting=setting, problem=same(first["msg"])) from error


def open_store(settings: Settings) -> Store:
    """The store that the settings name; an empty place is set up.

    Raises:
        SettingsError: The address is none, or the password file cannot be read.
        StoreUnavailableError: The server or file cannot be reached.
        StoreFormatError: What lies there is no store of this version.
    """
    return _open(parse_address(settings.store), settings)


def _open(address: Address, settings: Settings, *, corrects: bool = True) -> Store:
    if isinstance(address, Neo4jAddress):
        # Imported where needed: the command line on SQLite starts without the driver.
        from netmap.store.neo4j import Neo4jStore

        return Neo4jStore(
            address.url,
            auth=_neo4j_auth(settings),
            database=settings.neo4j_database,
            timeout_seconds=settings.neo4j_timeout_seconds,
            corrects=corrects,
        )
    from netmap.store.sqlite import SqliteStore

    return SqliteStore(address.path)


@dataclass(frozen=True, slots=True)
class Login:
    """How to reach a Neo4j server where the settings say it of another one."""

    user: str | None = None
    password_file: Path | None = None
    database: str | None = None

    def over(self, settings: Settings) -> Settings:
        """The settings with what is given here in place of theirs."""
        given = {
            "neo4j_user": self.user,
            "neo4j_password_file": self.password_file,
            "neo4j_database": self.database,
        }
        return settings.model_copy(
            update={name: value for name, value in given.items() if value is not None}
        )


_SAME_LOGIN = Login()


@contextmanager
def copying(
    settings: Settings, source: str, target: str, *, login: Login = _SAME_LOGIN
) -> Iterator[CopyService]:
    """The use case of copying between the stores at two addresses, closed afterwards.

    Args:
        settings: How to log in to a Neo4j server, among others.
        source: Address of the store that is read; it must be there.
        target: Address of the store that is written; an empty place is set up.
        login: How to log in to the target, where it is not as the settings say.

    Raises:
        SettingsError: One of the addresses is none, or both are the same.
        StoreUnavailableError: A server or the source's file cannot be reached.
        StoreFormatError: What lies there is no store of this version.
    """
    here, there = parse_address(source, setting="--from"), parse_address(target, setting="--to")
    target_settings = login.over(settings)
    if _place(here, settings) == _place(there, target_settings):
        raise SettingsError(
            setting="--to",
            problem=Text(
                de="Das ist derselbe Speicher wie bei --from.",
                en="it is the same store as that of --from.",
            ),
        )
    if isinstance(here, SqliteAddress) and not here.path.exists():
        # Opening would set up an empty store where a name is only mistyped.
        problem = Text(de="Die Datei gibt es nicht.", en="there is no such file.")
        raise StoreUnavailableError(store=here.path, problem=problem)
    with ExitStack() as opened:
        read = opened.enter_context(closing(_open(here, settings)))
        written = opened.enter_context(closing(_open(there, target_settings)))
        yield CopyService(read, written)


@contextmanager
def keeping(settings: Settings) -> Iterator[BackupService]:
    """The use cases of backup and restore over the store of the settings, closed afterwards."""
    with closing(open_store(settings)) as store:
        yield BackupService(store, open_file=_open_file, open_copy=_open_copy)


@contextmanager
def examining(settings: Settings) -> Iterator[CheckService]:
    """The use case of examining the store of the settings, closed afterwards."""
    with closing(_open(parse_address(settings.store), settings, corrects=False)) as store:
        yield CheckService(store)


def _open_file(path: Path) -> FileStore:
    from netmap.store.sqlite import SqliteStore

    return SqliteStore(path)


@contextmanager
def _open_copy(path: Path) -> Iterator[FileStore]:
    from netmap.store.sqlite_copies import fetch

    with TemporaryDirectory(prefix="netmap-") as folder:
        copy = Path(folder) / "backup.db"
        fetch(path, copy)
        with closing(_open_file(copy)) as store:
            yield store


def _place(address: Address, settings: Settings) -> tuple[object, ...]:
    if isinstance(address, SqliteAddress):
        return (address.path.resolve(),)
    return address.url, settings.neo4j_database


def use_cases_over(store: Store, settings: Settings) -> UseCases:
    """All use cases over an open store."""
    watch = StoreWatch()
    store = watched(store, watch)
    networks = NetworkService(store)
    records = RecordService(store)
    insights = InsightService(networks, Thresholds.from_settings(settings), rules=_rules(settings))
    history = HistoryService(networks, records)
    imports = ImportService(store, limit_bytes=settings.import_limit_megabytes * 1_000_000)
    return UseCases(
        starting=StartService(networks, records),
        networks=networks,
        records=records,
        history=history,
        searching=SearchService(insights, history),
        topics=TopicService(insights),
        entry=EntryService(networks, records),
        removal=RemovalService(networks, records),
        edits=EditService(networks, records),
        telling_apart=TellingApartService(networks, insights, records),
        insights=insights,
        imports=imports,
        import_desk=ImportDesk(
            imports,
            settings.upload_folder,
            limit_bytes=settings.import_limit_megabytes * 1_000_000,
        ),
        endpoint_imports=EndpointImportService(partial(_endpoint_reader, settings), imports),
        maps=MapService(networks, insights),
        map_views=MapViewService(networks, records),
        charts=ChartService(networks, records, insights),
        marking=MarkingService(insights, records),
        meetings=MeetingService(networks, insights),
        queries=QueryService(store),
        exports=ExportService(networks, records),
        watch=watch,
    )


def _rules(settings: Settings) -> frozenset[MissingLinkRule]:
    """The rules of missing exchange that are not switched off."""
    off = {each.strip() for each in settings.missing_rules_off.split(",")} - {""}
    if unknown := off - {rule.value for rule in MissingLinkRule}:
        raise SettingsError(
            setting="NETMAP_MISSING_RULES_OFF",
            problem=Text(
                de=f"Eine solche Regel gibt es nicht: {', '.join(sorted(unknown))}. "
                f"Es gibt: {', '.join(MissingLinkRule)}.",
                en=f"there is no such rule: {', '.join(sorted(unknown))}. "
                f"There are: {', '.join(MissingLinkRule)}.",
            ),
        )
    return EVERY_RULE - {MissingLinkRule(each) for each in off}


@contextmanager
def running(settings: Settings) -> Iterator[UseCases]:
    """Use cases over the store of the settings, closed afterwards."""
    store = open_store(settings)
    try:
        yield use_cases_over(store, settings)
    finally:
        store.close()


def web_application(use_cases: UseCases, settings: Settings) -> FastAPI:
    """The web application over these use cases."""
    from netmap.web.app import create_app

    return create_app(use_cases, settings)


def _endpoint_reader(settings: Settings) -> EndpointReader:
    from netmap.endpoints.asking import Limits
    from netmap.endpoints.reader import EndpointReader

    limits = Limits(
        total_bytes=settings.import_limit_megabytes * 1_000_000,
        pages=settings.oparl_limit_pages,
        seconds=settings.oparl_limit_minutes * 60,
        pause_seconds=settings.oparl_pause_seconds,
    )
    return EndpointReader(settings.oparl_cache, limits, allow_private=settings.oparl_private_hosts)


def _neo4j_auth(settings: Settings) -> tuple[str, str] | None:
    password = settings.neo4j_password.get_secret_value() if settings.neo4j_password else None
    if settings.neo4j_password_file is not None:
        try:
            password = settings.neo4j_password_file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(
                setting="NETMAP_NEO4J_PASSWORD_FILE", problem=same(str(error))
            ) from error
    if settings.neo4j_user is None and password is None:
        return None
    return settings.neo4j_user or "neo4j", password or ""

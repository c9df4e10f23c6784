"""Writes docs/reference from the code: settings, errors, commands, queries, imports.

python -m scripts.reference            write the pages
python -m scripts.reference --check    exit 1 and show the difference where a page is outdated
"""

from __future__ import annotations

import argparse
import difflib
import importlib
import os
import pkgutil
import sys
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from pathlib import Path

# The pages are English, whatever the machine speaks; commands read this on import.
os.environ["NETMAP_LANGUAGE"] = "en"

import typer
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

import netmap
from netmap import ingest
from netmap.cli.app import app
from netmap.errors import NetmapError
from netmap.ingest.columns import SHEETS
from netmap.ingest.notices import Notice
from netmap.settings import Settings
from netmap.store.catalogue import catalogue

PAGES = Path(__file__).resolve().parents[1] / "docs" / "reference"
_GENERATED = "<!-- Written by `make docs` from the code; changes belong there. -->"


def settings_page() -> str:
    """Every setting with its default, range and meaning."""
    rows = [
        (f"`{_variable(name)}`", _default(field), _range(field), field.description or "")
        for name, field in Settings.model_fields.items()
    ]
    return _page(
        "Settings",
        "Environment variables that netmap reads. Each command reads them when it starts.",
        _table(("variable", "default", "range", "meaning"), rows),
    )


def errors_page() -> str:
    """Every error with its code, cause and remedy in both languages."""
    for module in pkgutil.walk_packages(netmap.__path__, "netmap."):
        if module.name != "netmap.__main__":
            importlib.import_module(module.name)
    sections = []
    for error in sorted(_descendants(NetmapError), key=lambda each: each.code):
        if "cause" not in vars(error):  # a base of others, never raised itself
            continue
        rows = [("cause", error.cause.en, error.cause.de)]
        rows.append(("remedy", error.remedy.en, error.remedy.de))
        sections.append(f"## `{error.code}`\n\n{_summary(error.__doc__)}\n")
        sections.append(_table(("", "English", "Deutsch"), rows))
    return _page(
        "Errors",
        "Codes are stable: programs may rely on them. Words in braces are filled in.",
        *sections,
    )


def commands_page() -> str:
    """Every command of the command line with its arguments and options."""
    group = typer.main.get_group(app)
    context = typer.Context(group, info_name="netmap")
    sections = []
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None or command.hidden:
            continue
        rows = [
            (
                " ".join(f"`{spelling}`" for spelling in [*each.opts, *each.secondary_opts]),
                "required" if each.required else _shown(each.default),
                getattr(each, "help", None) or "",
            )
            for each in command.params
            if each.name != "help"
        ]
        sections.append(f"## `netmap {name}`\n\n{_summary(command.help)}\n")
        if rows:
            sections.append(_table(("parameter", "default", "meaning"), rows))
    return _page("Commands", "What `netmap` can be told to do.", *sections)


def queries_page() -> str:
    """Every query of the Cypher catalogue, those for people first."""
    mine, inner = [], []
    for query in catalogue().values():
        if not query.is_for_people:
            inner.append((f"`{query.name}`", query.access, query.title))
            continue
        parameters = [
            (f"`{each.name}`", each.type, _shown(each.default)) for each in query.parameters
        ]
        columns = ", ".join(f"`{name}`" for name in query.columns)
        mine.append(f"## `{query.name}`: {query.title}\n\n{query.purpose}\n")
        mine.append(_table(("parameter", "type", "default"), parameters))
        mine.append(f"Columns: {columns}\n")
    return _page(
        "Queries",
        "What `netmap query NAME --param network=ID` runs on Neo4j, and what people may take from "
        "`queries/` into Neo4j Browser. All of them read. A `share` is a number from 0 to 1.",
        *mine,
        "## Inside the store\n",
        "What the store itself runs; these are not for calling by name.\n",
        _table(("query", "access", "what"), inner),
    )


def notices_page() -> str:
    """Every warning and note of an import, by code."""
    found = {
        (notice.code, notice.severity.value, notice.cause.en, notice.remedy.en): notice
        for module in pkgutil.walk_packages(ingest.__path__, "netmap.ingest.")
        for notice in vars(importlib.import_module(module.name)).values()
        if isinstance(notice, Notice)
    }
    sections = []
    for code, severity, cause, remedy in sorted(found):
        notice = found[code, severity, cause, remedy]
        rows = [("cause", cause, notice.cause.de), ("remedy", remedy, notice.remedy.de)]
        sections.append(f"## `{code}` ({severity})\n")
        sections.append(_table(("", "English", "Deutsch"), rows))
    return _page(
        "What an import says",
        "Errors stop an import, warnings and notes do not. Errors of files that cannot be read "
        "stand among the [errors](errors.md).",
        *sections,
    )


def workbook_page() -> str:
    """Every sheet and column that an import understands."""
    sections = []
    for sheet in SHEETS:
        rows = [
            (
                f"`{column.field}`" + (" (required)" if column.required else ""),
                f"{column.title.en} · {column.title.de}",
                column.explanation.en,
                ", ".join(
                    f"{entry.word.en} · {entry.word.de}"
                    for entry in (column.choices or {}).values()
                ),
                ", ".join(column.synonyms),
            )
            for column in (*sheet.columns, *sheet.also)
        ]
        sections.append(f"## `{sheet.key}`: {sheet.title.en} · {sheet.title.de}\n")
        sections.append(f"{sheet.explanation.en}\n")
        sections.append(_table(("column", "titles", "meaning", "values", "also known as"), rows))
    return _page(
        "Workbooks",
        "Sheets and columns that an import understands, in any order and in either language; "
        "case, spaces, umlauts and punctuation of titles do not matter. Unknown columns are kept "
        "as attributes. `netmap template` writes a workbook with these columns.",
        *sections,
    )


PAGE_OF: dict[str, Callable[[], str]] = {
    "settings.md": settings_page,
    "errors.md": errors_page,
    "commands.md": commands_page,
    "queries.md": queries_page,
    "notices.md": notices_page,
    "workbooks.md": workbook_page,
}


def outdated(folder: Path) -> Iterator[str]:
    """The difference between each page as it is and as it should be, where there is one."""
    for name, page in PAGE_OF.items():
        file = folder / name
        current = file.read_text("utf-8") if file.is_file() else ""
        if current != (wanted := page()):
            yield "\n".join(
                difflib.unified_diff(
                    current.splitlines(), wanted.splitlines(), str(file), "from the code", n=1
                )
            )
    for file in sorted(folder.glob("*")):
        if file.name not in PAGE_OF:
            yield f"{file}: nothing writes this page; remove it or add it to scripts/reference.py"


def write(folder: Path) -> None:
    """Write all pages."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in PAGE_OF.items():
        (folder / name).write_text(page(), encoding="utf-8", newline="\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pages or compare them; 1 when one is outdated."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    if not parser.parse_args(arguments).check:
        write(PAGES)
        return 0
    differences = list(outdated(PAGES))
    for difference in differences:
        print(difference, file=sys.stderr)
    if differences:
        print("docs/reference is outdated: run make docs and commit it", file=sys.stderr)
    return 1 if differences else 0


def _page(title: str, opening: str, *parts: str) -> str:
    return "\n".join([f"# {title}", "", _GENERATED, "", opening, "", *parts]).rstrip() + "\n"


def _table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [titles, ["---"] * len(titles), *rows]
    cells = [" | ".join(cell.replace("|", "\\|") for cell in line) for line in lines]
    return "".join(f"| {line} |\n" for line in cells)


def _summary(docstring: str | None) -> str:
    return " ".join((docstring or "").strip().partition("\n\n")[0].split())


def _descendants(error: type[NetmapError]) -> Iterator[type[NetmapError]]:
    for child in error.__subclasses__():
        yield child
        yield from _descendants(child)


def _variable(name: str) -> str:
    return f"{Settings.model_config['env_prefix']}{name}".upper()


def _default(field: FieldInfo) -> str:
    if field.default_factory is not None:
        return "a file in the user's data folder; `netmap --help` names it"
    return _shown(field.default)


def _shown(default: object) -> str:
    if default is None or default is False or default is PydanticUndefined or default == "":
        return "–"
    return f"`{default.value if isinstance(default, Enum) else default}`"


def _range(field: FieldInfo) -> str:
    signs = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}
    return ", ".join(
        f"{sign} {getattr(limit, name)}"
        for limit in field.metadata
        for name, sign in signs.items()
        if hasattr(limit, name)
    )


if __name__ == "__main__":
    sys.exit(main())

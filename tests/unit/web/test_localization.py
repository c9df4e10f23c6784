from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from netmap.language import Language
from netmap.web import localization
from netmap.web.localization import accepted_language, template_environment

_WEB = Path(localization.__file__).parent
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


@pytest.fixture(scope="module")
def used() -> set[str | tuple[str, ...]]:
    """Every English text that templates and web code translate."""
    found = extract_from_dir(
        _WEB,
        method_map=[("**.html", "jinja2.ext:babel_extract"), ("**.py", "python")],
        options_map={"**.html": {"newstyle_gettext": "true", "silent": "false"}},
    )
    return {text if isinstance(text, str) else tuple(text[:2]) for _, _, text, _, _ in found}


@pytest.fixture(scope="module")
def german() -> Catalog:
    """The German catalogue."""
    return localization.catalogue(Language.DE)


def test_files_of_translations_agree() -> None:
    """A text that two rooms of pages say is translated alike in both of their files."""
    seen: dict[str, object] = {}
    for source in sorted((localization.TRANSLATIONS / "de").glob("*.po")):
        with source.open("rb") as file:
            for message in read_po(file, locale="de", abort_invalid=True):
                if message.id:
                    told = seen.setdefault(str(message.id), message.string)
                    assert told == message.string, (source.name, message.id)


def test_every_text_has_a_german_translation(
    used: set[str | tuple[str, ...]], german: Catalog
) -> None:
    """Each text that pages translate stands in the catalogue with a translation that is settled."""
    assert used
    lacking = [
        text
        for text in used
        if (message := german.get(text[0] if isinstance(text, tuple) else text)) is None
        or message.fuzzy
        or not (all(message.string) if isinstance(message.string, tuple) else message.string)
    ]
    assert lacking == []


def test_no_translation_is_left_over(used: set[str | tuple[str, ...]], german: Catalog) -> None:
    """What no page says any more does not stay in the catalogue."""
    assert [message.id for message in german if message.id and message.id not in used] == []


def test_translations_keep_their_placeholders(german: Catalog) -> None:
    """A translation fills in the same values as the text it translates."""
    for message in german:
        if message.id:
            expected = _placeholders(message.id)
            assert _placeholders(message.string) == expected, message.id


def _placeholders(texts: object) -> set[str]:
    each = texts if isinstance(texts, list | tuple) else (texts,)
    return {name for text in each for name in _PLACEHOLDER.findall(str(text))}


@pytest.mark.parametrize(
    ("language", "expected"),
    [(Language.DE, "1 Gremium, 1.000 Gremien"), (Language.EN, "1 body, 1,000 bodies")],
)
def test_numbers_and_plurals_follow_the_language(language: Language, expected: str) -> None:
    """A number comes with its own thousands separator and its noun in the right form."""
    one = '{{ ngettext("%(n)s body", "%(n)s bodies", 1, n=1 | number) }}'
    many = '{{ ngettext("%(n)s body", "%(n)s bodies", 1000, n=1000 | number) }}'
    template = template_environment(language).from_string(f"{one}, {many}")
    assert template.render() == expected


def test_values_in_translated_texts_are_escaped() -> None:
    """A name with markup in it stays text, also inside a translated sentence."""
    template = template_environment(Language.DE).from_string('{{ _("As of %(date)s", date=name) }}')
    assert template.render(name="<b>") == "Stand: &lt;b&gt;"


@pytest.mark.parametrize(
    "header", ["", "fr", "*", "en;q=0", "en;q=2", ";;;", "de;q=0.9, en;q=0.8", "x" * 5000]
)
def test_german_where_a_header_asks_for_nothing_else(header: str) -> None:
    """A header that asks for no English, or cannot be read, leaves the language of the settings."""
    assert accepted_language(header, default=Language.DE) is Language.DE

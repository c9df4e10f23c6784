"""Texts in the languages of the interface, before anything else needs one."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language of the interface; values are ISO 639-1 codes."""

    DE = "de"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages.

    >>> Text(de="{n} Gremien", en="{n} bodies").format(n=3).in_language(Language.DE)
    '3 Gremien'
    """

    de: str
    en: str

    def in_language(self, language: Language) -> str:
        """The text in one language."""
        return self.de if language is Language.DE else self.en

    def format(self, **fields: object) -> Text:
        """Fill the placeholders; a field that is itself a `Text` is filled per language."""
        return Text(
            de=self.de.format(**_fields_in(fields, Language.DE)),
            en=self.en.format(**_fields_in(fields, Language.EN)),
        )

    def to_dict(self) -> dict[str, str]:
        """The text keyed by language code, as JSON results show it."""
        return {"de": self.de, "en": self.en}


def same(text: str) -> Text:
    """A text that reads alike in both languages: a name, a number."""
    return Text(de=text, en=text)


def decimal(digits: str) -> Text:
    """A number that is written out already, with the decimal comma of German.

    >>> decimal("2.5").de, decimal("2.5").en
    ('2,5', '2.5')
    """
    return Text(de=digits.replace(".", ","), en=digits)


def folded(text: str) -> str:
    """Form in which two texts count as the same: without regard to case and spacing.

    >>> folded("AG  Übergang") == folded("ag übergang")
    True
    """
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _fields_in(fields: dict[str, object], language: Language) -> dict[str, object]:
    return {
        name: value.in_language(language) if isinstance(value, Text) else value
        for name, value in fields.items()
    }

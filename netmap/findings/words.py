"""Sentences in two languages made of names and numbers, for all findings."""

from __future__ import annotations

from collections.abc import Sequence

from netmap.language import Text, decimal
from netmap.vocabulary import Level, Sector

INVITATION = Text(
    de="Bitte bestätigen, ergänzen oder berichtigen Sie das.",
    en="Please confirm, supplement or revise this.",
)
"""How every suggestion ends."""

NAMES_IN_EVIDENCE = 10
NAMES_IN_SENTENCE = 3

LEVEL_NAMES = {
    Level.POLITICAL: Text(de="politische Ebene", en="political level"),
    Level.STEERING: Text(de="Steuerungsebene", en="steering level"),
    Level.OPERATIONAL: Text(de="operative Ebene", en="operational level"),
    Level.AD_HOC: Text(de="ad hoc", en="ad hoc"),
}

SECTOR_NAMES = {
    Sector.POLITICS: Text(de="Politik", en="politics"),
    Sector.ADMINISTRATION: Text(de="Verwaltung", en="administration"),
    Sector.EDUCATION: Text(de="Bildung", en="education"),
    Sector.BUSINESS: Text(de="Wirtschaft", en="business"),
    Sector.CIVIL_SOCIETY: Text(de="Zivilgesellschaft", en="civil society"),
    Sector.OTHER: Text(de="Sonstige", en="other"),
}


def sentences(*parts: Text) -> Text:
    """Parts one after the other with a space between; empty ones are left out.

    >>> sentences(Text(de="Ja.", en="Yes."), Text(de="Nein.", en="No.")).de
    'Ja. Nein.'
    """
    return Text(
        de=" ".join(part.de for part in parts if part.de),
        en=" ".join(part.en for part in parts if part.en),
    )


def quoted(name: str) -> Text:
    """A name in the quotation marks of each language.

    >>> quoted("AK Sport").de, quoted("AK Sport").en
    ('„AK Sport“', '"AK Sport"')
    """
    return Text(de=f"„{name}“", en=f'"{name}"')


def listed(parts: Sequence[Text], *, most: int = NAMES_IN_EVIDENCE, dative: bool = False) -> Text:
    """An enumeration; of more than ``most`` parts the rest is counted.

    ``dative`` is how German counts the rest after "in", "mit", "von" or "zu".

    >>> from netmap.language import same
    >>> listed([same("A"), same("B"), same("C")]).de
    'A, B und C'
    >>> listed([same("A"), same("B"), same("C"), same("D")], most=2).de
    'A, B und 2 weitere'
    """
    # "and 1 more" would be no shorter than the name itself.
    if len(parts) > most + 1:
        rest = len(parts) - most
        german = "weiteren" if dative else "weitere"
        parts = [*parts[:most], Text(de=f"{rest} {german}", en=f"{rest} more")]
    return Text(de=_joined([p.de for p in parts], "und"), en=_joined([p.en for p in parts], "and"))


def names(texts: Sequence[str], *, most: int = NAMES_IN_EVIDENCE, dative: bool = False) -> Text:
    """Names in quotation marks as an enumeration; see `listed`.

    >>> names(["A", "B"]).de
    '„A“ und „B“'
    """
    return listed([quoted(text) for text in texts], most=most, dative=dative)


def facts(parts: Sequence[Text]) -> Text:
    """Several facts of one line of evidence.

    >>> facts([Text(de="ruhend", en="dormant"), Text(de="2 Sitze", en="2 seats")]).de
    'ruhend; 2 Sitze'
    """
    return Text(de="; ".join(p.de for p in parts), en="; ".join(p.en for p in parts))


def counted(count: int, one: Text, many: Text) -> Text:
    """A number with its noun, in the right form.

    >>> member = Text(de="Mitglied", en="member")
    >>> counted(1, member, Text(de="Mitglieder", en="members")).de
    '1 Mitglied'
    """
    noun = one if count == 1 else many
    return Text(de=f"{count} {noun.de}", en=f"{count} {noun.en}")


def number(value: float) -> Text:
    """A number as each language writes it, without needless digits.

    >>> number(12.0).de, number(2.5).de, number(2.5).en
    ('12', '2,5', '2.5')
    """
    return decimal(f"{value:.2f}".rstrip("0").rstrip("."))


def date_text(text: str) -> Text:
    """A partial date as each language writes it.

    >>> date_text("2024-12-31").de, date_text("2024-12").de, date_text("2024").de
    ('31.12.2024', '12/2024', '2024')
    """
    parts = text.split("-")[::-1]
    return Text(de=("/" if len(parts) == 2 else ".").join(parts), en=text)


def times(count: float) -> Text:
    """Contacts a year in words.

    >>> times(1).de, times(12).de
    ('1 Kontakt im Jahr', '12 Kontakte im Jahr')
    """
    noun = (
        Text(de="Kontakt im Jahr", en="contact a year")
        if count == 1
        else Text(de="Kontakte im Jahr", en="contacts a year")
    )
    return sentences(number(count), noun)


def topics(texts: Sequence[str]) -> Text:
    """Topics after an article: "das Thema „A“", "die Themen „A“ und „B“".

    >>> topics(["A"]).de, topics(["A", "B"]).en
    ('das Thema „A“', 'the topics "A" and "B"')
    """
    noun = (
        Text(de="das Thema", en="the topic")
        if len(texts) == 1
        else Text(de="die Themen", en="the topics")
    )
    return sentences(noun, names(texts, most=NAMES_IN_SENTENCE))


def on_topics(texts: Sequence[str]) -> Text:
    """Topics after a preposition: "zum Thema „A“", "zu den Themen „A“ und „B“".

    >>> on_topics(["A"]).de, on_topics(["A", "B"]).en
    ('zum Thema „A“', 'on the topics "A" and "B"')
    """
    noun = (
        Text(de="zum Thema", en="on the topic")
        if len(texts) == 1
        else Text(de="zu den Themen", en="on the topics")
    )
    return sentences(noun, names(texts, most=NAMES_IN_SENTENCE, dative=True))


def labelled(label: Text, value: Text) -> Text:
    """A line of evidence: what it is, a colon, and the value."""
    return Text(de=f"{label.de}: {value.de}", en=f"{label.en}: {value.en}")


def _joined(parts: Sequence[str], word: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"

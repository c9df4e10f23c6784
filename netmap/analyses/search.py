"""Search: which actors and topics are meant by what somebody types."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Self

from rapidfuzz import fuzz, process

from netmap.network import Network
from netmap.values import Part
from netmap.vocabulary import Kind

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe"})
_WORD = re.compile(r"[^\W_]+")
ALIKE = 86
"""How much of 100 two words have to be alike to count as a typing error of each other."""


class Hit(Part):
    """Something found.

    Attributes:
        kind: Person, organisation or topic.
        typed: It was found as it was typed, not as something alike.
    """

    id: str
    name: str
    kind: Kind
    typed: bool


def folded(text: str) -> str:
    """A text as it is compared: without case, accents and punctuation; umlauts written out.

    >>> folded("Förderverein »Straße« e. V."), folded("FOERDERVEREIN Strasse e.V.")
    ('foerderverein strasse e v', 'foerderverein strasse e v')
    >>> folded("René Čapek")
    'rene capek'
    """
    spelt = unicodedata.normalize("NFC", text).casefold().translate(_GERMAN)
    plain = "".join(
        each for each in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(each)
    )
    return " ".join(_WORD.findall(plain))


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """Names, functions and kinds of everything in a network, ready to be searched.

    Attributes:
        subjects: What can be found.
        names: Of each the folded name, which counts most.
        texts: Of each everything it can be found by, folded.
    """

    subjects: tuple[tuple[str, str, Kind], ...]
    names: tuple[str, ...]
    texts: tuple[str, ...]

    @classmethod
    def of(cls, network: Network) -> Self:
        """The index of the actors and topics of a network."""
        fields = [network.values(field) for field in ("short_name", "function", "classification")]
        subjects: list[tuple[str, str, Kind]] = []
        texts: list[str] = []
        for index, (record_id, name) in enumerate(
            zip(network.actor_ids, network.labels, strict=True)
        ):
            is_person = bool(network.person_mask[index])
            subjects.append((record_id, name, Kind.PERSON if is_person else Kind.ORGANIZATION))
            texts.append(folded(" ".join([name, *(each[index] or "" for each in fields)])))
        for record_id, name in zip(network.topic_ids, network.topic_names, strict=True):
            subjects.append((record_id, name, Kind.TOPIC))
            texts.append(folded(name))
        return cls(tuple(subjects), tuple(folded(name) for _, name, _ in subjects), tuple(texts))

    def find(self, typed: str, *, most: int = 50) -> list[Hit]:
        """What is meant, best first: as typed before what is only alike.

        Every word that was typed has to stand somewhere in a name, function or kind, whole or as
        a part. Names that are the text, then names that begin with it, then names with a word that
        begins with it come first, shorter before longer. Where fewer than ``most`` are found, names
        alike follow: the share of letters that have to be changed (indel distance) is small.

        >>> network = Network.from_pairs([("Jörg Müller", "Jugendhilfeausschuss")])
        >>> [hit.name for hit in SearchIndex.of(network).find("mueller")]
        ['Jörg Müller']
        >>> [(hit.name, hit.typed) for hit in SearchIndex.of(network).find("jugendhlfe ausschuss")]
        [('Jugendhilfeausschuss', False)]
        >>> SearchIndex.of(network).find(" ")
        []
        """
        return self._found(typed, enough=most)[:most]

    def find_all(self, typed: str, *, enough: int = 50) -> list[Hit]:
        """As `find`, without a limit; names alike follow where fewer than ``enough`` were typed.

        >>> network = Network.from_pairs([("Ada", "Board"), ("Adam", "Board"), ("Adda", "Board")])
        >>> [hit.name for hit in SearchIndex.of(network).find_all("ada", enough=1)]
        ['Ada', 'Adam']
        """
        return self._found(typed, enough=enough)

    def _found(self, typed: str, *, enough: int) -> list[Hit]:
        wanted = folded(typed)
        if not wanted:
            return []
        words = wanted.split()
        ranked = sorted(
            (self._rank(wanted, row), len(self.names[row]), self.names[row], row)
            for row, text in enumerate(self.texts)
            if all(word in text for word in words)
        )
        rows = [row for *_, row in ranked]
        hits = [self._hit(row, typed=True) for row in rows]
        if len(hits) < enough and len(wanted) > 2:
            found = set(rows)
            alike = process.extract(
                wanted,
                self.names,
                scorer=fuzz.WRatio if len(words) > 1 else fuzz.partial_ratio,
                score_cutoff=ALIKE,
                limit=enough,
            )
            alike = [each for each in alike if min(len(each[0]), len(wanted)) * 2 > len(wanted)]
            alike.sort(key=lambda each: (-each[1], each[0], each[2]))
            hits += [self._hit(row, typed=False) for _, _, row in alike if row not in found]
        return hits

    def _rank(self, wanted: str, row: int) -> int:
        name = self.names[row]
        if name == wanted:
            return 0
        if name.startswith(wanted):
            return 1
        return 2 if f" {wanted}" in name else 3 if wanted in name else 4

    def _hit(self, row: int, *, typed: bool) -> Hit:
        record_id, name, kind = self.subjects[row]
        return Hit(id=record_id, name=name, kind=kind, typed=typed)

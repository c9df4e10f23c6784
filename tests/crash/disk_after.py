"""What a disk may hold after a power cut, built from a trace of what a program wrote and synced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.crash.traced import Call

_SECTOR = 512


@dataclass
class _File:
    """Content on the disk, and what was written after the last sync."""

    durable: bytearray = field(default_factory=bytearray)
    waiting: list[Call] = field(default_factory=list)

    def sync(self) -> None:
        """Bring all that waits to the disk."""
        for call in self.waiting:
            _write(self.durable, call)
        self.waiting = []

    def after_a_cut(self, random: Random, share: float) -> bytes:
        """The content, with a share of the sectors that waited."""
        content = bytearray(self.durable)
        for call in self.waiting:
            for start in range(0, max(len(call.data), 1), _SECTOR):
                if random.random() < share:
                    sector = call.data[start : start + _SECTOR]
                    _write(
                        content, Call(call.what, call.name, offset=call.offset + start, data=sector)
                    )
        return bytes(content)


class Disk:
    """Replays calls; files on it lose what was not synced, and their names as well."""

    def __init__(self, calls: Sequence[Call]) -> None:
        """Stand as after these calls, in a folder that was empty before."""
        self._names: dict[str, _File] = {}
        self._durable_names: dict[str, _File] = {}
        for call in calls:
            self._replay(call)

    def cut_power(self, folder: Path, random: Random, *, share: float) -> None:
        """Write what is left into a folder.

        Args:
            folder: An empty one.
            random: Decides what is left of what waited.
            share: How likely each waiting sector is to have reached the disk, and each name.
        """
        names = dict(self._durable_names)
        for name in self._names.keys() | self._durable_names.keys():
            if self._names.get(name) is not names.get(name) and random.random() < share:
                if name in self._names:
                    names[name] = self._names[name]
                else:
                    del names[name]
        for name, file in names.items():
            # SQLite makes the index of the write-ahead log anew after a restart.
            if not name.endswith("-shm"):
                (folder / name).write_bytes(file.after_a_cut(random, share))

    def whole(self, name: str) -> bytes:
        """The content of a file as programs see it, synced or not."""
        return self._names[name].after_a_cut(Random(0), 1)  # noqa: S311 -- nothing secret is drawn

    def _replay(self, call: Call) -> None:
        match call.what:
            case "make":
                self._names.setdefault(call.name, _File())
            case "write":
                self._names[call.name].waiting.append(call)
            case "sync" if call.name == ".":
                self._durable_names = dict(self._names)
            case "sync":
                self._names[call.name].sync()
            case "rename":
                self._names[call.to] = self._names.pop(call.name)
            case "remove":
                del self._names[call.name]


def _write(content: bytearray, call: Call) -> None:
    if call.what == "write" and not call.data:
        # A file that was cut to a length.
        content[call.offset :] = b"\x00" * max(0, call.offset - len(content))
        return
    end = call.offset + len(call.data)
    if len(content) < end:
        content.extend(b"\x00" * (end - len(content)))
    content[call.offset : end] = call.data

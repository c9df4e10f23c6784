"""What a Dockerfile and its .dockerignore say."""

from __future__ import annotations

from typing import NamedTuple


class Instruction(NamedTuple):
    """One instruction of a Dockerfile."""

    name: str
    value: str


def instructions(text: str) -> list[Instruction]:
    r"""The instructions of a Dockerfile, continued lines joined and comments left out.

    >>> instructions("# base\nFROM a AS b\nRUN one \\\n    && two\n")
    [Instruction(name='FROM', value='a AS b'), Instruction(name='RUN', value='one     && two')]
    """
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    joined = "\n".join(lines).replace("\\\n", "")
    return [Instruction(*line.split(maxsplit=1)) for line in joined.splitlines()]


def let_in(dockerignore: str) -> list[str]:
    r"""Paths that a .dockerignore lets in, where its first pattern keeps everything out.

    >>> let_in("*\n!netmap\n**/__pycache__\n")
    ['netmap']
    """
    lines = [line for line in dockerignore.splitlines() if line and not line.startswith("#")]
    if lines[0] != "*":
        raise SystemExit(".dockerignore has to begin with *, so that nothing gets in unasked")
    return [line[1:] for line in lines if line.startswith("!")]

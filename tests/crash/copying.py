"""A program that copies a network from store to store without end: made to be killed.

python -m tests.crash.copying SOURCE TARGET NETWORK

It speaks like `tests.crash.writer`.
"""

from __future__ import annotations

import sys

from netmap.principal import LOCAL_OWNER
from netmap.services.copying import CopyService
from tests.crash.writer import opened, say


def main(source: str, target: str, network_id: str) -> None:
    """Copy until somebody ends this process; after the first time there is little to do."""
    service = CopyService(opened(source), opened(target))
    say("opened")
    while True:
        say("tries", what="copy")
        service.copy(LOCAL_OWNER, [network_id])
        say("did", what="copy")


if __name__ == "__main__":
    main(*sys.argv[1:])

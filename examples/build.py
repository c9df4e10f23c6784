"""`python -m examples.build` writes the example workbooks anew."""

from __future__ import annotations

import sys
from pathlib import Path

from examples import city, small
from netmap.language import Language
from netmap.views.workbook_xlsx import network_workbook

FOLDER = Path(__file__).parent


def main() -> None:
    """Write one workbook an example, beside this file."""
    for example in (city, small):
        content = network_workbook(example.records(), Language.DE)
        file = FOLDER / f"{example.NETWORK_ID}.xlsx"
        file.write_bytes(content)
        sys.stdout.write(f"{file.name}: {len(content):,} bytes\n")


if __name__ == "__main__":
    main()

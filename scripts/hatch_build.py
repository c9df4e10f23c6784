"""Build step: puts the queries, example workbooks and guide of the repository into the wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHIPPED = {"queries": "*.cypher", "examples": "*.xlsx", "docs/guide": "*.md"}
"""Folder at the root, and what of it belongs into the package."""


class ShippedFiles(BuildHookInterface[BuilderConfig]):
    """Adds the files that `netmap.resources` finds in an installed package."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files to add; a folder without any means a broken source tree.

        Raises:
            FileNotFoundError: The tree lacks a folder, or it holds nothing to ship.
        """
        if version == "editable":  # then the checkout itself is what runs
            return
        for folder, pattern in SHIPPED.items():
            files = sorted(Path(self.root, folder).rglob(pattern))
            if not files:
                raise FileNotFoundError(
                    f"{folder}/{pattern}: no such file in {self.root}; "
                    "build from a complete checkout"
                )
            for file in files:
                inside = Path("netmap", file.relative_to(self.root))
                build_data["force_include"][str(file)] = inside.as_posix()

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_VENDOR = _ROOT / "netmap" / "web" / "static" / "vendor"


@pytest.fixture
def script() -> dict[str, Any]:
    """The names that the script defines."""
    return runpy.run_path(str(_ROOT / "scripts" / "vendor_assets.py"))


def test_the_copies_are_the_recorded_files(script: dict[str, Any]) -> None:
    """Every vendored file has the digest that versions.json records, and none is there besides."""
    script["check"]()


def test_a_changed_copy_is_refused(script: dict[str, Any]) -> None:
    """A file with another digest than recorded is named."""
    package = json.loads((_VENDOR / "versions.json").read_text("utf-8"))[0]
    files = {each["to"]: b"changed" for each in package["files"]}
    with pytest.raises(script["VendorError"], match=package["folder"]):
        script["check_digests"](package, files)


def test_every_package_brings_its_licence(script: dict[str, Any]) -> None:
    """Each package is pinned to an archive, and its licence text is among its files."""
    for package in script["read_versions"]():
        assert package["integrity"].startswith("sha512-")
        assert package["licence"]
        assert any(each["to"].startswith("LICENSE") for each in package["files"])


def test_integrity_is_written_as_npm_does(script: dict[str, Any]) -> None:
    """The digest of an archive is its SHA-512 in base64 (checked against openssl)."""
    assert script["integrity_of"](b"") == (
        "sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg=="
    )


def test_no_file_is_too_large_for_the_repository() -> None:
    """Every vendored file stays below 1500 KiB."""
    assert max(file.stat().st_size for file in _VENDOR.rglob("*")) < 1500 * 1024

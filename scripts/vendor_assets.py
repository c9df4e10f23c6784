"""Copy the pinned web assets from their npm packages into netmap/web/static/vendor.

    python scripts/vendor_assets.py           fetch what versions.json pins and copy it
    python scripts/vendor_assets.py --check   compare the copies with versions.json, offline
    python scripts/vendor_assets.py --pin     after a version was changed: record the new digests

``versions.json`` names each package with its version, licence, the integrity of its archive
(sha512, as npm writes it) and the files taken from it, each with its sha256.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import TypedDict, cast

VENDOR = Path(__file__).resolve().parent.parent / "netmap" / "web" / "static" / "vendor"
VERSIONS = VENDOR / "versions.json"
# Above this a file no longer belongs into the repository.
LARGEST_FILE_BYTES = 1500 * 1024


# One file taken from a package; written so because a key is a Python keyword.
Asset = TypedDict("Asset", {"from": str, "to": str, "sha256": str})


class Package(TypedDict):
    """One pinned npm package."""

    name: str
    version: str
    licence: str
    integrity: str
    folder: str
    files: list[Asset]


class VendorError(Exception):
    """The assets are not what versions.json says; the message tells which and what to do."""


def read_versions() -> list[Package]:
    """What versions.json pins."""
    return cast("list[Package]", json.loads(VERSIONS.read_text("utf-8")))


def integrity_of(archive: bytes) -> str:
    """Digest of an archive as npm writes it in its lock files."""
    return "sha512-" + base64.b64encode(hashlib.sha512(archive).digest()).decode("ascii")


def fetch(package: Package, into: Path) -> Path:
    """Let npm download a package by name and version; the path of its archive."""
    npm = shutil.which("npm")
    if npm is None:
        raise VendorError("npm was not found on the PATH; install Node.js with npm.")
    wanted = f"{package['name']}@{package['version']}"
    into.mkdir()
    command = [npm, "pack", "--silent", "--ignore-scripts", wanted]
    done = subprocess.run(command, cwd=into, check=False, capture_output=True, text=True)
    archives = list(into.glob("*.tgz"))
    if done.returncode != 0 or len(archives) != 1:
        raise VendorError(f"npm could not fetch {wanted}: {done.stderr.strip()}")
    return archives[0]


def contents(package: Package, archive: Path) -> dict[str, bytes]:
    """The wanted files of an archive, by the name they get here."""
    found = {}
    with tarfile.open(archive) as tar:
        for asset in package["files"]:
            try:
                member = tar.extractfile(f"package/{asset['from']}")
            except KeyError:
                member = None
            if member is None:
                raise VendorError(f"{package['name']} {package['version']} has no {asset['from']}.")
            data = member.read()
            if len(data) > LARGEST_FILE_BYTES:
                raise VendorError(f"{package['name']}: {asset['from']} is {len(data)} bytes long.")
            found[asset["to"]] = data
    return found


def check_digests(package: Package, files: dict[str, bytes]) -> None:
    """Refuse files whose digest is not the recorded one."""
    for asset in package["files"]:
        if hashlib.sha256(files[asset["to"]]).hexdigest() != asset["sha256"]:
            raise VendorError(
                f"{package['folder']}/{asset['to']} is not the file that versions.json records; "
                "run scripts/vendor_assets.py to fetch it again."
            )


def vendor(*, pin: bool) -> None:
    """Fetch every package, check it (or record its digests) and replace the copies."""
    packages = read_versions()
    fetched: list[tuple[Package, dict[str, bytes]]] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, package in enumerate(packages):
            archive = fetch(package, Path(folder) / str(number))
            integrity = integrity_of(archive.read_bytes())
            files = contents(package, archive)
            if pin:
                package["integrity"] = integrity
                for asset in package["files"]:
                    asset["sha256"] = hashlib.sha256(files[asset["to"]]).hexdigest()
            elif integrity != package["integrity"]:
                raise VendorError(
                    f"{package['name']} {package['version']} has the integrity {integrity}, "
                    f"and versions.json records {package['integrity']}. Nothing was copied."
                )
            else:
                check_digests(package, files)
            fetched.append((package, files))
    # Only now, when all of it was checked, does anything change here.
    for package, files in fetched:
        target = VENDOR / package["folder"]
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        for name, data in files.items():
            (target / name).write_bytes(data)
    if pin:
        VERSIONS.write_text(json.dumps(packages, indent=2) + "\n", "utf-8")


def check() -> None:
    """Refuse copies that differ from versions.json, lack a file or have one too many."""
    expected = {VERSIONS}
    for package in read_versions():
        paths = {a["to"]: VENDOR / package["folder"] / a["to"] for a in package["files"]}
        expected.update(paths.values())
        missing = [path for path in paths.values() if not path.is_file()]
        if missing:
            raise VendorError(f"{missing[0]} is missing; run scripts/vendor_assets.py.")
        check_digests(package, {name: path.read_bytes() for name, path in paths.items()})
    strangers = sorted(
        path for path in VENDOR.rglob("*") if path.is_file() and path not in expected
    )
    if strangers:
        raise VendorError(f"{strangers[0]} is not listed in versions.json.")


def main() -> int:
    """Do what the arguments say; 1 when something is not as recorded."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="compare the copies, offline")
    what.add_argument("--pin", action="store_true", help="record the digests of what npm gives")
    arguments = parser.parse_args()
    try:
        if arguments.check:
            check()
        else:
            vendor(pin=arguments.pin)
    except VendorError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Runs every step of the Dockerfile without a container engine, then the container's command.

python -m scripts.image_by_hand [--keep FOLDER]    as root on Debian, with debootstrap

A fresh Debian 12 with its Python 3.11 stands in for the base image; everything else happens as the
Dockerfile says: COPY from a context that holds only what .dockerignore lets in, RUN in a root of
its own, and the command as its user, without rights, on a root that can only be read and without
a network. It has to become healthy, take an import, keep its data over a restart, and stop when
asked.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from scripts.image_by_hand.build import Stage, carry_out, make_base, make_context
from scripts.image_by_hand.container import Container
from scripts.image_by_hand.dockerfile import instructions
from scripts.image_by_hand.machine import ROOT, run

_WORDS = "only-for-this-run-0123456789"


def main(arguments: Sequence[str] | None = None) -> int:
    """Build and run; 0 when everything went as the Dockerfile promises."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--keep", type=Path, help="folder that stays, to look at afterwards")
    keep = parser.parse_args(arguments).keep
    if sys.platform == "win32" or os.geteuid() != 0:
        raise SystemExit("needs root: it makes file systems of its own")
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        _all(keep.resolve())
    else:
        with tempfile.TemporaryDirectory(prefix="netmap-image-") as place:
            _all(Path(place))
    return 0


def _all(place: Path) -> None:
    base = place / "base"
    if not base.exists():
        _say("base", "Debian 12 with Python, in place of python:3.11-slim-bookworm")
        make_base(base)
    context = place / "context"
    make_context(context)
    stages: dict[str, Stage] = {}
    stage: Stage | None = None
    for each in instructions((ROOT / "Dockerfile").read_text(encoding="utf-8")):
        _say(each.name, each.value)
        if each.name == "FROM":
            name = each.value.partition(" AS ")[2] or "final"
            stage = stages[name] = Stage(place / f"stage-{name}")
            shutil.rmtree(stage.root, ignore_errors=True)
            run("cp", "--archive", base, stage.root)
        elif stage is not None:
            carry_out(each, stage, stages, context)
    if stage is None:
        raise SystemExit("a Dockerfile begins with FROM")
    _serve(stage, place)
    _say("done", "built, healthy, imported, restarted, stopped")


def _serve(stage: Stage, place: Path) -> None:
    data = place / "data"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(mode=0o700)
    uid, gid = (int(part) for part in stage.user.split(":"))
    os.chown(data, uid, gid)
    token = place / "access_token"
    token.write_text(_WORDS, encoding="utf-8")
    netmap = "/opt/netmap/bin/netmap"
    with Container(stage, data, token) as container:
        container.wait_until_healthy()
        container.run("sh", "-c", "! touch /opt/x /etc/x /usr/x 2>/dev/null")
        container.run("sh", "-c", f"test $(id -u) = {uid}")
        example = "/opt/netmap/lib/python3.11/site-packages/netmap/examples/buchenau.xlsx"
        container.run(netmap, "import", example, "--network", "buchenau")
    with Container(stage, data, token) as container:
        container.wait_until_healthy()
        said = container.run(netmap, "networks")
        if "buchenau" not in said:
            raise SystemExit(f"the import is lost after a restart: {said}")


def _say(name: str, value: str) -> None:
    print(f"{name:12} {' '.join(value.split())[:140]}", flush=True)


if __name__ == "__main__":
    sys.exit(main())

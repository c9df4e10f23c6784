"""The stages of an image: a base, and every instruction carried out in a root of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from scripts.image_by_hand.dockerfile import Instruction, let_in
from scripts.image_by_hand.machine import ROOT, run

# What pip needs of this machine to reach its index: settings, and the certificates beside them.
_PASSED_ON = re.compile(r"(PIP_(?!FIND_LINKS)\w+|\w*_proxy|\w*_PROXY|SSL_CERT_FILE)")
_CERTIFICATES = "/etc/ssl/certs"


@dataclass
class Stage:
    """A stage under way: its root, and what later instructions inherit."""

    root: Path
    env: dict[str, str] = field(default_factory=dict)
    workdir: str = "/"
    user: str = "0:0"
    command: list[str] = field(default_factory=list)
    health: list[str] = field(default_factory=list)


def make_base(base: Path) -> None:
    """A fresh Debian 12 with its Python, in place of the image that the Dockerfile starts from."""
    beside = base.with_name("base-unfinished")
    shutil.rmtree(beside, ignore_errors=True)
    run("debootstrap", "--variant=minbase", "--include=python3,python3-venv", "bookworm", beside)
    for name in ("python", "python3"):
        (beside / "usr/local/bin" / name).symlink_to("/usr/bin/python3")
    beside.rename(base)


def make_context(context: Path) -> None:
    """What the build can see: what .dockerignore lets in, of what git knows."""
    shutil.rmtree(context, ignore_errors=True)
    allowed = let_in((ROOT / ".dockerignore").read_text(encoding="utf-8"))
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in listed:
        if any(name == path or name.startswith(f"{path}/") for path in allowed):
            target = context / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target)


def carry_out(each: Instruction, stage: Stage, stages: dict[str, Stage], context: Path) -> None:
    """Do what one instruction says."""
    match each.name:
        case "RUN":
            _in_root(stage, each.value)
        case "COPY":
            _copy(each.value, stage, stages, context)
        case "WORKDIR":
            stage.workdir = each.value
            (stage.root / each.value.lstrip("/")).mkdir(parents=True, exist_ok=True)
        case "ENV":
            stage.env.update(re.findall(r"(\w+)=(\S+)", each.value))
        case "USER":
            stage.user = each.value
        case "HEALTHCHECK":
            stage.health = json.loads(each.value.partition("CMD ")[2])
        case "CMD":
            stage.command = json.loads(each.value)
        case "LABEL" | "VOLUME" | "EXPOSE" | "STOPSIGNAL":
            pass  # these describe the image and do nothing
        case _:
            raise SystemExit(f"the instruction {each.name} is not known here")


def _copy(value: str, stage: Stage, stages: dict[str, Stage], context: Path) -> None:
    source_root = context
    if value.startswith("--from="):
        name, _, value = value.removeprefix("--from=").partition(" ")
        source_root = stages[name].root
    *sources, target = value.split()
    into = stage.root / (target if target.startswith("/") else f"{stage.workdir}/{target}").lstrip(
        "/"
    )
    for source in sources:
        found = source_root / source.lstrip("/")
        if not found.exists():
            raise SystemExit(f"COPY {source}: not in the build context")
        if found.is_dir():
            into.mkdir(parents=True, exist_ok=True)
            run("cp", "--archive", f"{found}/.", into)
        else:
            file = into / found.name if target.endswith("/") else into
            file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(found, file)


def _in_root(stage: Stage, command: str) -> None:
    mounts = f"""
        mount --bind /proc "$ROOT/proc" && mount --rbind /dev "$ROOT/dev"
        mkdir -p "$ROOT{_CERTIFICATES}" && mount --bind {_CERTIFICATES} "$ROOT{_CERTIFICATES}"
        exec /usr/sbin/chroot "$ROOT" /bin/sh -c "cd '$WORKDIR' && $COMMAND"
    """
    passed_on = {name: text for name, text in os.environ.items() if _PASSED_ON.fullmatch(name)}
    inner = {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", **passed_on, **stage.env}
    inner |= {"ROOT": str(stage.root), "WORKDIR": stage.workdir, "COMMAND": command}
    shutil.copyfile("/etc/resolv.conf", stage.root / "etc/resolv.conf")
    for configuration in ("/etc/pip.conf",):
        if Path(configuration).exists():
            shutil.copyfile(configuration, stage.root / configuration.lstrip("/"))
    run("unshare", "--mount", "sh", "-ec", mounts, env=inner)

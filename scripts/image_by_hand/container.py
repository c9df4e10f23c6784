"""The command of an image in name spaces of its own, as a container engine would run it."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from scripts.image_by_hand.build import Stage
from scripts.image_by_hand.machine import children, name_of, run

_HEALTHY_SECONDS = 60


class Container:
    """The image's command in name spaces of its own, stopped when the block ends."""

    def __init__(self, stage: Stage, data: Path, token: Path) -> None:
        self._stage = stage
        self._data = data
        self._token = token

    def __enter__(self) -> Self:
        setup = """
            mount --make-rprivate /
            mount --bind "$ROOT" "$ROOT" && cd "$ROOT"
            mount -t proc proc proc
            mount --bind "$DATA" data
            mount -t tmpfs -o size=256m,mode=1777 tmpfs tmp
            mount -t tmpfs -o size=1m tmpfs run
            mkdir run/secrets && install -m 0444 "$TOKEN" run/secrets/access_token
            mount -o remount,bind,ro "$ROOT"
            python3 -c "$LOOPBACK"
            exec sleep infinity
        """
        env = {
            **os.environ,
            "ROOT": str(self._stage.root),
            "DATA": str(self._data),
            "TOKEN": str(self._token),
            "LOOPBACK": _LOOPBACK,
        }
        spaces = [
            "unshare",
            "--mount",
            "--net",
            "--pid",
            "--fork",
            "--kill-child",
            "--ipc",
            "--uts",
        ]
        self._holder = subprocess.Popen([*spaces, "sh", "-ec", setup], env=env)
        self._inside = self._sleeper()
        self._server = subprocess.Popen(
            self._entered(*self._stage.command),
            env=self._env(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(self, failed: object, _error: object, _trace: object) -> None:
        server = next(self._children_named("netmap"), None)
        if server is not None:
            os.kill(server, signal.SIGTERM)
        complaints = ""
        try:
            _, complaints = self._server.communicate(timeout=20)
        finally:
            self._holder.kill()
            self._holder.wait()
        if failed is None and self._server.returncode != 0:
            raise SystemExit(
                f"asked to stop, it ended with {self._server.returncode}: {complaints}"
            )

    def wait_until_healthy(self) -> None:
        """Wait as the container engine would, and no longer."""
        deadline = time.monotonic() + _HEALTHY_SECONDS
        while True:
            health = subprocess.run(
                self._entered(*self._stage.health),
                env=self._env(),
                capture_output=True,
                text=True,
                check=False,
            )
            if health.returncode == 0:
                return
            if time.monotonic() > deadline or self._server.poll() is not None:
                raise SystemExit(f"never healthy: {health.stderr}")
            time.sleep(0.5)

    def run(self, *command: str) -> str:
        """What a command says that is run beside the server, as ``docker exec`` would."""
        return run(*self._entered(*command), env=self._env())

    def _env(self) -> dict[str, str]:
        return {**self._stage.env, "NETMAP_ACCESS_TOKEN_FILE": "/run/secrets/access_token"}

    def _entered(self, *command: str) -> list[str]:
        uid, gid = self._stage.user.split(":")
        return [
            *("nsenter", "--target", str(self._inside), "--mount", "--net", "--pid", "--ipc"),
            *("--uts", "--", "/usr/sbin/chroot", str(self._stage.root)),
            *("setpriv", f"--reuid={uid}", f"--regid={gid}", "--clear-groups", "--no-new-privs"),
            *("--inh-caps=-all", "--bounding-set=-all", "--", "sh", "-c"),
            f'cd {self._stage.workdir} && exec "$@"',
            *("sh", *command),
        ]

    def _sleeper(self) -> int:
        """Process id, as seen from here, of what holds the name spaces open."""
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and self._holder.poll() is None:
            found = next(children(self._holder.pid), None)
            if found is not None and name_of(found) == "sleep":
                return found
            time.sleep(0.05)
        raise SystemExit("the name spaces of the container could not be made")

    def _children_named(self, name: str) -> Iterator[int]:
        pending = [self._server.pid]
        while pending:
            process = pending.pop()
            if name_of(process) == name:
                yield process
            pending += children(process)


_LOOPBACK = """
import fcntl, socket, struct
with socket.socket() as any_socket:
    fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh14x", b"lo", 1 | 64))
"""
"""Brings the loopback interface up: all the network that the container gets."""

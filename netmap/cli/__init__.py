"""The command line."""

from netmap.cli.app import main

__all__ = ["main"]

"""Answers that a browser saves as a file."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import Response


def download(content: str | bytes, name: str, media_type: str) -> Response:
    """A file of this name, in any script (RFC 6266, RFC 8187)."""
    plain = name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "_")
    disposition = f'attachment; filename="{plain}"'
    if plain != name:
        disposition += f"; filename*=UTF-8''{quote(name, safe='')}"
    headers = {"Content-Disposition": disposition, "Cache-Control": "no-store"}
    return Response(content, media_type=media_type, headers=headers)

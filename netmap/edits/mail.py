"""E-mail addresses: where records hold them, and the mailing list of a body."""

from __future__ import annotations

import re

from netmap.model import AnyRecord

MAIL = "E-Mail"
"""Title of the open attribute in which quick entry keeps an address."""
# Bounded, so that a long text costs no more than its length.
ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
"""Looks for an address in a text."""


def mail_of(record: AnyRecord) -> str:
    """The e-mail address among the further details of a record; empty where there is none.

    Whatever the column of an import was called, an address is known by its form.
    """
    for value in record.attributes.values():
        if isinstance(value, str) and "@" in value:
            found = ADDRESS.search(value)
            if found:
                return found.group()
    return ""

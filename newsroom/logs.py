"""What the log leaves out."""

from __future__ import annotations

import logging


def without_trace_of_refusals(record: logging.LogRecord) -> bool:
    """Let every record pass; requests that were refused for safety (a host that is none of ours, too many
    fields) get one line without a traceback: the fault is not in the code, and the net sends them all day."""
    if record.name.startswith("django.security"):
        record.exc_info = record.exc_text = None
    return True

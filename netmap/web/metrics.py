"""Numbers about the running application for Prometheus; none of them names a person or record."""

from __future__ import annotations

import platform

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

from netmap import __version__

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_BYTES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)

MEDIA_TYPE = CONTENT_TYPE_LATEST


class Metrics:
    """The numbers of one application."""

    def __init__(self) -> None:
        """Begin at zero."""
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        Gauge(
            "netmap_build_info",
            "Version of netmap and of Python.",
            ("version", "python"),
            registry=self.registry,
        ).labels(__version__, platform.python_version()).set(1)
        self.requests = Counter(
            "netmap_requests",
            "Requests answered, by the pattern of their address.",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self.request_seconds = Histogram(
            "netmap_request_seconds",
            "Seconds from a request to the end of its answer.",
            ("method", "route"),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.in_progress = Gauge(
            "netmap_requests_in_progress",
            "Requests that are being answered.",
            registry=self.registry,
        )
        self.errors = Counter(
            "netmap_errors",
            "Errors answered, by code; record.conflict counts conflicts of editors.",
            ("code",),
            registry=self.registry,
        )
        self.import_bytes = Histogram(
            "netmap_import_bytes",
            "Sizes of uploaded files.",
            buckets=_BYTES,
            registry=self.registry,
        )
        self.store_seconds = Histogram(
            "netmap_store_seconds",
            "Seconds that operations of the store took; code names the error, if there was one.",
            ("operation", "code"),
            buckets=_SECONDS,
            registry=self.registry,
        )

    def observe_store(self, operation: str, seconds: float, code: str) -> None:
        """Count one operation of the store."""
        self.store_seconds.labels(operation, code).observe(seconds)

    def text(self) -> bytes:
        """All numbers in the text format of Prometheus."""
        return generate_latest(self.registry)

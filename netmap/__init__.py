"""netmap: a graph-based network-mapping service."""

__version__ = "0.1.0"

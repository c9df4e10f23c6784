"""Benchmarks of netmap against bare peers; see ``bench/README.md``."""

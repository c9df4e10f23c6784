"""One module a group of benchmarks; `bench.registry` finds them."""

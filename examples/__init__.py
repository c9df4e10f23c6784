"""Fictional networks to try netmap with; `python -m examples.build` writes their workbooks."""

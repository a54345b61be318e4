"""Benchmarks: `make bench`, or `.venv/bin/python -m bench`. Each compares with the limit it could reach."""

"""Tests of the formats, one module each."""

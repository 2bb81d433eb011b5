"""Measurements, one module a subject; `make bench` runs them all."""

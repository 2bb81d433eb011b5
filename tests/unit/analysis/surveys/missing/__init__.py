"""Tests of who is missing."""

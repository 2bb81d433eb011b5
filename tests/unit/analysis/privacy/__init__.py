"""Tests of the search for personal data."""

"""Tests of closed questions."""

"""Tests of what columns hold."""

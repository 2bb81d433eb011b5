"""Nouns: what the copilot talks about. No disk, no network, no clock."""

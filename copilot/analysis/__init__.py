"""Computed judgement: pure functions over the nouns. No disk, no network, no clock."""

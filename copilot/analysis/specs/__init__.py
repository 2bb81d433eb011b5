"""Specifications: composed of what a source says, and changed line by line."""

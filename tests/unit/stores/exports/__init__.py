"""Exports, read again as importers read them."""

"""Prioritisation: reads lists of items, scores them, and says how firm the order is."""

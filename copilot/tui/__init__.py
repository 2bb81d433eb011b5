"""The terminal face: one file per screen or visible thing, its style sheet beside it."""

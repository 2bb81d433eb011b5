"""Kept artifacts as files for trackers, test runners and readers; one small file a format."""

"""Closed questions: shares, scores and means with intervals, and tests between groups."""

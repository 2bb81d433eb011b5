"""Surveys: what columns hold, closed questions, themes with intervals, and who is missing."""

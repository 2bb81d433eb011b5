"""Acceptance criteria as Gherkin."""

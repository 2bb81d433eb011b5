"""Acceptance criteria as Gherkin: written, read, and held to rules that no parser knows."""

"""The ethics review, put together from triage and harms; no model, no files."""

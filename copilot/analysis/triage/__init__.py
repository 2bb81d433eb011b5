"""Legal triage of a feature: facts read from its description, rules over them, an outcome."""

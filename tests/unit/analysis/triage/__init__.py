"""Facts, rules and outcomes."""

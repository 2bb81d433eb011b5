"""The decision log: a git repository that is only ever added to, and what guards it."""

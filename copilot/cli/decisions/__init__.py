"""The subcommands of `pm-copilot decisions`, by what a person is about."""

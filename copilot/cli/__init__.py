"""The command line: one file a command in `commands/`, and one subcommand a skill."""

"""Commands, found by their file names; each file's namesake function is the command."""

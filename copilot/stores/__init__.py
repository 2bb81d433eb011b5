"""What touches the disk: the workspace and everything kept in it."""

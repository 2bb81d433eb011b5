"""The story linter."""

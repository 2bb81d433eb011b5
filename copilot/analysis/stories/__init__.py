"""The story linter: parses stories, and holds the Quality User Story framework to them."""

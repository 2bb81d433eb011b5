"""What talks to models: choosing, starting and asking them, and embedding text."""

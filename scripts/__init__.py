"""What a developer runs: checks, measurements and figures."""

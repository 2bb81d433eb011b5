"""The scorers, one file a trade; suites name them in `suite.yaml`."""

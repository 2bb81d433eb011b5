"""Tests of copilot.llm."""

"""Tests of survey judgement."""

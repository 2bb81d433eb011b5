"""Measure the skills: suites as data, recorded replies, statistics, reports."""

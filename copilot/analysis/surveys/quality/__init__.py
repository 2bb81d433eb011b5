"""The quality gate: which open answers are left out, and why; which rows deserve a second look."""

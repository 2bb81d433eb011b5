"""Themes of open answers: sampled, propagated to all, and measured with intervals."""

"""What decides which skill serves a request, and tells what happens as typed events."""

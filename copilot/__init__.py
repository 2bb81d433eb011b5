"""PM copilot: a terminal copilot for AI product managers that shows its workings."""

__version__ = "0.1.0"

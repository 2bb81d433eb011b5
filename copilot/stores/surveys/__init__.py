"""Survey exports as they come: tables of many makers, and what a person says of them."""

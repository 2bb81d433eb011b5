"""Who is missing: who answered less, where people stop, who is rarer than among all users."""

"""Ideas by distinct lenses: the lenses, what repeats, how far ideas spread, what to remark."""

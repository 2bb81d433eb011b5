"""Stories in the making: what is checked, added and asked by rules."""

"""Break the program on purpose and see that the evals notice."""

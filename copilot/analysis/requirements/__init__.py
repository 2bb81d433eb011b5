"""Read a source into statements and requirements, and compute what of it has arrived."""

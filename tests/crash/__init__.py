"""What is left when processes are killed and disks fail in the middle of a record."""

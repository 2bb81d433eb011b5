"""What each column of an export holds, told from its values first and its header second."""

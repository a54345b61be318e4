"""What developers run: the checks, the environment, the pictures and fonts that are committed."""

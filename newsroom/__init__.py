"""Project settings and root addresses; nothing about news."""

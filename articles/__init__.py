"""The news: reading wire copy, editing it, publishing it."""

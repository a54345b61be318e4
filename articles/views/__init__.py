"""Pages for readers: each picks a selection of stories and a template."""

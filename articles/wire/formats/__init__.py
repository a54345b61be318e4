"""A module per wire format, each ending in `FORMAT`; found by `articles.wire.registry`."""

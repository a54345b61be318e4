"""What every test finds: media in a folder of its own."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _media_of_its_own(settings, tmp_path):
    """No test writes where the site keeps its pictures."""
    settings.MEDIA_ROOT = tmp_path / "media"

"""What every test finds: media in a folder of its own, and how deep hypothesis searches."""

from __future__ import annotations

import pytest
from hypothesis import settings as hypothesis_settings

hypothesis_settings.register_profile("usual", max_examples=200, deadline=None)
hypothesis_settings.register_profile("long", max_examples=5000, deadline=None)  # make test-long
hypothesis_settings.load_profile("usual")


@pytest.fixture(autouse=True)
def _media_of_its_own(settings, tmp_path):
    """No test writes where the site keeps its pictures."""
    settings.MEDIA_ROOT = tmp_path / "media"

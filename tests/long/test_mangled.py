"""Every sample of every format, cut at every byte and damaged many times."""

from __future__ import annotations

import pytest

from tests.wire import mangled
from tests.wire.test_samples import SAMPLES, sample_id

pytestmark = pytest.mark.long


@pytest.mark.parametrize("sample", SAMPLES, ids=sample_id)
def test_a_sample_in_every_state_of_damage(sample) -> None:
    """Each piece gives a result or a clear error."""
    document = sample.read_bytes()
    for pieces in (mangled.cut(document), mangled.flipped(document, 2000), mangled.shuffled(document, 2000)):
        for number, piece in enumerate(pieces):
            mangled.read(piece, sample.parent.name if number % 4 else None)

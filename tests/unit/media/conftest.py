"""A room server for all tests of media that need one."""

from collections.abc import Iterator

import pytest

from tests.unit.media.receiving import Relay, relay_process


@pytest.fixture(scope="session")
def relay() -> Iterator[Relay]:
    """A relay in a process of its own; ask it for a new stream."""
    with relay_process() as running:
        yield running

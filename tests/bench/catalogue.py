"""All measurements by name, in the order in which they are taken."""

from __future__ import annotations

from collections.abc import Callable

from tests.bench.measurements.first import first
from tests.bench.measurements.network import network
from tests.bench.measurements.publish import publish
from tests.bench.measurements.relay import relay
from tests.bench.measurements.responsiveness import responsiveness
from tests.bench.measurements.signalling import signalling
from tests.bench.measurements.start import start
from tests.bench.measurements.tiles import fifty, glass, nine, sixteen
from tests.bench.plan import Plan
from tests.bench.report import Result

MEASUREMENTS: dict[str, Callable[[Plan], Result]] = {
    "glass": glass,
    "nine": nine,
    "sixteen": sixteen,
    "fifty": fifty,
    "first": first,
    "publish": publish,
    "relay": relay,
    "signalling": signalling,
    "start": start,
    "responsiveness": responsiveness,
    "network": network,
}

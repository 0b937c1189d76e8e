"""One visit to one room: joins rooms/ and media/, and keeps wish and reality together."""

from lianmai.call.call import Call
from lianmai.call.orders import obey
from lianmai.call.receiving import Receiving
from lianmai.call.sending import Sending
from lianmai.core.call_settings import CallSettings

__all__ = ["Call", "CallSettings", "Receiving", "Sending", "obey"]

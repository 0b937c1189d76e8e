"""Conditions of every test: guards on, no real screen, no time limits on properties."""

import os
import signal

from hypothesis import settings

# A window for real is the screenshots' business; they ask for their own platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Shells start background jobs with SIGINT ignored, and processes that tests start would inherit it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A shared machine stalls now and then; a property is about behaviour, not speed.
settings.register_profile("lianmai", deadline=None, print_blob=True)
settings.load_profile("lianmai")

pytest_plugins = ["tests.guards"]

"""The phone's two components, live-pusher and live-player: attributes, codes, state machines."""

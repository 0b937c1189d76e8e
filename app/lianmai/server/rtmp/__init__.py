"""RTMP 1.0 without sockets: bytes in, events and bytes out.

The rules are those of Adobe's "Real Time Messaging Protocol" (21 December 2012) and of the
"Action Message Format -- AMF 0" (2007); where clients read them otherwise, the code says so.
"""

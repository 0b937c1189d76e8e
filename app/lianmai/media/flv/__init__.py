"""FLV as it comes from servers, read by ourselves."""

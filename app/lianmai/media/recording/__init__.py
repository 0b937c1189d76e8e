"""Records streams as they come, without coding them anew, into files that survive a crash."""

"""Who is where, and who hears of what: requests in, effects out."""

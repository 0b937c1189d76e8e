"""Sound on its way to the output: rings, their pace, the mix."""

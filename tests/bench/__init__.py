"""The benchmark: Lianmai and its peers side by side, on the same streams, in one run."""

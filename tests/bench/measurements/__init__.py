"""What is measured; each module has one or a few functions from a `Plan` to a `Result`."""

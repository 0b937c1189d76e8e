"""Runs the command line: ``lianmai``, or ``python -m lianmai``."""

import sys

from lianmai.interrupts import interrupt_ends_at_once


def main() -> int:
    """Run one command and return its exit code."""
    with interrupt_ends_at_once():  # until the command minds signals itself
        from lianmai import cli

        return cli.main()


if __name__ == "__main__":
    sys.exit(main())

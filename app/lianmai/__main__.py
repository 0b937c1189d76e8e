"""Runs the command line: ``python -m lianmai``."""

import sys

from lianmai.cli import main

sys.exit(main())

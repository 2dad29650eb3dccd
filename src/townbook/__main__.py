"""`python -m townbook` is `townbook`."""

import sys

from townbook.cli import main

if __name__ == "__main__":
    sys.exit(main())

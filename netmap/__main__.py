"""`python -m netmap`: the command line without an installed command."""

from netmap.cli import main

if __name__ == "__main__":
    main()

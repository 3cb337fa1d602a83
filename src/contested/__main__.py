"""`python -m contested` is the same as the command `contested`."""

from contested.cli.app import main

if __name__ == "__main__":
    main()

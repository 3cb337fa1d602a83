"""Start `contested read` with one engine, for `bench.py --command "python tools/with_engine.py rules"`."""

import sys

from contested.cli.app import main

if __name__ == "__main__":
    engine, command, *rest = sys.argv[1:]
    sys.argv = ["contested", command, "--engine", engine, *rest]
    main()

"""Write what `contested read` prints for the README's sample into the README. Run it after a change of the output."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = "examples/qusair/levant-wire.txt"


def main() -> None:
    command = [sys.executable, "-m", "contested", "read", SAMPLE]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.rstrip()
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    shown = f"```text\n{printed}\n```"
    readme.write_text(re.sub(r"```text\n.+?\n```", lambda _: shown, text, count=1, flags=re.S), encoding="utf-8")


if __name__ == "__main__":
    main()

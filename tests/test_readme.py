"""The README's commands are what CI runs, and what it shows is what the program prints."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def commands() -> list[str]:
    return re.findall(r"```sh\n(.+?)\n```", README, re.S)


def test_two_commands_one_reads_and_one_tests() -> None:
    first, second = commands()
    assert first.endswith("contested read examples/qusair")
    assert second.endswith("pytest")


def test_ci_installs_and_tests_as_the_readme_says() -> None:
    for part in commands()[1].split(" && "):
        assert part in CI


def test_the_output_shown_is_the_output() -> None:
    shown = re.search(r"```text\n(.+?)\n```", README, re.S)
    assert shown is not None
    command = [sys.executable, "-m", "contested", "read", "examples/qusair/levant-wire.txt"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert shown.group(1).rstrip() == done.stdout.rstrip()

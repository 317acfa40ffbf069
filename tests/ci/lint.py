"""Formatting, rules, types and the borders between packages: `python3 dev.py lint`, with `--fix` what mends itself.

Rule: every check runs, whatever the ones before it found; the last line names those that found fault.
"""

import subprocess
import sys
from collections.abc import Mapping, Sequence

LINTERS: Mapping[str, Sequence[str]] = {
    "formatting": ("-m", "ruff", "format", "--check", "."),
    "rules": ("-m", "ruff", "check", "."),
    "types of the product": ("-m", "basedpyright"),
    "types of the tests": ("-m", "basedpyright", "--project", ".ci/pyright-tests.json"),
    # import-linter has no `-m` entry of its own.
    "borders": ("-c", "from importlinter.cli import lint_imports_command as check; check()", "--no-logo"),
}
MENDERS: Sequence[Sequence[str]] = (("-m", "ruff", "format", "."), ("-m", "ruff", "check", "--fix-only", "."))


def passes(name: str, line: Sequence[str]) -> bool:
    print(f"lint: {name}", flush=True)
    return subprocess.run([sys.executable, *line], check=False).returncode == 0


def main(arguments: Sequence[str]) -> None:
    for line in MENDERS if "--fix" in arguments else ():
        subprocess.run([sys.executable, *line], check=False)
    failed = [name for name, line in LINTERS.items() if not passes(name, line)]
    sys.exit(f"lint: {', '.join(failed)} found fault" if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1:])

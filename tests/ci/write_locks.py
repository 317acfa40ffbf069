"""Writes the lock files anew from pyproject.toml: `python3 dev.py lock`. Needs uv, and nothing else installed.

One lock for every Python and system we support; "fewest" keeps the same versions on all of them where that is
possible. The output holds hashes and no address, so it can be installed from any mirror.
"""

import shutil
import subprocess
import sys

COMPILE = (
    *("pip", "compile", "--quiet", "pyproject.toml", "--universal", "--python-version", "3.11"),
    *("--fork-strategy", "fewest", "--generate-hashes", "--no-header", "--no-annotate"),
)
TO_RUN, TO_DEVELOP = "requirements.lock", "requirements-dev.lock"


def main() -> None:
    uv = shutil.which("uv") or sys.exit("`dev.py lock` needs uv on the PATH (pip install uv).")
    for name, more in ((TO_RUN, []), (TO_DEVELOP, ["--group", "dev", "--constraint", TO_RUN])):
        subprocess.run([uv, *COMPILE, "--output-file", name, *more], check=True)


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(f"dev.py: stopped, for uv failed with {error.returncode}")  # it has said itself what went wrong

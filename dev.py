"""The one door into a checkout: provides what the program needs, then starts it.

    python3 dev.py demo   [ARGS]   a meeting of a simulated province, in the operator's window
    python3 dev.py test   [ARGS]   the tests (ARGS go to pytest)
    python3 dev.py prove  [NAME]   what the product promises, measured on this machine
    python3 dev.py run    [ARGS]   main.py with these arguments
    python3 dev.py lint   [--fix]  formatting, rules, types and the borders between packages
    python3 dev.py words           writes the browser page's table of sentences anew from widgets/phrases
    python3 dev.py lock            writes the lock files anew from pyproject.toml (needs uv)

On Windows type `py dev.py …`. Python packages go to .venv, from the lock files, checked by hash; missing system
packages are installed with apt as root or through sudo, otherwise the line to type is printed.

Rule: standard library only, for this file runs before anything is installed.
"""

from __future__ import annotations

import contextlib
import ctypes
import glob
import hashlib
import json
import os
import platform
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
MARK = VENV / "made-from.json"
ON_WINDOWS = os.name == "nt"
ON_LINUX = sys.platform.startswith("linux")
PYTHON = VENV / ("Scripts/python.exe" if ON_WINDOWS else "bin/python")

TO_RUN = "requirements.lock"
TO_DEVELOP = "requirements-dev.lock"

OLDEST = (3, 12) if ON_WINDOWS else (3, 11)
NEWEST = (3, 13)


def main() -> None:
    command, arguments = (sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else ("help", [])
    if command not in COMMANDS:
        print(__doc__)
        sys.exit(0 if command in {"help", "-h", "--help"} else 2)
    check_python()
    # Where an image forbids kept bytecode, a meeting's dozen processes would compile all they import at every start.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    COMMANDS[command](arguments)


# ---------------------------------------------------------------- commands


def demo(arguments: Sequence[str]) -> NoReturn:
    if no_display() and "--headless" not in arguments:
        say("No display was found: the demo runs without a window (--headless).")
        arguments = [*arguments, "--headless"]
    run(["demo", *arguments])


def prove(arguments: Sequence[str]) -> NoReturn:
    run(["prove", *arguments])


def run(arguments: Sequence[str]) -> NoReturn:
    if no_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    drawn = os.environ.get("QT_QPA_PLATFORM") not in {"offscreen", "minimal"} and "--headless" not in arguments
    provide((*QT, *DISPLAY) if drawn else QT, SOUND)
    prepare_venv(TO_RUN)
    start([PYTHON, ROOT / "main.py", *arguments])


def test(arguments: Sequence[str]) -> NoReturn:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    provide(QT, (*DISPLAY, *SOUND, *TESTS))
    # Three files at a time, for most tests wait (`-n 0` in ARGS: one); the longest first, see tests/conftest.py.
    start_tool("pytest", ["--numprocesses=3", "--dist=loadfile", "--no-loadscope-reorder", *arguments])


def lint(arguments: Sequence[str]) -> NoReturn:
    start_tool("tests.ci.lint", arguments)


def words(arguments: Sequence[str]) -> NoReturn:
    provide(QT)
    start_tool("tests.ci.browser_strings", arguments)


def lock(arguments: Sequence[str]) -> NoReturn:
    os.chdir(ROOT)
    start([sys.executable, "-m", "tests.ci.write_locks", *arguments])


def start_tool(module: str, arguments: Sequence[str]) -> NoReturn:
    prepare_venv(TO_DEVELOP)
    os.chdir(ROOT)
    start([PYTHON, "-m", module, *arguments])


COMMANDS: Mapping[str, Callable[[Sequence[str]], NoReturn]] = {
    command.__name__: command for command in (demo, test, prove, run, lint, words, lock)
}


# ---------------------------------------------------------------- what the system must provide


class Need(NamedTuple):
    """Something the system provides, how to see it, and the package that brings it.

    Where distributions call the package differently, Debian 12's name stands last; the first known one is taken.
    """

    name: str
    present: Callable[[], bool]
    packages: tuple[str, ...]


def library(soname: str, *packages: str) -> Need:
    return Need(soname, lambda: loads(soname), packages)


def program(names: tuple[str, ...], *packages: str) -> Need:
    return Need(names[0], lambda: any(shutil.which(name) for name in names), packages)


def file(pattern: str, package: str) -> Need:
    """Returns a need for a file under the folders where distributions keep libraries (/usr/lib, /usr/lib64, …)."""
    places = ("/usr/lib*", "/usr/lib/*")
    return Need(package, lambda: any(glob.glob(f"{place}/{pattern}") for place in places), (package,))


def loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


# Qt links these even where nothing is drawn. Debian 13 renamed some packages for 64-bit time (t64).
QT = (
    library("libglib-2.0.so.0", "libglib2.0-0t64", "libglib2.0-0"),
    library("libGL.so.1", "libgl1"),
    library("libEGL.so.1", "libegl1"),
    library("libxkbcommon.so.0", "libxkbcommon0"),
    library("libdbus-1.so.3", "libdbus-1-3"),
    library("libfontconfig.so.1", "libfontconfig1"),
)
DISPLAY = (
    library("libxcb-cursor.so.0", "libxcb-cursor0"),
    library("libxcb-icccm.so.4", "libxcb-icccm4"),
    library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    library("libxcb-shape.so.0", "libxcb-shape0"),
    library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    library("libwayland-cursor.so.0", "libwayland-cursor0"),
)
SOUND = (library("libportaudio.so.2", "libportaudio2t64", "libportaudio2"),)

# Other WebRTC stacks to talk to, a display, a clock to set, a network to spoil, sound, and the installer's compiler.
TESTS = (
    program(("chromium", "chromium-browser", "google-chrome"), "chromium-browser", "chromium"),
    program(("Xvfb",), "xvfb"),
    program(("xauth",), "xauth"),
    program(("ip",), "iproute2"),
    program(("tc", "/sbin/tc", "/usr/sbin/tc"), "iproute2"),
    program(("pulseaudio",), "pulseaudio"),
    program(("pactl",), "pulseaudio-utils"),
    program(("gst-launch-1.0",), "gstreamer1.0-tools"),
    library("libX11.so.6", "libx11-6"),
    *(library(f"libX{name}.so.{n}", f"libx{name}{n}") for name, n in (("randr", 2), ("tst", 6), ("composite", 1))),
    file("faketime/libfaketimeMT.so.1", "libfaketime"),
    file("gstreamer-1.0/libgstapp.so", "gstreamer1.0-plugins-base"),
    file("gstreamer-1.0/libgstvpx.so", "gstreamer1.0-plugins-good"),
    file("gstreamer-1.0/libgstwebrtc.so", "gstreamer1.0-plugins-bad"),
    file("gstreamer-1.0/libgstx264.so", "gstreamer1.0-plugins-ugly"),
    file("gstreamer-1.0/libgstnice.so", "gstreamer1.0-nice"),
    file("girepository-1.0/GstWebRTC-1.0.typelib", "gir1.2-gst-plugins-bad-1.0"),
    file("girepository-1.0/GstSdp-1.0.typelib", "gir1.2-gst-plugins-base-1.0"),
    file("python3*/*-packages/gi/__init__.py", "python3-gi"),
    program(("makensis",), "nsis"),
)


def provide(needed: Sequence[Need], useful: Sequence[Need] = ()) -> None:
    """Installs what is missing where it may. Stops without what is needed, says so without what is useful."""
    missing = absent((*needed, *useful))
    if not missing:
        return
    install_packages(missing)
    if still := absent(needed):
        sys.exit(f"These are missing and needed: {names_of(still)}.\n{advice(still)}")
    if still := absent(useful):
        say(f"Going on without {names_of(still)}.\n{advice(still)}")


def absent(needs: Sequence[Need]) -> list[Need]:
    # Only Linux leaves these to the distribution; on Windows and macOS the wheels carry them.
    return [need for need in needs if not need.present()] if ON_LINUX else []


def names_of(needs: Sequence[Need]) -> str:
    return ", ".join(need.name for need in needs)


def advice(missing: Sequence[Need]) -> str:
    # Newer releases still understand the old names.
    packages = " ".join(dict.fromkeys(need.packages[-1] for need in missing))
    if shutil.which("apt-get"):
        return f"As an administrator, type:\n  apt-get update && {APT_INSTALL} {packages}"
    return f"Install what your distribution calls (Debian names): {packages}"


# ---------------------------------------------------------------- apt

APT_INSTALL = "apt-get install --yes --no-install-recommends"
APT_SCRIPT = ROOT / ".ci" / "install-packages"


def install_packages(missing: Sequence[Need]) -> None:
    """Installs with apt if this is a Debian and we are root or may become it; otherwise does nothing."""
    prefix = administrator()
    if prefix is None or not shutil.which("apt-get"):
        return
    words = list(dict.fromkeys("|".join(need.packages) for need in missing))
    say(f"Installing system packages: {' '.join(word.split('|')[-1] for word in words)}")
    subprocess.run([*prefix, "sh", APT_SCRIPT, *words], check=False, stdin=None if prefix else subprocess.DEVNULL)


def administrator() -> list[str] | None:
    """Returns what to put before a command to run it as root, or None. Asks for a password only at a terminal."""
    if ON_WINDOWS:
        return None
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    if sys.stdin.isatty():
        return ["sudo"]
    silently = ["sudo", "--non-interactive"]
    return silently if succeeds([*silently, "true"]) else None


# ---------------------------------------------------------------- the environment


def prepare_venv(wanted: str) -> None:
    """Makes .venv hold what the `wanted` lock names, or leaves it alone if it does."""
    if holds(wanted):
        return
    with one_at_a_time():
        if holds(wanted):  # by now
            return
        kept = recorded()
        if not extendable(kept, wanted):
            make_venv()
            kept = {}
        # Without the mark an interrupted installation is started over.
        MARK.unlink(missing_ok=True)
        say(f"Installing the packages of {wanted} (the first time takes about a minute)")
        install(wanted)
        covered = (TO_RUN, TO_DEVELOP) if wanted == TO_DEVELOP else (TO_RUN,)
        MARK.write_text(json.dumps(kept | {name: fingerprint(name) for name in covered}), encoding="utf-8")


def holds(lock_name: str) -> bool:
    return recorded().get(lock_name) == fingerprint(lock_name) and PYTHON.exists()


def recorded() -> dict[str, str]:
    """Returns the fingerprint of each lock that .venv was made from."""
    try:
        return json.loads(MARK.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def fingerprint(lock_name: str) -> str:
    """Returns what changes when the lock or the Python does."""
    return hashlib.sha256((ROOT / lock_name).read_bytes() + f"{sys.version} {platform.machine()}".encode()).hexdigest()


def extendable(kept: Mapping[str, str], wanted: str) -> bool:
    """Tells whether `wanted` may be added to .venv: what is in it is current and `wanted` itself was never in it."""
    return kept.get(TO_RUN) == fingerprint(TO_RUN) and wanted not in kept and PYTHON.exists()


def make_venv() -> None:
    say(f"Making .venv for Python {platform.python_version()}")
    try:
        if VENV.exists():
            shutil.rmtree(VENV)
    except OSError as error:
        sys.exit(f"{VENV} cannot be removed ({error}). Close the programs started from it and try again.")
    # Debian's python3 has no ensurepip; pip can install into an environment from outside.
    subprocess.run([base_python(), "-m", "venv", "--without-pip", VENV], check=True)


def install(lock_name: str) -> None:
    wheels_only = ["--quiet", "--require-hashes", "--only-binary", ":all:", "--requirement", str(ROOT / lock_name)]
    uv = working_uv()
    # uv knows nothing of pip's own settings (mirrors, certificates): where it fails, pip may not.
    if uv and succeeds([uv, "pip", "install", "--python", str(PYTHON), *wheels_only], silent=False):
        return
    provide([Need("pip", lambda: bool(pip()), ("python3-pip",))])
    subprocess.run([*pip(), "--disable-pip-version-check", "install", *wheels_only], check=True)


def pip() -> list[str]:
    """Returns the words that call a pip which installs into .venv, or none."""
    base = base_python()
    if not succeeds([base, "-m", "pip", "--version"]) and succeeds([base, "-c", "import ensurepip"]):
        subprocess.run([PYTHON, "-m", "ensurepip"], check=True, stdout=subprocess.DEVNULL)
        return [str(PYTHON), "-m", "pip"]
    return [base, "-m", "pip", "--python", str(PYTHON)] if succeeds([base, "-m", "pip", "--version"]) else []


def working_uv() -> str | None:
    uv = shutil.which("uv")
    return uv if uv and succeeds([uv, "--version"]) else None


def base_python() -> str:
    """Returns the interpreter outside any virtual environment, for ours may be about to be replaced."""
    return getattr(sys, "_base_executable", None) or sys.executable


@contextlib.contextmanager
def one_at_a_time() -> Generator[None]:
    """Waits while another dev.py of this checkout prepares .venv."""
    with open(ROOT / ".venv.lock", "w", encoding="utf-8") as handle:
        if ON_WINDOWS:
            import msvcrt

            # It gives up after ten seconds; the other one may need minutes.
            while True:
                with contextlib.suppress(OSError):
                    msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
                    break
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


# ---------------------------------------------------------------- small things


def check_python() -> None:
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    wanted = " to ".join(".".join(map(str, version)) for version in (OLDEST, NEWEST))
    others = [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1) if shutil.which(f"python3.{minor}")]
    hint = " ".join([" Try:", others[0], *sys.argv]) if others else ""
    sys.exit(f"Python {wanted} is needed; this is {platform.python_version()}.{hint}")


def no_display() -> bool:
    """Tells whether Qt would abort for want of a display. Qt ends the process then, so it is asked beforehand."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return ON_LINUX and not shown and chosen in {"offscreen", "minimal"}


def start(words: Sequence[str | Path]) -> NoReturn:
    """Becomes the program, so that signals and the exit code are its own. Windows has no exec that waits."""
    sys.stdout.flush()
    if not ON_WINDOWS:
        os.execv(words[0], tuple(words))
    sys.exit(subprocess.run(words, check=False).returncode)


def succeeds(words: Sequence[str], *, silent: bool = True) -> bool:
    sink = subprocess.DEVNULL if silent else None
    return subprocess.run(words, check=False, stdin=subprocess.DEVNULL, stdout=sink, stderr=sink).returncode == 0


def say(text: str) -> None:
    print(f"dev.py: {text}", flush=True)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
    except subprocess.CalledProcessError as error:
        sys.exit(f"dev.py: stopped, for this failed: {shlex.join(map(str, error.cmd))}")

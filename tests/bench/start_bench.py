"""`main.py` to usable window, measured: the program started by its own command on a folder that was used before.

Rule: warm, that is after one start that is not counted.
"""

import json
import shutil
import socket
import tempfile
import time
from pathlib import Path

from tests.bench.cpu_meter import CpuMeter
from tests.bench.figures import Figure, wall_figure
from tests.bench.measure import Sample
from tests.bench.probe_reading import ProbeFile
from tests.own_process import OwnProcess, until

START_SECONDS = 30.0
SETTLE_SECONDS = 0.7
"""The meter's next tick has to see what the start has used."""


def free_port(kind: socket.SocketKind) -> int:
    """Returns a port that nobody uses now."""
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("", 0))
        port: int = probe.getsockname()[1]
    return port


def measure_start(repetitions: int) -> Figure:
    """Starts the console several times."""
    root = Path(tempfile.mkdtemp(prefix="diem-cau-start-"))
    try:
        data = root / "data"
        data.mkdir()
        ports = {"https_port": free_port(socket.SOCK_STREAM), "media_port": free_port(socket.SOCK_DGRAM)}
        (data / "settings.json").write_text(json.dumps(ports))
        with CpuMeter({}, {}, look_every_ticks=1) as meter:
            samples = [_start_once(data, root / f"probe-{number}", meter) for number in range(repetitions + 1)][1:]
            time.sleep(1)
            return wall_figure(
                "main.py to usable window, warm, worst",
                samples,
                meter.ticks,
                share=1.0,
                must=2000.0,
                stretch=1000.0,
                how="process started to the end of the first paint that shows the bridge's state",
            )
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _start_once(data: Path, probe_file: Path, meter: CpuMeter) -> Sample:
    probe = ProbeFile(probe_file)
    environment = {"DIEM_CAU_PROBE": str(probe_file)}
    with OwnProcess(["--data", str(data)], data / "console.out", environment=environment) as console:
        meter.add_product(f"console {console.pid}", console.pid)
        until("the window is usable", lambda: probe.usable_seconds() is not None, START_SECONDS, console)
        usable = probe.usable_seconds()
        assert usable is not None
        time.sleep(SETTLE_SECONDS)
        return Sample((usable - console.started_seconds) * 1000, console.started_seconds, usable)

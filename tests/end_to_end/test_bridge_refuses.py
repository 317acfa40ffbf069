"""A console whose bridge cannot start keeps its window, which says why, and opens the meeting when that is mended."""

import socket
from pathlib import Path

import pytest

from console.settings import read_settings
from hardware.processes.keeper.refusal import ask_again, refusal_in
from hardware.processes.lock import is_held
from tests.end_to_end.meeting import new_folder
from tests.own_process import until

pytestmark = pytest.mark.timeout(120)
START_SECONDS = 40


def test_a_taken_port_is_told_in_the_window_and_tried_again(tmp_path: Path) -> None:
    with new_folder(tmp_path, sites=1, fixed_ports=True) as folder, socket.socket() as other:
        port = read_settings(folder.data.settings_file.read_bytes()).https_port
        other.bind(("0.0.0.0", port))
        other.listen()
        console = folder.start()

        refusal = until("the reason", lambda: refusal_in(folder.data.run), START_SECONDS, console)
        until("the window", lambda: is_held(folder.data.run / "window.lock"), START_SECONDS, console)
        assert str(port) in refusal.text

        other.close()
        ask_again(folder.data.run)

        until("the bridge is up", folder.address, START_SECONDS, console)
        assert refusal_in(folder.data.run) is None
        assert console.running

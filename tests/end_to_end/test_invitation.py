"""A site from its invitation to the meeting, by the commands a person types."""

import signal

import pytest

from console.words import LinkState
from tests.end_to_end.meeting import Folder, operator
from tests.own_process import OwnProcess

pytestmark = pytest.mark.timeout(120)


async def test_an_invited_satellite_joins_and_returns_without_its_code(folder: Folder) -> None:
    folder.start_bridge()
    letter = folder.outputs / "letter.json"
    made = folder.run("invite", "5", "--address", "127.0.0.1", "--out", str(letter))
    assert made.returncode == 0, made.stderr
    async with operator(folder) as meeting:
        joined = satellite(folder, str(letter))
        await meeting.until_live(["s005"])
        joined.process.send_signal(signal.SIGTERM)
        assert joined.wait(15) == 0
        await meeting.state.until("s005 has left", lambda: meeting.link("s005") is not LinkState.LIVE)

        satellite(folder)

        await meeting.until_live(["s005"])


def satellite(folder: Folder, *invitation: str) -> OwnProcess:
    """Starts a site's program on a folder of its own."""
    command = ["satellite", *invitation, "--data", str(folder.outputs / "site"), "--video", "test", "--audio", "test"]
    number = len(folder.processes)
    process = OwnProcess([*command, "--no-window"], folder.outputs / f"{number}-satellite.out")
    folder.processes.append(process)
    return process


def test_a_used_invitation_is_refused_in_one_sentence(folder: Folder) -> None:
    folder.start_bridge()
    letter = folder.outputs / "letter.json"
    assert folder.run("invite", "5", "--address", "127.0.0.1", "--out", str(letter)).returncode == 0
    letter.write_text(letter.read_text().replace('"code"', '"kode"'))

    run = folder.run("satellite", str(letter), "--no-window")

    assert run.returncode == 2
    assert "Traceback" not in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1

"""A media port that somebody else has: refused at a start, waited for in a meeting, and never half a bridge."""

import asyncio
import json
import socket
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager

import pytest

from console.snapshot import EngineView
from console.trouble import TroubleKind
from hardware.processes.bridge.media_ports import MediaPortInUse, check_media_ports
from hardware.rtc.media_socket import local_addresses
from tests.end_to_end.meeting import Folder, Meeting, operator
from tests.own_process import until


@contextmanager
def taken(port: int = 0, family: socket.AddressFamily = socket.AF_INET) -> Generator[int]:
    """Holds a UDP port of every IPv4 address, as another program would."""
    with socket.socket(family, socket.SOCK_DGRAM) as other:
        other.bind(("", port))
        yield other.getsockname()[1]


def media_port(folder: Folder) -> int:
    """Returns the folder's media port."""
    port: int = json.loads(folder.data.settings_file.read_text())["media_port"]
    return port


def test_a_port_that_is_taken_on_one_kind_of_address_is_taken() -> None:
    assert any("." in address for address in local_addresses(loopback=False))
    with taken() as port, pytest.raises(MediaPortInUse) as refused:
        check_media_ports(port, 1, patience_seconds=0.1)
    assert refused.value.trouble is not None
    assert refused.value.trouble.kind is TroubleKind.MEDIA_PORT_IN_USE
    assert refused.value.trouble.values == {"port": str(port)}


def test_every_worker_needs_its_port() -> None:
    with taken() as port, pytest.raises(MediaPortInUse, match=str(port)):
        check_media_ports(port - 1, 2, patience_seconds=0.1)


def test_a_dying_worker_is_waited_for(folder: Folder) -> None:
    port = media_port(folder)
    other = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    other.bind(("", port))
    leaving = threading.Timer(0.3, other.close)
    leaving.start()
    began = time.monotonic()
    check_media_ports(port, 1)
    assert time.monotonic() - began >= 0.25
    leaving.join()
    check_media_ports(port, 1)


def test_a_bridge_without_its_media_port_says_so_and_does_not_start(folder: Folder) -> None:
    with taken(media_port(folder)):
        run = folder.run("bridge")
    assert run.returncode == 2
    assert str(media_port(folder)) in run.stderr
    assert "--media-port" in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1


async def test_in_a_meeting_the_bridge_stays_says_why_and_takes_the_port_when_it_is_free(folder: Folder) -> None:
    folder.start("bridge")
    until("a bridge", folder.address, 30)
    async with operator(folder) as meeting:
        session = meeting.state.session().session
    folder.processes[0].kill()
    until("the dead bridge's worker has left the port", lambda: is_free(media_port(folder)), 5)

    with taken(media_port(folder)):
        again = folder.start("bridge")
        await asyncio.to_thread(until, "the bridge is back", folder.address, 30, again)
        async with operator(folder, session=False) as meeting:
            await meeting.state.until("why there is no media", lambda: str(media_port(folder)) in engine(meeting).text)
            assert meeting.state.session().session == session
    async with operator(folder, session=False) as meeting:
        await meeting.state.until("the media part is there", lambda: engine(meeting).up)


def is_free(port: int) -> bool:
    """Tells whether the port can be had on the IPv4 addresses."""
    try:
        with taken(port):
            return True
    except OSError:
        return False


def engine(meeting: Meeting) -> EngineView:
    """Returns what the published state says of the media part."""
    view = meeting.state.views["engine"]
    assert isinstance(view, EngineView)
    return view

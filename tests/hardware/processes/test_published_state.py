"""The published state of a real bridge: every number once, and the same for whoever comes later."""

import asyncio
from pathlib import Path

import pytest

from console.commands import LiftSilence, MuteAll, MuteSite, StartSession, UnmuteSite
from console.snapshot import Delta, SessionView, SilenceView, Whole
from console.words import Origin, SessionKind
from hardware.link.link_client import BridgeClient
from hardware.link.run_file import run_file_of
from hardware.processes.published_state import NotSeen, PublishedState
from tests.end_to_end.meeting import Folder

CALM_SECONDS = 0.5


class Numbers:
    """The numbers of what came, beside the state that they made."""

    def __init__(self) -> None:
        self.state = PublishedState()
        self.wholes: list[int] = []
        self.deltas: list[int] = []

    def whole(self, whole: Whole) -> None:
        self.wholes.append(whole.number)
        self.state.take(whole)

    def delta(self, delta: Delta) -> None:
        self.deltas.append(delta.number)
        self.state.take(delta)


async def follow(folder: Folder, seen: Numbers) -> BridgeClient:
    client = BridgeClient(on_whole=seen.whole, on_delta=seen.delta)
    await client.connect(run_file_of(folder.data.root), "test", Origin.COMMAND_LINE)
    return client


async def test_deltas_have_no_gaps_and_lead_where_the_whole_stands(folder: Folder) -> None:
    folder.start_bridge()
    first, late = Numbers(), Numbers()
    client = await follow(folder, first)
    await client.ask(StartSession(kind=SessionKind.TEST, title="numbers"))
    wishes = [LiftSilence(), MuteSite(site="s001"), UnmuteSite(site="s002"), MuteAll()]
    await asyncio.gather(*(client.ask(wish) for wish in wishes * 10))
    other = await follow(folder, late)
    await asyncio.sleep(CALM_SECONDS)

    assert len(first.wholes) == 1
    assert first.deltas == list(range(first.wholes[0] + 1, first.wholes[0] + 1 + len(first.deltas)))
    assert len(first.deltas) >= 2
    assert first.state.views == late.state.views
    assert first.state.silence().in_force
    assert [site.site for site in first.state.sites()] == ["main", "s001", "s002", "s003"]
    await client.close()
    await other.close()


async def test_what_is_gone_is_gone_and_a_whole_forgets_what_it_does_not_name() -> None:
    state = PublishedState()
    silence, session = SilenceView(in_force=True), SessionView(running=True)
    state.take(Whole(number=1, views={"silence": silence, "session": session}))
    assert state.silence().in_force
    state.take(Delta(number=2, put={}, gone=("silence", "never there")))
    assert not state.silence().in_force
    assert state.session().running
    state.take(Whole(number=9, views={"silence": silence}))
    assert state.silence().in_force
    assert not state.session().running


async def test_what_does_not_come_is_named() -> None:
    with pytest.raises(NotSeen, match=r"a session: not seen within 0\.05 s"):
        await PublishedState().until("a session", lambda: False, 0.05)


async def test_no_bridge_is_no_state(tmp_path: Path) -> None:
    state = PublishedState()
    assert not state.session().running
    assert state.site("s001") is None
    assert state.sites() == []

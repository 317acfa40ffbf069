"""The check at start: it passes here, leaves nothing, and names what a changed aiortc lacks."""

import asyncio
import time

import aiortc
import pytest

from hardware.rtc import adapter, self_test
from hardware.rtc.adapter import MediaPeerConnection, RtcHookMissing
from hardware.rtc.self_test import check_hooks


async def test_every_hook_is_there_and_nothing_stays() -> None:
    before = asyncio.all_tasks()
    began = time.monotonic()
    await check_hooks()
    assert time.monotonic() - began < self_test.CALL_SECONDS
    assert asyncio.all_tasks() <= before


async def test_another_version_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(adapter.KNOWN_VERSIONS, "aiortc", "1.15.9")
    with pytest.raises(RtcHookMissing, match=r"aiortc .* is installed but this program needs exactly 1\.15\.9"):
        await check_hooks()


async def test_a_missing_inside_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(aiortc.RTCPeerConnection, "_RTCPeerConnection__createTransceiver")
    with pytest.raises(RtcHookMissing, match="createTransceiver"):
        await check_hooks()


async def test_an_inside_that_moved_is_noticed_by_the_call(monkeypatch: pytest.MonkeyPatch) -> None:
    def moved(self: MediaPeerConnection) -> adapter.MediaKeys:
        raise AttributeError("'RTCDtlsTransport' object has no attribute '_tx_srtp'")

    monkeypatch.setattr(self_test, "CALL_SECONDS", 0.7)
    monkeypatch.setattr(MediaPeerConnection, "sections", moved)
    with pytest.raises(RtcHookMissing):
        await check_hooks()


async def test_packets_that_pass_by_the_hook_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "CALL_SECONDS", 0.7)
    monkeypatch.setattr("hardware.rtc.ice_port.SharedPortConnection.take_media", lambda self, sink: None)
    with pytest.raises(RtcHookMissing, match="picture"):
        await check_hooks()

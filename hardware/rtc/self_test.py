"""The check before anything else: does this aiortc still have every inside that `adapter.py` and `ice_port.py` use?

Rule: proved by a real call over loopback (SDP, ICE, DTLS, SRTP both ways, RTCP, SCTP), about 0.1 s; a failure is one
sentence that names what is missing, and the program does not start.
"""

import asyncio
from collections.abc import Callable

import aioice
import aiortc
from aiortc.rtcicetransport import RTCIceGatherer

from hardware.rtc.adapter import RtcHookMissing, check_versions
from hardware.rtc.media_socket import MediaSocket
from hardware.rtc.media_types import AudioPacket, VideoUnit
from hardware.rtc.payload_formats import packetise
from hardware.rtc.peer import OfferRefused, Peer, PeerSettings, make_certificate

CALL_SECONDS = 5.0

_INSIDES: tuple[tuple[type, tuple[str, ...]], ...] = (
    (
        aiortc.RTCPeerConnection,
        (
            "_RTCPeerConnection__createDtlsTransport",
            "_RTCPeerConnection__createTransceiver",
            "_RTCPeerConnection__remoteDescription",
            "_RTCPeerConnection__updateConnectionState",
            "_RTCPeerConnection__updateIceConnectionState",
            "_RTCPeerConnection__updateIceGatheringState",
        ),
    ),
    (aiortc.RTCRtpTransceiver, ("_set_mid", "_set_mline_index", "setCodecPreferences")),
    (aiortc.RTCDtlsTransport, ("_setup_srtp", "_set_state", "_write_ssl")),
    (aiortc.RTCSctpTransport, ("_handle_data", "_send_chunk", "_send_sack")),
    (aioice.Connection, ("gather_candidates", "query_consent", "check_incoming", "check_complete", "build_request")),
    (RTCIceGatherer, ("gather",)),
)

_PARAMETER_SETS = b"\0\0\0\1\x67\x42\xe0\x1f\0\0\0\1\x68\xce"
_KEY_PICTURE = _PARAMETER_SETS + b"\0\0\0\1\x65" + bytes(range(1, 200)) * 20


class _Side:
    """Notes what one end of the call was told."""

    def __init__(self) -> None:
        self.told: set[str] = set()
        self.changed = asyncio.Event()

    def _note(self, what: str) -> None:
        self.told.add(what)
        self.changed.set()

    def connected(self, peer: Peer, remote_address: str) -> None:
        self._note("keys")

    def closed(self, peer: Peer, text: str) -> None:
        self._note(f"end: {text}")

    def control_opened(self, peer: Peer) -> None:
        self._note("channel")

    def control_arrived(self, peer: Peer, text: str) -> None:
        self._note(f"message {text}")

    def video_unit(self, peer: Peer, unit: VideoUnit) -> None:
        self._note("picture" if unit.data == _KEY_PICTURE else "a damaged picture")

    def audio_packet(self, peer: Peer, packet: AudioPacket) -> None:
        self._note(f"sound at {packet.level_dbov} dBov")

    def key_frame_wanted(self, peer: Peer, section: int) -> None:
        self._note("key frame request")


async def check_hooks() -> None:
    """Makes one call inside this process and returns when everything passed both ways.

    Raises:
        RtcHookMissing: something did not; the text is one sentence for the person who installed the program.
    """
    check_versions()
    for owner, names in _INSIDES:
        for name in names:
            if not hasattr(owner, name):
                raise RtcHookMissing(f"{owner.__module__} has no {owner.__name__}.{name}: install the locked versions.")
    try:
        await _call()
    except (AttributeError, TypeError, KeyError) as error:
        raise RtcHookMissing(f"aiortc or aioice changed inside ({error}): install the locked versions.") from error
    except OfferRefused as error:
        raise RtcHookMissing(f"aiortc no longer understands its own SDP: {error}") from error


async def _call() -> None:
    certificate = make_certificate()
    socket_a = MediaSocket(addresses=("127.0.0.1",))
    socket_b = MediaSocket(addresses=("127.0.0.1",))
    site, bridge = _Side(), _Side()
    peers: list[Peer] = []
    try:
        offerer, offer = await Peer.offer(
            settings=PeerSettings(certificate=certificate, media_socket=socket_a), events=site
        )
        peers.append(offerer)
        answerer, answer = await Peer.answer(
            offer, settings=PeerSettings(certificate=certificate, media_socket=socket_b), events=bridge
        )
        peers.append(answerer)
        await offerer.take_answer(answer)
        await _wait(site, bridge, {"keys", "channel"}, _nothing)
        await _wait(site, bridge, {"picture", "sound at -33 dBov", "message ok", "key frame request"}, _talk(peers))
    finally:
        for peer in peers:
            await peer.close()
        socket_a.close()
        socket_b.close()


def _talk(peers: list[Peer]) -> Callable[[], None]:
    unit = packetise("H264", _KEY_PICTURE, 0, key=True)

    def talk() -> None:
        for peer in peers:
            peer.send_video(unit)
            peer.send_audio(b"\xf8\xff\xfe", 0, -33)
            peer.send_control("ok")
            peer.request_key_frame()

    return talk


def _nothing() -> None:
    """The first wait only listens."""


async def _wait(site: _Side, bridge: _Side, wanted: set[str], again: Callable[[], None]) -> None:
    """Waits until both sides were told all that is wanted, acting every 50 ms."""
    loop = asyncio.get_running_loop()
    until = loop.time() + CALL_SECONDS
    while missing := (wanted - site.told) | (wanted - bridge.told):
        if loop.time() > until:
            what = ", ".join(sorted(missing))
            raise RtcHookMissing(
                f"aiortc {aiortc.__version__} did not carry over loopback: {what} "
                f"(site was told {sorted(site.told)}, bridge {sorted(bridge.told)})."
            )
        again()
        site.changed.clear()
        bridge.changed.clear()
        waits = [asyncio.ensure_future(side.changed.wait()) for side in (site, bridge)]
        await asyncio.wait(waits, timeout=0.05, return_when=asyncio.FIRST_COMPLETED)
        for wait in waits:
            wait.cancel()

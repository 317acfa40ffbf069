"""The only file that knows private names of aiortc 1.16.0 and aioice 0.13.0.

Rule: everything a connection needs of their insides is taken here and offered under our own names; `self_test.py`
checks it by a real call before anything else starts. What is replaced, and why:

- RTP senders and receivers are silent stand-ins: no decoder threads, no tasks, no jitter buffers. Packets pass through
  `MediaKeys`, synchronously.
- ICE runs on our shared socket (`ice_port.py`).
- Control messages pass without queue and task, and are acknowledged with their answers (`control_path.py`).
- One certificate for all connections of a process; SCTP's timers are shortened to what WebRTC stacks use.
"""

import contextlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any, cast

import aiortc.rtcpeerconnection
import aiortc.rtcsctptransport
import pylibsrtp
from aiortc import (
    RTCBundlePolicy,
    RTCCertificate,
    RTCConfiguration,
    RTCDtlsTransport,
    RTCIceGatherer,
    RTCIceTransport,
    RTCPeerConnection,
    RTCRtpCodecCapability,
    RTCRtpTransceiver,
)
from aiortc.codecs import CODECS
from aiortc.rtcrtpparameters import RTCRtpCodecParameters
from OpenSSL import SSL

from hardware.rtc.control_path import SecuredRecords, bound_parameters, bound_reassembly, defer_acknowledgements
from hardware.rtc.ice_port import SharedPortConnection
from hardware.rtc.media_socket import MediaSocket
from hardware.rtc.rtp_header import ExtensionIds
from hardware.rtc.small_datagrams import send_small_datagrams

KNOWN_VERSIONS = {"aiortc": "1.16.0", "aioice": "0.13.0"}

_MID_URI = "urn:ietf:params:rtp-hdrext:sdes:mid"
_LEVEL_URI = "urn:ietf:params:rtp-hdrext:ssrc-audio-level"

SrtpError = pylibsrtp.Error


class RtcHookMissing(RuntimeError):
    """The installed aiortc or aioice is not the one this program was made for; one sentence says what is missing."""


def check_versions() -> None:
    """Raises `RtcHookMissing` when another version than the locked one is installed."""
    for name, wanted in KNOWN_VERSIONS.items():
        if (found := version(name)) != wanted:
            raise RtcHookMissing(f"{name} {found} is installed but this program needs exactly {wanted}.")


def _shorten_sctp_timers() -> None:
    """Sets SCTP's retransmission timers as browsers do; RFC 9260's minimum would hold a lost order up for 1 s."""
    sctp = cast("Any", aiortc.rtcsctptransport)
    sctp.SCTP_RTO_INITIAL, sctp.SCTP_RTO_MIN, sctp.SCTP_RTO_MAX = 0.5, 0.2, 4.0


def _let_late_repeats_go() -> None:
    """Lets a repeat that is due after its connection has closed end quietly: nobody owns the task that aiortc makes."""
    sctp = cast("Any", aiortc.rtcsctptransport.RTCSctpTransport)
    transmit = sctp._transmit

    async def transmit_while_open(self: object) -> None:
        with contextlib.suppress(ConnectionError, SSL.Error):  # closed, or closing: DTLS says so in its own way
            await transmit(self)

    sctp._transmit = transmit_while_open


_shorten_sctp_timers()
_let_late_repeats_go()
defer_acknowledgements()
bound_reassembly()
send_small_datagrams()
bound_parameters()


# ---------------------------------------------------------------- what was agreed


@dataclass(frozen=True, slots=True)
class CodecNumber:
    """A payload type that was agreed; `apt` is the type a repeat stands for (RFC 4588)."""

    payload_type: int
    name: str
    clock_hz: int
    apt: int | None


@dataclass(frozen=True, slots=True)
class Section:
    """What was agreed about one audio or video section."""

    kind: str
    mid: str
    sends: bool
    receives: bool
    codecs: tuple[CodecNumber, ...]
    extensions: ExtensionIds
    remote_ssrcs: tuple[int, ...]
    ssrc: int
    rtx_ssrc: int


@dataclass(frozen=True, slots=True)
class MediaKeys:
    """SRTP both ways (RFC 5764); each raises `SrtpError` or ValueError for a packet that does not fit."""

    protect: Callable[[bytes], bytes]
    unprotect: Callable[[bytes], bytes]
    protect_rtcp: Callable[[bytes], bytes]
    unprotect_rtcp: Callable[[bytes], bytes]


# ---------------------------------------------------------------- codecs


_EXTRA_H264_PROFILES = ("4d001f", "640c1f", "64001f")
"""Main, constrained high and high: hardware encoders offer them alone; our decoder takes them, we never offer them."""


def _add_h264_profiles() -> None:
    """Lets answers accept them; aiortc itself knows the two baselines only."""
    pattern = next(codec for codec in CODECS["video"] if codec.name == "H264")
    for number, profile in enumerate(_EXTRA_H264_PROFILES, start=120):
        CODECS["video"].append(
            RTCRtpCodecParameters(
                mimeType="video/H264",
                clockRate=90000,
                payloadType=number,
                rtcpFeedback=list(pattern.rtcpFeedback),
                parameters={**pattern.parameters, "profile-level-id": profile},
            )
        )


_add_h264_profiles()


def preferred_codecs(kind: str, video_codecs: tuple[str, ...], *, any_profile: bool) -> list[RTCRtpCodecCapability]:
    """Returns what we take, best first: Opus; constrained baseline, baseline, (other profiles,) VP8; repeats by RTX."""
    if kind == "audio":
        return [RTCRtpCodecCapability(mimeType="audio/opus", clockRate=48000, channels=2)]
    wanted: list[RTCRtpCodecCapability] = []
    for name in video_codecs:
        found = [codec for codec in CODECS["video"] if codec.name == name]
        if name == "H264":
            order = ("42e01f", "42001f", *(_EXTRA_H264_PROFILES if any_profile else ()))
            found = [c for profile in order for c in found if c.parameters.get("profile-level-id") == profile]
        wanted += [RTCRtpCodecCapability(c.mimeType, c.clockRate, c.channels, c.parameters) for c in found]
    return [*wanted, RTCRtpCodecCapability(mimeType="video/rtx", clockRate=90000)]


# ---------------------------------------------------------------- stand-ins


class SilentSender:
    """Stands where aiortc keeps an RTP sender; it holds the numbers that go into the SDP and does nothing."""

    def __init__(self, transport: RTCDtlsTransport, stream_id: str) -> None:
        self.transport = transport
        self.track = None
        self._ssrc = secrets.randbits(31) | 1
        self._rtx_ssrc = secrets.randbits(31) | 1
        self._track_id = secrets.token_hex(8)
        self._stream_id = stream_id
        self._enabled = True

    def setTransport(self, transport: RTCDtlsTransport) -> None:  # noqa: N802 - aiortc's name
        self.transport = transport

    async def send(self, parameters: object) -> None:
        """Starts nothing; aiortc would start two tasks here."""

    async def stop(self) -> None:
        """Has nothing to stop."""


class SilentReceiver:
    """Stands where aiortc keeps an RTP receiver, which would start a thread per track."""

    def __init__(self, transport: RTCDtlsTransport) -> None:
        self.transport = transport
        self.track = None
        self._track = None
        self._enabled = True

    def setTransport(self, transport: RTCDtlsTransport) -> None:  # noqa: N802 - aiortc's name
        self.transport = transport

    async def receive(self, parameters: object) -> None:
        """Starts nothing; packets reach us through `SharedPortConnection.take_media`."""

    async def stop(self) -> None:
        """Has nothing to stop."""


class _OneCertificate:
    """Keeps `RTCPeerConnection` from making a certificate of its own (0.2 ms each) while it is constructed."""

    def __init__(self, certificate: RTCCertificate) -> None:
        self._certificate = certificate

    def __enter__(self) -> None:
        cast("Any", aiortc.rtcpeerconnection).RTCCertificate = self

    def __exit__(self, *_: object) -> None:
        cast("Any", aiortc.rtcpeerconnection).RTCCertificate = RTCCertificate

    def generateCertificate(self) -> RTCCertificate:  # noqa: N802 - aiortc's name
        return self._certificate


# ---------------------------------------------------------------- the connection


class MediaPeerConnection(RTCPeerConnection):
    """aiortc's connection with the parts above in place of its own; everything on one port (MAX_BUNDLE)."""

    def __init__(
        self,
        *,
        media_socket: MediaSocket,
        certificate: RTCCertificate,
        video_codecs: tuple[str, ...],
        any_h264_profile: bool,
        consent_expires_seconds: float,
    ) -> None:
        with _OneCertificate(certificate):
            super().__init__(RTCConfiguration(iceServers=[], bundlePolicy=RTCBundlePolicy.MAX_BUNDLE))
        self._certificate = certificate
        self._video_codecs = video_codecs
        self._any_h264_profile = any_h264_profile
        self.ice = SharedPortConnection(media_socket, consent_expires_seconds)
        self.dtls: RTCDtlsTransport | None = None
        self._apart = False

    # The double-underscore names below are aiortc's own, mangled: defined here they are what it calls.

    def _RTCPeerConnection__createDtlsTransport(self) -> RTCDtlsTransport:  # noqa: N802
        assert self.dtls is None, "with MAX_BUNDLE there is one transport"
        gatherer = RTCIceGatherer(iceServers=[])
        cast("Any", gatherer)._connection = self.ice
        transport = RTCIceTransport(gatherer)
        dtls = self.dtls = RTCDtlsTransport(transport, [self._certificate])
        own = cast("Any", self)
        gatherer.on("statechange", own._RTCPeerConnection__updateIceGatheringState)
        transport.on("statechange", own._RTCPeerConnection__updateIceConnectionState)
        transport.on("statechange", own._RTCPeerConnection__updateConnectionState)
        dtls.on("statechange", own._RTCPeerConnection__updateConnectionState)
        own._RTCPeerConnection__iceTransports.add(transport)
        own._RTCPeerConnection__dtlsTransports.add(dtls)
        return dtls

    def _RTCPeerConnection__createTransceiver(  # noqa: N802
        self,
        direction: str,
        kind: str,
        sender_track: object = None,
    ) -> RTCRtpTransceiver:
        own = cast("Any", self)
        bundled = self.dtls is not None
        dtls = self.dtls or self._RTCPeerConnection__createDtlsTransport()
        sender = SilentSender(dtls, own._RTCPeerConnection__stream_id)
        transceiver = RTCRtpTransceiver(
            kind=kind, direction=direction, sender=cast("Any", sender), receiver=cast("Any", SilentReceiver(dtls))
        )
        cast("Any", transceiver)._bundled = bundled
        codecs = preferred_codecs(kind, self._video_codecs, any_profile=self._any_h264_profile)
        transceiver.setCodecPreferences(codecs)
        own._RTCPeerConnection__transceivers.append(transceiver)
        return transceiver

    async def close(self) -> None:
        """Ends the connection and takes it apart.

        aiortc's objects hold each other in circles of some hundred; a process that keeps what lives long out of the
        garbage collector's sight would never be rid of them. Emptied, they go with their last user; `ice` stays.
        """
        if not self._apart:
            await super().close()
            self._take_apart()

    def _take_apart(self) -> None:
        dtls, ice = self.dtls, self.ice
        if self._apart or dtls is None:
            return
        own = cast("Any", self)
        transceivers, sctp = own._RTCPeerConnection__transceivers, own._RTCPeerConnection__sctp
        parts: list[object] = [*transceivers, dtls.transport.iceGatherer, dtls.transport, dtls, self]
        parts += [end for transceiver in transceivers for end in (transceiver.sender, transceiver.receiver)]
        if sctp is not None:
            parts.append(sctp)
        for part in parts:
            vars(part).clear()
        self.ice, self.dtls, self._apart = ice, None, True

    def when_secure(self, told: Callable[[], None]) -> None:
        """Calls `told` as soon as the keys exist, before aiortc does anything else with the connection."""
        dtls = self.dtls
        assert dtls is not None

        def changed() -> None:
            if dtls.state == "connected":
                told()
                self.ice.take_records(SecuredRecords(dtls, self.ice.count_malformed).take)
            else:
                self.ice.take_records(None)

        dtls.on("statechange", changed)

    def keys(self) -> MediaKeys:
        """Returns the SRTP functions; only after `when_secure`."""
        dtls = self.dtls
        assert dtls is not None
        sending, receiving = cast("Any", dtls)._tx_srtp, cast("Any", dtls)._rx_srtp
        return MediaKeys(
            protect=sending.protect,
            unprotect=receiving.unprotect,
            protect_rtcp=sending.protect_rtcp,
            unprotect_rtcp=receiving.unprotect_rtcp,
        )

    def sections(self) -> list[Section]:
        """Returns what was agreed about each audio and video section, in the order of the SDP."""
        remote = cast("Any", self)._RTCPeerConnection__remoteDescription()
        found = {transceiver.mid: transceiver for transceiver in self.getTransceivers()}
        return [
            _section(found[media.rtp.muxId], [entry.ssrc for entry in media.ssrc])
            for media in remote.media
            if media.kind in {"audio", "video"} and media.rtp.muxId in found
        ]

    def cname(self) -> str:
        return cast("Any", self)._RTCPeerConnection__cname


def _section(transceiver: RTCRtpTransceiver, remote_ssrcs: list[int]) -> Section:
    inside = cast("Any", transceiver)
    ids = {extension.uri: extension.id for extension in inside._headerExtensions}
    direction = transceiver.currentDirection or "inactive"
    return Section(
        kind=inside.kind,
        mid=transceiver.mid or "",
        sends=direction in {"sendonly", "sendrecv"},
        receives=direction in {"recvonly", "sendrecv"},
        codecs=tuple(_codec_number(codec) for codec in inside._codecs),
        extensions=ExtensionIds(mid=ids.get(_MID_URI, 0), audio_level=ids.get(_LEVEL_URI, 0)),
        remote_ssrcs=tuple(remote_ssrcs),
        ssrc=inside.sender._ssrc,
        rtx_ssrc=inside.sender._rtx_ssrc,
    )


def _codec_number(codec: RTCRtpCodecParameters) -> CodecNumber:
    apt = codec.parameters.get("apt")
    name = codec.name.upper() if codec.name.lower() != "rtx" else "rtx"
    return CodecNumber(codec.payloadType or 0, name, codec.clockRate, apt if isinstance(apt, int) else None)

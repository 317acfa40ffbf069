"""One WebRTC connection: the API for the bridge's workers, the sites' endpoint program and light peers.

Rule: everything runs on the loop that made the peer; nothing here blocks, events are plain calls. The bridge answers
(`Peer.answer`), sites offer (`Peer.offer`, `take_answer`). A peer ends exactly once, with `closed`.

    certificate = make_certificate()
    settings = PeerSettings(certificate=certificate, media_socket=MediaSocket(47000))
    peer, answer_sdp = await Peer.answer(offer_sdp, settings=settings, events=events)
    ...
    unit = packetise("H264", access_unit, rtp_time, key=True)       # once, for all receivers
    for peer in peers: peer.send_video(unit)
"""

import asyncio
from collections.abc import Callable

from aiortc import RTCDataChannel, RTCSessionDescription

from console.sites.site_messages import CONTROL_LABEL
from hardware.rtc.adapter import MediaPeerConnection
from hardware.rtc.line_ramp import BRISK, LineRate, RampPace
from hardware.rtc.lip_sync import SenderClocks
from hardware.rtc.media_path import MediaPath, MediaTold, video_codec_out
from hardware.rtc.media_socket import Address, BoundSocket, MediaSocket, PortInUse
from hardware.rtc.media_types import (
    AudioPacket,
    PacketisedUnit,
    PeerCounters,
    StreamCounters,
    VideoCodec,
    VideoUnit,
)
from hardware.rtc.payload_formats import packetise
from hardware.rtc.peer_settings import PeerEvents, PeerSettings, make_certificate
from hardware.rtc.pulse import pulse_of_this_loop
from hardware.rtc.session_description import BAD_SDP, OfferRefused, announce, direction, shape_offer, short

__all__ = [
    "AudioPacket",
    "MediaSocket",
    "OfferRefused",
    "PacketisedUnit",
    "Peer",
    "PeerCounters",
    "PeerEvents",
    "PeerSettings",
    "PortInUse",
    "StreamCounters",
    "VideoCodec",
    "VideoUnit",
    "make_certificate",
    "packetise",
]

CONTROL_BUFFER_BYTES = 256 * 1024
"""What may wait in the control channel; beyond it `send_control` refuses."""
CONTROL_MESSAGE_BYTES = 60_000
"""Longest control message; below the 64 KiB that every WebRTC stack takes."""


class Peer:
    """One connection; make it by `Peer.answer` or `Peer.offer`."""

    def __init__(self, settings: PeerSettings, events: PeerEvents, *, answers: bool) -> None:
        self._settings = settings
        self._events = events
        self._own_socket = None
        if settings.media_socket is None:
            self._own_socket = MediaSocket(include_loopback=settings.include_loopback)
        self._connection = MediaPeerConnection(
            media_socket=settings.media_socket or self._require_own_socket(),
            certificate=settings.certificate,
            video_codecs=settings.video_codecs,
            any_h264_profile=answers,
            consent_expires_seconds=settings.consent_expires_seconds,
        )
        self._path: MediaPath | None = None
        self._last_counters = PeerCounters()
        self._way: tuple[BoundSocket, Address] | None = None
        self._unsent = 0
        self._control: RTCDataChannel | None = None
        self._audio_wanted = True
        self._refuses_media = False
        self._ended = False
        self._ending: asyncio.Task[None] | None = None
        self._connect_timer: asyncio.TimerHandle | None = None
        self.remote_address: str | None = None
        self.video_codec_out: VideoCodec | None = None

    def _require_own_socket(self) -> MediaSocket:
        assert self._own_socket is not None
        return self._own_socket

    # ------------------------------------------------------------ making a connection

    @classmethod
    async def answer(cls, offer_sdp: str, *, settings: PeerSettings, events: PeerEvents) -> tuple["Peer", str]:
        """Answers an offer; media starts by itself.

        Raises:
            OfferRefused: the offer cannot work; one sentence says why.
            PortInUse: the media port cannot be opened.
        """
        shaped = shape_offer(offer_sdp)
        peer = cls(settings, events, answers=True)
        try:
            return peer, await peer._answer(shaped)
        except BAD_SDP as error:
            await peer._discard()
            raise OfferRefused(f"The offer cannot be understood ({short(error)}).") from error
        except BaseException:
            await peer._discard()
            raise

    async def _answer(self, shaped: str) -> str:
        connection = self._connection
        connection.on("datachannel", self._channel_offered)
        await connection.setRemoteDescription(RTCSessionDescription(shaped, "offer"))
        taken = {"audio": 1, "video": self._settings.video_sections}
        for transceiver in connection.getTransceivers():
            taken[transceiver.kind] -= 1
            transceiver.direction = "sendrecv" if taken[transceiver.kind] >= 0 else "inactive"
        self._watch()
        await connection.setLocalDescription(await connection.createAnswer())
        return announce(connection.localDescription.sdp, self._settings.announced_addresses)

    @classmethod
    async def offer(cls, *, settings: PeerSettings, events: PeerEvents) -> tuple["Peer", str]:
        """Makes an offer; hand the other side's answer to `take_answer`.

        Raises:
            PortInUse: no UDP port can be opened.
        """
        peer = cls(settings, events, answers=False)
        try:
            return peer, await peer._offer()
        except BaseException:
            await peer._discard()
            raise

    async def _offer(self) -> str:
        settings, connection = self._settings, self._connection
        connection.addTransceiver("audio", direction(settings.sends_audio, settings.receives_audio))
        connection.addTransceiver("video", direction(settings.sends_video, settings.receives_video))
        if settings.has_content_section:
            connection.addTransceiver("video", direction(settings.sends_content, settings.receives_content))
        if settings.has_control:
            self._take_channel(connection.createDataChannel(CONTROL_LABEL))
        self._watch()
        await connection.setLocalDescription(await connection.createOffer())
        return announce(connection.localDescription.sdp, settings.announced_addresses)

    async def take_answer(self, answer_sdp: str) -> None:
        """Takes the answer to our offer; media starts by itself.

        Raises:
            OfferRefused: the answer cannot be understood.
        """
        try:
            await self._connection.setRemoteDescription(RTCSessionDescription(answer_sdp, "answer"))
        except BAD_SDP as error:
            raise OfferRefused(f"The answer cannot be understood ({short(error)}).") from error

    def _watch(self) -> None:
        connection = self._connection
        connection.on("connectionstatechange", self._state_changed)
        connection.when_secure(self._secure)
        connection.ice.way_changed = self._way_changed
        loop = asyncio.get_running_loop()
        self._connect_timer = loop.call_later(self._settings.connect_seconds, self._not_connected)

    # ------------------------------------------------------------ life and end

    def _secure(self) -> None:
        if self._ended or self._path is not None:
            return
        connection = self._connection
        sections = connection.sections()
        self.video_codec_out = video_codec_out(sections)
        path = self._path = MediaPath(
            keys=connection.keys(),
            sections=sections,
            cname=connection.cname(),
            send=self._send_datagram,
            send_all=self._send_datagrams,
            told=MediaTold(
                video_unit=lambda unit: self._events.video_unit(self, unit),
                audio_packet=lambda packet: self._events.audio_packet(self, packet),
                key_frame_wanted=lambda section: self._events.key_frame_wanted(self, section),
            ),
            pulse=pulse_of_this_loop(),
            decrypts=self._settings.decrypts,
            limits=self._settings.limits,
        )
        path.budget.shut = self._refuses_media
        path.set_audio_wanted(self._audio_wanted)
        connection.ice.take_media(path.media_received)
        self._way_changed()
        if self._connect_timer is not None:
            self._connect_timer.cancel()
        self._events.connected(self, self.remote_address or "")

    def _way_changed(self) -> None:
        self._way = self._connection.ice.way()
        if self._way is not None:
            host, port = self._way[1]
            self.remote_address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"

    def _send_datagram(self, data: bytes) -> None:
        way = self._way
        if way is not None:
            way[0].send(data, way[1])
        else:
            self._unsent += 1

    def _send_datagrams(self, packets: list[bytes]) -> None:
        way = self._way
        if way is not None:
            way[0].send_all(packets, way[1])
        else:
            self._unsent += len(packets)

    def _state_changed(self) -> None:
        connection = self._connection
        if connection.ice.consent_lost:
            self._end(f"the line is dead: no answer for {self._settings.consent_expires_seconds:.0f} s")
        elif connection.connectionState == "failed":
            if connection.iceConnectionState == "failed":
                text = "no media path: the two sides' UDP packets do not reach each other"
            else:
                text = "the DTLS handshake failed: another certificate than the one in the SDP, or no common cipher"
            self._end(text)
        elif connection.connectionState == "closed":
            self._end("the other side ended the connection")

    def _not_connected(self) -> None:
        port = self._connection.ice.media_socket.port
        self._end(
            f"no media path within {self._settings.connect_seconds:.0f} s: "
            f"UDP to and from our port {port} does not get through"
        )

    def _end(self, text: str) -> None:
        if self._ended:
            return
        self._ended = True
        self._ending = asyncio.get_running_loop().create_task(self._discard())
        self._events.closed(self, text)

    async def _discard(self) -> None:
        self._ended = True
        if self._connect_timer is not None:
            self._connect_timer.cancel()
        if self._path is not None:
            self._path.close()
        self._control = None
        # The path calls back into this peer: who is left alone must not be held in a circle.
        self._last_counters, self._path = self.counters(), None
        await self._connection.close()
        if self._own_socket is not None:
            self._own_socket.close()

    async def close(self) -> None:
        """Ends the connection; returns when its port and tasks are gone. May be called again."""
        self._end("closed here")
        if self._ending is not None:
            await asyncio.shield(self._ending)

    # ------------------------------------------------------------ control channel

    def _channel_offered(self, channel: RTCDataChannel) -> None:
        if channel.label == CONTROL_LABEL and self._control is None:
            self._take_channel(channel)
            # aiortc announces a channel of the other side when it is already open.
            self._control_open()

    def _take_channel(self, channel: RTCDataChannel) -> None:
        self._control = channel
        channel.on("open", self._control_open)
        channel.on("message", self._control_message)

    def _control_open(self) -> None:
        if not self._ended:
            self._events.control_opened(self)

    def _control_message(self, message: str | bytes) -> None:
        if isinstance(message, str) and not self._ended:
            self._events.control_arrived(self, message)

    @property
    def has_control(self) -> bool:
        """Whether the control channel is open."""
        return self._control is not None and self._control.readyState == "open"

    def send_control(self, text: str) -> bool:
        """Sends one message; False, and nothing sent, when the channel is not open, too full, or the text too long."""
        channel = self._control
        size = len(text.encode())
        if channel is None or channel.readyState != "open" or size > CONTROL_MESSAGE_BYTES:
            return False
        if channel.bufferedAmount + size > CONTROL_BUFFER_BYTES:
            return False
        channel.send(text)
        return True

    # ------------------------------------------------------------ media

    def send_video(self, unit: PacketisedUnit) -> None:
        """Sends one picture to this peer; dropped before `connected`."""
        if self._path is not None:
            self._path.send_video(unit)

    def send_video_slice(self, unit: PacketisedUnit, start: int, count: int) -> None:
        """Sends up to `count` packets of a picture from number `start`; no other picture comes between its slices."""
        if self._path is not None:
            self._path.send_video_slice(unit, start, count)

    def send_content_slice(self, unit: PacketisedUnit, start: int, count: int) -> None:
        """Does the same in the content's section; dropped where that was not agreed on."""
        if self._path is not None:
            self._path.send_content_slice(unit, start, count)

    @property
    def takes_content(self) -> bool:
        """Whether the content's section was agreed on for sending."""
        return self._path is not None and self._path.content_out is not None

    def send_audio(self, payload: bytes, rtp_time: int, level_dbov: int | None) -> None:
        """Sends one Opus packet; `rtp_time` counts 48 kHz samples."""
        if self._path is not None:
            self._path.send_audio(payload, rtp_time, level_dbov)

    def set_audio_wanted(self, wanted: bool) -> None:  # noqa: FBT001 - the wanted state is the message
        """False drops incoming sound before it is decrypted; packets and level are still counted."""
        self._audio_wanted = wanted
        if self._path is not None:
            self._path.set_audio_wanted(wanted)

    def refuse_media(self, *, refused: bool) -> None:
        """Drops all media of the other side unread from now on, or takes it again; the connection stays."""
        self._refuses_media = refused
        if self._path is not None:
            self._path.budget.shut = refused

    def request_key_frame(self, section: int = 0) -> None:
        """Asks the other side for a key frame, at most every 0.2 s."""
        if self._path is not None:
            self._path.request_key_frame(section)

    def decoder_failed(self, section: int = 0) -> None:
        """Our decoder could not use a picture: nothing is handed over until the next key frame, which is asked for."""
        if self._path is not None:
            self._path.decoder_failed(section)

    def limit_incoming_video(self, bits_per_second: int | None) -> None:
        """Tells a browser the most it should send (REMB); our own program has rungs instead."""
        if self._path is not None:
            self._path.limit_incoming_video(bits_per_second)

    def test_line(self, most_kilobits: int, told: Callable[[LineRate], None], pace: RampPace = BRISK) -> None:
        """Finds out how much the line carries to the other side, by padding that rises for some seconds.

        `told` is called once, also when there is no connection or it ends; a new test ends the one before. Only for a
        far end that is our own program: others do not answer.
        """
        if self._path is None:
            told(LineRate(None))
        else:
            self._path.test_line(most_kilobits, told, pace)

    def stop_line_test(self) -> None:
        """Breaks off the test that runs."""
        if self._path is not None:
            self._path.stop_line_test()

    def sender_clocks(self, section: int) -> SenderClocks:
        """Returns what the other side's reports say of the clocks of its sound and of a video section."""
        return SenderClocks(None, None) if self._path is None else self._path.sender_clocks(section)

    @property
    def video_codec_in(self) -> VideoCodec | None:
        """Codec of the pictures that come, or that were agreed on while none has come; None when none are received."""
        return self._path.video_codec_in() if self._path is not None else None

    def counters(self) -> PeerCounters:
        """Returns all counters since the connection began."""
        if self._path is None:
            return self._last_counters
        counters = self._path.counters()
        ice = self._connection.ice
        if counters.round_trip_ms is None and ice.round_trip_seconds is not None:
            counters.round_trip_ms = 1000 * ice.round_trip_seconds
        counters.last_heard_seconds = ice.heard_seconds() or None
        counters.unsent = self._unsent
        counters.malformed += ice.talk.malformed
        counters.refused += ice.talk.refused
        counters.refused_octets += ice.talk.refused_octets
        return counters

"""Every decoder of outside octets: what sites, windows, cameras, browsers and sticks hand in.

Rule: a decoder that reads octets from outside stands here before it is used; its own refusals are the only answers
besides what it makes of the input.
"""

import base64
import hashlib
import struct
import warnings

import msgspec
from aiortc import rtcsctptransport
from aiortc.rtcdtlstransport import SRTP_PROFILES
from aiortc.rtcsctptransport import RECONFIG_PARAM_TYPES
from aiortc.sdp import SessionDescription
from OpenSSL import SSL

import hardware.rtc.adapter  # noqa: F401 - for what it bounds in aiortc
from console.cameras.camera_profile import BadCameras, read_cameras
from console.log_book.chain import LineUnreadable, read_line_text
from console.records.department.receipt import read_receipt
from console.records.department.signed_paper import PaperRefused
from console.records.fingerprints import read_fingerprint
from console.records.hand_over.bag import read_info, read_manifest
from console.records.hand_over.event_lines import ChainBroken, read_event_line
from console.records.hand_over.package_verdict import PackageRefused
from console.settings import BadSettings, read_settings
from console.sites.directory import BadList
from console.sites.invitation import BadInvitation, read_invitation
from console.sites.site_list import read_site_list
from hardware.cameras.discovery.ws_discovery_codec import read_matches
from hardware.cameras.onvif import plain_soap
from hardware.cameras.onvif.focus import range_in
from hardware.cameras.onvif.media2 import picture_in, profile_in
from hardware.cameras.polled.device import DeviceTrouble
from hardware.cameras.preset_file import BadPresets, read_presets
from hardware.cameras.set_up_file import read_set_up
from hardware.cameras.visca.sony_header_codec import DatagramSplitter, NotViscaOverIp, unpack
from hardware.cameras.visca.visca_codec import (
    PacketSplitter,
    read_pan_tilt,
    read_power,
    read_reply,
    read_version,
    read_zoom,
)
from hardware.engines.embedded.link import FrameBroken, FrameSplitter, report_decoder, verb_decoder
from hardware.link.link_codec import Deframer, LinkMalformed, decode_from_bridge, decode_to_bridge
from hardware.processes.site.site_wire_messages import AnyAct
from hardware.rtc import rtp_header, stun_header
from hardware.rtc.control_path import MALFORMED
from hardware.rtc.payload_formats import PayloadMalformed, begins_key_unit, is_key_unit, join_h264, join_vp8
from hardware.rtc.peer_settings import make_certificate
from hardware.rtc.receive_buffer import opus_samples
from hardware.rtc.rtcp_reports import Reports
from hardware.rtc.session_description import BAD_SDP, OfferRefused, shape_offer
from hardware.signalling.control_codec import ControlError, decode_from_site, decode_to_site
from hardware.signalling.enrolment import read_enrol_request, read_renew_request
from hardware.signalling.join_proof import (
    ProofMalformed,
    Request,
    is_proven,
    is_the_bridges,
    pinned_key,
    read_authorization,
    read_challenge,
)
from hardware.signalling.refusals import Refused
from hardware.signalling.site_key import KeyMalformed, SiteKey
from tests.prove.hostile.decoder import Decoder
from tests.prove.hostile.whole_files import FILE_DECODERS

RECORDS_OF_ONE, LARGEST_RECORD = 500, 1500
MATCH_ID = "urn:uuid:1"
_PROFILES = list(SRTP_PROFILES)

_MESSAGE_BROKEN = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What the loops over lines and frames let go by (`site_wire.follow`, `worker_process`)."""


def _text(octets: bytes) -> str:
    return octets.decode("utf-8", "surrogateescape")


def _offer(octets: bytes) -> SessionDescription:
    return SessionDescription.parse(shape_offer(octets.decode("utf-8", "replace")))


def _rtp(octets: bytes) -> object:
    if len(octets) < 12:
        return None
    span = rtp_header.payload_span(octets)
    return span, rtp_header.is_rtcp(octets), rtp_header.audio_level_dbov(octets, 1), opus_samples(octets)


def _stun(octets: bytes) -> object:
    return stun_header.is_stun_response(octets), stun_header.stun_user(octets)


def _h264(octets: bytes) -> object:
    parts: list[bytes] = []
    join_h264(octets, parts)
    return is_key_unit("H264", b"".join(parts)), begins_key_unit("H264", octets)


def _vp8(octets: bytes) -> object:
    parts: list[bytes] = []
    join_vp8(octets, parts)
    return is_key_unit("VP8", b"".join(parts)), begins_key_unit("VP8", octets)


def _visca_stream(octets: bytes) -> object:
    packets = list(PacketSplitter().feed(octets))
    replies = [read_reply(packet) for packet in packets]
    readers = (read_pan_tilt, read_zoom, read_power, read_version)
    return len(replies), [reader(packet[2:-1]) for packet in packets for reader in readers]


def _sony_stream(octets: bytes) -> object:
    return [unpack(datagram) for datagram in DatagramSplitter().feed(octets)]


def _worker_frames(octets: bytes) -> object:
    return [report_decoder.decode(frame) for frame in FrameSplitter().feed(octets)]


def _link_frames(octets: bytes) -> object:
    return [decode_to_bridge(body) for body in Deframer(65_536).feed(octets)]


def _sctp(octets: bytes) -> object:
    """A packet with its checksum put right, for a wrong one is every hostile packet's end."""
    head = octets[:8].ljust(8, b"\0")
    rest = octets[12:]
    checksum = rtcsctptransport.crc32c(head + bytes(4) + rest)  # pyright: ignore[reportPrivateImportUsage]
    checked = head + struct.pack("<L", checksum) + rest
    *_, chunks = rtcsctptransport.parse_packet(checked)
    params = [param for chunk in chunks for param in getattr(chunk, "params", ())]
    return len(chunks), [
        RECONFIG_PARAM_TYPES[kind].parse(body) for kind, body in params if kind in RECONFIG_PARAM_TYPES
    ]


class _Records:
    """Where DTLS records go: the library's own end of a connection, made anew now and then."""

    def __init__(self) -> None:
        self._taken = 0
        self._ssl = self._fresh()

    def _fresh(self) -> SSL.Connection:
        ends = SSL.Connection(make_certificate()._create_ssl_context(_PROFILES))
        ends.set_accept_state()
        return ends

    def take(self, octets: bytes) -> object:
        """Hands one record over; whatever the library says, it is an `SSL.Error`."""
        self._taken += 1
        if self._taken % RECORDS_OF_ONE == 0:
            self._ssl = self._fresh()
        self._ssl.bio_write(octets or b"\0")
        return self._ssl.recv(LARGEST_RECORD)


def _soap(octets: bytes) -> object:
    answer = plain_soap._answer_in(octets, 200)
    return plain_soap.name_of(answer), profile_in(answer), picture_in(answer), range_in(answer, "x")


_REQUEST = Request("POST", "/whip/s001?program=1", b"v=0")
_FINGERPRINT = "ab" * 32


def _authorization(octets: bytes) -> object:
    proof = read_authorization(_text(octets))
    return proof is not None and is_proven(proof, _FINGERPRINT, _REQUEST)


def _challenge(octets: bytes) -> object:
    challenge = read_challenge(octets)
    try:
        der = base64.b64decode(challenge.certificate, validate=True)
    except ValueError:
        der = b""
    # Held against its own digest: what hides behind a certificate that somebody pinned is read too.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the library, about serial numbers that it still takes
        key = pinned_key(challenge, hashlib.sha256(der).hexdigest())
    return key and is_the_bridges(key, challenge.challenge, b"v=0", challenge.certificate)


BYTE_DECODERS: tuple[Decoder, ...] = (
    Decoder("control-from-site", decode_from_site, (ControlError,)),
    Decoder("control-to-site", decode_to_site, (ControlError,)),
    Decoder("link-to-bridge", decode_to_bridge, (LinkMalformed,)),
    Decoder("link-from-bridge", decode_from_bridge, (LinkMalformed,)),
    Decoder("link-frames", _link_frames, (LinkMalformed,)),
    Decoder("worker-verb", verb_decoder.decode, _MESSAGE_BROKEN),
    Decoder("worker-frames", _worker_frames, (FrameBroken, *_MESSAGE_BROKEN)),
    Decoder("site-window-act", msgspec.json.Decoder(AnyAct).decode, _MESSAGE_BROKEN),
    Decoder("offer", _offer, (OfferRefused, *BAD_SDP)),
    Decoder("rtp", _rtp),
    Decoder("rtcp", lambda octets: Reports("c").take(octets, {}, 0.0, 0.0), (struct.error,)),
    Decoder("stun", _stun),
    Decoder("dtls-record", _Records().take, (SSL.Error,)),
    Decoder("sctp", _sctp, MALFORMED),
    Decoder("h264-payload", _h264, (PayloadMalformed,)),
    Decoder("vp8-payload", _vp8, (PayloadMalformed,)),
    Decoder("visca-reply", read_reply),
    Decoder("visca-stream", _visca_stream),
    Decoder("sony-datagram", unpack, (NotViscaOverIp,)),
    Decoder("sony-stream", _sony_stream, (NotViscaOverIp,)),
    Decoder("ws-discovery", lambda octets: read_matches(octets, MATCH_ID)),
    Decoder("onvif-answer", _soap, (DeviceTrouble,)),
    Decoder("camera-presets", read_presets, (BadPresets,)),
    Decoder("camera-set-up", read_set_up, (BadPresets, BadCameras)),
    Decoder("enrol", read_enrol_request, (Refused,)),
    Decoder("renew", read_renew_request, (Refused,)),
    Decoder("authorization", _authorization, (ProofMalformed,)),
    Decoder("challenge", _challenge, (ProofMalformed,)),
    Decoder("private-key", lambda octets: SiteKey.read(_text(octets)), (KeyMalformed,)),
    Decoder("invitation", lambda octets: read_invitation(_text(octets)), (BadInvitation,)),
    Decoder("settings", read_settings, (BadSettings,)),
    Decoder("cameras", read_cameras, (BadCameras,)),
    Decoder("site-list", read_site_list, (BadList,)),
    Decoder("log-line", lambda octets: read_line_text(octets.decode("utf-8", "replace")), (LineUnreadable,)),
    Decoder("event-line", lambda octets: read_event_line(octets, 1), (ChainBroken,)),
    Decoder("manifest", lambda octets: read_manifest(octets, "manifest-sha512.txt"), (PackageRefused,)),
    Decoder("bag-info", read_info, (PackageRefused,)),
    Decoder("receipt", read_receipt, (PaperRefused,)),
    Decoder("fingerprint", lambda octets: read_fingerprint(_text(octets))),
)
DECODERS: tuple[Decoder, ...] = (*BYTE_DECODERS, *FILE_DECODERS)

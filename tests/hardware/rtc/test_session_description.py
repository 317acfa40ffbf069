"""Offers as stock clients write them, shaped and answered; addresses announced in what we write.

The offers of OBS Studio 30 (libdatachannel) and FFmpeg 8's WHIP muxer follow their published form; the programs
themselves were never tried.
"""

import pytest

from hardware.rtc.peer import MediaSocket, OfferRefused, Peer, PeerSettings
from hardware.rtc.session_description import announce, shape_offer, split_sections
from tests.hardware.rtc.sides import CERTIFICATE, LOOPBACK, Side

FINGERPRINT = ":".join(f"{number:02X}" for number in range(32))

OBS = f"""v=0
o=rtc 3767197920 0 IN IP4 127.0.0.1
s=-
t=0 0
a=group:BUNDLE 0 1
a=group:LS 0 1
a=msid-semantic:WMS *
a=setup:actpass
a=ice-ufrag:m0sZ
a=ice-pwd:9ZgO0v5rjyXe8w1FJQcAbc
a=ice-options:ice2,trickle
a=fingerprint:sha-256 {FINGERPRINT}
m=audio 52817 UDP/TLS/RTP/SAVPF 111
c=IN IP4 192.0.2.9
a=mid:0
a=sendonly
a=ssrc:1851600135 cname:hgqJ2fJ1mEcZ3nCd
a=ssrc:1851600135 msid:AHN4cGjLyKYQ AHN4cGjLyKYQ-audio
a=msid:AHN4cGjLyKYQ AHN4cGjLyKYQ-audio
a=rtcp-mux
a=rtpmap:111 opus/48000/2
a=fmtp:111 minptime=10;maxaveragebitrate=96000;stereo=1;sprop-stereo=1;useinbandfec=1
a=candidate:1 1 UDP 2122317823 192.0.2.9 52817 typ host
a=end-of-candidates
m=video 52817 UDP/TLS/RTP/SAVPF 96
c=IN IP4 192.0.2.9
a=mid:1
a=sendonly
a=ssrc:1851600136 cname:hgqJ2fJ1mEcZ3nCd
a=ssrc:1851600136 msid:AHN4cGjLyKYQ AHN4cGjLyKYQ-video
a=msid:AHN4cGjLyKYQ AHN4cGjLyKYQ-video
a=rtcp-mux
a=rtpmap:96 H264/90000
a=rtcp-fb:96 nack
a=rtcp-fb:96 nack pli
a=rtcp-fb:96 goog-remb
a=fmtp:96 profile-level-id=42e01f;packetization-mode=1;level-asymmetry-allowed=1
"""

FFMPEG = f"""v=0
o=FFmpeg 4489045141692799359 2 IN IP4 127.0.0.1
s=FFmpegPublishSession
t=0 0
a=group:BUNDLE 0 1
a=extmap-allow-mixed
a=msid-semantic: WMS
m=audio 9 UDP/TLS/RTP/SAVPF 111
c=IN IP4 0.0.0.0
a=ice-ufrag:abcd1234
a=ice-pwd:abcdefghijklmnopqrstuvwxyz012345
a=fingerprint:sha-256 {FINGERPRINT}
a=setup:passive
a=mid:0
a=sendonly
a=msid:FFmpeg audio
a=rtcp-mux
a=rtpmap:111 opus/48000/2
a=ssrc:3245185839 cname:FFmpeg
a=ssrc:3245185839 msid:FFmpeg audio
m=video 9 UDP/TLS/RTP/SAVPF 106 105
c=IN IP4 0.0.0.0
a=ice-ufrag:abcd1234
a=ice-pwd:abcdefghijklmnopqrstuvwxyz012345
a=fingerprint:sha-256 {FINGERPRINT}
a=setup:passive
a=mid:1
a=sendonly
a=msid:FFmpeg video
a=rtcp-mux
a=rtcp-rsize
a=rtpmap:106 H264/90000
a=fmtp:106 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=64001f
a=rtcp-fb:106 nack
a=rtpmap:105 rtx/90000
a=fmtp:105 apt=106
a=ssrc-group:FID 2596379956 3245185840
a=ssrc:2596379956 cname:FFmpeg
a=ssrc:2596379956 msid:FFmpeg video
"""

BROWSER_LIKE = f"""v=0
o=- 4611731400430051336 2 IN IP4 127.0.0.1
s=-
t=0 0
a=group:BUNDLE 0 1
a=extmap-allow-mixed
a=msid-semantic: WMS s
m=audio 58779 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126
c=IN IP4 203.0.113.7
a=rtcp:9 IN IP4 0.0.0.0
a=candidate:1 1 udp 2113937151 0c6f1f7e-5a8e-4b8e-9f6d-1e2f3a4b5c6d.local 58779 typ host generation 0
a=candidate:2 1 tcp 1518280447 192.0.2.5 9 typ host tcptype active generation 0
a=candidate:3 1 udp 1677729535 203.0.113.7 58779 typ srflx raddr 0.0.0.0 rport 0 generation 0
a=ice-ufrag:u1Fr
a=ice-pwd:bJ2u5F5f7mK0p3Q8r1S6t9Vx
a=ice-options:trickle
a=fingerprint:sha-256 {FINGERPRINT}
a=setup:actpass
a=mid:0
a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
a=sendrecv
a=rtcp-mux
a=rtcp-rsize
a=rtpmap:111 opus/48000/2
a=rtcp-fb:111 transport-cc
a=fmtp:111 minptime=10;useinbandfec=1
a=rtpmap:63 red/48000/2
a=fmtp:63 111/111
a=rtpmap:9 G722/8000
a=rtpmap:0 PCMU/8000
a=rtpmap:8 PCMA/8000
a=rtpmap:13 CN/8000
a=rtpmap:110 telephone-event/48000
a=rtpmap:126 telephone-event/8000
m=video 9 UDP/TLS/RTP/SAVPF 96 97 103 104 107 108 109 114 115 116 45 46
c=IN IP4 0.0.0.0
a=rtcp:9 IN IP4 0.0.0.0
a=ice-ufrag:u1Fr
a=ice-pwd:bJ2u5F5f7mK0p3Q8r1S6t9Vx
a=ice-options:trickle
a=fingerprint:sha-256 {FINGERPRINT}
a=setup:actpass
a=mid:1
a=bundle-only
a=extmap:14 urn:ietf:params:rtp-hdrext:toffset
a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
a=sendrecv
a=rtcp-mux
a=rtcp-rsize
a=rtpmap:96 VP8/90000
a=rtcp-fb:96 nack
a=rtcp-fb:96 nack pli
a=rtpmap:97 rtx/90000
a=fmtp:97 apt=96
a=rtpmap:103 H264/90000
a=fmtp:103 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42001f
a=rtpmap:104 rtx/90000
a=fmtp:104 apt=103
a=rtpmap:107 H264/90000
a=fmtp:107 level-asymmetry-allowed=1;packetization-mode=0;profile-level-id=42001f
a=rtpmap:108 rtx/90000
a=fmtp:108 apt=107
a=rtpmap:109 H264/90000
a=fmtp:109 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f
a=rtpmap:114 rtx/90000
a=fmtp:114 apt=109
a=rtpmap:115 red/90000
a=rtpmap:116 ulpfec/90000
a=rtpmap:45 AV1/90000
a=rtpmap:46 rtx/90000
a=fmtp:46 apt=45
"""


def windows(sdp: str) -> str:
    return sdp.replace("\n", "\r\n")


async def answer_to(offer: str, announced: tuple[str, ...] = ()) -> list[list[str]]:
    own = MediaSocket(addresses=LOOPBACK)
    settings = PeerSettings(certificate=CERTIFICATE, media_socket=own, announced_addresses=announced)
    peer, answer = await Peer.answer(offer, settings=settings, events=Side())
    await peer.close()
    own.close()
    return split_sections(answer)[1]


def first_codec(section: list[str]) -> str:
    number = section[0].split()[3]
    return next(line for line in section if line.startswith(f"a=rtpmap:{number} ")).split()[1]


@pytest.mark.parametrize("offer", [OBS, windows(OBS)])
async def test_obs_is_answered(offer: str) -> None:
    audio, video = await answer_to(offer)
    assert first_codec(audio) == "opus/48000/2"
    assert first_codec(video) == "H264/90000"
    for section in (audio, video):
        assert "a=recvonly" in section
        assert "a=setup:passive" in section
        assert "a=rtcp-mux" in section


async def test_ffmpeg_with_high_profile_as_dtls_server_is_answered() -> None:
    audio, video = await answer_to(windows(FFMPEG))
    assert first_codec(video) == "H264/90000"
    assert any("profile-level-id=64001f" in line for line in video)
    assert "a=setup:active" in audio


async def test_a_browser_is_given_constrained_baseline_before_all_else() -> None:
    audio, video = await answer_to(windows(BROWSER_LIKE))
    assert video[0].split()[3:] == ["109", "114", "103", "104", "96", "97"]
    assert audio[0].split()[3:] == ["111"]
    assert "a=sendrecv" in video
    assert any(line.startswith("a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid") for line in video)


async def test_our_addresses_stand_in_every_section() -> None:
    for section in await answer_to(windows(OBS), ("198.51.100.4", "2001:db8::7")):
        hosts = [line.split()[4] for line in section if line.startswith("a=candidate:")]
        assert hosts == ["198.51.100.4", "2001:db8::7", "127.0.0.1"]
        assert len({line.split()[5] for line in section if line.startswith("a=candidate:")}) == 1


def test_only_candidates_that_can_be_used_remain_in_every_section() -> None:
    _, sections = split_sections(shape_offer(windows(BROWSER_LIKE)))
    for section in sections:
        assert [line.split()[4] for line in section if line.startswith("a=candidate:")] == ["203.0.113.7"]
        assert "a=setup:active" in section
        assert not any(line.startswith("a=end-of-candidates") for line in section)


def test_a_port_of_zero_that_means_bundled_is_not_a_refusal() -> None:
    offer = BROWSER_LIKE.replace("m=video 9 ", "m=video 0 ")
    assert any(section[0].startswith("m=video 9 ") for section in split_sections(shape_offer(offer))[1])


def test_an_address_is_announced_once() -> None:
    text = "v=0\r\nm=audio 5 X 1\r\na=candidate:1 1 udp 1 192.0.2.1 5000 typ host\r\n"
    assert announce(text, ()) == text
    assert announce(text, ("192.0.2.1",)) == text
    assert announce(announce(text, ("192.0.2.2",)), ("192.0.2.2",)).count("192.0.2.2 5000") == 1
    with pytest.raises(ValueError, match="bridge"):
        announce(text, ("bridge.example",))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("a=group:BUNDLE 0 1\n", ""), "bundle"),
        (("a=ice-pwd:9ZgO0v5rjyXe8w1FJQcAbc\n", ""), "ICE password"),
        ((f"a=fingerprint:sha-256 {FINGERPRINT}\n", ""), "fingerprint"),
        (("a=mid:1\n", ""), "a=mid"),
        (("H264/90000", "H266/90000"), "cannot be understood"),
        (("opus/48000", "opus/4800x"), "cannot be understood"),
    ],
)
async def test_what_is_missing_is_named(change: tuple[str, str], said: str) -> None:
    with pytest.raises(OfferRefused, match=said):
        await answer_to(OBS.replace(*change))

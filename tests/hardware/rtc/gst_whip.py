"""A GStreamer webrtcbin that calls us: run by the system's Python, which has the gi binding.

/usr/bin/python3 gst_whip.py h264|vp8 sendonly|sendrecv SECONDS    (offer on stdout, answer on stdin, JSON at the end)
"""

import json
import sys

import gi  # pyright: ignore[reportMissingImports]

gi.require_version("Gst", "1.0")
gi.require_version("GstWebRTC", "1.0")
gi.require_version("GstSdp", "1.0")
from gi.repository import GLib, Gst, GstSdp, GstWebRTC  # noqa: E402  # pyright: ignore[reportMissingImports]

Gst.init(None)
codec, direction, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
encoder = {
    "h264": "x264enc tune=zerolatency speed-preset=superfast bitrate=600 key-int-max=50"
    " ! video/x-h264,profile=constrained-baseline ! rtph264pay config-interval=-1 aggregate-mode=zero-latency"
    " ! application/x-rtp,media=video,encoding-name=H264,payload=96,clock-rate=90000",
    "vp8": "vp8enc deadline=1 target-bitrate=600000 keyframe-max-dist=50 ! rtpvp8pay picture-id-mode=15-bit"
    " ! application/x-rtp,media=video,encoding-name=VP8,payload=96,clock-rate=90000",
}[codec]
pipe = Gst.parse_launch(
    "webrtcbin name=peer bundle-policy=max-bundle latency=0 "
    "audiotestsrc is-live=true freq=440 volume=0.2 ! audioconvert ! audioresample ! opusenc ! rtpopuspay"
    " ! application/x-rtp,media=audio,encoding-name=OPUS,payload=97,clock-rate=48000 ! peer. "
    f"videotestsrc is-live=true pattern=ball ! video/x-raw,width=640,height=360,framerate=25/1 ! {encoder} ! peer. "
)
peer = pipe.get_by_name("peer")
loop = GLib.MainLoop()
got = {"audio": 0, "video": 0, "frames": 0}
kept = []  # promises and descriptions are freed under our feet unless something holds them


def counted(kind):
    def probe(pad, info):
        got[kind] += 1
        return Gst.PadProbeReturn.OK

    return probe


def pad_added(element, pad):
    if pad.direction != Gst.PadDirection.SRC:
        return
    kind = pad.get_current_caps().get_structure(0).get_string("media")
    pad.add_probe(Gst.PadProbeType.BUFFER, counted(kind))
    chain = "rtph264depay ! h264parse ! openh264dec" if codec == "h264" else "rtpvp8depay ! vp8dec"
    text = f"queue ! {chain} ! fakesink name=end" if kind == "video" else "queue ! fakesink name=end"
    branch = Gst.parse_bin_from_description(text, True)
    pipe.add(branch)
    branch.sync_state_with_parent()
    pad.link(branch.get_static_pad("sink"))
    if kind == "video":
        branch.get_by_name("end").get_static_pad("sink").add_probe(Gst.PadProbeType.BUFFER, counted("frames"))


def offered(promise, _):
    reply = promise.get_reply()
    offer = reply.get_value("offer")
    kept.append((promise, reply, offer))
    peer.emit("set-local-description", offer, Gst.Promise.new())


def gathered(element, _):
    if element.get_property("ice-gathering-state") != GstWebRTC.WebRTCICEGatheringState.COMPLETE:
        return
    description = element.get_property("local-description")
    kept.append(description)
    text = description.sdp.as_text()
    print(json.dumps({"offer": text}), flush=True)
    GLib.idle_add(answered)


def answered():
    answer = json.loads(sys.stdin.readline())["answer"]
    _, message = GstSdp.SDPMessage.new_from_text(answer)
    description = GstWebRTC.WebRTCSessionDescription.new(GstWebRTC.WebRTCSDPType.ANSWER, message)
    kept.append((message, description))
    peer.emit("set-remote-description", description, Gst.Promise.new())
    GLib.timeout_add(int(seconds * 1000), loop.quit)
    return False


def negotiate(element):
    wanted = getattr(GstWebRTC.WebRTCRTPTransceiverDirection, direction.upper())
    for number in range(2):
        element.emit("get-transceiver", number).set_property("direction", wanted)
    promise = Gst.Promise.new_with_change_func(offered, None)
    kept.append(promise)
    element.emit("create-offer", None, promise)


peer.connect("on-negotiation-needed", negotiate)
peer.connect("notify::ice-gathering-state", gathered)
peer.connect("pad-added", pad_added)
pipe.set_state(Gst.State.PLAYING)
GLib.timeout_add(int(seconds * 1000) + 15_000, loop.quit)
loop.run()
state = peer.get_property("connection-state").value_nick
pipe.set_state(Gst.State.NULL)
print(json.dumps({"state": state, **got}), flush=True)

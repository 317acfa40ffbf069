"""A GStreamer site at the real front, as anybody would script one: sends by WHIP, receives by WHEP, leaves by DELETE.

/usr/bin/python3 gst_front.py SEND_URL RECEIVE_URL SECRET CERTIFICATE TONE_HZ MOST_SECONDS SOUND_FILE

Run by the system's Python, which has the gi binding. Prints a JSON line once both are connected and one at the end,
which SIGTERM brings; what was heard goes to SOUND_FILE (16 bit, mono, 48 kHz).
"""

import json
import signal
import ssl
import sys
import urllib.parse
import urllib.request

import gi  # pyright: ignore[reportMissingImports]

gi.require_version("Gst", "1.0")
gi.require_version("GstWebRTC", "1.0")
gi.require_version("GstSdp", "1.0")
from gi.repository import GLib, Gst, GstSdp, GstWebRTC  # noqa: E402  # pyright: ignore[reportMissingImports]

Gst.init(None)
SEND_URL, RECEIVE_URL, SECRET, CERTIFICATE, TONE_HZ, MOST_SECONDS, SOUND_FILE = sys.argv[1:]
SENDING = (
    "webrtcbin name=peer bundle-policy=max-bundle latency=0 "
    f"audiotestsrc is-live=true freq={TONE_HZ} volume=0.2 ! audio/x-raw,rate=48000,channels=2 ! opusenc ! rtpopuspay"
    " ! application/x-rtp,media=audio,encoding-name=OPUS,payload=97,clock-rate=48000 ! peer. "
    "videotestsrc is-live=true pattern=red ! video/x-raw,width=640,height=360,framerate=25/1"
    " ! x264enc tune=zerolatency speed-preset=superfast bitrate=600 key-int-max=50"
    " ! video/x-h264,profile=constrained-baseline ! rtph264pay config-interval=-1 aggregate-mode=zero-latency"
    " ! application/x-rtp,media=video,encoding-name=H264,payload=96,clock-rate=90000 ! peer. "
)
RECEIVED = {
    "audio": "queue ! rtpopusdepay ! opusdec ! audioconvert ! audio/x-raw,format=S16LE,rate=48000,channels=1"
    f" ! filesink location={SOUND_FILE} buffer-mode=unbuffered",
    "video": "queue ! rtph264depay ! h264parse ! openh264dec ! fakesink name=end",
}
OFFERED = {
    "audio": "application/x-rtp,media=audio,encoding-name=OPUS,payload=97,clock-rate=48000,encoding-params=(string)2",
    "video": "application/x-rtp,media=video,encoding-name=H264,payload=96,clock-rate=90000"
    ",packetization-mode=(string)1,profile-level-id=(string)42e01f",
}


def ask(method, url, body=None):
    request = urllib.request.Request(url, data=body, method=method)
    request.add_header("Authorization", "Bearer " + SECRET)
    request.add_header("Content-Type", "application/sdp")
    trusted = ssl.create_default_context(cafile=CERTIFICATE)
    trusted.check_hostname = False  # the certificate may name another address of the bridge
    return urllib.request.urlopen(request, timeout=15, context=trusted)


class Client:
    """One webrtcbin and its resource at the front."""

    def __init__(self, pipe, url):
        self.pipe, self.url = pipe, url
        self.peer = pipe.get_by_name("peer")
        self.resource = None
        self.offered = False
        self.kept = []  # promises and descriptions are freed under our feet unless something holds them
        self.peer.connect("on-negotiation-needed", self.negotiate)
        self.peer.connect("notify::ice-gathering-state", self.gathered)

    def negotiate(self, element):
        promise = Gst.Promise.new_with_change_func(self.made, None)
        self.kept.append(promise)
        element.emit("create-offer", None, promise)

    def made(self, promise, _):
        reply = promise.get_reply()
        offer = reply.get_value("offer")
        self.kept.append((reply, offer))
        self.peer.emit("set-local-description", offer, Gst.Promise.new())

    def gathered(self, element, _):
        complete = GstWebRTC.WebRTCICEGatheringState.COMPLETE
        if element.get_property("ice-gathering-state") == complete and not self.offered:
            self.offered = True
            GLib.idle_add(self.join)

    def join(self):
        description = self.peer.get_property("local-description")
        self.kept.append(description)
        with ask("POST", self.url, description.sdp.as_text().encode()) as response:
            self.resource = urllib.parse.urljoin(self.url, response.headers["Location"])
            answer = response.read().decode()
        _, message = GstSdp.SDPMessage.new_from_text(answer)
        remote = GstWebRTC.WebRTCSessionDescription.new(GstWebRTC.WebRTCSDPType.ANSWER, message)
        self.kept.append((message, remote))
        self.peer.emit("set-remote-description", remote, Gst.Promise.new())
        return False

    def state(self):
        return self.peer.get_property("connection-state").value_nick

    def leave(self):
        with ask("DELETE", self.resource) as response:
            status = response.status
        self.pipe.set_state(Gst.State.NULL)
        return status


def sending_client():
    client = Client(Gst.parse_launch(SENDING), SEND_URL)
    for number in range(2):
        transceiver = client.peer.emit("get-transceiver", number)
        transceiver.set_property("direction", GstWebRTC.WebRTCRTPTransceiverDirection.SENDONLY)
    return client


def receiving_client(got):
    pipe = Gst.Pipeline()
    pipe.add(Gst.parse_launch("webrtcbin name=peer bundle-policy=max-bundle latency=50"))
    client = Client(pipe, RECEIVE_URL)

    def counted(pad, _):
        got["frames"] += 1
        shape = pad.get_current_caps().get_structure(0)
        got["width"] = shape.get_int("width")[1]
        return Gst.PadProbeReturn.OK

    def pad_added(_, pad):
        kind = pad.get_current_caps().get_structure(0).get_string("media")
        branch = Gst.parse_bin_from_description(RECEIVED[kind], True)
        client.pipe.add(branch)
        branch.sync_state_with_parent()
        pad.link(branch.get_static_pad("sink"))
        if kind == "video":
            branch.get_by_name("end").get_static_pad("sink").add_probe(Gst.PadProbeType.BUFFER, counted)

    client.peer.connect("pad-added", pad_added)
    only = GstWebRTC.WebRTCRTPTransceiverDirection.RECVONLY
    for caps in OFFERED.values():
        client.kept.append(client.peer.emit("add-transceiver", only, Gst.Caps.from_string(caps)))
    return client


got = {"frames": 0, "width": 0}
loop = GLib.MainLoop()
clients = [sending_client(), receiving_client(got)]
said = []


def look():
    if not said and all(client.state() == "connected" for client in clients):
        said.append(True)
        print(json.dumps({"state": "connected"}), flush=True)
    return True


for client in clients:
    client.pipe.set_state(Gst.State.PLAYING)
GLib.timeout_add(50, look)
GLib.timeout_add(int(float(MOST_SECONDS) * 1000), loop.quit)
GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGTERM, loop.quit)
loop.run()
states = [client.state() for client in clients]
left = [client.leave() for client in clients]
print(json.dumps({"states": states, "left": left, **got}), flush=True)

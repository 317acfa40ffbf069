// One connection to the bridge: media both ways, and the control channel with its orders.
// Rule: orders are obeyed as they come and answered with what was really done; a silent site sends no sound at all.

import { join, leave } from "/static/bridge.js";
import { MicrophoneGate } from "/static/gate.js";

const CONTROL_LABEL = "dc-control-1";
const CONTROL_VERSION = 1;
const PROGRAM = "diem-cau-browser";
const PROGRAM_VERSION = "1";
const REPORT_MS = 5000;
const GATHERING_MS = 2000;
const CONNECT_MS = 15000;
const SILENT_MS = 4000;
const REPORT_PROGRAM_MS = 3000;

const RUNGS = {
  thumbnail: { width: 320, maxFramerate: 8, maxBitrate: 120_000 },
  on_deck: { width: 640, maxFramerate: 15, maxBitrate: 500_000 },
  podium: { width: 1280, maxFramerate: 30, maxBitrate: 2_000_000 },
};

export class Call {
  /** `told` has: program(stream), changed(), place(message), welcome(message), answered(message), goodbye(reason), ended(why). */
  constructor(identity, equipment, told) {
    this.identity = identity;
    this.equipment = equipment;
    this.told = told;
    this.gate = new MicrophoneGate(equipment.microphone !== null);
    this.rung = "thumbnail";
    this.loss = null;
    this.line = null; // as the bridge sees it
    this.recorded = false;
    this.session = null;
    this.over = false;
    this.work = Promise.resolve();
    this.timers = [];
    this.wasConnected = false;
  }

  async start() {
    const peer = (this.peer = new RTCPeerConnection({ bundlePolicy: "max-bundle" }));
    peer.onconnectionstatechange = () => this.#stateChanged();
    this.audio = peer.addTransceiver("audio", { direction: "sendrecv" });
    const encoding = this.equipment.camera ? encodingOf(this.rung, this.equipment.camera) : {};
    this.video = peer.addTransceiver(this.equipment.camera ?? "video", {
      direction: "sendrecv",
      sendEncodings: [encoding],
    });
    preferCodecs(this.video);
    peer.addTransceiver("video", { direction: "inactive" }); // the place of slides to come
    this.#openControl();
    await peer.setLocalDescription();
    await gathered(peer);
    if (this.over) return;
    const joined = await join(this.identity, peer.localDescription.sdp);
    this.session = joined.session;
    if (this.over) return leave(this.identity, joined.session);
    await peer.setRemoteDescription({ type: "answer", sdp: joined.answer });
    this.told.program(new MediaStream([this.audio.receiver.track, this.video.receiver.track]));
    this.#later(CONNECT_MS, () => this.wasConnected || this.end("no_media"));
  }

  /** Ends the connection; `why` is passed on to `told.ended`, once. */
  end(why) {
    if (this.over) return;
    this.over = true;
    console.info(`call ended: ${why} (${this.peer?.connectionState}, ${this.peer?.iceConnectionState})`);
    for (const timer of this.timers) clearInterval(timer);
    this.peer?.close();
    if (this.session) leave(this.identity, this.session);
    this.told.ended(why);
  }

  // -------------------------------------------------------------- what the technician does

  pressMicrophone(wantsOpen) {
    if (!this.gate.press(wantsOpen)) {
      this.#say("open-microphone-tried");
      return false;
    }
    this.#applyMicrophone(null);
    return true;
  }

  askFloor() {
    this.#say("ask-floor");
  }

  withdrawRequest() {
    this.#say("withdraw-request");
  }

  sayReady() {
    this.#say("ready");
  }

  endSpeech() {
    this.#say("end-speech");
  }

  report(say, fields) {
    this.#say(say, fields);
  }

  // -------------------------------------------------------------- the control channel

  #openControl() {
    this.control = this.peer.createDataChannel(CONTROL_LABEL);
    this.control.onmessage = (event) => this.#hear(event.data);
    this.control.onclose = () => this.end("lost");
    this.control.onopen = () => {
      this.#say("hello", {
        program: PROGRAM,
        version: PROGRAM_VERSION,
        can_rung: this.equipment.camera !== null,
        has_microphone: this.gate.hasMicrophone,
        has_camera: this.equipment.camera !== null,
      });
      this.#reportMicrophone(null);
      this.timers.push(setInterval(() => this.#reportAll(), REPORT_MS));
    };
  }

  #say(say, fields = {}) {
    if (this.control?.readyState !== "open") return;
    this.control.send(JSON.stringify({ v: CONTROL_VERSION, say, ...fields }));
  }

  #hear(text) {
    let message;
    try {
      message = JSON.parse(text);
    } catch {
      return;
    }
    if (message?.v !== CONTROL_VERSION) return;
    switch (message.say) {
      case "welcome": return this.told.welcome(message);
      case "show-place": return this.told.place(message);
      case "wish-answered": return this.told.answered(message);
      case "show-recording":
        this.recorded = message.recorded;
        return this.told.changed();
      case "show-line":
        this.line = message.quality;
        return this.told.changed();
      case "goodbye": return this.told.goodbye(message.reason);
      case "ping": return this.#say("pong", { number: message.number });
      case "set-rung": return this.#applyRung(message);
      case "report-program": return this.#reportProgram(message.request_id);
      case "recall-site-preset":
        return this.#say("site-preset-reported", {
          request_id: message.request_id, arrived: false, reason: "unknown_preset",
        });
      case "set-microphone":
        this.gate.obey(message);
        return this.#applyMicrophone(message.request_id);
      case "set-listen":
        this.gate.listen(message.listening);
        return this.#applyMicrophone(message.request_id);
    }
  }

  /** Makes the sender follow the gate, in the order of the orders; reports when it is so. */
  #applyMicrophone(requestId) {
    this.told.changed();
    this.work = this.work.then(async () => {
      const wanted = this.gate.sendsSound ? this.equipment.microphone : null;
      if (this.audio.sender.track !== wanted) await this.audio.sender.replaceTrack(wanted);
      this.#reportMicrophone(requestId);
    }).catch((error) => {
      console.warn(`microphone: ${error}`);
      this.end("lost"); // a microphone that does not obey is silenced for certain
    });
  }

  #reportMicrophone(requestId) {
    this.#say("microphone-reported", {
      open: this.gate.open, order: Math.max(this.gate.order, 0), request_id: requestId, listening: this.gate.listening,
    });
  }

  #applyRung(message) {
    this.rung = message.rung;
    if (!this.equipment.camera) return;
    this.work = this.work.then(async () => {
      await setRung(this.video.sender, message.rung, this.equipment.camera);
      this.#say("rung-reported", { rung: message.rung, request_id: message.request_id });
    }).catch((error) => console.warn(`rung ${message.rung} refused: ${error}`)); // the bridge misses the report
  }

  // -------------------------------------------------------------- what is seen of the program

  async #reportProgram(requestId) {
    const began = performance.now();
    const [frame, sound] = await Promise.all([
      firstNew(this.video.receiver, began),
      firstNew(this.audio.receiver, began),
    ]);
    this.#say("program-reported", { request_id: requestId, frame_after_ms: frame, sound_after_ms: sound });
  }

  async #reportAll() {
    this.#reportMicrophone(null);
    const before = this.counted ?? {};
    const now = (this.counted = await countReceived(this.peer));
    const audio = lossPercent(before.audio, now.audio);
    const video = lossPercent(before.video, now.video);
    this.loss = audio === null && video === null ? null : Math.max(audio ?? 0, video ?? 0);
    const frames = now.video && before.video ? (now.video.frames - before.video.frames) * (1000 / REPORT_MS) : null;
    this.#say("reception-reported", {
      audio_loss_percent: audio, video_loss_percent: video, frames_per_second: frames,
    });
    this.told.changed();
  }

  #stateChanged() {
    const state = this.peer.connectionState;
    if (state === "connected") this.wasConnected = true;
    if (state === "failed" || state === "closed") return this.end(this.wasConnected ? "lost" : "no_media");
    // A line that comes and goes is still a line: only one silence that lasts is the end.
    clearTimeout(this.silence);
    if (state === "disconnected") this.silence = this.#later(SILENT_MS, () => this.end("lost"));
    this.told.changed();
  }

  #later(milliseconds, act) {
    const timer = setTimeout(act, milliseconds);
    this.timers.push(timer);
    return timer;
  }
}

function preferCodecs(transceiver) {
  const all = RTCRtpReceiver.getCapabilities("video").codecs;
  const constrainedBaseline = (codec) =>
    codec.mimeType === "video/H264" && /profile-level-id=42e0/i.test(codec.sdpFmtpLine)
    && /packetization-mode=1/.test(codec.sdpFmtpLine);
  const known = [
    ...all.filter(constrainedBaseline),
    ...all.filter((codec) => codec.mimeType === "video/VP8"),
    ...all.filter((codec) => codec.mimeType === "video/rtx"),
  ];
  transceiver.setCodecPreferences?.(known);
}

function encodingOf(rung, camera) {
  if (rung === "off") return { active: false };
  const { width, maxFramerate, maxBitrate } = RUNGS[rung];
  const scaleResolutionDownBy = Math.max(1, (camera.getSettings().width ?? 1280) / width);
  return { active: true, scaleResolutionDownBy, maxFramerate, maxBitrate };
}

async function setRung(sender, rung, camera) {
  const parameters = sender.getParameters();
  Object.assign(parameters.encodings[0], encodingOf(rung, camera));
  parameters.degradationPreference = rung === "podium" ? "maintain-resolution" : "balanced";
  try {
    await sender.setParameters(parameters, { encodingOptions: [{ keyFrame: true }] });
  } catch {
    const plain = sender.getParameters(); // for a browser that does not know the option
    Object.assign(plain.encodings[0], encodingOf(rung, camera));
    await sender.setParameters(plain);
  }
}

function gathered(peer) {
  return new Promise((resolve) => {
    const look = () => peer.iceGatheringState === "complete" && resolve();
    peer.addEventListener("icegatheringstatechange", look);
    setTimeout(resolve, GATHERING_MS);
    look();
  });
}

/** Milliseconds from `began` until the receiver has given out something newer than what it had; null: never came. */
async function firstNew(receiver, began) {
  const stamp = () => receiver.getSynchronizationSources()[0]?.rtpTimestamp;
  const before = stamp();
  while (performance.now() - began < REPORT_PROGRAM_MS) {
    const now = stamp();
    if (now !== undefined && now !== before) return Math.round(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return null;
}

async function countReceived(peer) {
  const counted = {};
  for (const report of (await peer.getStats()).values()) {
    if (report.type !== "inbound-rtp") continue;
    const { packetsReceived: packets = 0, packetsLost: lost = 0, framesDecoded: frames = 0 } = report;
    counted[report.kind] = { packets, lost, frames };
  }
  return counted;
}

function lossPercent(before, now) {
  if (!before || !now) return null;
  const lost = Math.max(0, now.lost - before.lost);
  const expected = now.packets - before.packets + lost;
  return expected > 0 ? (100 * lost) / expected : null;
}

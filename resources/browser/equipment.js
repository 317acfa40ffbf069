// Camera, microphone and level of this machine.
// Rule: what is missing is null, never an error that keeps a site out of the meeting.

const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 25, max: 30 } };
const SOUND = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 };

export class Equipment {
  constructor() {
    this.camera = null;
    this.microphone = null;
    this.meter = null;
  }

  /** Opens the devices named by their identifiers ("" is the system's choice, null is none). */
  async open(cameraId, microphoneId) {
    this.close();
    this.camera = cameraId === null ? null : await track("video", PICTURE, cameraId);
    this.microphone = microphoneId === null ? null : await track("audio", SOUND, microphoneId);
    if (this.microphone) this.meter = new Meter(this.microphone);
  }

  get picture() {
    return new MediaStream(this.camera ? [this.camera] : []);
  }

  /** Loudness from 0 to 1 of what the microphone hears in the room, sent or not. */
  get level() {
    return this.meter ? this.meter.level() : 0;
  }

  /** Lets the meter run, which browsers allow only after a press. */
  resume() {
    this.meter?.context.resume();
  }

  close() {
    this.camera?.stop();
    this.microphone?.stop();
    this.meter?.close();
    this.camera = this.microphone = this.meter = null;
  }
}

export async function listDevices() {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return {
    cameras: devices.filter((device) => device.kind === "videoinput"),
    microphones: devices.filter((device) => device.kind === "audioinput"),
  };
}

async function track(kind, wishes, deviceId) {
  const constraints = deviceId ? { ...wishes, deviceId: { exact: deviceId } } : wishes;
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ [kind]: constraints });
    return stream.getTracks()[0];
  } catch {
    return null;
  }
}

class Meter {
  constructor(microphone) {
    this.context = new AudioContext();
    this.analyser = this.context.createAnalyser();
    this.analyser.fftSize = 1024;
    this.samples = new Float32Array(this.analyser.fftSize);
    this.context.createMediaStreamSource(new MediaStream([microphone])).connect(this.analyser);
  }

  level() {
    this.analyser.getFloatTimeDomainData(this.samples);
    const mean = this.samples.reduce((sum, sample) => sum + sample * sample, 0) / this.samples.length;
    const decibels = 10 * Math.log10(mean + 1e-10);
    return Math.min(1, Math.max(0, (decibels + 60) / 60));
  }

  close() {
    this.context.close();
  }
}

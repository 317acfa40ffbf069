"""A page that calls us as a bare WHIP client does (RFC 9725), and the little server that hands it out."""

from aiohttp import web

PAGE = """<!doctype html><meta charset="utf-8"><video id="got" autoplay playsinline></video><script>
const query = new URLSearchParams(location.search);
const say = (what) => fetch('/say', {method: 'POST', body: JSON.stringify(what)});
async function run() {
  const pc = new RTCPeerConnection({bundlePolicy: 'max-bundle'});
  const sends = query.get('direction') !== 'recvonly';
  const direction = {direction: query.get('direction')};
  if (sends) {
    const media = await navigator.mediaDevices.getUserMedia({audio: true, video: {width: 640, height: 360}});
    for (const track of media.getTracks()) pc.addTransceiver(track, direction);
  } else {
    pc.addTransceiver('audio', direction); pc.addTransceiver('video', direction);
  }
  const wanted = query.get('codec');
  if (wanted) for (const t of pc.getTransceivers()) if (t.receiver.track.kind === 'video') {
    const all = RTCRtpReceiver.getCapabilities('video').codecs;
    t.setCodecPreferences(all.filter(c => c.mimeType === 'video/' + wanted || c.mimeType.endsWith('rtx')));
  }
  const stream = new MediaStream();
  pc.ontrack = (e) => { stream.addTrack(e.track); document.getElementById('got').srcObject = stream; };
  await pc.setLocalDescription(await pc.createOffer());
  await new Promise(done => { if (pc.iceGatheringState === 'complete') done();
    else pc.onicegatheringstatechange = () => pc.iceGatheringState === 'complete' && done(); setTimeout(done, 2000); });
  const answer = await fetch('/whip', {method: 'POST', headers: {'Content-Type': 'application/sdp'},
                                       body: pc.localDescription.sdp});
  await pc.setRemoteDescription({type: 'answer', sdp: await answer.text()});
  setInterval(async () => {
    const told = {state: pc.connectionState};
    (await pc.getStats()).forEach(r => {
      if (r.type === 'inbound-rtp') told['in_' + r.kind] = {packets: r.packetsReceived, frames: r.framesDecoded,
        width: r.frameWidth, energy: r.totalAudioEnergy, lost: r.packetsLost, concealed: r.concealedSamples};
      if (r.type === 'outbound-rtp') told['out_' + r.kind] = {packets: r.packetsSent, nacks: r.nackCount,
        plis: r.pliCount, frames: r.framesEncoded};
      if (r.type === 'remote-inbound-rtp') told['report_' + r.kind] = {lost: r.packetsLost, rtt: r.roundTripTime};
      if (r.type === 'remote-outbound-rtp') told['sender_' + r.kind] = {packets: r.packetsSent};
    });
    say(told);
  }, 250);
}
run().catch(error => say({error: String(error)}));
</script>"""


class WhipServer:
    """Hands out the page, gives offers to `answer`, and keeps what the page says last."""

    def __init__(self, answer) -> None:
        self.answer = answer
        self.told: dict = {}
        self.offer = ""
        self.port = 0
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        app = web.Application()
        app.router.add_get("/", self._page)
        app.router.add_post("/whip", self._whip)
        app.router.add_post("/say", self._say)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.port = self._runner.addresses[0][1]

    async def _page(self, _: web.Request) -> web.Response:
        return web.Response(text=PAGE, content_type="text/html")

    async def _whip(self, request: web.Request) -> web.Response:
        self.offer = await request.text()
        return web.Response(text=await self.answer(self.offer), content_type="application/sdp", status=201)

    async def _say(self, request: web.Request) -> web.Response:
        self.told.update(await request.json())
        return web.Response()

    async def close(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

"""Real-time media over WebRTC, for the bridge's media workers, the sites' endpoint program and the benches alike.

Rule: aiortc gives SDP, ICE, DTLS, SCTP and the RTCP formats; every RTP packet, in either direction, is ours, on top of
its keys. `adapter.py` alone knows private names of aiortc and aioice; `self_test.py` checks them by a real call.
"""

from hardware.rtc.late_names import put_off_names

put_off_names()  # before anything of this package loads aioice

"""What a site does with orders for its cameras: in time, once, by the cameras' own drivers.

Rules: an order that comes later than its time to live is not carried out and says so; a stop is never too late; the
same request again is not done again, and answered again where its end is known. How late a message comes is measured
against the fastest message of the connection, for the two machines' clocks have nothing in common.
"""

import time
from collections.abc import Callable, Mapping
from typing import Final

from msgspec.structs import replace

from console.cameras.camera_wishes import Stop
from console.cameras.list_changes import ListChange
from console.events import CameraReported
from console.sites.site_messages import (
    AskSiteCamera,
    FromSiteMessage,
    RecallSitePreset,
    SiteCameraSeen,
    SiteCamerasListed,
    SitePresetReported,
)
from console.words import Reason
from hardware.endpoint.ports import PresetCamera

REQUESTS_KEPT: Final = 64
"""Requests that are recognised when they come again; the oldest is forgotten."""
SPAN_MS: Final = 60_000
"""A delay is compared with the least one of the running span and of the one before."""


class LatenessGauge:
    """How much later than the fastest message of the last minutes another one comes, in milliseconds.

    Older ones do not count: two clocks that part by a tenth of a second in an hour would make every order of a long
    day too late.
    """

    def __init__(self) -> None:
        self._fastest: int | None = None
        self._fastest_before: int | None = None
        self._since_ms = 0

    def lateness_ms(self, sent_ms: int, arrived_ms: int) -> int:
        """Returns the delay beyond the least one seen; 0 for the first message and for one that says no time."""
        if not sent_ms:
            return 0
        way = arrived_ms - sent_ms
        if self._fastest is None or arrived_ms - self._since_ms >= SPAN_MS:
            self._fastest_before, self._fastest, self._since_ms = self._fastest, way, arrived_ms
        self._fastest = min(way, self._fastest)
        return way - min(self._fastest, way if self._fastest_before is None else self._fastest_before)


class SiteCameras:
    """The cameras of one site for one connection to the bridge."""

    def __init__(self, cameras: Mapping[str, PresetCamera], say: Callable[[FromSiteMessage], object]) -> None:
        self._cameras, self._say = cameras, say
        self._gauge = LatenessGauge()
        self._requests: dict[str, CameraReported | None] = {}

    def introduce(self) -> None:
        """Names every camera to the bridge."""
        for name in self._cameras:
            self.seen(name)

    def listed(self, change: ListChange | None = None) -> None:
        """Tells which cameras there are, after that has changed, and what was changed by whom."""
        self._say(SiteCamerasListed(cameras=tuple(self._cameras), change=change))
        self.introduce()

    def seen(self, name: str) -> None:
        """Tells what is known of a camera now; pictures stay here."""
        camera = self._cameras.get(name)
        if camera is not None:
            self._say(SiteCameraSeen(camera=replace(camera.facts(), saved=())))

    def heard(self, sent_ms: int) -> None:
        """Takes the moment at which any message was sent."""
        self._gauge.lateness_ms(sent_ms, now_ms())

    def obey(self, order: RecallSitePreset | AskSiteCamera) -> None:
        """Carries out an order, or says why not."""
        late_ms = self._gauge.lateness_ms(order.sent_ms, now_ms())
        if order.request_id in self._requests:
            self._answer_again(order.request_id)
            return
        self._remember(order.request_id, None)
        camera = self._cameras.get(order.camera)
        stops = isinstance(order, AskSiteCamera) and isinstance(order.wish, Stop)
        if camera is None:
            self._refuse(order.request_id, Reason.UNKNOWN_CAMERA)
        elif late_ms > order.time_to_live_ms and not stops:
            self._refuse(order.request_id, Reason.TOO_LATE)
        elif isinstance(order, RecallSitePreset):
            camera.recall(order.request_id, order.preset)
        else:
            camera.ask(order.request_id, order.wish)

    def reported(self, report: CameraReported) -> None:
        """Takes the end of a request from a camera's driver and tells the bridge."""
        self._remember(report.request_id, report)
        self._say(SitePresetReported(request_id=report.request_id, arrived=report.arrived, reason=report.reason))

    def _refuse(self, request_id: str, reason: Reason) -> None:
        self.reported(CameraReported(request_id=request_id, arrived=False, reason=reason))

    def _answer_again(self, request_id: str) -> None:
        report = self._requests[request_id]
        if report is not None:
            self.reported(report)

    def _remember(self, request_id: str, report: CameraReported | None) -> None:
        self._requests[request_id] = report
        while len(self._requests) > REQUESTS_KEPT:
            del self._requests[next(iter(self._requests))]


def now_ms() -> int:
    """Returns this machine's monotonic milliseconds."""
    return time.monotonic_ns() // 1_000_000

"""Orders for a site's cameras: in time, once, answered; a stop is never too late."""

from console.cameras.camera_wishes import Drive, Stop
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
from hardware.endpoint.site_cameras import LatenessGauge, SiteCameras, now_ms
from tests.hardware.endpoint.small_camera import SmallCamera


class Site:
    def __init__(self) -> None:
        self.said: list[FromSiteMessage] = []
        self.camera = SmallCamera("ptz", self.reported, ("Bục",))
        self.cameras = SiteCameras({"ptz": self.camera}, self.said.append)

    def reported(self, report: CameraReported) -> None:
        self.cameras.reported(report)

    def ends(self) -> list[tuple[str, Reason | None]]:
        reports = [message for message in self.said if isinstance(message, SitePresetReported)]
        return [(report.request_id, report.reason) for report in reports]


def test_every_camera_is_named_to_the_bridge() -> None:
    site = Site()
    site.cameras.introduce()
    assert [message.camera.presets for message in site.said if isinstance(message, SiteCameraSeen)] == [("Bục",)]


def test_a_list_that_has_changed_is_told_with_every_camera_that_is_left() -> None:
    site = Site()
    site.cameras.listed()
    listed, seen = site.said
    assert isinstance(listed, SiteCamerasListed)
    assert listed.cameras == ("ptz",)
    assert isinstance(seen, SiteCameraSeen)


def test_an_order_is_carried_out_once_and_answered_again() -> None:
    site = Site()
    for _ in range(2):
        site.cameras.obey(RecallSitePreset(request_id="1", camera="ptz", preset="Bục"))
    assert site.camera.recalled == ["Bục"]
    assert site.ends() == [("1", None), ("1", None)]


def test_an_order_of_a_camera_that_is_not_there_is_refused() -> None:
    site = Site()
    site.cameras.obey(RecallSitePreset(request_id="1", camera="khác", preset="Bục"))
    assert site.ends() == [("1", Reason.UNKNOWN_CAMERA)]


def test_an_order_that_was_held_up_is_not_carried_out() -> None:
    site = Site()
    site.cameras.heard(now_ms() - 20)
    site.cameras.obey(RecallSitePreset(request_id="1", camera="ptz", preset="Bục", sent_ms=now_ms() - 5000))
    drive = Drive(pan=10, tilt=0, zoom=0, hold_ms=600)
    site.cameras.obey(AskSiteCamera(request_id="2", camera="ptz", wish=drive, sent_ms=now_ms() - 100))
    site.cameras.obey(AskSiteCamera(request_id="3", camera="ptz", wish=Stop(), sent_ms=now_ms() - 5000))
    assert site.ends() == [("1", Reason.TOO_LATE), ("2", None), ("3", None)]
    assert (site.camera.recalled, site.camera.wishes) == ([], [drive, Stop()])


def test_lateness_is_measured_against_the_fastest_message() -> None:
    gauge = LatenessGauge()
    assert gauge.lateness_ms(1_000, 900_000) == 0
    assert gauge.lateness_ms(2_000, 900_950) == 0
    assert gauge.lateness_ms(3_000, 902_150) == 200
    assert gauge.lateness_ms(0, 1) == 0


def test_clocks_that_part_through_a_long_day_make_no_order_late_and_a_standstill_still_does() -> None:
    gauge, parting, sent_ms = LatenessGauge(), 1.0005, 1_000
    """Five parts in ten thousand: no clock is as bad; after eight hours the two are 14 s apart."""
    for _ in range(8 * 1800):
        sent_ms += 2_000
        assert gauge.lateness_ms(sent_ms, round(sent_ms * parting)) <= 60
    assert gauge.lateness_ms(sent_ms, round((sent_ms + 5_000) * parting)) > 4_900

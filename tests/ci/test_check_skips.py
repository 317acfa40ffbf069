"""The guard against skipped tests, fed with the report that pytest writes."""

import pytest

from tests.ci.check_skips import Skip, allowances, not_allowed

REPORT = """<?xml version="1.0" encoding="utf-8"?>
<testsuites><testsuite name="pytest">
  <testcase classname="tests.hardware.test_sound" name="test_loopback" time="0">
    <skipped type="pytest.skip" message="no sound server">tests/hardware/test_sound.py:9: no sound server</skipped>
  </testcase>
  <testcase classname="" name="tests.hardware.test_gst" time="0">
    <skipped type="pytest.skip" message="collection skipped">('test_gst.py', 3, 'Skipped: no GStreamer')</skipped>
  </testcase>
  <testcase classname="tests.console.test_floor" name="test_queue" time="0" />
</testsuite></testsuites>"""


def test_a_skip_that_is_not_listed_is_found() -> None:
    found = not_allowed(REPORT, allowances("tests.hardware.test_sound::* | no sound server"))
    assert [skip.test for skip in found] == ["tests.hardware.test_gst"]


def test_a_module_that_skipped_itself_is_matched_by_its_reason() -> None:
    allowed = allowances("# why\ntests.hardware.* | no sound server\n\ntests.hardware.test_gst | no GStreamer\n")
    assert not_allowed(REPORT, allowed) == []


def test_another_reason_is_not_covered() -> None:
    (allowed,) = allowances("tests.* | no GStreamer")
    assert not allowed.covers(Skip("tests.hardware.test_sound::test_loopback", "no sound server"))


def test_a_line_without_a_reason_is_refused() -> None:
    with pytest.raises(ValueError, match="no reason"):
        allowances("tests.hardware.test_sound::test_loopback")

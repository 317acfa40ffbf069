"""Snapshots: made anew only where something changed."""

from console.commands import BringToPodium, RequestFloor
from console.engine_port import MediaAged
from console.rules import QualityRules, Rules
from console.snapshot import QualityView
from console.view_model import SnapshotMaker
from tests.console.province import meeting


def test_what_did_not_change_is_the_same_object_and_in_no_delta() -> None:
    province = meeting(satellites=36)
    maker = SnapshotMaker()
    put, _ = maker.update(province.state)
    assert len([key for key in put if key.startswith("site/")]) == 37
    assert maker.update(province.state) == ({}, ())
    before = dict(maker.views)
    province.tell(MediaAged(at_ms=province.ms, site="s007", old=True, lost=False))
    put, gone = maker.update(province.state)
    assert set(put) == {"site/s007", "log"}
    assert gone == ()
    assert maker.views["site/s008"] is before["site/s008"]


def test_time_alone_changes_no_view() -> None:
    province = meeting()
    maker = SnapshotMaker()
    maker.update(province.state)
    province.move_ms(60_000)
    assert maker.update(province.state) == ({}, ())


def test_a_podium_act_touches_the_podium_its_site_and_no_stranger() -> None:
    province = meeting(satellites=8)
    maker = SnapshotMaker()
    maker.update(province.state)
    province.ask(BringToPodium(site="s003"))
    put, _ = maker.update(province.state)
    assert {"podium", "site/s003"} <= set(put)
    assert "site/s004" not in put


def test_the_tail_holds_the_last_lines_in_order() -> None:
    province = meeting(satellites=60)
    for number in range(1, 61):
        province.ask(RequestFloor(site=f"s{number:03}"))
    tail = province.views["log"].tail
    assert len(tail) == province.rules.tail_lines
    assert [line.number for line in tail] == [line.number for line in province.lines[-len(tail) :]]
    assert tail[-2].kind == "floor-requested"
    assert tail[-2].site == "s060"


def test_the_limits_of_lines_are_those_of_the_rules() -> None:
    rules = Rules(quality=QualityRules(loss_warning_percent=3.0))
    view = meeting(rules=rules).views["quality"]
    assert isinstance(view, QualityView)
    assert (view.everywhere, view.on_air) == (rules.quality, rules.quality_on_air)

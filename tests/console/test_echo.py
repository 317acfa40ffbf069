"""A site that returns what it is sent is named for as long as the engine hears it."""

from console.engine_port import EchoHeard, EngineDown
from console.words import AlarmKind
from tests.console.province import Province, meeting


def heard(province: Province, site: str, delay_ms: int | None) -> None:
    province.tell(EchoHeard(at_ms=province.ms, site=site, delay_ms=delay_ms))
    province.wait_ms(1000)


def echoing(province: Province) -> list[str]:
    standing = province.state.durable.alarms.values()
    found = [alarm for alarm in standing if alarm.kind is AlarmKind.ECHO and alarm.cleared_ms is None]
    return [site for alarm in found for site in alarm.sites]


def test_an_echo_is_an_alarm_with_its_site_until_it_is_gone() -> None:
    province = meeting(3)
    heard(province, "s002", 180)
    assert echoing(province) == ["s002"]
    heard(province, "s002", None)
    assert echoing(province) == []
    province.check_replay()


def test_strangers_and_contents_are_nobody() -> None:
    province = meeting(3)
    heard(province, "content", 180)
    assert echoing(province) == []


def test_a_new_engine_has_heard_nobody() -> None:
    province = meeting(3)
    heard(province, "s002", 180)
    province.tell(EngineDown(at_ms=province.ms, incarnation=1, text="gone"))
    province.engine_up(2)
    assert not province.state.echoing

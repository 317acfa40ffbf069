"""The five provinces' rules of microphones, each with its own shipped profile, in the running core."""

import pytest

from console.commands import (
    BringToPodium,
    FinishSpeech,
    LiftSilence,
    MuteAll,
    ReturnToPrevious,
    Undo,
    UnmuteSite,
)
from console.engine_port import SoundObserved
from console.entries import SilenceOrdered
from console.rules import Rules
from console.words import MAIN_SITE, MuteRule, Outcome, Reason
from tests.console.province import Province, meeting
from tests.console.regulation.provinces import PROFILES


def held_in(province: str) -> Province:
    return meeting(rules=PROFILES[province].rules)


def main_sounds(province: Province, *, sounding: bool | None) -> None:
    province.tell(SoundObserved(at_ms=province.ms, site=MAIN_SITE, sounding=sounding, level_db=-20.0))


def ruled_orders(province: Province) -> list[SilenceOrdered]:
    return [line.entry for line in province.lines if isinstance(line.entry, SilenceOrdered) and line.entry.rule]


def opened(province: Province, site: str) -> None:
    """Lets a site be heard off the podium: ordered by the operator, opened by its technician."""
    assert province.ask(UnmuteSite(site=site)).outcome is Outcome.DONE
    joined = province.sites[site]
    joined.open = True
    province.say(site, joined.report())


def on_podium(province: Province, site: str) -> None:
    """Brings a site to the podium; where the site's technician opens the microphone, it does."""
    province.ask(BringToPodium(site=site))
    joined = province.sites[site]
    joined.open = True
    province.say(site, joined.report())
    assert province.state.durable.podium.site == site


def test_each_profile_carries_the_rule_of_its_text() -> None:
    assert {name: profile.rules.mute_rule for name, profile in PROFILES.items()} == {
        "vn-binh-dinh": MuteRule.MUTE_ALL_WHEN_MAIN_SPEAKS,
        "vn-thanh-hoa": None,
        "vn-dong-nai": None,
        "vn-dak-lak": MuteRule.ALWAYS_MUTED_WHEN_NOT_SPEAKING,
        "vn-bac-kan": MuteRule.ONLY_ON_HOST_REQUEST,
        "vn-default": None,
    }


# ---------------------------------------------------------------- Bình Định Đ11 k2b


def test_when_the_main_endpoint_begins_to_speak_all_others_are_closed() -> None:
    province = held_in("vn-binh-dinh")
    opened(province, "s001")
    opened(province, "s002")
    assert province.gates == (MAIN_SITE, "s001", "s002")
    main_sounds(province, sounding=True)
    province.wait_ms(900)
    assert province.gates == (MAIN_SITE, "s001", "s002"), "a cough is no speech"
    province.wait_ms(400)
    assert province.gates == (MAIN_SITE,)
    order = ruled_orders(province)[-1]
    assert (order.rule, order.except_sites) == (MuteRule.MUTE_ALL_WHEN_MAIN_SPEAKS, ())
    province.check_replay()


def test_the_site_on_the_podium_goes_on_talking_with_the_chair() -> None:
    province = held_in("vn-binh-dinh")
    on_podium(province, "s003")
    opened(province, "s001")
    main_sounds(province, sounding=True)
    province.wait_ms(1300)
    assert province.gates == (MAIN_SITE, "s003")
    assert ruled_orders(province)[-1].except_sites == ("s003",)


def test_one_speech_closes_once_and_the_next_again() -> None:
    province = held_in("vn-binh-dinh")
    opened(province, "s001")
    main_sounds(province, sounding=True)
    province.wait_ms(1300)
    opened(province, "s001")  # asked a question in the middle of the speech
    main_sounds(province, sounding=False)
    province.wait_ms(3000)
    main_sounds(province, sounding=True)
    province.wait_ms(3000)
    assert province.gates == (MAIN_SITE, "s001"), "a pause between sentences is no end"
    main_sounds(province, sounding=False)
    province.wait_ms(5500)
    main_sounds(province, sounding=True)
    province.wait_ms(1300)
    assert province.gates == (MAIN_SITE,)
    assert len(ruled_orders(province)) == 2


def test_nobody_is_ordered_silent_twice() -> None:
    province = held_in("vn-binh-dinh")
    main_sounds(province, sounding=True)
    province.wait_ms(3000)
    assert ruled_orders(province) == []


def test_the_order_takes_back_what_was_free_before() -> None:
    province = held_in("vn-binh-dinh")
    province.ask(LiftSilence())
    main_sounds(province, sounding=True)
    province.wait_ms(1300)
    assert province.state.durable.silence.in_force
    assert province.gates == (MAIN_SITE,)


@pytest.mark.parametrize("name", ["vn-thanh-hoa", "vn-dong-nai", "vn-dak-lak", "vn-bac-kan", "vn-default"])
def test_elsewhere_the_main_endpoints_speech_closes_nobody(name: str) -> None:
    province = held_in(name)
    on_podium(province, "s001")
    main_sounds(province, sounding=True)
    province.wait_ms(3000)
    assert province.gates == (MAIN_SITE, "s001")
    assert ruled_orders(province) == []


# ---------------------------------------------------------------- Đắk Lắk I.4k, Bắc Kạn Đ8 k2a


@pytest.mark.parametrize("name", ["vn-dak-lak", "vn-bac-kan"])
def test_the_standing_order_is_not_lifted(name: str) -> None:
    province = held_in(name)
    receipt = province.ask(LiftSilence())
    assert (receipt.outcome, receipt.reason) == (Outcome.REFUSED, Reason.MUTE_RULE)
    assert province.state.durable.silence.in_force
    province.ask(MuteAll())
    province.ask(Undo())
    assert province.state.durable.silence.in_force, "an undo is no way around the rule"


@pytest.mark.parametrize("name", ["vn-dak-lak", "vn-bac-kan"])
def test_an_order_of_silence_leaves_out_the_called_site_alone(name: str) -> None:
    province = held_in(name)
    on_podium(province, "s002")
    receipt = province.ask(MuteAll(except_sites=("s001", "s002")))
    assert receipt.outcome is Outcome.DONE
    assert province.gates == (MAIN_SITE, "s002")
    assert not province.views["site/s001"].microphone.may_open


def test_in_dak_lak_a_site_is_opened_only_when_it_is_called() -> None:
    province = held_in("vn-dak-lak")
    receipt = province.ask(UnmuteSite(site="s001"))
    assert (receipt.outcome, receipt.reason) == (Outcome.REFUSED, Reason.MUTE_RULE)
    assert province.gates == (MAIN_SITE,)
    on_podium(province, "s001")
    assert province.gates == (MAIN_SITE, "s001")


def test_in_bac_kan_the_host_may_ask_a_site_that_is_not_on_the_podium() -> None:
    province = held_in("vn-bac-kan")
    opened(province, "s001")
    assert province.gates == (MAIN_SITE, "s001")


@pytest.mark.parametrize("name", ["vn-dak-lak", "vn-bac-kan", "vn-binh-dinh"])
@pytest.mark.parametrize("ends", [FinishSpeech(), BringToPodium(site="s002"), ReturnToPrevious()])
def test_after_its_speech_a_site_is_closed(name: str, ends: FinishSpeech | BringToPodium | ReturnToPrevious) -> None:
    province = held_in(name)
    on_podium(province, "s001")
    province.ask(ends)
    assert "s001" not in province.gates
    assert not province.sites["s001"].open
    province.check_replay()


def test_a_profile_that_begins_open_is_still_held_to_its_rule() -> None:
    rules = Rules(silent_at_start=False, mute_rule=MuteRule.ONLY_ON_HOST_REQUEST)
    assert meeting(rules=rules).state.durable.silence.in_force


# ---------------------------------------------------------------- Thanh Hóa, Đồng Nai: the texts are silent


@pytest.mark.parametrize("name", ["vn-thanh-hoa", "vn-dong-nai"])
def test_where_the_text_says_nothing_the_operator_decides(name: str) -> None:
    province = held_in(name)
    assert province.ask(UnmuteSite(site="s001")).outcome is Outcome.DONE
    assert province.ask(LiftSilence()).outcome is Outcome.DONE
    assert not province.state.durable.silence.in_force

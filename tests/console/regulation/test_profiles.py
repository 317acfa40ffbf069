"""Profiles are data: read whole or refused at the key, laid over with today's offices, hashed as they are in force."""

import hashlib
import json
from typing import Any

import pytest

from console.regulation.after import ReportKind
from console.regulation.office_hours import OfficeHours
from console.regulation.profile import BadProfile, read_overlay, read_profile
from console.regulation.province import Channel, Party, Tier
from console.words import MuteRule
from tests.console.regulation.provinces import PROFILES, PROVINCES, RESOURCES

UNION = (RESOURCES / "profiles" / "vn-default.json").read_bytes()
BAC_KAN = (RESOURCES / "profiles" / "vn-bac-kan.json").read_bytes()
MERGED: dict[str, Any] = {
    "schema": "organisation-overlay/1",
    "organisation": {
        "province_name": "Thái Nguyên",
        "department_name": "Sở Khoa học và Công nghệ",
        "department_short": "Sở KH&CN",
        "tiers": ["province", "commune"],
        "successor_of": "Bắc Kạn",
    },
}


def overlay(**changes: object) -> bytes:
    return json.dumps(MERGED | changes).encode()


def test_every_rule_of_a_province_names_its_article() -> None:
    for name in PROVINCES:
        regulation = PROFILES[name].regulation
        rules = [
            regulation.registration,
            regulation.contacts,
            regulation.floor,
            regulation.control,
            regulation.fallback,
            regulation.incident,
            regulation.log,
            regulation.control_centre,
            *regulation.response,
            *regulation.notify,
            *regulation.checks,
            *regulation.statistics,
            *regulation.periodic,
        ]
        assert [rule for rule in rules if not rule.article] == [], name


def test_the_words_are_the_provinces_own() -> None:
    assert {name: (PROFILES[name].terms.main, PROFILES[name].terms.sub) for name in PROVINCES} == {
        "vn-binh-dinh": ("điểm cầu chính", "điểm cầu phụ"),
        "vn-thanh-hoa": ("điểm cầu chủ tọa", "điểm cầu vệ tinh"),
        "vn-dong-nai": ("điểm cầu chủ trì", "điểm cầu thành phần"),
        "vn-dak-lak": ("điểm cầu chính", "điểm cầu thành viên"),
        "vn-bac-kan": ("điểm cầu chính", "điểm cầu nhánh"),
    }


def test_what_the_articles_say_is_in_the_profiles() -> None:
    regulations = {name: PROFILES[name].regulation for name in PROVINCES}
    assert regulations["vn-thanh-hoa"].floor.channels == (Channel.PHONE,)  # Đ11 k2
    assert regulations["vn-dong-nai"].recording.permission_by is Party.HOST_AGENCY  # Đ8 k3b
    assert [name for name in PROVINCES if regulations[name].control.delegation] == ["vn-dong-nai"]  # Đ5 k5, Đ9
    assert [name for name in PROVINCES if regulations[name].quality.connect_time] == ["vn-dak-lak"]  # I.3
    assert [name for name in PROVINCES if regulations[name].fallback.merge_site] == ["vn-dak-lak"]  # I.4c
    assert regulations["vn-bac-kan"].control.no_dialling_without_order  # Đ8 k2c
    assert {name: regulations[name].contacts.least_technicians for name in PROVINCES} == {
        "vn-binh-dinh": 2,
        "vn-thanh-hoa": 2,
        "vn-dong-nai": 1,
        "vn-dak-lak": 1,
        "vn-bac-kan": 1,
    }
    assert [rule.last_day for rule in regulations["vn-binh-dinh"].statistics if rule.kind is ReportKind.MEETINGS] == [
        "12-29"  # Đ16 k2d: before 30 December
    ]
    assert regulations["vn-dak-lak"].registration.uncertain  # a digit of the text may be lost
    assert {name: [rule.level.value for rule in regulations[name].control.run_by] for name in PROVINCES} == {
        "vn-binh-dinh": [],
        "vn-thanh-hoa": [],
        "vn-dong-nai": [],
        "vn-dak-lak": ["province", "district", "central"],  # I.4d, I.4e
        "vn-bac-kan": ["central", "agency", "district"],  # Đ10, Đ6 k2-3
    }


def test_when_configuration_stays_as_it_is_and_what_security_asks_is_in_the_profiles() -> None:
    regulations = {name: PROFILES[name].regulation for name in PROVINCES}
    assert [name for name in PROVINCES if PROFILES[name].rules.frozen_after_check] == ["vn-binh-dinh"]  # Đ10 k2b
    assert all(PROFILES[name].rules.frozen_in_session for name in PROVINCES)
    agreed = [name for name in PROVINCES if regulations[name].configuration.agreed_by]
    assert agreed == ["vn-binh-dinh", "vn-thanh-hoa", "vn-dong-nai"]  # Đ6 k8; Đ3 k3; Đ6 k6
    assert [name for name in PROVINCES if regulations[name].security.access_article] == ["vn-dong-nai"]  # Đ6 k8
    levels = [name for name in PROVINCES if regulations[name].security.level]
    assert levels == ["vn-dong-nai", "vn-dak-lak", "vn-bac-kan"]  # Đ8 k1; II.1 b7; Đ9
    assert read_profile(UNION, "1").rules.frozen_after_check
    conditions = [each.article for each in regulations["vn-dong-nai"].control.conditions]
    assert conditions == [f"Đ6 k{clause}" for clause in range(1, 6)]  # Đ9 k2


def test_a_profile_says_after_how_many_minutes_a_console_locks_itself() -> None:
    assert {profile.rules.lock_after_minutes for profile in PROFILES.values()} == {15}, "no text names another"
    raw = json.loads(UNION)
    for minutes, taken in ((0, True), (5, True), (-1, False), (1441, False), ("5", False)):
        octets = json.dumps({**raw, "security": {**raw.get("security", {}), "lock_after_minutes": minutes}}).encode()
        if taken:
            assert read_profile(octets, "1").rules.lock_after_minutes == minutes
        else:
            with pytest.raises(BadProfile):
                read_profile(octets, "1")


def test_what_is_in_force_hashes_to_the_hash() -> None:
    for profile in PROFILES.values():
        assert hashlib.sha256(profile.content).hexdigest() == profile.hash
    assert len({profile.hash for profile in PROFILES.values()}) == len(PROFILES)


# ---------------------------------------------------------------- the overlay


def test_an_overlay_changes_names_and_no_rule() -> None:
    plain, today = read_profile(BAC_KAN, "1"), read_profile(BAC_KAN, "1", overlay())
    assert today.terms.department == "Sở Khoa học và Công nghệ"
    assert today.tiers == (Tier.PROVINCE, Tier.COMMUNE)
    assert today.regulation.organisation.successor_of == "Bắc Kạn"
    assert today.hash != plain.hash
    assert hashlib.sha256(today.content).hexdigest() == today.hash
    assert today.regulation.registration == plain.regulation.registration
    assert (today.id, today.version) == (plain.id, plain.version)
    assert read_profile(today.content, "1").hash == today.hash, "what is kept can be read again"


def test_an_overlay_sets_the_hours_of_the_office_and_the_closing_days() -> None:
    today = read_profile(
        BAC_KAN, "1", overlay(office_hours={"afternoon_to": "16:30"}, closing={"half_year": "06-30", "year": "12-31"})
    )
    assert today.office_hours == OfficeHours(afternoon_to="16:30")
    assert (today.regulation.closing.half_year, today.regulation.closing.year) == ("06-30", "12-31")


def test_the_union_asks_for_a_rule_of_microphones_until_one_is_chosen() -> None:
    asked = read_profile(UNION, "1")
    assert set(asked.open_choices) == set(MuteRule)
    assert asked.rules.mute_rule is None
    chosen = read_profile(UNION, "1", overlay(mute_choice="only_on_host_request"))
    assert chosen.open_choices == ()
    assert chosen.rules.mute_rule is MuteRule.ONLY_ON_HOST_REQUEST


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (overlay(mute_choice="only_on_host_request"), "leaves no choice of “only_on_host_request”"),
        (overlay(registration={}), "does not know: registration"),
        (overlay(organisation={"tier": []}), "does not know: organisation.tier"),
        (overlay(schema="regulation-profile/1"), "organisation-overlay/1"),
        (overlay(office_hours={"morning_to": "25:00"}), "morning_to"),
        (overlay(office_hours={"morning_to": "14:00"}), "not in order"),
        (b"{", "cannot be used"),
    ],
)
def test_a_bad_overlay_is_refused_in_one_sentence(content: bytes, why: str) -> None:
    with pytest.raises(BadProfile, match=why) as refused:
        read_profile(BAC_KAN, "1", content)
    assert "\n" not in str(refused.value)


def test_an_empty_overlay_is_one() -> None:
    assert read_overlay(b'{"schema": "organisation-overlay/1"}').mute_choice is None


# ---------------------------------------------------------------- a slip of the pen


@pytest.mark.parametrize(
    ("path", "value", "why"),
    [
        (("registration", "nomal"), {}, "does not know: registration.nomal"),
        (("registration", "normal"), {"amount": 3, "unit": "workday"}, "registration.normal.unit"),
        (("registration", "normal"), {"amount": 0, "unit": "day"}, "registration.normal"),
        (("registration", "normal"), {"amount": 2, "unit": "immediately"}, "registration.normal"),
        (("checks",), [{"stage": "T-1d"}], r"lacks the key checks\[0\].before"),
        (("notify",), [{"party": "police", "by": "office"}], r"notify\[0\].party"),
        (("statistics",), [{"kind": "use", "period": "year", "by": "office", "last_day": "30-12"}], "last_day"),
        (("id",), "Bắc Kạn", "id"),
        (("version",), "neu", "version"),
    ],
)
def test_a_wrong_value_is_refused_with_its_place(path: tuple[str, ...], value: object, why: str) -> None:
    raw = json.loads(BAC_KAN)
    place = raw
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(BadProfile, match=why):
        read_profile(json.dumps(raw).encode(), "1")

"""Profiles, settings and invitations: read whole, or refused in one sentence."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.regulation.profile import BadProfile, read_profile
from console.settings import BadSettings, Settings, read_settings
from console.sites.invitation import BadInvitation, Invitation, read_invitation
from console.words import Layout, WhoOpens

PROFILES = Path(__file__).resolve().parents[2] / "resources" / "profiles"
SMALLEST = '{"schema":"regulation-profile/1","id":"x","name":"X"}'


def test_the_shipped_profiles_say_who_opens_a_microphone() -> None:
    opens = {path.stem: read_profile(path.read_bytes(), "1.2").rules.who_opens for path in PROFILES.glob("*.json")}
    assert opens["vn-default"] is WhoOpens.SITE_TECHNICIAN
    assert opens["operator-opens"] is WhoOpens.OPERATOR


def test_the_rules_carry_what_the_profile_says() -> None:
    rules = read_profile((PROFILES / "vn-default.json").read_bytes(), "1.2").rules
    assert (rules.profile_id, rules.profile_name, rules.program_version) == (
        "vn-default",
        "Hồ sơ mặc định (hợp nhất)",
        "1.2",
    )
    assert (rules.speech_limit_seconds, rules.podium_layout, rules.silent_at_start) == (300, Layout.PODIUM, True)
    assert (rules.preflight_window_ms, rules.preflight_loss_percent) == (20_000, 5.0)
    assert (rules.forgotten_seconds, rules.forgotten_level_db) == (5.0, -45.0)


def test_the_hash_is_of_what_the_profile_says_and_not_of_how_it_is_written() -> None:
    first = read_profile(SMALLEST.encode(), "1").hash
    spaced = json.dumps(dict(reversed(json.loads(SMALLEST).items())), indent=4)
    assert read_profile(b"\xef\xbb\xbf" + spaced.encode(), "2").hash == first
    other = SMALLEST.replace('"X"', '"X","speech_limit_seconds":60')
    assert read_profile(other.encode(), "1").hash != first


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "cannot be used"),
        ("[]", "cannot be used"),
        ('{"schema":"regulation-profile/1"}', "lacks the key"),
        (SMALLEST.replace('"X"', '"X","deadlines":[1,2]'), "does not know: deadlines"),
        (SMALLEST.replace('"X"', '"X","mute":{"rull":null}'), "does not know: mute.rull"),
        (SMALLEST.replace("/1", "/2"), "regulation-profile/2"),
        (SMALLEST.replace('"X"', '"X","speech_limit_seconds":0'), "speech_limit_seconds"),
        (SMALLEST.replace('"X"', '"X","who_opens":"anyone"'), "anyone"),
        (SMALLEST.replace('"X"', '"X","preflight":{"loss_per_mille":2000}'), "loss_per_mille"),
        (SMALLEST.replace('"X"', '"X","preflight":{"lost":20}'), "lost"),
        (SMALLEST.replace('"X"', '"X","version":0.5'), "float"),
        (SMALLEST.replace('"X"', '""'), "name"),
        ("[" * 100_000, "cannot be used"),
        (" " * 2_000_000, "larger"),
    ],
)
def test_a_bad_profile_is_refused_in_one_sentence(content: str, why: str) -> None:
    with pytest.raises(BadProfile, match=why) as refused:
        read_profile(content.encode(), "1")
    assert "\n" not in str(refused.value)


def test_settings_have_a_default_for_everything() -> None:
    assert read_settings(b"{}") == Settings()
    assert read_settings('\ufeff{"https_port": 9443, "main_name": "UBND tỉnh"}'.encode()) == Settings(
        https_port=9443, main_name="UBND tỉnh"
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "cannot be used"),
        (b'{"https_prot": 1}', "https_prot"),
        (b'{"https_port": 70000}', "https_port"),
        (b'{"media_workers": 9}', "media_workers"),
        (b'{"main_name": "\xff"}', "cannot be used"),
        (b"x" * 300_000, "larger"),
        (b"[" * 100_000, "cannot be used"),
    ],
)
def test_bad_settings_are_refused_in_one_sentence(content: bytes, why: str) -> None:
    with pytest.raises(BadSettings, match=why):
        read_settings(content)


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
invitations = st.builds(
    Invitation,
    site=st.from_regex(r"s[0-9]{3}", fullmatch=True),
    site_name=texts,
    urls=st.lists(texts.map("https://{}".format), min_size=1, max_size=4).map(tuple),
    code=texts,
    fingerprint=st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
    expires_ms=st.integers(0, 2**53),
)


@given(invitations)
def test_file_and_link_carry_the_same_invitation(invitation: Invitation) -> None:
    assert read_invitation(invitation.to_json().decode()) == invitation
    assert read_invitation(invitation.to_link()) == invitation


GOOD = Invitation(
    site="s014",
    site_name="Xã Ea Nuôl",
    urls=("https://10.0.0.1:8443",),
    code="AAAA",
    fingerprint="0" * 64,
    expires_ms=1,
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "diemcau://join",
        "diemcau://join?v=1",
        GOOD.to_link().replace("v=1", "v=2"),
        GOOD.to_link().replace("v=1", "v=x"),
        GOOD.to_link() + "&c=BBBB",
        GOOD.to_link().replace("https", "http"),
        GOOD.to_link().partition("&u=")[0],
        "{}",
        GOOD.to_json().decode().replace('"version": 1', '"version": 7'),
        "x" * 100_000,
        "[" * 10_000,
    ],
)
def test_what_is_no_invitation_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(BadInvitation) as refused:
        read_invitation(text)
    assert str(refused.value).endswith(".")

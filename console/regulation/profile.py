"""The profile of a province: who opens a microphone, how long a speech is, when a line is too bad for the podium.

Rule: a profile is data, read whole or refused; its hash (canonical JSON, SHA-256) stands in every line of the log, so
that a log always says under which rules it was made. Nothing here reads a file.
"""

from typing import Annotated

import msgspec

from console.canonical_json import NotCanonical, canonical_hash
from console.rules import Rules
from console.trouble import Told, TroubleKind, trouble
from console.words import Layout, WhoOpens

SCHEMA = "regulation-profile/1"
LARGEST_OCTETS = 1024 * 1024

Seconds = Annotated[int, msgspec.Meta(ge=1, le=24 * 3600)]
PerMille = Annotated[int, msgspec.Meta(ge=0, le=1000)]
Milliseconds = Annotated[int, msgspec.Meta(ge=1, le=600_000)]
Packets = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]

_standard = Rules()


class BadProfile(Told):
    """The file is no usable profile; one sentence says where."""


class Preflight(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a site must show before it goes to the podium."""

    window_seconds: Seconds = _standard.preflight_window_ms // 1000
    loss_per_mille: PerMille = int(_standard.preflight_loss_percent * 10)
    """More loss than this on the worst stream stops the act."""
    least_packets: Packets = _standard.preflight_least_packets
    """Fewer expected packets than this in the window are no measurement."""
    sound_packets: Packets = _standard.preflight_audio_packets
    """So many packets of the bridge-only listen prove the sound path."""
    limit_ms: Milliseconds = _standard.preflight_limit_ms
    fresh_ms: Milliseconds = _standard.preflight_fresh_ms
    """A pre-flight made on deck holds this long."""


class ForgottenMicrophone(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When an open microphone off the podium is named."""

    seconds: Seconds = int(_standard.forgotten_seconds)
    level_db: Annotated[int, msgspec.Meta(ge=-127, le=0)] = int(_standard.forgotten_level_db)


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """A profile file as far as this release acts on it; what else stands in the file counts for the hash only."""

    schema: str
    id: Text
    name: Text
    who_opens: WhoOpens = WhoOpens.SITE_TECHNICIAN
    silent_at_start: bool = True
    podium_layout: Layout = Layout.PODIUM
    speech_limit_seconds: Seconds | None = _standard.speech_limit_seconds
    """None: a speech has no limit."""
    asks_attendance: bool = False
    """Sites are asked how many sit in the room and who is in charge."""
    speaker_dropped_seconds: Seconds = _standard.speaker_dropped_seconds
    preflight: Preflight = Preflight()
    forgotten_microphone: ForgottenMicrophone = ForgottenMicrophone()


def read_profile(octets: bytes, program_version: str) -> Rules:
    """Returns the rules in force under the profile in a file's content; raises `BadProfile`."""
    if len(octets) > LARGEST_OCTETS:
        raise BadProfile(trouble(TroubleKind.FILE_TOO_LARGE, most="1 MB"))
    try:
        raw = msgspec.json.decode(octets.removeprefix(b"\xef\xbb\xbf"))
        profile = msgspec.convert(raw, Profile)
        digest = canonical_hash(raw)
    except (msgspec.DecodeError, NotCanonical, RecursionError) as error:
        raise BadProfile(trouble(TroubleKind.PROFILE_BAD, why=error)) from error
    if profile.schema != SCHEMA:
        raise BadProfile(trouble(TroubleKind.PROFILE_OF_OTHER_SCHEMA, found=profile.schema, wanted=SCHEMA))
    return _rules(profile, digest, program_version)


def _rules(profile: Profile, digest: str, program_version: str) -> Rules:
    preflight = profile.preflight
    return Rules(
        profile_id=profile.id,
        profile_hash=digest,
        profile_name=profile.name,
        program_version=program_version,
        who_opens=profile.who_opens,
        silent_at_start=profile.silent_at_start,
        podium_layout=profile.podium_layout,
        speech_limit_seconds=profile.speech_limit_seconds,
        asks_attendance=profile.asks_attendance,
        speaker_dropped_seconds=profile.speaker_dropped_seconds,
        forgotten_seconds=float(profile.forgotten_microphone.seconds),
        forgotten_level_db=float(profile.forgotten_microphone.level_db),
        preflight_limit_ms=preflight.limit_ms,
        preflight_fresh_ms=preflight.fresh_ms,
        preflight_window_ms=preflight.window_seconds * 1000,
        preflight_loss_percent=preflight.loss_per_mille / 10,
        preflight_least_packets=preflight.least_packets,
        preflight_audio_packets=preflight.sound_packets,
    )

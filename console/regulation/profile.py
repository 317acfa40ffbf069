"""The profile in force: a province's file with the organisation's overlay over it, read whole or refused.

Rule: what is in force has one hash (canonical JSON, SHA-256) that stands in every line of the log, and `content` is the
text that hashes to it, so that a log always says under which rules it was made. An overlay changes names and office
hours, never a rule. Nothing here reads a file.
"""

import re
from typing import Any, cast

import msgspec
from msgspec.structs import replace

from console.canonical_json import NotCanonical, canonical_hash, canonical_json
from console.regulation.after import Closing
from console.regulation.before import offered_roles
from console.regulation.check_stages import check_stages
from console.regulation.office_hours import OfficeHours
from console.regulation.profile_file import ProfileFile, Regulation
from console.regulation.province import Organisation, Part, Terms, Tier
from console.rules import Rules
from console.trouble import Told, Trouble, TroubleKind, trouble
from console.words import MuteRule

SCHEMA = "regulation-profile/1"
OVERLAY_SCHEMA = "organisation-overlay/1"
LARGEST_OCTETS = 1024 * 1024

_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>[^`]*)`(?: - at `(?P<path>[^`]*)`)?")
_MISSING = re.compile(r"Object missing required field `(?P<key>[^`]*)`(?: - at `(?P<path>[^`]*)`)?")


class BadProfile(Told):
    """The file is no usable profile; one sentence says where."""


class Overlay(Part, kw_only=True):
    """Names and hours of today's offices, put over a profile; `choice` picks a rule that the profile leaves open."""

    schema: str = OVERLAY_SCHEMA
    organisation: Organisation = Organisation()
    office_hours: OfficeHours | None = None
    closing: Closing | None = None
    mute_choice: MuteRule | None = None


class ProfileInForce(msgspec.Struct, frozen=True, kw_only=True):
    """A profile as a meeting is held under it."""

    id: str
    version: str
    hash: str
    """SHA-256 of `content`, 64 hexadecimal digits."""
    name: str
    rules: Rules
    """What the live core acts on."""
    regulation: Regulation
    """What the province's text says, today's names put over it."""
    content: bytes
    """Canonical JSON of all that is in force, overlay included."""
    checked: tuple[str, ...] = ()
    """What was compared with the text and put right."""

    @property
    def terms(self) -> Terms:
        """The words of the province, with today's department."""
        return self.regulation.terms

    @property
    def office_hours(self) -> OfficeHours:
        """When offices work; limits in days end with them."""
        return self.regulation.office_hours

    @property
    def tiers(self) -> tuple[Tier, ...]:
        """The tiers of government, of today where the overlay names them."""
        return self.regulation.organisation.tiers or self.regulation.tiers

    @property
    def open_choices(self) -> tuple[MuteRule, ...]:
        """Rules of which one has still to be chosen."""
        mute = self.regulation.mute
        return mute.choices if mute.rule is None else ()


def read_profile(octets: bytes, program_version: str, overlay: bytes | None = None) -> ProfileInForce:
    """Returns the profile of a file's content, with an overlay's content over it; raises `BadProfile`."""
    raw = _decoded(octets)
    file = _shaped(raw, ProfileFile)
    if file.schema != SCHEMA:
        raise BadProfile(trouble(TroubleKind.PROFILE_OF_OTHER_SCHEMA, found=file.schema, wanted=SCHEMA))
    if overlay is not None:
        raw = _laid_over(raw, read_overlay(overlay), file)
        file = _shaped(raw, ProfileFile)
    try:
        content, digest = canonical_json(raw), canonical_hash(raw)
    except NotCanonical as error:
        raise BadProfile(trouble(TroubleKind.PROFILE_BAD, why=error)) from error
    regulation = _regulation(file)
    return ProfileInForce(
        id=file.id,
        version=file.version,
        hash=digest,
        name=file.name,
        rules=_rules(file, regulation, digest, program_version),
        regulation=regulation,
        content=content,
        checked=file.checked,
    )


def read_overlay(octets: bytes) -> Overlay:
    """Returns an organisation overlay; raises `BadProfile`."""
    raw = _decoded(octets)
    overlay = _shaped(raw, Overlay)
    if overlay.schema != OVERLAY_SCHEMA:
        raise BadProfile(trouble(TroubleKind.PROFILE_OF_OTHER_SCHEMA, found=overlay.schema, wanted=OVERLAY_SCHEMA))
    return overlay


def _decoded(octets: bytes) -> object:
    if len(octets) > LARGEST_OCTETS:
        raise BadProfile(trouble(TroubleKind.FILE_TOO_LARGE, most="1 MB"))
    try:
        return msgspec.json.decode(octets.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise BadProfile(trouble(TroubleKind.PROFILE_BAD, why=error)) from error


_Shape = ProfileFile | Overlay


def _shaped(raw: object, shape: Any) -> Any:
    try:
        return msgspec.convert(raw, shape)
    except (msgspec.ValidationError, RecursionError) as error:
        raise BadProfile(_why(str(error))) from error


def _why(text: str) -> Trouble:
    """Returns the trouble behind msgspec's words: an unknown or a missing key with its place, or the words."""
    for pattern, kind in ((_UNKNOWN, TroubleKind.PROFILE_KEY_UNKNOWN), (_MISSING, TroubleKind.PROFILE_KEY_MISSING)):
        if found := pattern.match(text):
            place = (found["path"] or "$").removeprefix("$").removeprefix(".")
            return trouble(kind, key=f"{place}.{found['key']}".removeprefix("."))
    return trouble(TroubleKind.PROFILE_BAD, why=text)


def _laid_over(raw: object, overlay: Overlay, file: ProfileFile) -> dict[str, object]:
    """Returns the profile's content with the overlay's in it."""
    merged = dict(cast("dict[str, object]", raw))
    names = msgspec.to_builtins(file.organisation) | {
        key: value for key, value in msgspec.to_builtins(overlay.organisation).items() if value is not None
    }
    merged["organisation"] = {key: value for key, value in names.items() if value is not None}
    for key, value in (("office_hours", overlay.office_hours), ("closing", overlay.closing)):
        if value is not None:
            merged[key] = msgspec.to_builtins(value)
    if overlay.mute_choice is not None:
        merged["mute"] = _chosen(merged.get("mute", {}), overlay.mute_choice, file)
    return merged


def _chosen(mute: object, choice: MuteRule, file: ProfileFile) -> dict[str, object]:
    if choice not in file.mute.choices:
        raise BadProfile(trouble(TroubleKind.PROFILE_LEAVES_NO_CHOICE, profile=file.id, choice=choice.value))
    return {**cast("dict[str, object]", mute), "rule": choice.value}


def _regulation(file: ProfileFile) -> Regulation:
    """Returns the regulation's part of a file, today's department in its words."""
    fields = Regulation.__struct_fields__
    regulation = Regulation(**{name: getattr(file, name) for name in fields})
    department = file.organisation.department_name
    if department is None:
        return regulation
    return replace(regulation, terms=replace(regulation.terms, department=department))


def _rules(file: ProfileFile, regulation: Regulation, digest: str, program_version: str) -> Rules:
    preflight = file.preflight
    return Rules(
        profile_id=file.id,
        profile_version=file.version,
        profile_hash=digest,
        profile_name=file.name,
        terms=regulation.terms,
        program_version=program_version,
        who_opens=file.who_opens,
        silent_at_start=file.silent_at_start,
        frozen_in_session=file.configuration.frozen_in_session,
        frozen_after_check=file.configuration.frozen_after_check,
        mute_rule=file.mute.rule,
        podium_layout=file.podium_layout,
        speech_limit_seconds=file.speech_limit_seconds,
        lock_after_minutes=file.security.lock_after_minutes,
        control_may_be_delegated=file.control.delegation,
        asks_attendance=file.asks_attendance,
        operator_saves_at_sites=not file.presets.only_by_site,
        cover_podium_move=file.presets.cover_podium_move,
        recording_mark_on_picture=file.recording.mark_on_picture,
        preset_roles=offered_roles(file.presets.required),
        check_stages=check_stages(file.checks),
        least_up_kilobits=file.bandwidth.least_up_kilobits,
        least_down_kilobits=file.bandwidth.least_down_kilobits,
        most_tried_kilobits=file.bandwidth.most_tried_kilobits,
        speaker_dropped_seconds=file.speaker_dropped_seconds,
        forgotten_seconds=float(file.forgotten_microphone.seconds),
        forgotten_level_db=float(file.forgotten_microphone.level_db),
        preflight_limit_ms=preflight.limit_ms,
        preflight_fresh_ms=preflight.fresh_ms,
        preflight_window_ms=preflight.window_seconds * 1000,
        preflight_loss_percent=preflight.loss_per_mille / 10,
        preflight_least_packets=preflight.least_packets,
        preflight_audio_packets=preflight.sound_packets,
    )

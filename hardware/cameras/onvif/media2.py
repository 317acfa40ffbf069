"""Profiles and pictures of cameras that offer media2 alone (Profile T): what the media service of Profile S says there.

Source: ONVIF Media 2 Service Specification (ver20/media/wsdl) 5.2 GetProfiles, 5.9 GetSnapshotUri.
"""

from typing import Any, Final

from hardware.cameras.onvif.answers import LONGEST_TOKEN, MOST_PRESETS, MediaProfile
from hardware.cameras.onvif.plain_soap import all_of, element, first, text_of

MEDIA2: Final = "http://www.onvif.org/ver20/media/wsdl"


def profiles_wanted() -> Any:
    """Returns the question for all profiles with what moves them and where their picture comes from."""
    kinds = (element(MEDIA2, "Type", text=kind) for kind in ("VideoSource", "PTZ"))
    return element(MEDIA2, "GetProfiles", *kinds)


def profile_in(answer: Any) -> MediaProfile | None:
    """Returns the first profile that moves, None where there is none."""
    for profile in list(all_of(answer, "Profiles"))[:MOST_PRESETS]:
        token, node = str(profile.get("token") or ""), first(profile, "PTZ", "NodeToken")
        if first(profile, "PTZ") is not None and 0 < len(token) <= LONGEST_TOKEN:
            source = first(profile, "VideoSource", "SourceToken")
            return MediaProfile(token, _text(node), _text(source))
    return None


def picture_wanted(profile: str) -> Any:
    """Returns the question for where a profile's picture is."""
    return element(MEDIA2, "GetSnapshotUri", element(MEDIA2, "ProfileToken", text=profile))


def picture_in(answer: Any) -> str | None:
    """Returns where the picture is, None where it is not told."""
    return _text(first(answer, "Uri")) or None


def _text(node: Any) -> str:
    return "" if node is None else text_of(node)

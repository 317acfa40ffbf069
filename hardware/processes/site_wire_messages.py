"""Between a site's endpoint process and its window: JSON lines, the state one way, the technician's acts the other.

Rule: loads no media library, for the window says and understands these messages too.
"""

import msgspec

from console.commands import kebab
from console.trouble import Told, Trouble
from console.words import Reason


class SiteShown(msgspec.Struct, frozen=True, kw_only=True):
    """One moment of the endpoint for its window; moments are wall-clock milliseconds."""

    joined: bool = False
    stopped: bool = False
    replaced: bool = False
    """Another computer has joined as this site; nothing follows until the technician takes the place back."""
    trouble: str = ""
    """Why the site is not in the meeting, in English, where it has no kind."""
    troubles: tuple[Trouble, ...] = ()
    """Why the site is not in the meeting, and what is missing in the room."""
    site_name: str = ""
    site_number: int | None = None
    main_name: str = ""
    title: str = ""
    microphone_open: bool = False
    microphone_ordered_open: bool = False
    may_open: bool = False
    has_microphone: bool = True
    reason: Reason | None = None
    listened: bool = False
    on_podium: bool = False
    on_deck: bool = False
    ready: bool = False
    """Ready was said since the site is on deck; the window's end remembers it, the endpoint does not say it."""
    queue_place: int | None = None
    speech_started_ms: int | None = None
    speech_limit_seconds: int | None = None


class Act(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="act", tag=kebab):
    """Base of what the technician does."""


class PressMicrophone(Act):
    open: bool


class AskFloor(Act):
    wanted: bool


class SayReady(Act):
    pass


class EndSpeech(Act):
    pass


class TakeBack(Act):
    """Joins again as this site; whoever has its place now is replaced."""


class ShowPictures(Act):
    """The sizes of the pictures on the screen, in physical pixels; 0: not shown."""

    program: tuple[int, int]
    own: tuple[int, int]


AnyAct = PressMicrophone | AskFloor | SayReady | EndSpeech | TakeBack | ShowPictures


def never_joined(error: Told) -> SiteShown:
    """Returns what the window shows of a site that cannot even begin."""
    why = error.trouble
    return SiteShown(stopped=True, trouble="" if why else str(error), troubles=(why,) if why else ())

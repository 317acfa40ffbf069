"""The words for a camera that is in standby: offered to be switched on, being switched on, not to be switched on."""

from console.words import Reason
from widgets.phrases.language import say
from widgets.phrases.words import phrase_reason


def switch_on() -> list[str]:
    """Returns the words of the button, the longest first."""
    return [say("Bật camera")]


def switching_on() -> str:
    return say("Đang bật camera…")


def not_switched_on(reason: Reason) -> str:
    return say("Không bật được camera: {reason}", reason=phrase_reason(reason))

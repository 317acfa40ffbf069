"""The words of choosing a language."""

from widgets.phrases.language import say

OWN_NAMES = {"vi": "Tiếng Việt", "en": "English"}
"""What each language is called by those who speak it; never translated."""


def menu_title() -> str:
    return say("Ngôn ngữ")


def language_hint() -> str:
    return say("Đổi ngôn ngữ của cửa sổ ngay lập tức; lần mở sau vẫn giữ")

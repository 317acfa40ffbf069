"""The words of `--help` for the office's records.

Rule: as in `help_words`: keyed by the English text that stands in the tables of arguments.
"""

from widgets.phrases.language import say


def office_options() -> dict[str, str]:
    """Returns the Vietnamese texts, or whatever language is in use."""
    return {
        "open the office's records, without any meeting": say("mở cửa sổ hồ sơ, không cần cuộc họp nào"),
        "of the window (as chosen before)": say("ngôn ngữ của cửa sổ (như lần chọn trước)"),
    }

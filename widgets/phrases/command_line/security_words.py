"""The words of `security` at the command line: those of the office's page, and of that command's help."""

from widgets.phrases.language import say
from widgets.phrases.office import security_page_words as words


class SpokenSecurityWords:
    """The words of the office's page in the language in use."""

    headings = staticmethod(words.headings)
    cells = staticmethod(words.cells)
    none = staticmethod(words.none)
    written = staticmethod(words.written)


def security_options() -> dict[str, str]:
    """Returns the help of `security`, by its English text."""
    return {
        "security events: strangers, misconduct, accounts, rights, configuration": say(
            "sự kiện an toàn: người lạ, điểm cầu gây hại, tài khoản, quyền, cấu hình"
        ),
        "print what concerned security, the newest first": say("in các sự kiện an toàn, mới nhất trước"),
        "only events of this kind": say("chỉ những sự kiện loại này"),
        "from this day on, YYYY-MM-DD": say("từ ngày này, dạng YYYY-MM-DD"),
    }

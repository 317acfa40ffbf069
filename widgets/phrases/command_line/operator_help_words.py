"""The help of operator commands whose rooms came later: cues of the script, incidents, fields that several share.

Rule: keyed by the English text that stands in the tables of arguments, as in `help_words`.
"""

from widgets.phrases.language import say

Texts = dict[str, str]


def operator_options() -> Texts:
    """Returns the texts by their English."""
    return {**_script(), **_incidents(), **_shared()}


def _script() -> Texts:
    return {
        "carry out a cue of the script; those before it count as left out": say(
            "thực hiện một mục của kịch bản; các mục trước đó coi như bỏ qua"
        ),
        "leave out the cues of the script up to this one": say("bỏ qua các mục của kịch bản đến hết mục này"),
        "let the script stand after a cue again": say("đưa kịch bản trở lại sau một mục"),
        "make the bridge read the running meeting and its script again": say(
            "để bộ điều khiển đọc lại cuộc họp đang diễn ra và kịch bản"
        ),
        "number of the cue": say("số của mục trong kịch bản"),
        "the podium goes back too": say("bục phát biểu cũng trở về"),
        "layout of the program picture": say("bố cục hình chương trình"),
    }


def _incidents() -> Texts:
    return {
        "what the incident is about": say("loại sự cố"),
        "how long ago it was noticed, in milliseconds": say("phát hiện cách đây bao lâu, tính bằng mili giây"),
        "an incident's identifier, as `show --only record` prints it": say(
            "mã sự cố, như lệnh show --only record in ra"
        ),
        "what caused it": say("nguyên nhân của sự cố là gì"),
        "what was done about it": say("sự cố đã được xử lý thế nào"),
        "when it is expected to be over, milliseconds since 1970 (0: nobody can say)": say(
            "dự kiến khắc phục lúc nào, mili giây kể từ 1970 (0: chưa ai biết)"
        ),
        "since when it works again, milliseconds since 1970 (without: now)": say(
            "hoạt động trở lại từ lúc nào, mili giây kể từ 1970 (không ghi: bây giờ)"
        ),
        "there was no incident: it leaves the record": say("không có sự cố: bỏ khỏi hồ sơ phiên"),
        "who was told": say("đã báo cho ai"),
        "how long ago that was, in milliseconds": say("cách đây bao lâu, tính bằng mili giây"),
    }


def _shared() -> Texts:
    return {
        "who is to speak": say("ai sẽ phát biểu"),
        "the act that was shown, as `show --only undo` prints it": say(
            "việc đang hiện để hoàn tác, như lệnh show --only undo in ra"
        ),
        "submitted, received, confirmed, refused, rescheduled, notified, rehearsed, held, closed, cancelled": say(
            "bước: submitted (đã nộp), received (đã nhận), confirmed (đã xác nhận), refused (từ chối),"
            " rescheduled (đổi lịch), notified (đã thông báo), rehearsed (đã tổng duyệt), held (đã họp),"
            " closed (đã xong), cancelled (hủy)"
        ),
        "YYYY-MM-DD": say("dạng YYYY-MM-DD"),
    }

"""The recording itself in words: its badge on every screen, its lines of the log, its panel, its commands."""

from collections.abc import Callable, Mapping
from typing import Any

from console.meeting.meeting_snapshot import RecordingView
from console.recordings.recorder_facts import Part
from console.recordings.recorder_views import RecorderView
from console.recordings.recording_words import RecordingBecause, RecordingState, RecordingWish
from widgets.phrases.language import duration, figure, say, say_count
from widgets.phrases.words import SiteName

Fields = Mapping[str, Any]
Phrase = Callable[[Fields, SiteName], str]

SHOWN_HASH = 16
"""So many digits of a hash stand in a sentence; the log and the records have all of them."""


# ---------------------------------------------------------------- on every screen


def mark() -> str:
    """Returns what stands on every screen while the meeting is recorded."""
    return say("ĐANG GHI HÌNH")


def brief_mark() -> str:
    return say("GHI HÌNH")


def badge(state: RecordingState) -> str:
    """Returns what stands in the top bar; empty where nothing is recorded."""
    return {
        RecordingState.OFF: "",
        RecordingState.STARTING: say("ĐANG BẮT ĐẦU GHI HÌNH"),
        RecordingState.RUNNING: mark(),
        RecordingState.PAUSED: say("TẠM DỪNG GHI HÌNH"),
        RecordingState.STALLED: say("GHI HÌNH TRỤC TRẶC"),
    }[state]


def brief_badge(state: RecordingState) -> str:
    """Returns the badge where there is little room."""
    return {
        RecordingState.OFF: "",
        RecordingState.STARTING: say("BẮT ĐẦU GHI"),
        RecordingState.RUNNING: brief_mark(),
        RecordingState.PAUSED: say("TẠM DỪNG GHI"),
        RecordingState.STALLED: say("GHI TRỤC TRẶC"),
    }[state]


def told_to_sites() -> str:
    """Returns the sentence for whoever cannot see the badge."""
    return say("Cuộc họp đang được ghi hình.")


# ---------------------------------------------------------------- the panel


def gigabytes(octets: int) -> str:
    """Returns a size with its decimal unit, as disks are sold."""
    if octets >= 1_000_000_000:
        return say("{number} GB", number=figure(octets / 1_000_000_000))
    return say("{number} MB", number=figure(octets / 1_000_000, 0))


def room(view: RecorderView) -> str:
    """Returns how much room there is."""
    if view.free_bytes is None:
        return say("Chưa rõ chỗ trống của ổ đĩa")
    text = say("Ổ đĩa còn trống {size}", size=gigabytes(view.free_bytes))
    return say("{text}, sắp đầy", text=text) if view.low else text


def growth(recording: RecordingView, view: RecorderView) -> str:
    """Returns how the recording goes on now."""
    if recording.state is RecordingState.OFF:
        return say("Không ghi hình")
    if recording.state is RecordingState.PAUSED:
        return say("Đang tạm dừng ghi hình")
    if recording.state is RecordingState.STARTING or not view.parts:
        return say("Đang bắt đầu ghi hình…")
    values = {"part": view.parts[-1].part, "length": duration(view.length_ms), "size": gigabytes(view.file_bytes)}
    told = say("Đang ghi phần {part}: {length}, {size}", **values)
    if recording.state is RecordingState.STALLED:
        return say("{told} — tệp không tăng như phải tăng", told=told)
    return told


def part_line(part: Part) -> str:
    """Returns one file of the recording as a row."""
    if part.ended_ms is None:
        return say("Phần {part}: đang ghi", part=part.part)
    if not part.file_bytes:
        return say("Phần {part}: không có dữ liệu", part=part.part)
    values = {"part": part.part, "length": duration(part.length_ms), "size": gigabytes(part.file_bytes)}
    return say("Phần {part}: {length}, {size}", **values)


def dropped(count: int) -> str:
    """Returns that the disk is too slow; empty where nothing was lost."""
    return say("Ổ đĩa quá chậm: đã bỏ {count} hình", count=count) if count else ""


def start() -> str:
    return say("Bắt đầu ghi")


def pause() -> str:
    return say("Tạm dừng")


def resume() -> str:
    return say("Ghi tiếp")


def stop() -> str:
    return say("Kết thúc ghi")


def take_picture() -> str:
    return say("Chụp hình chương trình")


def pictures(count: int) -> str:
    """Returns how many pictures of the program were kept."""
    return say_count("Đã chụp {n} hình", count)


# ---------------------------------------------------------------- lines of the log


def _turned(what: Fields, name: SiteName) -> str:
    if what.get("wanted") == RecordingWish.ON:
        person = what.get("allowed_by") or ""
        return say("Bắt đầu ghi hình, {person} cho phép", person=person)
    if what.get("wanted") == RecordingWish.PAUSED:
        return say("Tạm dừng ghi hình")
    return {
        RecordingBecause.DISK_FULL: say("Dừng ghi hình: ổ đĩa sắp đầy"),
        RecordingBecause.FORBIDDEN: say("Dừng ghi hình: không còn được phép ghi"),
        RecordingBecause.SESSION_ENDED: say("Kết thúc ghi hình cùng phiên họp"),
    }.get(RecordingBecause(what["because"]), say("Kết thúc ghi hình"))


def _part_ended(what: Fields, name: SiteName) -> str:
    part = what.get("part") or 0
    if not what.get("file_bytes"):
        return say("Bản ghi phần {part} không có dữ liệu", part=part)
    told = say(
        "Bản ghi phần {part}: dài {length}, {size}, SHA-256 {hash}…",
        part=part,
        length=duration(int(what.get("length_ms") or 0)),
        size=gigabytes(int(what["file_bytes"])),
        hash=str(what.get("sha256") or "")[:SHOWN_HASH],
    )
    because = RecordingBecause(what["because"])
    if because is RecordingBecause.INTERRUPTED:
        return say("{told}; bị ngắt giữa chừng", told=told)
    return say("{told}; ổ đĩa trục trặc", told=told) if because is RecordingBecause.DISK_FAILED else told


def _picture(what: Fields, name: SiteName) -> str:
    told = say(
        "Chụp hình chương trình số {number}, SHA-256 {hash}…",
        number=what.get("picture") or 0,
        hash=str(what.get("sha256") or "")[:SHOWN_HASH],
    )
    return f"{told} ({what['note']})" if what.get("note") else told


RECORDER_ENTRIES: dict[str, Phrase] = {
    "recording-turned": _turned,
    "recording-part-begun": lambda what, name: say("Bắt đầu bản ghi phần {part}", part=what.get("part") or 0),
    "recording-part-ended": _part_ended,
    "picture-taken": _picture,
}

RECORDER_COMMANDS: dict[str, Phrase] = {
    "start-recording": lambda what, name: say("bắt đầu ghi hình"),
    "pause-recording": lambda what, name: say("tạm dừng ghi hình"),
    "resume-recording": lambda what, name: say("ghi hình tiếp"),
    "stop-recording": lambda what, name: say("kết thúc ghi hình"),
    "take-picture": lambda what, name: say("chụp hình chương trình"),
}


def recorder_options() -> dict[str, str]:
    """Returns the help of the commands, by its English text."""
    return {
        "record the program; the host's permission must have been noted": say(
            "ghi hình chương trình; phải ghi việc cơ quan chủ trì cho phép trước"
        ),
        "end the part that is being recorded; the next one begins with resume-recording": say(
            "kết thúc phần đang ghi; phần sau bắt đầu bằng resume-recording"
        ),
        "go on with a paused recording, as a new part": say("ghi hình tiếp sau khi tạm dừng, thành một phần mới"),
        "end the recording": say("kết thúc ghi hình"),
        "keep one picture of the program as a file": say("lưu một hình của chương trình thành tệp"),
    }

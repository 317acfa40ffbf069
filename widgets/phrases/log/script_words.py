"""The meeting's script in words: its cues in the log, in commands and on the console."""

from collections.abc import Callable, Mapping
from typing import Any

from console.words import MAIN_SITE
from widgets.phrases.language import say, say_count, short_duration
from widgets.phrases.words import SiteName, phrase_layout

Fields = Mapping[str, Any]
Phrase = Callable[[Fields, SiteName], str]


def phrase_cue(number: int, title: str) -> str:
    """Returns a cue by its number and what it is about: "Mục 3: Sở Nội vụ phát biểu"."""
    return say("Mục {n}: {title}", n=number, title=title) if title else say("Mục {n}", n=number)


def phrase_lateness(seconds: int) -> str:
    """Returns how far from its time a cue was taken; within half a minute it is on time."""
    if abs(seconds) < 30:
        return say("đúng giờ")
    took = short_duration(abs(seconds) * 1000)
    return say("chậm {time}", time=took) if seconds > 0 else say("sớm {time}", time=took)


def _taken(what: Fields, name: SiteName) -> str:
    text = say("Kịch bản — {cue}", cue=phrase_cue(int(what["number"]), str(what.get("title") or "")))
    if what.get("instead_of"):
        planned = name(str(what["instead_of"]))
        text += say("; {site} thay cho {planned}", site=name(str(what.get("site") or MAIN_SITE)), planned=planned)
    if what.get("late_seconds") is not None:
        text += say(" ({lateness})", lateness=phrase_lateness(int(what["late_seconds"])))
    return text


def _file_taken(what: Fields, _name: SiteName) -> str:
    file: Fields = what.get("file") or {}
    cues: Any = file.get("cues") or 0
    count = cues if isinstance(cues, int) else len(cues)
    text = say("Hồ sơ cuộc họp: {subject}", subject=file.get("subject") or "—")
    return text + say_count("; kịch bản {n} mục", count) if count else text


SCRIPT_ENTRIES: dict[str, Phrase] = {
    "meeting-file-taken": _file_taken,
    "cue-taken": _taken,
    "cue-skipped": lambda what, name: say(
        "Kịch bản — bỏ qua {cue}", cue=phrase_cue(int(what["number"]), str(what.get("title") or ""))
    ),
    "cue-returned": lambda what, name: (
        say("Kịch bản — trở lại sau mục {n}", n=what["number"])
        if what.get("number")
        else say("Kịch bản — trở lại từ đầu")
    ),
}


def _take(what: Fields, name: SiteName) -> str:
    if what.get("site"):
        return say("chuyển sang mục {n} với {site}", n=what["cue"], site=name(str(what["site"])))
    return say("chuyển sang mục {n} của kịch bản", n=what["cue"])


def _return(what: Fields, _name: SiteName) -> str:
    if not what.get("cue"):
        return say("trở lại đầu kịch bản")
    text = say("trở lại mục {n} của kịch bản", n=what["cue"])
    if what.get("layout"):
        text += say(", bố cục {layout}", layout=phrase_layout(str(what["layout"])))
    return text


SCRIPT_COMMANDS: dict[str, Phrase] = {
    "take-cue": _take,
    "skip-cue": lambda what, name: say("bỏ qua mục {n} của kịch bản", n=what["cue"]),
    "return-cue": _return,
    "reload-meeting-file": lambda what, name: say("đọc lại hồ sơ cuộc họp và kịch bản"),
}

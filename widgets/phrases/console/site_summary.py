"""One site in a sentence, for screen readers: state changes only, no figures that move every second."""

from console.snapshot import Fact, LineQuality, SiteView
from console.words import LinkState
from widgets.phrases.console.listen_words import decibels
from widgets.phrases.language import say
from widgets.phrases.words import phrase_link


def summary_of(view: SiteView) -> str:
    """Returns connection, microphone and place in the meeting of a site."""
    parts = [phrase_link(view.link)]
    if view.link in {LinkState.LIVE, LinkState.OLD}:
        parts.append(_microphone(view))
    if view.on_podium:
        parts.append(say("trên bục"))
    if view.on_deck:
        parts.append(say("kế tiếp, đã sẵn sàng") if view.ready else say("kế tiếp"))
    if view.queue_place is not None:
        parts.append(say("xin phát biểu, thứ {place}", place=view.queue_place))
    if view.gain_db:
        parts.append(say("âm lượng {gain}", gain=decibels(view.gain_db)))
    if view.line.quality is LineQuality.WARNING:
        parts.append(say("đường truyền suy giảm"))
    if view.line.quality is LineQuality.ERROR:
        parts.append(say("đường truyền rất kém"))
    return ", ".join(parts)


def _microphone(view: SiteView) -> str:
    microphone = view.microphone
    if microphone.violation:
        return say("mic mở trái lệnh")
    if microphone.forgotten_since_ms is not None:
        return say("mic bỏ quên")
    words = {
        Fact.CLOSED: say("mic tắt"),
        Fact.OPEN: say("mic mở"),
        Fact.UNKNOWN: say("mic không rõ"),
        Fact.ALLOWED: say("mic được bật"),
    }
    return words[microphone.reported if view.controllable else microphone.commanded]

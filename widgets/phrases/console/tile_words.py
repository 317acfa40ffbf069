"""The words of a tile: short, several wordings where there may be little room (longest first)."""

from console.snapshot import Fact, LineView, SiteView
from console.words import Answer, RehearsalState
from widgets.phrases.language import figure, say, short_duration


def ordered() -> str:
    """Returns the label of the commanded fact."""
    return say("Lệnh")


def reported(age_ms: int | None) -> str:
    """Returns the label of the reported fact, with its age where that matters."""
    return say("Báo") if age_ms is None else say("Báo {age}", age=short_duration(age_ms))


def heard(age_ms: int | None) -> str:
    """Returns the label of the observed fact."""
    return say("Nghe") if age_ms is None else say("Nghe {age}", age=short_duration(age_ms))


def on_or_off(fact: Fact, *, doubtful: bool = False) -> str:
    """Returns the state of a microphone in capitals."""
    word = {Fact.CLOSED: say("TẮT"), Fact.OPEN: say("BẬT"), Fact.UNKNOWN: "—", Fact.ALLOWED: say("ĐƯỢC BẬT")}[fact]
    return f"{word} ?" if doubtful and fact is not Fact.UNKNOWN else word


def sound(fact: Fact) -> str:
    """Returns what is heard, in capitals."""
    return {Fact.CLOSED: say("IM"), Fact.OPEN: say("TIẾNG"), Fact.UNKNOWN: "—"}[fact]


def on_podium() -> tuple[str, ...]:
    return say("TRÊN BỤC"), say("BỤC")


def waiting() -> tuple[str, ...]:
    return say("CHỜ ĐIỂM CẦU BẬT MIC"), say("CHỜ BẬT MIC"), say("CHỜ")


def going_up() -> tuple[str, ...]:
    return say("ĐANG LÊN BỤC"), say("LÊN BỤC")


def next_ready() -> tuple[str, ...]:
    return say("KẾ TIẾP · SẴN SÀNG"), say("KẾ TIẾP")


def next_one() -> tuple[str, ...]:
    return (say("KẾ TIẾP"),)


def facts_disagree(view: SiteView) -> tuple[str, ...]:
    """Returns the odd fact for a tile without room for the strip."""
    microphone = view.microphone
    if microphone.commanded is Fact.OPEN:
        return say("báo TẮT"), say("TẮT")
    return (say("báo BẬT"), say("BẬT")) if microphone.reported is Fact.OPEN else (say("có TIẾNG"), say("TIẾNG"))


def order_uncertain(answer: Answer | None) -> tuple[str, ...]:
    """Returns what the bridge made of an order that it has not confirmed."""
    full = {
        Answer.TIMEOUT: say("lệnh chưa được trả lời"),
        Answer.REJECTED: say("lệnh bị từ chối"),
        Answer.UNSUPPORTED: say("không thực hiện được lệnh"),
    }
    short = say("lệnh ?")
    return (full[answer], short) if answer is not None and answer in full else (short,)


def rehearsal(state: RehearsalState) -> tuple[str, ...]:
    """Returns how far the technical check of a site is that nobody has signed."""
    if state is RehearsalState.MEASURING:
        return (say("đang kiểm tra"),)
    if state is RehearsalState.FAILED:
        return (say("kiểm tra: không đạt"), say("không đạt"))
    return (say("chưa kiểm tra"),)


def report_old(age_ms: int | None) -> tuple[str, ...]:
    age = short_duration(age_ms or 0)
    return say("báo cũ {age}", age=age), age


def open_for(age_ms: int | None) -> tuple[str, ...]:
    if age_ms is None:
        return (say("MIC MỞ"),)
    return say("MIC MỞ {age}", age=short_duration(age_ms)), say("MIC MỞ")


def picture_old(age_ms: int | None) -> tuple[str, ...]:
    age = short_duration(age_ms or 0)
    return say("ảnh cũ {age}", age=age), say("cũ {age}", age=age)


def line_trouble(line: LineView) -> tuple[str, ...]:
    """Returns the figure that sets the quality of a line."""
    if line.worst == "round_trip" and line.round_trip_ms is not None:
        return say("trễ {ms} ms", ms=round(line.round_trip_ms)), f"{round(line.round_trip_ms)} ms"
    if line.worst == "jitter" and line.jitter_ms is not None:
        return say("jitter {ms} ms", ms=round(line.jitter_ms)), f"{round(line.jitter_ms)} ms"
    if line.loss_percent is not None:
        loss = figure(line.loss_percent)
        return say("mất {loss}%", loss=loss), f"{loss}%"
    return (say("đường truyền kém"), say("kém"))


def bit_rate(kilobits: int) -> str:
    """Returns a rate for the eye: tens of kb/s, tenths of Mb/s."""
    if kilobits >= 1000:
        return say("{rate} Mb/s", rate=figure(kilobits / 1000))
    return say("{rate} kb/s", rate=round(kilobits, -1) if kilobits >= 10 else kilobits)


def no_control() -> tuple[str, ...]:
    return say("không nhận lệnh"), say("không lệnh")


def lost() -> str:
    return say("MẤT KẾT NỐI")


def lost_for(age_ms: int | None, attempts: int) -> str:
    age = "" if age_ms is None else short_duration(age_ms)
    return say("{age} · gọi lại lần {attempts}", age=age, attempts=attempts) if attempts > 1 and age else age


def lost_short(age_ms: int | None) -> str:
    return say("mất {age}", age=short_duration(age_ms or 0))


def absent() -> str:
    return say("vắng")


def connecting() -> str:
    return say("đang kết nối…")


def connecting_short() -> str:
    return say("đang nối…")


def no_picture_yet() -> str:
    return say("chưa có hình")


def no_picture_short() -> str:
    return say("chờ hình")

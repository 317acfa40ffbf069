"""What the printed forms share: the head of the state's documents, the log's seal, places to sign.

Rule: forms of a regulation speak Vietnamese whatever the windows speak, and keep the regulation's wording letter for
letter. Source: Decree 30/2020/NĐ-CP, annex I; Bình Định, annexes I to III.
"""

from console.records import form_times
from console.records.code_picture import code_rows, seal_text
from console.records.page_model import CodePicture, Letterhead, SignaturePlace, Signatures

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
FOOT_DIGITS = 16
SOUND_LOGS = frozenset({"whole", "tail_not_proven"})
"""What a log may be without anything speaking against it, as values of the log book's `Finding`."""
BROKEN_LOG = "CHÚ Ý: chuỗi nhật ký không còn nguyên vẹn khi lập bản này; nội dung trên chỉ dựa vào phần đọc được."
NOT_ENDED = "Phiên họp chưa kết thúc khi lập bản này."
BLANK_DAY = "ngày … tháng … năm …"


def letterhead(issuer: tuple[str, ...], place: str, day_ms: int | None) -> Letterhead:
    """Returns the head; without a moment its date is left open."""
    day = BLANK_DAY if day_ms is None else form_times.long_day(day_ms)
    return Letterhead(
        issuer=tuple(line.upper() for line in issuer if line),
        state=STATE,
        motto=MOTTO,
        place_and_date=f"{place}, {day}" if place else day[:1].upper() + day[1:],
    )


def seal(session: str, count: int, head: str, finding: str) -> CodePicture:
    """Returns the code that ties a paper to its log, with what it says in letters; it never hides a broken log."""
    told = "Chữ ký trên bản in này xác nhận đúng nhật ký điện tử có mã băm trên."
    return CodePicture(
        modules=code_rows(seal_text(session, count, head)),
        lines=(
            f"Mã phiên: {session}",
            f"Nhật ký điện tử: {count} sự kiện, mã băm cuối (SHA-256):",
            " ".join(head[at : at + 8] for at in range(0, len(head), 8)),
            told if finding in SOUND_LOGS else BROKEN_LOG,
        ),
    )


def seal_foot(name: str, session: str, count: int, head: str) -> str:
    """Returns the line at the foot of every page."""
    return f"{name} · phiên {session} · {count} sự kiện · mã băm cuối {head[:FOOT_DIGITS]}…"


def signing(title: str, hint: str, name: str = "", under: str = "") -> SignaturePlace:
    """Returns a place to sign."""
    return SignaturePlace(title=title.upper(), hint=hint, name=name, under=under)


TECHNICIAN = signing("Cán bộ kỹ thuật", "(Ký, ghi rõ họ tên)")
LEADER = signing("Xác nhận của lãnh đạo đơn vị", "(Ký, đóng dấu)")


def two_signatures(left: SignaturePlace = TECHNICIAN, right: SignaturePlace = LEADER) -> Signatures:
    """Returns two places side by side."""
    return Signatures(places=(left, right))

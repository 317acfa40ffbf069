"""The rules of a room as a paper to post: head, the rules one by one, the signature.

Source: Decree 30/2020/NĐ-CP, annex I; Bình Định, article 16 clause 3a; Thanh Hóa, article 8 clause 1.
"""

from console.office.registers import HouseRules
from console.records.form_parts import letterhead, signing
from console.records.page_model import Document, Paragraph, Signatures, Title

TITLE = "NỘI QUY PHÒNG HỌP TRỰC TUYẾN"

STANDARD_RULES = (
    "Phòng họp được ưu tiên phục vụ các cuộc họp trực tuyến; việc sử dụng phòng phải đăng ký với đơn vị quản lý.",
    "Người dự họp có mặt trước giờ khai mạc, ngồi đúng vị trí, để điện thoại ở chế độ im lặng.",
    "Chỉ cán bộ kỹ thuật được phân công bật, tắt, vận hành thiết bị; vận hành theo đúng quy trình kỹ thuật.",
    "Không tự ý di chuyển thiết bị, không dùng tay xoay camera, không thay đổi cấu hình đã thống nhất.",
    "Tắt micro khi không phát biểu; chỉ bật khi được người chủ trì mời.",
    "Không mang chất dễ cháy, nổ, chất lỏng, hóa chất vào gần thiết bị; chấp hành quy định phòng cháy, chữa cháy.",
    "Bảo đảm ánh sáng, nhiệt độ, độ ẩm và nguồn điện ổn định; giữ vệ sinh phòng họp và thiết bị.",
    "Không ghi âm, ghi hình, truyền nội dung cuộc họp ra ngoài khi chưa được đơn vị chủ trì cho phép.",
    "Kết thúc cuộc họp: kiểm tra toàn bộ hệ thống, tắt thiết bị trước, ngắt nguồn điện sau, đậy nắp ống kính camera.",
    "Khi có sự cố, báo ngay cán bộ kỹ thuật của điểm cầu và điểm cầu chính.",
)
"""What the five regulations ask of a room and of those in it, for an office to start from."""


def house_rules_paper(rules: HouseRules, room: str, place: str = "", day_ms: int | None = None) -> Document:
    """Returns the paper for a room; `place` and the day of `day_ms` (UTC) stand in the head, None leaves it open."""
    lines = [line.strip() for line in rules.rules.splitlines() if line.strip()]
    return Document(
        title=f"{TITLE} – {room}",
        blocks=(
            letterhead((rules.issued_by,), place, day_ms),
            Paragraph(text=f"Số: {rules.paper or '…'}"),
            Title(text=TITLE, under=room),
            *(Paragraph(text=f"Điều {place}. {line}") for place, line in enumerate(lines, start=1)),
            Signatures(places=(signing("", ""), signing("Thủ trưởng đơn vị", "(Ký, đóng dấu)"))),
        ),
    )

"""The text that lies open in every package: what it is, and how a stranger checks it without this program.

Rule: always Vietnamese, for it goes to offices in Viet Nam; each rule stands in it with the exact octets, and a test
checks a package with nothing but what this text says.
"""

from console.records.hand_over import layout
from console.records.hand_over.package_verdict import SOUND_LOGS
from console.records.seal import Seal
from console.records.session_story import SessionStory

_WHAT = {
    layout.EVENTS: "toàn bộ nhật ký, mỗi dòng một sự kiện (JSON Lines)",
    layout.SESSION: "thông tin phiên họp: thời gian, điểm cầu, lượt phát biểu",
    layout.SNAPSHOT: "cùng nhật ký đó, dạng cơ sở dữ liệu SQLite",
    layout.PROFILE: "hồ sơ quy định đã áp dụng cho phiên họp",
    layout.RECORD: "bản để đọc và in",
    layout.OFFICE: "đăng ký, kịch bản, sửa đổi, xác nhận của cuộc họp trong sổ của đơn vị",
    f"{layout.FORMS}phu-luc-2": "Phụ lục II, nhật ký triển khai họp trực tuyến",
    f"{layout.FORMS}check-minutes": "biên bản kiểm tra kỹ thuật",
    f"{layout.FORMS}incident": "báo cáo sự cố",
    f"{layout.FORMS}shutdown": "biên bản tắt thiết bị",
    f"{layout.FORMS}recording": "biên bản bàn giao tư liệu",
}


def read_me(story: SessionStory, seal: Seal, files: frozenset[str]) -> str:
    """Returns the text for a package with these payload files."""
    listed = "\n".join(f"  {name:<32}{_what(name)}" for name in sorted(files))
    return _TEXT.format(
        title=story.title or story.session,
        session=story.session,
        count=seal.count,
        head=seal.head,
        fingerprint=seal.fingerprint,
        listed=listed,
        state=("" if seal.finding in SOUND_LOGS else _BROKEN) + (_CONFIDENTIAL if story.confidential else ""),
    )


def _what(name: str) -> str:
    """Returns what a file is; a form's data and its printed page are one thing in two ways."""
    form, _, ending = name.rpartition(".")
    return f"{_WHAT[form]} ({ending.upper()})" if form in _WHAT else _WHAT[name]


_BROKEN = """
CHÚ Ý: khi đóng gói, chuỗi nhật ký đã không còn nguyên vẹn. Gói này giữ nhật ký đúng như hiện trạng lúc đó.
"""

_CONFIDENTIAL = """
CUỘC HỌP HẠN CHẾ HOẶC MẬT: gói này không có bản ghi hình, ghi âm, hình ảnh hay số liệu đo; chỉ có nhật ký và biểu mẫu.
Bảo quản, giao nhận theo quy định về bảo vệ bí mật nhà nước.
"""

_TEXT = """GÓI BÀN GIAO PHIÊN HỌP TRỰC TUYẾN

Phiên họp:            {title}
Mã phiên:             {session}
Số sự kiện:           {count}
Mã băm cuối:          {head}
Vân tay khóa ký:      {fingerprint}
{state}
Không sửa, đổi tên, thêm hay bớt tệp nào trong gói: chỉ một ký tự khác đi, việc kiểm tra sẽ báo sai.
Các thời điểm trong tệp dữ liệu tính bằng mili giây từ 00:00 ngày 01/01/1970 theo giờ quốc tế (UTC).

TRONG GÓI CÓ GÌ

{listed}

KIỂM TRA BẰNG CHƯƠNG TRÌNH ĐIỂM CẦU

  main.py verify <thư mục này hoặc tệp .zip> --key <vân tay khóa đã đăng ký>

TỰ KIỂM TRA, KHÔNG CẦN CHƯƠNG TRÌNH ĐIỂM CẦU

Gói theo chuẩn BagIt 1.0 (RFC 8493). Chỉ cần SHA-256, Ed25519 (RFC 8032) và JSON.

1. Các tệp trong data/: mỗi dòng của manifest-sha256.txt gồm mã SHA-256 và tên tệp. Tính lại SHA-256 của từng tệp và
   so sánh; không được thiếu tệp nào, không được có tệp nào ngoài danh sách.

2. Các tệp còn lại: làm như vậy với tagmanifest-sha256.txt.

3. Chữ ký: tagmanifest-sha256.txt.sig (64 byte) là chữ ký Ed25519 trên toàn bộ nội dung tagmanifest-sha256.txt;
   signing-key.pub (32 byte) là khóa công khai. SHA-256 của signing-key.pub phải bằng vân tay khóa mà đơn vị đã
   đăng ký bằng văn bản. Chỉ tin vân tay đã đăng ký, không tin vân tay ghi trong gói.

4. Chuỗi sự kiện: mỗi dòng của data/events.jsonl có dạng
     {{"event":SỰ_KIỆN,"hash":"...","previous":"..."}}
   - hash của mỗi dòng = SHA-256 của: previous + ký tự xuống dòng (byte 0A) + SỰ_KIỆN;
   - SỰ_KIỆN lấy đúng từng ký tự như trong dòng: JSON UTF-8, chuẩn Unicode NFC, khóa xếp theo thứ tự mã ký tự,
     không có khoảng trắng, chỉ có số nguyên;
   - previous của dòng sau bằng hash của dòng trước; previous của dòng đầu = SHA-256 của chuỗi "diem-cau" nối liền
     với mã phiên;
   - mã băm viết bằng 64 chữ số thập lục phân chữ thường, và được đưa vào phép tính dưới dạng chữ đó;
   - trường number của các sự kiện tăng dần 1, 2, 3, …, trường session là mã phiên.

5. Phần cuối: số dòng và hash của dòng cuối phải bằng Log-Count và Log-Head trong bag-info.txt.

6. Bảng events trong data/session.sqlite3 phải chứa đúng các sự kiện đó. Số liệu đo đường truyền trong các bảng khác
   (nếu có) không nằm trong chuỗi, chỉ được bảo vệ bởi bước 1 đến 3.

Gói có thể chứa họ tên, địa chỉ mạng của các điểm cầu: chỉ bàn giao cho người có trách nhiệm.
"""

"""The words of the help inside the window: what the signs mean, and what to do when something happens.

Rule: an answer is what one does now, in order, with the names that stand on the screen.
"""

from typing import NamedTuple

from widgets.phrases.language import say


class Advice(NamedTuple):
    """What may happen, and what to do then."""

    when: str
    do: str


def guide_title() -> str:
    return say("Trợ giúp — Điểm Cầu")


def search_hint() -> str:
    return say("Tìm trong trợ giúp, không cần dấu")


def close() -> str:
    return say("Đóng")


def nothing_found(text: str) -> str:
    return say("Không có mục nào chứa “{text}”.", text=text)


def section_names() -> tuple[str, str, str]:
    """Returns the headings: what to do when, signs, keys."""
    return say("Khi có việc"), say("Ý nghĩa các dấu hiệu"), say("Phím tắt")


def plain_keys() -> list[tuple[str, str]]:
    """Returns the keys that belong to no action: choosing and leaving."""
    return [
        ("← ↑ → ↓", say("Chọn điểm cầu bên cạnh")),
        (
            "F6, ← ↑ → ↓",
            say(
                "Trên bản đồ toàn cảnh (tới bằng F6): đi từng điểm cầu; thêm Ctrl để đổi giữa toàn cảnh, mất gói và"
                " nhật ký"
            ),
        ),
        ("0 … 9", say("Gõ số rồi Enter để chọn điểm cầu; Enter lần nữa để đưa lên kế tiếp")),
        ("Esc", say("Bỏ số đang gõ, đóng ô tìm kiếm hoặc hộp thoại")),
    ]


def no_key() -> str:
    return say("trong bảng chọn")


def sign_meanings() -> dict[str, str]:
    """Returns what each sign says, by its name."""
    return {
        "lock": say("Lệnh: mic phải tắt"),
        "open-lock": say("Lệnh: mic được mở"),
        "microphone-off": say("Máy của điểm cầu báo mic đang tắt"),
        "microphone": say("Máy của điểm cầu báo mic đang bật"),
        "flat": say("Cầu không nghe thấy tiếng từ điểm cầu"),
        "wave": say("Cầu đang nghe thấy tiếng từ điểm cầu"),
        "question": say("Chưa biết: không có dữ liệu, hoặc dữ liệu đã cũ"),
        "live": say("Trên bục: đang phát biểu, cả cuộc họp nghe và thấy"),
        "next": say("Kế tiếp: đã kiểm tra xong, chờ lên bục; chưa ai nghe thấy"),
        "hand": say("Xin phát biểu; con số là thứ tự trong hàng chờ"),
        "phone": say("Xin phát biểu qua điện thoại, do người điều khiển ghi"),
        "page": say("Phát biểu theo kịch bản của cuộc họp"),
        "triangle": say("Cảnh báo: nên xem trong vài phút tới"),
        "square": say("Lỗi: cần xử lý ngay"),
        "alert": say("Mic mở khi không trên bục, hoặc ba dấu của mic không khớp nhau"),
        "ring": say("Vắng: điểm cầu chưa vào họp lần nào"),
        "octagon": say("Dừng an toàn: tắt mọi mic trừ điểm cầu chính"),
        "shield": say("Nhật ký đã được ghi an toàn xuống đĩa"),
        "bell-off": say("Chuông cảnh báo đang tắt ở máy này; cảnh báo vẫn hiện"),
        "ear": say("Tai nghe của người điều khiển đang nghe điểm cầu này; cuộc họp không nghe thấy"),
    }


def _about_sites() -> list[Advice]:
    return [
        Advice(
            say("Một điểm cầu mất kết nối"),
            say(
                "Điểm cầu tự kết nối lại; ô của điểm cầu cho biết đã mất bao lâu. Quá một phút thì gọi điện cho kỹ"
                " thuật viên điểm cầu: kiểm tra dây mạng, rồi mở lại chương trình. Lệnh tắt mic vẫn giữ khi"
                " điểm cầu vào lại."
            ),
        ),
        Advice(
            say("Nhiều điểm cầu mất kết nối cùng lúc"),
            say(
                "Xem cảnh báo gộp (Shift+F8): tên nhà mạng hoặc địa bàn chung cho biết phải gọi ai. Nếu cảnh báo nghi"
                " đường truyền của điểm cầu chính, kiểm tra đường truyền tại đây trước."
            ),
        ),
        Advice(
            say("Hình của điểm cầu bị đứng hoặc vỡ"),
            say(
                "Chọn điểm cầu và xem đồ thị đường truyền (phím D). Tỷ lệ mất gói từ 5 % trở lên thì không nên đưa lên"
                " bục; đề nghị điểm cầu dừng các việc khác đang dùng mạng hoặc chuyển sang đường truyền dự phòng."
            ),
        ),
        Advice(
            say("Điểm cầu không vào được cuộc họp"),
            say(
                "Mã mời chỉ dùng được một lần và có thời hạn: mời lại ở “Thiết lập lần đầu…”. Máy của điểm cầu phải mở"
                " được địa chỉ ghi trong lời mời; hỏi quản trị mạng về cổng TCP 8443 và UDP 8550."
            ),
        ),
    ]


def _about_sound() -> list[Advice]:
    return [
        Advice(
            say("Mic bị bỏ quên"),
            say("Bấm F4: mic của điểm cầu được nêu tên tắt ngay, cuộc họp không bị ngắt."),
        ),
        Advice(
            say("Có tiếng vọng hoặc tiếng hú"),
            say(
                "Bấm Ctrl+M để tắt mic tất cả, rồi cho từng điểm cầu bật lại. Ở nơi gây vọng: giảm âm lượng loa, đặt"
                " mic xa loa, và làm phép thử tiếng vọng trong chương trình của điểm cầu."
            ),
        ),
        Advice(
            say("Có tiếng lạ không biết từ đâu"),
            say(
                "Bấm F12 để dừng an toàn. Sau đó nghe riêng từng điểm cầu bằng tai nghe (phím L), không ai trong cuộc"
                " họp nghe thấy. Gỡ dừng an toàn trong bảng chọn khi đã biết nguyên nhân."
            ),
        ),
        Advice(
            say("Điểm cầu đang phát biểu nhưng không ai nghe thấy"),
            say(
                "Xem ba dấu của mic: lệnh, máy báo, nghe thấy. Máy báo tắt: điểm cầu phải tự bật mic. Máy báo bật mà"
                " không nghe thấy: sai mic hoặc mic hỏng, điểm cầu chọn lại thiết bị."
            ),
        ),
        Advice(
            say("Không nghe thấy gì trong tai nghe"),
            say(
                "Bấm Alt+L để chọn thiết bị tai nghe; lựa chọn được giữ cho lần mở sau. Ô tai nghe ở góc dưới bên trái"
                " nêu lý do khi không có tiếng."
            ),
        ),
        Advice(
            say("Đã bấm dừng an toàn"),
            say(
                "Chỉ điểm cầu chính có tiếng. Cuộc họp không bị ngắt. Để trở lại: “Gỡ dừng an toàn…” trên dải lệnh,"
                " hoặc Ctrl+Z hai lần nếu việc đó mở mic trở lại."
            ),
        ),
    ]


def _about_the_console() -> list[Advice]:
    return [
        Advice(
            say("Không ghi được nhật ký"),
            say(
                "Cuộc họp vẫn chạy, các dòng chờ trong bộ nhớ. Giải phóng chỗ trên ổ đĩa chứa thư mục dữ liệu; không"
                " tắt máy và không đóng chương trình cho đến khi thấy lại dấu khiên."
            ),
        ),
        Advice(
            say("Cửa sổ mất liên lạc với bộ điều khiển"),
            say(
                "Cuộc họp có thể vẫn chạy; hình và số liệu trên cửa sổ đã cũ. Bộ điều khiển tự khởi động lại và cửa sổ"
                " tự nối lại trong vài giây. Nếu không, dải phía trên nêu lý do và việc cần làm."
            ),
        ),
        Advice(
            say("Cửa sổ bị treo hoặc lỡ đóng"),
            say(
                "Cuộc họp không dừng. Mở lại Điểm Cầu: cửa sổ mới nối vào cuộc họp đang chạy. Trong lúc chờ có thể gõ"
                " lệnh “main.py do safe-stop” trong cửa sổ dòng lệnh."
            ),
        ),
        Advice(
            say("Lên bục không thành"),
            say(
                "Mọi thứ đã trở về như trước và dòng dưới các nút nêu lý do. Sửa xong thì đưa lên kế tiếp (Enter) rồi"
                " lên bục (Ctrl+Enter) lần nữa; hoặc mời điểm cầu sau phát biểu trước."
            ),
        ),
        Advice(
            say("Khó đọc màn hình, hoặc cảnh báo nhấp nháy gây mỏi mắt"),
            say(
                "Bấm Ctrl+Shift+C để có độ tương phản cao, Ctrl+Shift+T để trở lại. Trong bảng chọn (Ctrl+,), mục “Cảnh"
                " báo chưa nhận” đổi nhấp nháy thành đổi nhẹ mỗi hai giây. Cả hai được giữ cho lần mở sau."
            ),
        ),
        Advice(
            say("Có sự cố, cần gọi ai"),
            say(
                "Bấm F3 ghi sự cố, rồi Shift+F3: cột “Gọi ai” xếp theo thứ tự cần gọi, có số điện thoại và số hiệu"
                " đường truyền. Gọi xong bấm Alt và số của dòng để ghi “đã báo lúc này”. Xin phương án dự phòng và ý"
                " kiến của chủ tọa cũng ghi ở đó."
            ),
        ),
        Advice(
            say("Giao cho một điểm cầu điều khiển thay"),
            say(
                "Bấm Ctrl+G, nếu quy chế cho phép: chọn điểm cầu, việc được làm, bao nhiêu phút, căn cứ. Thanh trên"
                " cùng luôn hiện ai đang được giao quyền; bấm vào đó để thu hồi. Hết giờ thì quyền tự hết."
            ),
        ),
        Advice(
            say("Ghi hình cuộc họp, cuộc họp mật"),
            say(
                "Bấm Alt+R ghi ai cho phép ghi hình. Cuộc họp đăng ký là hạn chế hoặc mật thì không ghi được, thanh"
                " trên cùng có dấu hiệu, hồ sơ xuất ra không có số liệu đo hay hình ảnh."
            ),
        ),
        Advice(
            say("Phải đổi cấu hình khi đang họp"),
            say(
                "Khi cuộc họp chính thức đang diễn ra, và từ lúc kiểm tra đạt nếu quy chế định, cấu hình được giữ"
                " nguyên: ghi lý do vào ô Lý do (hoặc --reason) thì mới đổi được. Mọi thay đổi đều có trong nhật ký và"
                " trong Hồ sơ, trang “Sự kiện an toàn”; đề nghị và ý kiến đồng ý ghi ở trang bên cạnh."
            ),
        ),
        Advice(
            say("Điểm cầu nào chưa báo người dự họp"),
            say(
                "Bấm Alt+A: điểm cầu chưa báo đứng trước. Nghe qua điện thoại thì chọn điểm cầu, ghi số người và lãnh"
                " đạo dự; Phụ lục II và Phụ lục III lấy số liệu từ đây."
            ),
        ),
        Advice(
            say("Cần bàn giao hồ sơ cuộc họp"),
            say(
                "Chọn “Xuất hồ sơ phiên…” (Ctrl+E) và thư mục trên USB. Tệp có chữ ký; gửi kèm vân tay của khóa bằng"
                " giấy. Có thể xuất cả khi phiên đang chạy."
            ),
        ),
    ]


def _about_logins() -> list[Advice]:
    return [
        Advice(
            say("Phải đăng nhập mới điều khiển được"),
            say(
                "Ô đăng nhập nằm trên hàng chờ: gõ tài khoản, Enter, mật khẩu, Enter. Cuộc họp vẫn chạy, hình và cảnh"
                " báo vẫn hiện; F12 dừng an toàn và F10 tắt chuông dùng được cả khi chưa đăng nhập. Nhập sai nhiều lần"
                " thì phải chờ, lâu nhất một phút. Quên mật khẩu thì nhờ người có vai trò quản trị đặt lại."
            ),
        ),
        Advice(
            say("Rời bàn điều khiển"),
            say(
                "Bấm Ctrl+L để khóa ngay; để lâu không chạm, bàn điều khiển tự khóa. Khóa chỉ che nút bấm: cuộc họp,"
                " lệnh đang có hiệu lực và tiếng chuông không đổi. Gõ mật khẩu để mở khóa."
            ),
        ),
        Advice(
            say("Bàn giao ca cho người khác"),
            say(
                "Bấm Ctrl+L; người nhận ca sửa tên ở ô tài khoản, gõ mật khẩu của mình. Không phải đóng cửa sổ, cuộc"
                " họp không gián đoạn. Nhật ký ghi ai bàn giao cho ai; từ đó mọi thao tác đứng tên người nhận."
            ),
        ),
        Advice(
            say("Thêm người vận hành, giao quyền có thời hạn"),
            say(
                "Trong Hồ sơ (Ctrl+Shift+H), trang “Tài khoản vận hành”, người có vai trò quản trị thêm và khóa tài"
                " khoản, đặt mật khẩu, giao quyền từ lúc nào đến lúc nào. Khi chưa có quản trị nào thì không ai phải"
                " đăng nhập."
            ),
        ),
    ]


def advice() -> list[Advice]:
    """Returns what to do when, what hurts most first."""
    return [*_about_sites(), *_about_sound(), *_about_the_console(), *_about_logins()]

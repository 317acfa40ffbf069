"""The words of `--help` for cameras: their setting up, and what the later commands of presets do.

Rule: as in `help_words`: keyed by the English text that stands in the tables of arguments.
"""

from widgets.phrases.language import say


def camera_options() -> dict[str, str]:
    """Returns the Vietnamese texts, or whatever language is in use."""
    return {
        "serial port: COM3, /dev/ttyUSB0": say("cổng nối tiếp: COM3, /dev/ttyUSB0"),
        "let a camera go to every stored position once, and compare place and picture": say(
            "cho camera quay qua từng góc đã lưu, so vị trí và hình"
        ),
        "leave the focus to the camera again": say("để camera tự lấy nét trở lại"),
        "say that the positions stored at the camera before hold for the model that took its place too": say(
            "xác nhận góc quay lưu ở camera trước vẫn dùng được với loại camera thay vào đó"
        ),
        "say that presets saved at the model before hold for this one too": say(
            "xác nhận góc quay lưu ở loại camera trước vẫn dùng được với camera này"
        ),
        "forget the password that is kept for a camera": say("xóa mật khẩu đang lưu của một camera"),
        "wake a camera from standby": say("bật camera đang ở chế độ chờ"),
        "let a camera's head find its stops again (it swings all the way)": say(
            "cho đầu máy chỉnh lại mốc quay (đầu máy sẽ quay hết tầm)"
        ),
        "look for cameras on the network, at USB and on serial ports": say(
            "tìm camera trên mạng, cổng USB và cổng nối tiếp"
        ),
        "ONVIF: the name to log in with": say("ONVIF: tên đăng nhập"),
        "print the cameras": say("in danh sách camera"),
        "protect a stored position against changes, and say what it is for": say(
            "bảo vệ một góc quay khỏi bị thay đổi, và ghi dùng để quay gì"
        ),
        "put a stored position at another place in the order, counted from 1": say(
            "đưa một góc quay tới vị trí khác trong thứ tự, tính từ 1"
        ),
        "take a camera out of the list; its presets stay": say(
            "bỏ một camera khỏi danh sách; góc quay của nó được giữ lại"
        ),
        "take presets from a file; of one name the file's is kept": say(
            "nhập góc quay từ tệp; trùng tên thì lấy theo tệp"
        ),
        "this machine's cameras: find, try, list, add, remove, export, import (JSON)": say(
            "camera của máy này: tìm, thử, liệt kê, thêm, bỏ, xuất, nhập (JSON)"
        ),
        "turn a camera a little and back, and say what was seen of it": say(
            "quay thử camera một chút rồi trả về, và báo kết quả"
        ),
        "USB: the camera's device or name": say("USB: thiết bị hoặc tên của camera"),
        "write a camera into the list, or change the one of this name": say(
            "ghi một camera vào danh sách, hoặc sửa camera cùng tên"
        ),
        "write a camera's presets with their pictures into a file": say("xuất góc quay của một camera kèm ảnh ra tệp"),
        "write every camera with its presets into a file": say("xuất mọi camera kèm góc quay ra tệp"),
        "take cameras and presets from such a file": say("nhập camera và góc quay từ tệp như vậy"),
        "the camera that gets the presets of a file of one camera": say("camera nhận góc quay của tệp một camera"),
        "only say what would change": say("chỉ báo những gì sẽ thay đổi"),
        "write over what is there otherwise": say("ghi đè những gì đang khác"),
        "addresses to look at beside what answers by itself": say(
            "các địa chỉ cần xem thêm ngoài những camera tự trả lời"
        ),
        "as the list names it": say("tên như trong danh sách"),
        "ask every camera what it can do": say("hỏi từng camera xem làm được gì"),
        "ask on every serial port; something else may be on it": say(
            "hỏi trên mọi cổng nối tiếp; cổng có thể đang nối thiết bị khác"
        ),
        "ask the camera how it is spoken to": say("hỏi camera xem dùng giao thức nào"),
        "how VISCA goes to it": say("cách truyền lệnh VISCA tới camera"),
        "its last memory, counted from 0": say("ô nhớ cuối cùng, tính từ 0"),
        "its name in commands: small letters, digits, hyphens": say(
            "tên dùng trong lệnh: chữ thường, chữ số, gạch nối"
        ),
        "read its password from standard input": say("đọc mật khẩu từ đầu vào chuẩn"),
        "speed of the line (9600)": say("tốc độ đường truyền (9600)"),
        "the preset that shows whoever speaks at this site": say("góc quay hướng vào người phát biểu tại điểm cầu này"),
        "what it understands (visca)": say("giao thức camera hiểu (visca)"),
        "what people call it": say("tên để mọi người gọi"),
        "which camera of the line, 1 to 7": say("camera thứ mấy trên đường dây, 1 đến 7"),
    }

"""The words about hand-over packages at the command line: making them, judging them, the key that signs.

Rule: keyed by the values of the command line's kinds, as in `command_line_words`; a test asks for each.
"""

from widgets.phrases.language import say


def package_said() -> dict[str, str]:
    """Returns the sentences of `PackageSay`."""
    return {
        "written": say("Đã lập gói bàn giao: {path}"),
        "sealed": say("{count} sự kiện, mã băm cuối {head}"),
        "signed": say("ký bằng khóa {fingerprint}"),
        "key_made": say(
            "Đã tạo khóa ký cho máy này ({path}, chỉ người dùng này đọc được): hãy cất một bản sao ở nơi an toàn và"
            " đăng ký vân tay khóa với Sở bằng văn bản."
        ),
        "key_shown": say("khóa ký        SHA-256 {fingerprint}"),
        "key_unusable": say(
            "{path} không chứa khóa ký dùng được; hãy khôi phục từ bản sao, hoặc dời tệp đi nơi khác và đăng ký khóa"
            " mới."
        ),
        "key_bad": say("“{text}” không phải vân tay khóa; vân tay khóa gồm 64 chữ số thập lục phân."),
        "confidential": say(
            "Cuộc họp hạn chế hoặc mật: gói chỉ có nhật ký và biểu mẫu, không có số liệu đo hay bản ghi."
        ),
        "still_running": say("Phiên họp đang diễn ra; gói bàn giao dừng ở sự kiện {count}."),
        "was_running": say("Khi lập gói, phiên họp chưa kết thúc."),
        "no_session_yet": say("Chưa có phiên họp nào trong {folder}."),
        "session_unknown": say("Không có phiên họp “{text}” ở đây; các phiên gần nhất là: {names}."),
        "log_not_whole": say(
            "Chưa lập gói vì nhật ký không nguyên vẹn; muốn bàn giao đúng như hiện trạng thì thêm --as-it-is."
        ),
        "no_events": say("Chưa lập gói vì nhật ký không có sự kiện nào đọc được."),
        "too_large": say("Chưa lập gói vì gói sẽ lớn hơn 2 GB; hãy bỏ --samples."),
        "too_many_parts": say("Chưa lập gói vì {folder} đã có 99 gói của phiên họp này."),
        **_judged(),
    }


def _judged() -> dict[str, str]:
    return {
        "whole": say("NGUYÊN VẸN: mọi tệp đúng như khi ký; phiên {session}, {count} sự kiện, mã băm cuối {head}."),
        "refused": say("KHÔNG CHẤP NHẬN: {path}"),
        "signer_own": say("Ký bằng khóa của chính máy này: {fingerprint}."),
        "signer_named": say("Ký bằng đúng khóa đã nêu: {fingerprint}."),
        "signer_not_known": say(
            "Ký bằng khóa {fingerprint}, ở đây chưa biết là của ai: hãy đối chiếu với vân tay khóa đã đăng ký bằng"
            " văn bản, hoặc nêu vân tay đó bằng --key."
        ),
        "store_agrees": say("Máy này đã ghi nhật ký của phiên và nhớ đúng số sự kiện, đúng mã băm cuối như vậy."),
        "store_knows_more": say("Máy này nhớ nhiều sự kiện hơn: phiên họp còn tiếp diễn sau khi lập gói."),
        "store_knows_nothing": say(
            "Máy này không biết phiên họp đó: chưa chứng minh được rằng phần cuối nhật ký không bị cắt bớt."
        ),
    }


def package_faults() -> dict[str, str]:
    """Returns the sentences of `PackageFault`."""
    return {
        "missing": say("Không có gì ở {name}."),
        "not_a_package": say("{name}: đây không phải gói bàn giao."),
        "unreadable": say("Không đọc được {name}: {found}."),
        "version_unknown": say("{name}: gói thuộc phiên bản {found} mà chương trình này không biết."),
        **_containers(),
        **_files(),
        **_signature_and_log(),
    }


def _containers() -> dict[str, str]:
    return {
        "archive_damaged": say("{name}: tệp nén bị hỏng hoặc bị cắt cụt."),
        "archive_odd": say("{name} bị mã hóa hoặc nén theo cách mà gói bàn giao không bao giờ dùng."),
        "too_many_files": say("Trong gói có hơn {wanted} tệp."),
        "too_large": say("{name} làm gói lớn hơn {wanted} byte."),
        "bomb": say("{name} sẽ phình to không giới hạn khi giải nén."),
        "name_climbs_out": say("Tên “{name}” dẫn ra ngoài gói."),
        "name_not_portable": say("Tên “{name}” không chỉ cùng một tệp trên mọi hệ điều hành."),
        "names_collide": say("Tên “{name}” và “{found}” là cùng một tệp trên một số hệ điều hành."),
        "not_a_file": say("{name} là liên kết hoặc thiết bị, không phải tệp."),
    }


def _files() -> dict[str, str]:
    return {
        "file_missing": say("Thiếu {name}."),
        "file_unlisted": say("{name} không có trong danh sách nào; tệp này được thêm vào sau."),
        "file_changed": say("{name} đã bị sửa sau khi lập gói."),
        "file_damaged": say("Không đọc được {name} đến hết."),
        "list_malformed": say("{name}: dòng {at} không hiểu được hoặc nêu một tên hai lần."),
        "info_missing": say("{name}: thiếu {wanted}."),
        "size_differs": say("{name} có {found} (byte.số tệp), nhưng khi lập gói là {wanted}."),
    }


def _signature_and_log() -> dict[str, str]:
    return {
        "signature_malformed": say("{name} không phải khóa hoặc chữ ký Ed25519."),
        "signature_wrong": say("Chữ ký không khớp với {name}: danh sách hoặc chữ ký đã bị thay."),
        "key_other": say("{name}: ký bằng khóa {found}, không phải {wanted}."),
        "event_broken": say("Trong {name}, {fracture}."),
        "count_differs": say("{name} kết thúc ở sự kiện {found}, nhưng khi lập gói có {wanted} sự kiện."),
        "head_differs": say("{name} có mã băm cuối {found}, nhưng khi lập gói là {wanted}."),
        "store_count_differs": say(
            "{name} kết thúc ở sự kiện {found}, nhưng máy này nhớ phiên họp có {wanted} sự kiện."
        ),
        "store_head_differs": say("{name} có mã băm cuối {found}, nhưng máy này nhớ là {wanted}."),
        "snapshot_differs": say("{name} có sự kiện {at} khác với data/events.jsonl."),
        "snapshot_unreadable": say("{name} không đọc được như nhật ký của một phiên họp."),
        "log_was_broken": say("{name} đã không nguyên vẹn từ trước khi lập gói ({found}, tới sự kiện {at})."),
    }

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
<context>
    <name>phrases</name>
    <message>
        <source>lập gói bàn giao một phiên họp: nhật ký, bản để đọc, chữ ký</source>
        <translation>pack a session for hand-over: log, readable record, signature</translation>
    </message>
    <message>
        <source>mã phiên, hoặc phần đầu hay phần cuối của mã</source>
        <translation>its identifier, or how that begins or ends</translation>
    </message>
    <message>
        <source>phiên họp gần nhất của máy này</source>
        <translation>the last session of this installation</translation>
    </message>
    <message>
        <source>nơi đặt gói</source>
        <translation>where the package goes</translation>
    </message>
    <message>
        <source>thành một tệp thay vì thư mục</source>
        <translation>as one file instead of a folder</translation>
    </message>
    <message>
        <source>kèm mọi số liệu đo đường truyền (dung lượng lớn)</source>
        <translation>with all measurements of the lines (large)</translation>
    </message>
    <message>
        <source>kể cả khi nhật ký không nguyên vẹn</source>
        <translation>also when the log is not whole</translation>
    </message>
    <message>
        <source>in đường dẫn, số sự kiện, mã băm cuối và khóa thành một đối tượng JSON</source>
        <translation>print path, count, head and key as one JSON object</translation>
    </message>
    <message>
        <source>ngôn ngữ của bản để đọc (vi)</source>
        <translation>of the readable record (vi)</translation>
    </message>
    <message>
        <source>kiểm tra gói bàn giao có nguyên vẹn không và do khóa nào ký</source>
        <translation>say whether a hand-over package is whole and who signed it</translation>
    </message>
    <message>
        <source>thư mục hoặc tệp ZIP của gói</source>
        <translation>its folder or its ZIP file</translation>
    </message>
    <message>
        <source>không chấp nhận nếu không do khóa này ký (vân tay đã đăng ký bằng văn bản)</source>
        <translation>refuse it unless this key, registered on paper, signed</translation>
    </message>
    <message>
        <source>in vân tay của khóa ký các gói bàn giao của máy này</source>
        <translation>print the fingerprint of the key that signs this console's packages</translation>
    </message>
    <message>
        <source>ghi khóa công khai (32 byte)</source>
        <translation>write the public key (32 octets)</translation>
    </message>
    <message>
        <source>Đã lập gói bàn giao: {path}</source>
        <translation>Package written: {path}</translation>
    </message>
    <message>
        <source>{count} sự kiện, mã băm cuối {head}</source>
        <translation>{count} events, head {head}</translation>
    </message>
    <message>
        <source>ký bằng khóa {fingerprint}</source>
        <translation>signed with key {fingerprint}</translation>
    </message>
    <message>
        <source>Đã tạo khóa ký cho máy này ({path}, chỉ người dùng này đọc được): hãy cất một bản sao ở nơi an toàn và đăng ký vân tay khóa với Sở bằng văn bản.</source>
        <translation>A signing key was made for this installation ({path}, readable by this user alone): keep a copy in a safe place and register its fingerprint with the department on paper.</translation>
    </message>
    <message>
        <source>khóa ký        SHA-256 {fingerprint}</source>
        <translation>signing key   SHA-256 {fingerprint}</translation>
    </message>
    <message>
        <source>{path} không chứa khóa ký dùng được; hãy khôi phục từ bản sao, hoặc dời tệp đi nơi khác và đăng ký khóa mới.</source>
        <translation>{path} holds no usable signing key; restore it from its copy, or move it away and register the new one.</translation>
    </message>
    <message>
        <source>“{text}” không phải vân tay khóa; vân tay khóa gồm 64 chữ số thập lục phân.</source>
        <translation>“{text}” is no fingerprint of a key; it has 64 hexadecimal digits.</translation>
    </message>
    <message>
        <source>Phiên họp đang diễn ra; gói bàn giao dừng ở sự kiện {count}.</source>
        <translation>The session is still running; the package ends with event {count}.</translation>
    </message>
    <message>
        <source>Khi lập gói, phiên họp chưa kết thúc.</source>
        <translation>The session had not ended when it was packed.</translation>
    </message>
    <message>
        <source>Chưa có phiên họp nào trong {folder}.</source>
        <translation>No session has been held in {folder} yet.</translation>
    </message>
    <message>
        <source>Không có phiên họp “{text}” ở đây; các phiên gần nhất là: {names}.</source>
        <translation>There is no session “{text}” here; the last ones are: {names}.</translation>
    </message>
    <message>
        <source>Chưa lập gói vì nhật ký không nguyên vẹn; muốn bàn giao đúng như hiện trạng thì thêm --as-it-is.</source>
        <translation>Nothing was packed, for the log is not whole; to hand it over as it is, add --as-it-is.</translation>
    </message>
    <message>
        <source>Chưa lập gói vì nhật ký không có sự kiện nào đọc được.</source>
        <translation>Nothing was packed, for the log holds no event that can be read.</translation>
    </message>
    <message>
        <source>Chưa lập gói vì gói sẽ lớn hơn 2 GB; hãy bỏ --samples.</source>
        <translation>Nothing was packed, for the package would be larger than 2 GB; leave --samples out.</translation>
    </message>
    <message>
        <source>Chưa lập gói vì {folder} đã có 99 gói của phiên họp này.</source>
        <translation>Nothing was packed, for {folder} holds 99 packages of this session already.</translation>
    </message>
    <message>
        <source>NGUYÊN VẸN: mọi tệp đúng như khi ký; phiên {session}, {count} sự kiện, mã băm cuối {head}.</source>
        <translation>WHOLE: every file is as it was signed; session {session}, {count} events, head {head}.</translation>
    </message>
    <message>
        <source>KHÔNG CHẤP NHẬN: {path}</source>
        <translation>REFUSED: {path}</translation>
    </message>
    <message>
        <source>Ký bằng khóa của chính máy này: {fingerprint}.</source>
        <translation>Signed by this installation's own key {fingerprint}.</translation>
    </message>
    <message>
        <source>Ký bằng đúng khóa đã nêu: {fingerprint}.</source>
        <translation>Signed by the named key {fingerprint}.</translation>
    </message>
    <message>
        <source>Ký bằng khóa {fingerprint}, ở đây chưa biết là của ai: hãy đối chiếu với vân tay khóa đã đăng ký bằng văn bản, hoặc nêu vân tay đó bằng --key.</source>
        <translation>Signed by key {fingerprint}, which nobody here vouches for: compare it with the fingerprint registered on paper, or give that with --key.</translation>
    </message>
    <message>
        <source>Không có gì ở {name}.</source>
        <translation>There is nothing at {name}.</translation>
    </message>
    <message>
        <source>{name}: đây không phải gói bàn giao.</source>
        <translation>{name}: this is no hand-over package.</translation>
    </message>
    <message>
        <source>Không đọc được {name}: {found}.</source>
        <translation>{name} cannot be read: {found}.</translation>
    </message>
    <message>
        <source>{name}: gói thuộc phiên bản {found} mà chương trình này không biết.</source>
        <translation>{name}: the package has version {found}, which this program does not know.</translation>
    </message>
    <message>
        <source>{name}: tệp nén bị hỏng hoặc bị cắt cụt.</source>
        <translation>{name}: the archive is damaged or cut short.</translation>
    </message>
    <message>
        <source>{name} bị mã hóa hoặc nén theo cách mà gói bàn giao không bao giờ dùng.</source>
        <translation>{name} is encrypted or packed in a way that packages never are.</translation>
    </message>
    <message>
        <source>Trong gói có hơn {wanted} tệp.</source>
        <translation>There are more than {wanted} files in it.</translation>
    </message>
    <message>
        <source>{name} làm gói lớn hơn {wanted} byte.</source>
        <translation>{name} makes it larger than {wanted} octets.</translation>
    </message>
    <message>
        <source>{name} sẽ phình to không giới hạn khi giải nén.</source>
        <translation>{name} would grow without measure when it is unpacked.</translation>
    </message>
    <message>
        <source>Tên “{name}” dẫn ra ngoài gói.</source>
        <translation>The name “{name}” leads out of the package.</translation>
    </message>
    <message>
        <source>Tên “{name}” không chỉ cùng một tệp trên mọi hệ điều hành.</source>
        <translation>The name “{name}” does not mean the same file on every system.</translation>
    </message>
    <message>
        <source>Tên “{name}” và “{found}” là cùng một tệp trên một số hệ điều hành.</source>
        <translation>The names “{name}” and “{found}” are one file on some systems.</translation>
    </message>
    <message>
        <source>{name} là liên kết hoặc thiết bị, không phải tệp.</source>
        <translation>{name} is a link or a device, not a file.</translation>
    </message>
    <message>
        <source>Thiếu {name}.</source>
        <translation>{name} is missing.</translation>
    </message>
    <message>
        <source>{name} không có trong danh sách nào; tệp này được thêm vào sau.</source>
        <translation>{name} stands in no list; it was added later.</translation>
    </message>
    <message>
        <source>{name} đã bị sửa sau khi lập gói.</source>
        <translation>{name} was changed after the package was made.</translation>
    </message>
    <message>
        <source>Không đọc được {name} đến hết.</source>
        <translation>{name} cannot be read to its end.</translation>
    </message>
    <message>
        <source>{name}: dòng {at} không hiểu được hoặc nêu một tên hai lần.</source>
        <translation>{name}: line {at} cannot be understood or names something twice.</translation>
    </message>
    <message>
        <source>{name}: thiếu {wanted}.</source>
        <translation>{name}: {wanted} is missing.</translation>
    </message>
    <message>
        <source>{name} có {found} (byte.số tệp), nhưng khi lập gói là {wanted}.</source>
        <translation>{name} holds {found} (octets.files), but the package was made with {wanted}.</translation>
    </message>
    <message>
        <source>{name} không phải khóa hoặc chữ ký Ed25519.</source>
        <translation>{name} is no Ed25519 key or signature.</translation>
    </message>
    <message>
        <source>Chữ ký không khớp với {name}: danh sách hoặc chữ ký đã bị thay.</source>
        <translation>The signature does not belong to {name}: list or signature was replaced.</translation>
    </message>
    <message>
        <source>{name}: ký bằng khóa {found}, không phải {wanted}.</source>
        <translation>{name}: signed by key {found}, not by {wanted}.</translation>
    </message>
    <message>
        <source>Trong {name}, {fracture}.</source>
        <translation>{name}: {fracture}.</translation>
    </message>
    <message>
        <source>{name} kết thúc ở sự kiện {found}, nhưng khi lập gói có {wanted} sự kiện.</source>
        <translation>{name} ends with event {found}, but the package was made with {wanted} events.</translation>
    </message>
    <message>
        <source>{name} có mã băm cuối {found}, nhưng khi lập gói là {wanted}.</source>
        <translation>{name} ends with head {found}, but the package was made with {wanted}.</translation>
    </message>
    <message>
        <source>{name} có sự kiện {at} khác với data/events.jsonl.</source>
        <translation>{name} holds another event {at} than data/events.jsonl.</translation>
    </message>
    <message>
        <source>{name} không đọc được như nhật ký của một phiên họp.</source>
        <translation>{name} cannot be read as a session's log.</translation>
    </message>
    <message>
        <source>{name} đã không nguyên vẹn từ trước khi lập gói ({found}, tới sự kiện {at}).</source>
        <translation>{name} was not whole already when it was packed ({found}, up to event {at}).</translation>
    </message>
    <message>
        <source>NHẬT KÝ PHIÊN HỌP TRỰC TUYẾN</source>
        <translation>RECORD OF THE ONLINE MEETING SESSION</translation>
    </message>
    <message>
        <source>(Ký, ghi rõ họ tên)</source>
        <translation>(Signature and full name)</translation>
    </message>
    <message>
        <source>{time}, ngày {date}</source>
        <translation>{time} on {date}</translation>
    </message>
    <message>
        <source>chưa kết thúc khi lập bản này</source>
        <translation>not ended when this was made</translation>
    </message>
    <message>
        <source>Loại phiên</source>
        <translation>Kind of session</translation>
    </message>
    <message>
        <source>Kết thúc</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Thời lượng</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Điểm cầu phụ tham gia</source>
        <translation>Satellites that took part</translation>
    </message>
    <message>
        <source>Lượt phát biểu</source>
        <translation>Speeches</translation>
    </message>
    <message>
        <source>Người điều khiển</source>
        <translation>Operators</translation>
    </message>
    <message>
        <source>Hồ sơ quy định</source>
        <translation>Regulation profile</translation>
    </message>
    <message>
        <source>Mã phiên</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Mã cuộc họp</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>{count}, tổng thời lượng {total}</source>
        <translation>{count}, {total} in all</translation>
    </message>
    <message>
        <source>không thành: {reason}</source>
        <translation>failed: {reason}</translation>
    </message>
    <message>
        <source>Còn {count} dòng nữa, xem data/events.jsonl.</source>
        <translation>{count} more lines stand in data/events.jsonl.</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{package} · {count} sự kiện · mã băm cuối {head}…</source>
        <translation>{package} · {count} events · head {head}…</translation>
    </message>
    <message>
        <source>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</source>
        <translation>SOCIALIST REPUBLIC OF VIET NAM</translation>
    </message>
    <message>
        <source>Độc lập - Tự do - Hạnh phúc</source>
        <translation>Independence - Freedom - Happiness</translation>
    </message>
    <message>
        <source>Ngày {day} tháng {month} năm {year}</source>
        <translation>{day}/{month}/{year}</translation>
    </message>
    <message>
        <source>{n} lần</source>
        <translation>{n} times</translation>
    </message>
    <message>
        <source>không</source>
        <translation>no</translation>
    </message>
    <message>
        <source>chưa xác nhận</source>
        <translation>not confirmed</translation>
    </message>
    <message>
        <source>đã thấy hình và tiếng</source>
        <translation>picture and sound were there</translation>
    </message>
    <message>
        <source>Nhật ký không ghi sự cố hay cảnh báo nào.</source>
        <translation>The log holds no incident and no alarm.</translation>
    </message>
    <message>
        <source>1. Điểm cầu</source>
        <translation>1. Sites</translation>
    </message>
    <message>
        <source>“Kết nối lên bục”: từ lệnh đến khi có hình và tiếng, lần lâu nhất. “—”: nhật ký không có số liệu.</source>
        <translation>“To podium”: from the command to picture and sound, the longest. “—”: the log has no figure.</translation>
    </message>
    <message>
        <source>2. Phát biểu</source>
        <translation>2. Speeches</translation>
    </message>
    <message>
        <source>Không có lượt phát biểu nào được ghi.</source>
        <translation>No speech is recorded.</translation>
    </message>
    <message>
        <source>3. Đưa điểm cầu lên bục</source>
        <translation>3. Sites brought to the podium</translation>
    </message>
    <message>
        <source>Không có lần nào được ghi.</source>
        <translation>None is recorded.</translation>
    </message>
    <message>
        <source>4. Sự cố và cảnh báo</source>
        <translation>4. Incidents and alarms</translation>
    </message>
    <message>
        <source>5. Diễn biến</source>
        <translation>5. Course of events</translation>
    </message>
    <message>
        <source>Bản này lược bớt các dòng chi tiết về micro và âm thanh; nhật ký đầy đủ có {count} sự kiện.</source>
        <translation>Details of microphones and sound are left out here; the whole log has {count} events.</translation>
    </message>
    <message>
        <source>6. Xác nhận nhật ký</source>
        <translation>6. Confirmation of the log</translation>
    </message>
    <message>
        <source>Số sự kiện: {count}</source>
        <translation>Events: {count}</translation>
    </message>
    <message>
        <source>Mã băm cuối: {head}</source>
        <translation>Head: {head}</translation>
    </message>
    <message>
        <source>Khóa ký: {fingerprint}</source>
        <translation>Signing key: {fingerprint}</translation>
    </message>
    <message>
        <source>Ký tên dưới đây là xác nhận nhật ký có đúng số sự kiện và mã băm cuối nói trên.</source>
        <translation>A signature below confirms that the log has this number of events and this head.</translation>
    </message>
    <message>
        <source>Sự kiện số</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Giờ</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>STT</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Điểm cầu</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Vào họp</source>
        <translation>Joined</translation>
    </message>
    <message>
        <source>Đã kết nối</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>Mất kết nối</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>Kết nối lên bục</source>
        <translation>To podium</translation>
    </message>
    <message>
        <source>TT</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Yêu cầu, ghi chú</source>
        <translation>Request, remarks</translation>
    </message>
    <message>
        <source>Thời gian kết nối</source>
        <translation>Connection time</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>CÁN BỘ KỸ THUẬT</source>
        <translation>TECHNICIAN</translation>
    </message>
    <message>
        <source>LÃNH ĐẠO ĐƠN VỊ</source>
        <translation>HEAD OF THE UNIT</translation>
    </message>
    <message>
        <source>Điểm Cầu: bàn điều khiển cuộc họp trực tuyến của tỉnh. Không ghi lệnh nào: mở cửa sổ điều khiển.</source>
        <translation>Điểm Cầu: the operator console of a provincial online meeting. Without a command: the window.</translation>
    </message>
    <message>
        <source>Mỗi lệnh đều có --help riêng. Mã kết thúc: 0 đã xong, 1 không thành hoặc bị từ chối, 2 nhập sai, 3 chưa có bộ điều khiển nào chạy. DIEM_CAU_LANGUAGE=vi hoặc =en để chọn ngôn ngữ.</source>
        <translation>Every command has its own --help. Exit codes: 0 done, 1 failed or refused, 2 bad input, 3 no running bridge. DIEM_CAU_LANGUAGE=vi or =en chooses the language.</translation>
    </message>
    <message>
        <source>các lệnh</source>
        <translation>commands</translation>
    </message>
    <message>
        <source>các lệnh điều khiển</source>
        <translation>operator commands</translation>
    </message>
    <message>
        <source>gửi một lệnh điều khiển tới bộ điều khiển đang chạy và in kết quả</source>
        <translation>give one operator command to the running bridge, print its receipt</translation>
    </message>
    <message>
        <source>in trạng thái cuộc họp thành các dòng JSON</source>
        <translation>print the meeting's state as JSON lines</translation>
    </message>
    <message>
        <source>cả một tỉnh chạy thử trên máy này: bộ điều khiển, các điểm cầu, cửa sổ</source>
        <translation>a whole province on this machine: bridge, satellites, window</translation>
    </message>
    <message>
        <source>chạy cuộc họp không cần cửa sổ</source>
        <translation>run the meeting without a window</translation>
    </message>
    <message>
        <source>vào họp với tư cách điểm cầu</source>
        <translation>join a meeting as a site</translation>
    </message>
    <message>
        <source>nhập điểm cầu từ tệp CSV hoặc JSON</source>
        <translation>take sites from a CSV or JSON file</translation>
    </message>
    <message>
        <source>in danh sách điểm cầu</source>
        <translation>print the list of sites</translation>
    </message>
    <message>
        <source>thêm một điểm cầu, hoặc sửa điểm cầu có số này</source>
        <translation>add one site, or change the one with this number</translation>
    </message>
    <message>
        <source>mời một điểm cầu: mã dùng một lần ở dạng đường dẫn, tệp hoặc mã QR</source>
        <translation>invite a site: a one-time code as link, file or QR picture</translation>
    </message>
    <message>
        <source>in hoặc ghi chứng thư của bộ điều khiển</source>
        <translation>print or write the bridge's certificate</translation>
    </message>
    <message>
        <source>kiểm tra nhật ký của một phiên có nguyên vẹn không, nếu không thì hỏng ở đâu</source>
        <translation>say whether a session's log is whole, and where not</translation>
    </message>
    <message>
        <source>đo chương trình trên máy này (chỉ từ thư mục mã nguồn)</source>
        <translation>measure the product on this machine (from a checkout)</translation>
    </message>
    <message>
        <source>chạy các phép thử dài (chỉ từ thư mục mã nguồn)</source>
        <translation>run the long proofs (from a checkout)</translation>
    </message>
    <message>
        <source>bắt đầu một phiên: kiểm tra, tổng duyệt hoặc chính thức</source>
        <translation>start a session: a test, a rehearsal or the official one</translation>
    </message>
    <message>
        <source>kết thúc phiên đang chạy</source>
        <translation>end the running session</translation>
    </message>
    <message>
        <source>tắt mic mọi điểm cầu, kể cả điểm cầu vào sau</source>
        <translation>silence every satellite, also those that join later</translation>
    </message>
    <message>
        <source>gỡ lệnh tắt mic; không mic nào tự mở</source>
        <translation>take the order of silence back; no microphone opens by itself</translation>
    </message>
    <message>
        <source>tắt mic một điểm cầu</source>
        <translation>silence one site</translation>
    </message>
    <message>
        <source>cho phép một điểm cầu bật mic</source>
        <translation>let one site be heard</translation>
    </message>
    <message>
        <source>đưa một điểm cầu lên kế tiếp: kiểm tra khi chưa lên hình</source>
        <translation>make a site the next one: it is checked while off air</translation>
    </message>
    <message>
        <source>đưa một điểm cầu lên bục: kiểm tra, lên hình, có tiếng; không thành thì giữ như trước</source>
        <translation>bring a site to the podium: checked, shown, heard, or all as before</translation>
    </message>
    <message>
        <source>trả về như trước lần lên bục gần nhất</source>
        <translation>go back to what was before the last podium act</translation>
    </message>
    <message>
        <source>chọn bố cục hình chương trình</source>
        <translation>choose how the program picture is laid out</translation>
    </message>
    <message>
        <source>dừng an toàn: tắt mọi mic trừ điểm cầu chính và chiếu điểm cầu chính, ngay lập tức</source>
        <translation>silence all but the main endpoint and show it, at once</translation>
    </message>
    <message>
        <source>ghi một điểm cầu vào hàng chờ phát biểu, như khi họ gọi điện thoại</source>
        <translation>put a site into the speaking queue, as after a phone call</translation>
    </message>
    <message>
        <source>rút yêu cầu phát biểu khỏi hàng chờ</source>
        <translation>take a site's request out of the queue</translation>
    </message>
    <message>
        <source>đổi chỗ một yêu cầu trong hàng chờ</source>
        <translation>move a request within the queue</translation>
    </message>
    <message>
        <source>bỏ qua một yêu cầu, đưa xuống cuối hàng chờ</source>
        <translation>let a request pass to the end of the queue</translation>
    </message>
    <message>
        <source>mời phát biểu theo một yêu cầu (không ghi: yêu cầu đầu hàng chờ)</source>
        <translation>give the floor to a request (without one named: the first)</translation>
    </message>
    <message>
        <source>kết thúc lượt phát biểu đang chạy</source>
        <translation>end the running speech</translation>
    </message>
    <message>
        <source>báo Sẵn sàng thay cho điểm cầu kế tiếp</source>
        <translation>say Ready for the site on deck</translation>
    </message>
    <message>
        <source>đưa camera của một điểm cầu về góc quay đã lưu</source>
        <translation>move a camera of a site to a stored position</translation>
    </message>
    <message>
        <source>nghe một điểm cầu hoặc chương trình, chỉ trong tai nghe (không ghi: thôi nghe)</source>
        <translation>hear one site or the program in the headphones only (without either: nothing)</translation>
    </message>
    <message>
        <source>nhận xử lý một cảnh báo: cảnh báo này thôi đòi chú ý</source>
        <translation>take an alarm in your name: it stops asking for attention</translation>
    </message>
    <message>
        <source>thu hồi mọi quyền kết nối và ngắt kết nối của một điểm cầu</source>
        <translation>end all credentials and connections of a site</translation>
    </message>
    <message>
        <source>để bộ điều khiển đọc lại danh sách điểm cầu</source>
        <translation>make the bridge read the list of sites again</translation>
    </message>
    <message>
        <source>góc quay của camera: preset recall SITE CAMERA PRESET</source>
        <translation>camera positions: preset recall SITE CAMERA PRESET</translation>
    </message>
    <message>
        <source>số, mã hoặc tên của điểm cầu</source>
        <translation>number, identifier or name of a site</translation>
    </message>
    <message>
        <source>những điểm cầu được giữ mic, cách nhau bằng dấu phẩy (số, mã hoặc tên của điểm cầu)</source>
        <translation>sites that stay heard, apart by commas (number, identifier or name of a site)</translation>
    </message>
    <message>
        <source>tên cuộc họp</source>
        <translation>title of the meeting</translation>
    </message>
    <message>
        <source>mã cuộc họp đã đăng ký (không ghi: tạo cuộc họp mới)</source>
        <translation>identifier of a registered meeting (without: a meeting is made)</translation>
    </message>
    <message>
        <source>yêu cầu từ đâu tới</source>
        <translation>where the request came from</translation>
    </message>
    <message>
        <source>mã của yêu cầu, hoặc điểm cầu đã yêu cầu</source>
        <translation>a request's identifier, or its site</translation>
    </message>
    <message>
        <source>chỗ trong hàng chờ, 0 là đầu hàng</source>
        <translation>place in the queue, 0 is the first</translation>
    </message>
    <message>
        <source>vẫn xoay camera dù đang lên hình</source>
        <translation>move the camera although it is on air</translation>
    </message>
    <message>
        <source>mã của cảnh báo, như `show --only alarm/` in ra</source>
        <translation>an alarm's identifier, as `show --only alarm/` prints it</translation>
    </message>
    <message>
        <source>người điều khiển, ghi trong nhật ký (không ghi: tên người dùng máy)</source>
        <translation>who operates, as the log will name it (by default the user)</translation>
    </message>
    <message>
        <source>in tiếp mọi thay đổi và mọi dòng nhật ký</source>
        <translation>go on with every change and every line of the log</translation>
    </message>
    <message>
        <source>chỉ phần này (session, site/s014, site/, event, …)</source>
        <translation>only this (session, site/s014, site/, event, …)</translation>
    </message>
    <message>
        <source>thư mục dữ liệu (không ghi: thư mục riêng của người dùng)</source>
        <translation>folder of the installation (by default the user's own)</translation>
    </message>
    <message>
        <source>số điểm cầu (36)</source>
        <translation>how many satellites (36)</translation>
    </message>
    <message>
        <source>không cần màn hình: một cuộc họp theo kịch bản, có ảnh chụp và số đo</source>
        <translation>no screen: a scripted meeting with pictures and figures</translation>
    </message>
    <message>
        <source>nơi ghi ảnh, số đo và nhật ký của --headless</source>
        <translation>where pictures, figures and log of --headless go</translation>
    </message>
    <message>
        <source>cổng TCP để vào họp (không ghi: theo tệp cài đặt)</source>
        <translation>TCP port for joining (as the settings say)</translation>
    </message>
    <message>
        <source>cổng UDP của bộ xử lý hình và tiếng đầu tiên</source>
        <translation>UDP port of the first media worker</translation>
    </message>
    <message>
        <source>số bộ xử lý hình và tiếng</source>
        <translation>how many media workers</translation>
    </message>
    <message>
        <source>tệp hoặc đường dẫn diemcau:// của lời mời (những lần sau không cần)</source>
        <translation>its file or diemcau:// link (later: as joined before)</translation>
    </message>
    <message>
        <source>camera, tệp phim, hoặc 'test' để vẽ phòng họp giả</source>
        <translation>a camera, a film, or 'test' for a drawn room</translation>
    </message>
    <message>
        <source>micro, tệp âm thanh, 'test' (tiếng thử) hoặc 'none' (không có)</source>
        <translation>a microphone, a sound file, 'test' or 'none'</translation>
    </message>
    <message>
        <source>vào họp không cần cửa sổ</source>
        <translation>join without a window</translation>
    </message>
    <message>
        <source>gồm các cột number, name, parent, district, carrier, contacts</source>
        <translation>columns number, name, parent, district, carrier, contacts</translation>
    </message>
    <message>
        <source>bỏ những điểm cầu không có trong tệp</source>
        <translation>take away the sites that the file does not name</translation>
    </message>
    <message>
        <source>ghi thành tệp CSV mở được bằng Excel</source>
        <translation>write it as a CSV that Excel opens</translation>
    </message>
    <message>
        <source>1 đến 999; 0 khi dùng --role main</source>
        <translation>1 to 999; 0 with --role main</translation>
    </message>
    <message>
        <source>main: điểm cầu chính</source>
        <translation>main: the main endpoint</translation>
    </message>
    <message>
        <source>số, mã hoặc tên</source>
        <translation>number, identifier or name</translation>
    </message>
    <message>
        <source>cho OBS và bộ mã hóa: địa chỉ WHIP và WHEP, khóa bí mật</source>
        <translation>for OBS and encoders: WHIP and WHEP addresses, a secret</translation>
    </message>
    <message>
        <source>địa chỉ để điểm cầu tới bộ điều khiển; ghi được nhiều lần (không ghi: theo tệp cài đặt)</source>
        <translation>how the site reaches the bridge; may be given several times (as the settings say)</translation>
    </message>
    <message>
        <source>mã có hiệu lực bao nhiêu giờ (72)</source>
        <translation>how long the code is valid (72)</translation>
    </message>
    <message>
        <source>ghi tệp lời mời</source>
        <translation>write the invitation file</translation>
    </message>
    <message>
        <source>ghi đường dẫn thành mã QR (PNG hoặc SVG)</source>
        <translation>write the link as a QR picture (PNG or SVG)</translation>
    </message>
    <message>
        <source>để cài vào máy nào đòi chứng thư này</source>
        <translation>to install where a client insists on it</translation>
    </message>
    <message>
        <source>phép đo nào: live, window, lines, media, department, cameras</source>
        <translation>which bench: live, window, lines, media, department, cameras</translation>
    </message>
    <message>
        <source>số điểm cầu giả lập nhẹ (36)</source>
        <translation>how many light peers (36)</translation>
    </message>
    <message>
        <source>đo trong bao nhiêu giây</source>
        <translation>how long to measure</translation>
    </message>
    <message>
        <source>đo nhanh, khoảng một phút</source>
        <translation>a short run of about a minute</translation>
    </message>
    <message>
        <source>các phần: start, join, steady, silence, podium; với lines và media: một trường hợp</source>
        <translation>start, join, steady, silence, podium; of lines and media a case</translation>
    </message>
    <message>
        <source>ghi thêm số đo dạng JSON</source>
        <translation>write the figures as JSON too</translation>
    </message>
    <message>
        <source>phép thử nào (tất cả)</source>
        <translation>which proofs (all)</translation>
    </message>
    <message>
        <source>phần trăm của độ dài đầy đủ (100)</source>
        <translation>of their full length (100)</translation>
    </message>
    <message>
        <source>cách dùng: </source>
        <translation>usage: </translation>
    </message>
    <message>
        <source>tham số</source>
        <translation>positional arguments</translation>
    </message>
    <message>
        <source>tùy chọn</source>
        <translation>options</translation>
    </message>
    <message>
        <source>in phần hướng dẫn này rồi thoát</source>
        <translation>show this help message and exit</translation>
    </message>
    <message>
        <source>%(prog)s: lỗi: %(message)s
</source>
        <translation>%(prog)s: error: %(message)s
</translation>
    </message>
    <message>
        <source>tham số %(argument_name)s: %(message)s</source>
        <translation>argument %(argument_name)s: %(message)s</translation>
    </message>
    <message>
        <source>thiếu tham số bắt buộc: %s</source>
        <translation>the following arguments are required: %s</translation>
    </message>
    <message>
        <source>cần một trong các tham số %s</source>
        <translation>one of the arguments %s is required</translation>
    </message>
    <message>
        <source>không hiểu tham số: %s</source>
        <translation>unrecognized arguments: %s</translation>
    </message>
    <message>
        <source>không dùng cùng với tham số %s</source>
        <translation>not allowed with argument %s</translation>
    </message>
    <message>
        <source>tham số này không nhận giá trị %r</source>
        <translation>ignored explicit argument %r</translation>
    </message>
    <message>
        <source>cần một giá trị</source>
        <translation>expected one argument</translation>
    </message>
    <message>
        <source>chỉ nhận nhiều nhất một giá trị</source>
        <translation>expected at most one argument</translation>
    </message>
    <message>
        <source>cần ít nhất một giá trị</source>
        <translation>expected at least one argument</translation>
    </message>
    <message>
        <source>cần đúng %s giá trị</source>
        <translation>expected %s argument</translation>
    </message>
    <message>
        <source>cần đủ %s giá trị</source>
        <translation>expected %s arguments</translation>
    </message>
    <message>
        <source>không có lựa chọn %(value)r (hãy chọn một trong %(choices)s)</source>
        <translation>invalid choice: %(value)r (choose from %(choices)s)</translation>
    </message>
    <message>
        <source>giá trị %(value)r không dùng được (%(type)s)</source>
        <translation>invalid %(type)s value: %(value)r</translation>
    </message>
    <message>
        <source>“{text}” không phải là số</source>
        <translation>“{text}” is no number</translation>
    </message>
    <message>
        <source>{value} không nằm trong khoảng từ {least} đến {most}</source>
        <translation>{value} is not between {least} and {most}</translation>
    </message>
    <message>
        <source>bỏ điểm cầu khỏi vị trí kế tiếp</source>
        <translation>take the next site off deck</translation>
    </message>
    <message>
        <source>gỡ lệnh dừng an toàn</source>
        <translation>undo the safe stop</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Tiếng Việt</translation>
    </message>
    <message>
        <source>Vào cuộc họp</source>
        <translation>Join the meeting</translation>
    </message>
    <message>
        <source>Nhập mã mời do điểm cầu chính gửi. Mỗi mã dùng một lần cho một điểm cầu.</source>
        <translation>Enter the invitation code sent by the main endpoint. Each code works once, for one site.</translation>
    </message>
    <message>
        <source>Mã mời</source>
        <translation>Invitation code</translation>
    </message>
    <message>
        <source>Tiếp tục</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Kiểm tra hình và tiếng</source>
        <translation>Check picture and sound</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Micro</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <source>Dùng mã mời khác</source>
        <translation>Use another invitation</translation>
    </message>
    <message>
        <source>Không có</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Không dùng được camera hoặc micro. Hãy cho phép trang này dùng thiết bị, hoặc vào họp chỉ để nghe và xem.</source>
        <translation>Camera or microphone cannot be used. Allow this page to use them, or join to watch and listen only.</translation>
    </message>
    <message>
        <source>Hình chương trình của cuộc họp</source>
        <translation>Program picture of the meeting</translation>
    </message>
    <message>
        <source>Đang chờ hình chương trình…</source>
        <translation>Waiting for the program picture…</translation>
    </message>
    <message>
        <source>Bật tiếng chương trình</source>
        <translation>Turn program sound on</translation>
    </message>
    <message>
        <source>Hội trường không nghe thấy điểm cầu này.</source>
        <translation>The meeting does not hear this site.</translation>
    </message>
    <message>
        <source>Hội trường đang nghe thấy điểm cầu này.</source>
        <translation>The meeting hears this site.</translation>
    </message>
    <message>
        <source>Điểm cầu chính mời phát biểu. Bật mic khi sẵn sàng.</source>
        <translation>You have the floor. Turn the microphone on when you are ready.</translation>
    </message>
    <message>
        <source>Điểm cầu chính đang nghe thử. Chỉ người điều khiển nghe thấy, hội trường không nghe.</source>
        <translation>The main endpoint is checking your sound. Only the operator hears it, the meeting does not.</translation>
    </message>
    <message>
        <source>Chưa bật được mic: {reason}</source>
        <translation>The microphone stays off: {reason}</translation>
    </message>
    <message>
        <source>Chưa đăng ký phát biểu</source>
        <translation>No request to speak</translation>
    </message>
    <message>
        <source>Đang chờ phát biểu: thứ {place}</source>
        <translation>Waiting to speak: number {place}</translation>
    </message>
    <message>
        <source>Đăng ký phát biểu</source>
        <translation>Request the floor</translation>
    </message>
    <message>
        <source>Rút đăng ký</source>
        <translation>Withdraw the request</translation>
    </message>
    <message>
        <source>Kế tiếp: chuẩn bị phát biểu</source>
        <translation>You are next: get ready to speak</translation>
    </message>
    <message>
        <source>Sẵn sàng</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Đã báo sẵn sàng</source>
        <translation>Ready was reported</translation>
    </message>
    <message>
        <source>ĐANG TRÊN BỤC</source>
        <translation>ON THE PODIUM</translation>
    </message>
    <message>
        <source>Cả cuộc họp đang nhìn và nghe {site}</source>
        <translation>The whole meeting sees and hears {site}</translation>
    </message>
    <message>
        <source>Điểm cầu này đang phát biểu</source>
        <translation>This site is speaking</translation>
    </message>
    <message>
        <source>Rời cuộc họp</source>
        <translation>Leave the meeting</translation>
    </message>
    <message>
        <source>Chưa bắt đầu phiên họp</source>
        <translation>The session has not started</translation>
    </message>
    <message>
        <source>Đang kết nối…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Không có đường UDP đến điểm cầu chính. Hãy báo người quản trị mạng mở UDP.</source>
        <translation>UDP does not reach the main endpoint. Ask your network administrator to let UDP through.</translation>
    </message>
    <message>
        <source>Đã rời cuộc họp.</source>
        <translation>You have left the meeting.</translation>
    </message>
    <message>
        <source>Không tới được điểm cầu chính. Kiểm tra dây mạng.</source>
        <translation>The main endpoint cannot be reached. Check the network cable.</translation>
    </message>
    <message>
        <source>Điểm cầu chính đã ngắt kết nối: {reason}.</source>
        <translation>The main endpoint ended the connection: {reason}.</translation>
    </message>
    <message>
        <source>Một máy khác đã vào họp với tên điểm cầu này. Bấm “Vào họp” để lấy lại chỗ từ máy này.</source>
        <translation>Another computer has joined as this site. Press “Join” to take its place back from this computer.</translation>
    </message>
    <message>
        <source>Máy này chưa được mời. Hãy nhập mã mời.</source>
        <translation>This machine was not invited yet. Enter an invitation code.</translation>
    </message>
    <message>
        <source>Trình duyệt này không kết nối được với điểm cầu chính.</source>
        <translation>This browser cannot connect to the main endpoint.</translation>
    </message>
    <message>
        <source>Điểm cầu chính từ chối kết nối.</source>
        <translation>The main endpoint refused the connection.</translation>
    </message>
    <message>
        <source>quyền vào họp đã bị thu hồi</source>
        <translation>the right to join was revoked</translation>
    </message>
    <message>
        <source>chưa kết nối</source>
        <translation>not connected</translation>
    </message>
    <message>
        <source>theo lệnh của điểm cầu chính</source>
        <translation>by order of the main endpoint</translation>
    </message>
    <message>
        <source>Thư mục dữ liệu: {folder}</source>
        <translation>Data folder: {folder}</translation>
    </message>
    <message>
        <source>{count} điểm cầu đang vào họp; đóng cửa sổ để kết thúc buổi chạy thử.</source>
        <translation>{count} sites join; close the window to end the demo.</translation>
    </message>
    <message>
        <source>{told} ({milliseconds} ms)</source>
        <translation>{told} ({milliseconds} ms)</translation>
    </message>
    <message>
        <source>  đã xác nhận {confirmed}, chưa xác nhận {unconfirmed}</source>
        <translation>  confirmed {confirmed}, not confirmed {unconfirmed}</translation>
    </message>
    <message>
        <source>  {figure}: {milliseconds} ms</source>
        <translation>  {figure}: {milliseconds} ms</translation>
    </message>
    <message>
        <source>Buổi chạy thử không thành: {why}</source>
        <translation>The demo failed: {why}</translation>
    </message>
    <message>
        <source>{what}: không thấy trong {seconds} s.</source>
        <translation>{what}: not seen within {seconds} s.</translation>
    </message>
    <message>
        <source>Nhật ký {file}: {what}</source>
        <translation>Log {file}: {what}</translation>
    </message>
    <message>
        <source>không có nhật ký phiên nào được ghi.</source>
        <translation>no session log was written.</translation>
    </message>
    <message>
        <source>Ảnh chụp và nhật ký: {folder}</source>
        <translation>Pictures and log: {folder}</translation>
    </message>
    <message>
        <source>mọi điểm cầu kết nối sau</source>
        <translation>all sites connected after</translation>
    </message>
    <message>
        <source>kết quả tắt mic tất cả sau</source>
        <translation>receipt of mute-all</translation>
    </message>
    <message>
        <source>thời gian kết nối khi lên bục</source>
        <translation>connection time of the podium</translation>
    </message>
    <message>
        <source>thời gian kết nối khi mời phát biểu</source>
        <translation>connection time of the floor</translation>
    </message>
    <message>
        <source>kết quả dừng an toàn sau</source>
        <translation>receipt of the safe stop</translation>
    </message>
    <message>
        <source>{count} điểm cầu đã kết nối</source>
        <translation>{count} sites connected</translation>
    </message>
    <message>
        <source>điểm cầu kế tiếp đã được kiểm tra</source>
        <translation>the site on deck is checked</translation>
    </message>
    <message>
        <source>điểm cầu đã lên bục</source>
        <translation>the site is on the podium</translation>
    </message>
    <message>
        <source>yêu cầu đã vào hàng chờ phát biểu</source>
        <translation>the request is in the queue</translation>
    </message>
    <message>
        <source>lượt phát biểu đang chạy</source>
        <translation>the speech runs</translation>
    </message>
    <message>
        <source>dừng an toàn đã có hiệu lực</source>
        <translation>the safe stop shows</translation>
    </message>
    <message>
        <source>cửa sổ tự chụp ảnh</source>
        <translation>the window takes a picture of itself</translation>
    </message>
    <message>
        <source>điều khiển camera bằng tay: camera drive SITE CAMERA</source>
        <translation>move a camera by hand: camera drive SITE CAMERA</translation>
    </message>
    <message>
        <source>quay camera trong chốc lát; gửi lại kịp lúc thì camera quay tiếp</source>
        <translation>keep a camera moving for a moment; given again in time it goes on</translation>
    </message>
    <message>
        <source>dừng camera ngay lập tức</source>
        <translation>let a camera stand still at once</translation>
    </message>
    <message>
        <source>lưu góc quay hiện tại của camera, kèm ảnh</source>
        <translation>store where a camera stands, with a picture</translation>
    </message>
    <message>
        <source>đổi tên một góc quay đã lưu</source>
        <translation>give a stored position another name</translation>
    </message>
    <message>
        <source>xóa một góc quay đã lưu</source>
        <translation>delete a stored position</translation>
    </message>
    <message>
        <source>khôi phục góc quay như trước khi bị lưu đè hoặc bị xóa</source>
        <translation>bring back what a stored position was before it was overwritten or deleted</translation>
    </message>
    <message>
        <source>phần trăm tốc độ lớn nhất, số dương là sang phải</source>
        <translation>per cent of the fastest, right is positive</translation>
    </message>
    <message>
        <source>phần trăm tốc độ lớn nhất, số dương là lên trên</source>
        <translation>per cent of the fastest, up is positive</translation>
    </message>
    <message>
        <source>phần trăm tốc độ lớn nhất, số dương là phóng to</source>
        <translation>per cent of the fastest, nearer is positive</translation>
    </message>
    <message>
        <source>quay trong bao lâu, 100 đến 1000 ms (600)</source>
        <translation>how long to go on, 100 to 1000 ms (600)</translation>
    </message>
    <message>
        <source>lưu đè góc quay cùng tên; khôi phục được một lần</source>
        <translation>replace an earlier position of that name; it can be restored once</translation>
    </message>
    <message>
        <source>tên mới</source>
        <translation>the new name</translation>
    </message>
    <message>
        <source>như trước</source>
        <translation>as before</translation>
    </message>
    <message>
        <source>Không, giữ nguyên</source>
        <translation>No, leave it</translation>
    </message>
    <message>
        <source>KẾ TIẾP</source>
        <translation>ON DECK</translation>
    </message>
    <message>
        <source>LÊN BỤC</source>
        <translation>TO PODIUM</translation>
    </message>
    <message>
        <source>TRẢ VỀ</source>
        <translation>BACK</translation>
    </message>
    <message>
        <source>Tắt mic</source>
        <translation>Mute</translation>
    </message>
    <message>
        <source>Tắt tất cả</source>
        <translation>Mute all</translation>
    </message>
    <message>
        <source>Tắt, trừ…</source>
        <translation>Except…</translation>
    </message>
    <message>
        <source>DỪNG AN TOÀN</source>
        <translation>SAFE STOP</translation>
    </message>
    <message>
        <source>Tắt ngay</source>
        <translation>Mute now</translation>
    </message>
    <message>
        <source>Chuyển yêu cầu lên</source>
        <translation>Move request up</translation>
    </message>
    <message>
        <source>Chuyển yêu cầu xuống</source>
        <translation>Move request down</translation>
    </message>
    <message>
        <source>Bỏ qua yêu cầu</source>
        <translation>Skip request</translation>
    </message>
    <message>
        <source>Ghi yêu cầu qua điện thoại</source>
        <translation>Note a phone request</translation>
    </message>
    <message>
        <source>Lỗi kế</source>
        <translation>Next fault</translation>
    </message>
    <message>
        <source>Tìm điểm cầu</source>
        <translation>Find a site</translation>
    </message>
    <message>
        <source>Sang vùng kế</source>
        <translation>Next region</translation>
    </message>
    <message>
        <source>Gỡ lệnh…</source>
        <translation>Lift…</translation>
    </message>
    <message>
        <source>Gỡ dừng an toàn…</source>
        <translation>Lift safe stop…</translation>
    </message>
    <message>
        <source>Kết thúc phát biểu</source>
        <translation>End speech</translation>
    </message>
    <message>
        <source>Cho phép bật mic</source>
        <translation>Allow microphone</translation>
    </message>
    <message>
        <source>Bỏ kế tiếp</source>
        <translation>Take off deck</translation>
    </message>
    <message>
        <source>Rút yêu cầu phát biểu</source>
        <translation>Withdraw request</translation>
    </message>
    <message>
        <source>Bắt đầu phiên…</source>
        <translation>Start session…</translation>
    </message>
    <message>
        <source>Kết thúc phiên…</source>
        <translation>End session…</translation>
    </message>
    <message>
        <source>Đưa điểm cầu đang chọn lên kế tiếp; chưa mở mic nào</source>
        <translation>Puts the chosen site on deck; opens no microphone</translation>
    </message>
    <message>
        <source>Đưa điểm cầu kế tiếp lên bục</source>
        <translation>Brings the site on deck to the podium</translation>
    </message>
    <message>
        <source>Trả chương trình và mic về như trước khi lên bục</source>
        <translation>Returns program and microphones to what they were before</translation>
    </message>
    <message>
        <source>Tắt mic của điểm cầu đang chọn</source>
        <translation>Mutes the chosen site</translation>
    </message>
    <message>
        <source>Tắt mic tất cả điểm cầu; có hiệu lực cho cả điểm cầu vào sau</source>
        <translation>Mutes all sites; holds for sites that join later</translation>
    </message>
    <message>
        <source>Tắt mic tất cả, trừ những điểm cầu được chọn</source>
        <translation>Mutes all sites except the chosen ones</translation>
    </message>
    <message>
        <source>Tắt mọi mic trừ điểm cầu chính, ngay lập tức</source>
        <translation>Silences all but the main endpoint, at once</translation>
    </message>
    <message>
        <source>Tắt mic bị bỏ quên</source>
        <translation>Mutes the forgotten microphone</translation>
    </message>
    <message>
        <source>Chuyển yêu cầu của điểm cầu đang chọn lên trước</source>
        <translation>Moves the chosen site's request forward</translation>
    </message>
    <message>
        <source>Chuyển yêu cầu của điểm cầu đang chọn xuống sau</source>
        <translation>Moves the chosen site's request back</translation>
    </message>
    <message>
        <source>Bỏ qua yêu cầu của điểm cầu đang chọn</source>
        <translation>Skips the chosen site's request</translation>
    </message>
    <message>
        <source>Ghi yêu cầu phát biểu qua điện thoại cho điểm cầu đang chọn</source>
        <translation>Notes a phone request for the chosen site</translation>
    </message>
    <message>
        <source>Chọn điểm cầu có lỗi kế tiếp</source>
        <translation>Chooses the next site with a fault</translation>
    </message>
    <message>
        <source>Chuyển bàn phím sang lưới, hàng chờ, nhật ký</source>
        <translation>Moves the keyboard to grid, queue, log</translation>
    </message>
    <message>
        <source>Gỡ lệnh tắt mic; không mic nào tự mở</source>
        <translation>Lifts the order; no microphone opens by itself</translation>
    </message>
    <message>
        <source>Trở lại trạng thái trước khi dừng an toàn</source>
        <translation>Returns to what was before the safe stop</translation>
    </message>
    <message>
        <source>Kết thúc lượt phát biểu, tắt mic người phát biểu</source>
        <translation>Ends the speech and mutes the speaker</translation>
    </message>
    <message>
        <source>Cho phép điểm cầu đang chọn bật mic</source>
        <translation>Allows the chosen site to open its microphone</translation>
    </message>
    <message>
        <source>Không để điểm cầu nào ở vị trí kế tiếp</source>
        <translation>Leaves no site on deck</translation>
    </message>
    <message>
        <source>Rút yêu cầu phát biểu của điểm cầu đang chọn</source>
        <translation>Withdraws the chosen site's request</translation>
    </message>
    <message>
        <source>Bắt đầu phiên kiểm tra, tổng duyệt hoặc chính thức</source>
        <translation>Starts a test, a rehearsal or an official session</translation>
    </message>
    <message>
        <source>Kết thúc phiên đang chạy</source>
        <translation>Ends the running session</translation>
    </message>
    <message>
        <source>LÊN BỤC: {site}</source>
        <translation>TO PODIUM: {site}</translation>
    </message>
    <message>
        <source>đã chọn, chờ bấm</source>
        <translation>armed</translation>
    </message>
    <message>
        <source>chưa có kế tiếp</source>
        <translation>nobody on deck</translation>
    </message>
    <message>
        <source>chưa chọn</source>
        <translation>none chosen</translation>
    </message>
    <message>
        <source>đang chọn {number}</source>
        <translation>chosen: {number}</translation>
    </message>
    <message>
        <source>Gỡ lệnh tắt mic tất cả?</source>
        <translation>Lift the order of silence?</translation>
    </message>
    <message>
        <source>Các điểm cầu sẽ được phép tự bật mic. Không mic nào tự mở.</source>
        <translation>Sites may then open their microphones. None opens by itself.</translation>
    </message>
    <message>
        <source>Gỡ lệnh</source>
        <translation>Lift the order</translation>
    </message>
    <message>
        <source>Gỡ dừng an toàn?</source>
        <translation>Lift the safe stop?</translation>
    </message>
    <message>
        <source>Trạng thái trước khi dừng trở lại; mic của điểm cầu đang phát biểu khi đó có thể mở lại.</source>
        <translation>What was before comes back; the microphone of the site that was speaking may open again.</translation>
    </message>
    <message>
        <source>Gỡ dừng an toàn</source>
        <translation>Lift safe stop</translation>
    </message>
    <message>
        <source>Kết thúc phiên đang chạy?</source>
        <translation>End the running session?</translation>
    </message>
    <message>
        <source>Nhật ký của phiên được đóng lại. Các điểm cầu vẫn kết nối và được tắt mic.</source>
        <translation>The session's log is closed. Sites stay connected and muted.</translation>
    </message>
    <message>
        <source>Kết thúc phiên</source>
        <translation>End session</translation>
    </message>
    <message>
        <source>Đóng cửa sổ điều khiển?</source>
        <translation>Close the console?</translation>
    </message>
    <message>
        <source>Phiên họp đang chạy. Đóng cửa sổ không làm ngắt cuộc họp, trừ khi chọn kết thúc.</source>
        <translation>A session is running. Closing the window does not interrupt it unless you choose to end it.</translation>
    </message>
    <message>
        <source>Đóng, cuộc họp tiếp tục</source>
        <translation>Close, the meeting goes on</translation>
    </message>
    <message>
        <source>Kết thúc phiên và đóng</source>
        <translation>End the session and close</translation>
    </message>
    <message>
        <source>Tắt mic tất cả, trừ…</source>
        <translation>Mute all except…</translation>
    </message>
    <message>
        <source>Chọn những điểm cầu được giữ mic. Gõ để lọc, không cần dấu.</source>
        <translation>Choose the sites that keep their microphone. Type to filter, accents not needed.</translation>
    </message>
    <message>
        <source>Tắt tất cả, trừ {n} điểm cầu</source>
        <translation>Mute all, exceptions: {n}</translation>
    </message>
    <message>
        <source>Bắt đầu phiên</source>
        <translation>Start a session</translation>
    </message>
    <message>
        <source>Tên cuộc họp</source>
        <translation>Title of the meeting</translation>
    </message>
    <message>
        <source>Bắt đầu</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Điểm Cầu — bàn điều khiển</source>
        <translation>Điểm Cầu — console</translation>
    </message>
    <message>
        <source>Lưới điểm cầu</source>
        <translation>Grid of sites</translation>
    </message>
    <message>
        <source>Chưa có điểm cầu nào trong danh sách</source>
        <translation>There is no site in the list yet</translation>
    </message>
    <message>
        <source>Đang chờ bộ điều khiển cuộc họp…</source>
        <translation>Waiting for the bridge…</translation>
    </message>
    <message>
        <source>Cuộc họp chưa đặt tên</source>
        <translation>Meeting without a title</translation>
    </message>
    <message>
        <source>Bấm “Bắt đầu phiên” để các điểm cầu vào họp</source>
        <translation>Press “Start session” to let the sites meet</translation>
    </message>
    <message>
        <source>{count}/{expected} kết nối</source>
        <translation>{count}/{expected} connected</translation>
    </message>
    <message numerus="yes">
        <source>{n} lỗi</source>
        <translation>
            <numerusform>{n} error</numerusform>
            <numerusform>{n} errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cảnh báo</source>
        <translation>
            <numerusform>{n} warning</numerusform>
            <numerusform>{n} warnings</numerusform>
        </translation>
    </message>
    <message>
        <source>Điểm cầu chính</source>
        <translation>Main endpoint</translation>
    </message>
    <message>
        <source>Điểm cầu chính chưa kết nối</source>
        <translation>Main endpoint not connected</translation>
    </message>
    <message>
        <source>LỆNH TẮT MIC ĐANG CÓ HIỆU LỰC — {confirmed}/{wanted} đã xác nhận</source>
        <translation>ORDER OF SILENCE IN FORCE — {confirmed}/{wanted} confirmed</translation>
    </message>
    <message>
        <source>LỆNH TẮT MIC — {confirmed}/{wanted} xác nhận</source>
        <translation>SILENCE — {confirmed}/{wanted} confirmed</translation>
    </message>
    <message>
        <source>; chưa: </source>
        <translation>; not: </translation>
    </message>
    <message>
        <source>+{count} điểm cầu</source>
        <translation>+{count} sites</translation>
    </message>
    <message numerus="yes">
        <source>trừ {n} điểm cầu</source>
        <translation>
            <numerusform>except {n} site</numerusform>
            <numerusform>except {n} sites</numerusform>
        </translation>
    </message>
    <message>
        <source>từ {time}</source>
        <translation>since {time}</translation>
    </message>
    <message>
        <source>Không có lệnh tắt mic tất cả</source>
        <translation>No order of silence</translation>
    </message>
    <message>
        <source>điểm cầu được phép có thể tự bật mic</source>
        <translation>sites that may can open their microphones</translation>
    </message>
    <message>
        <source>ĐÃ DỪNG AN TOÀN — chỉ điểm cầu chính có tiếng</source>
        <translation>SAFE STOP — only the main endpoint is heard</translation>
    </message>
    <message>
        <source>MẤT LIÊN LẠC VỚI BỘ ĐIỀU KHIỂN {age} — hình và số liệu bên dưới là CŨ</source>
        <translation>BRIDGE OUT OF REACH FOR {age} — pictures and figures below are OLD</translation>
    </message>
    <message>
        <source>MẤT LIÊN LẠC — mọi thứ bên dưới là CŨ</source>
        <translation>OUT OF REACH — everything below is OLD</translation>
    </message>
    <message>
        <source>ĐANG PHÁT</source>
        <translation>ON AIR</translation>
    </message>
    <message>
        <source>CHƯƠNG TRÌNH</source>
        <translation>PROGRAM</translation>
    </message>
    <message>
        <source>HÌNH CŨ</source>
        <translation>OLD PICTURE</translation>
    </message>
    <message>
        <source>Chưa có hình chương trình</source>
        <translation>No program picture yet</translation>
    </message>
    <message>
        <source>Chưa có điểm cầu kế tiếp</source>
        <translation>Nobody on deck</translation>
    </message>
    <message>
        <source>Chọn một điểm cầu rồi bấm Enter</source>
        <translation>Choose a site, then press Enter</translation>
    </message>
    <message>
        <source>SẴN SÀNG {time}</source>
        <translation>READY {time}</translation>
    </message>
    <message>
        <source>chờ trả lời · {age}</source>
        <translation>no answer yet · {age}</translation>
    </message>
    <message>
        <source>Hàng chờ phát biểu</source>
        <translation>Speaking queue</translation>
    </message>
    <message numerus="yes">
        <source>{n} yêu cầu</source>
        <translation>
            <numerusform>{n} request</numerusform>
            <numerusform>{n} requests</numerusform>
        </translation>
    </message>
    <message>
        <source>Chưa có yêu cầu phát biểu</source>
        <translation>Nobody asks for the floor</translation>
    </message>
    <message>
        <source>Điểm cầu giơ tay, hoặc chọn điểm cầu rồi bấm Ins khi nhận qua điện thoại</source>
        <translation>A site raises its hand, or choose a site and press Ins for a phone call</translation>
    </message>
    <message>
        <source>Chuyển {site} lên</source>
        <translation>Move {site} up</translation>
    </message>
    <message>
        <source>Chuyển {site} xuống</source>
        <translation>Move {site} down</translation>
    </message>
    <message>
        <source>Bỏ qua {site}</source>
        <translation>Skip {site}</translation>
    </message>
    <message>
        <source>Đang phát biểu</source>
        <translation>Speaking</translation>
    </message>
    <message>
        <source>mất kết nối {age} — giữ lượt</source>
        <translation>connection lost {age} — turn kept</translation>
    </message>
    <message>
        <source>Nhật ký</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Nhật ký an toàn · {lines} dòng</source>
        <translation>Log safe · {lines} lines</translation>
    </message>
    <message>
        <source>Đang ghi · {count} dòng chờ</source>
        <translation>Writing · {count} lines waiting</translation>
    </message>
    <message>
        <source>KHÔNG GHI ĐƯỢC NHẬT KÝ</source>
        <translation>LOG CANNOT BE WRITTEN</translation>
    </message>
    <message>
        <source>Chưa có dòng nào</source>
        <translation>No lines yet</translation>
    </message>
    <message>
        <source>Số {site} — Enter để chọn</source>
        <translation>Number {site} — Enter chooses</translation>
    </message>
    <message>
        <source>Không có điểm cầu nào như vậy</source>
        <translation>There is no such site</translation>
    </message>
    <message>
        <source>{wish}: {outcome} · {took} ms</source>
        <translation>{wish}: {outcome} · {took} ms</translation>
    </message>
    <message>
        <source> — {reason}</source>
        <translation> — {reason}</translation>
    </message>
    <message>
        <source>Lần lên bục gần nhất: kết nối {seconds} s</source>
        <translation>Last podium connection: {seconds} s</translation>
    </message>
    <message>
        <source>Bố cục: {layout}</source>
        <translation>Layout: {layout}</translation>
    </message>
    <message>
        <source>PHIÊN KIỂM TRA</source>
        <translation>TEST SESSION</translation>
    </message>
    <message>
        <source>PHIÊN TỔNG DUYỆT</source>
        <translation>REHEARSAL</translation>
    </message>
    <message>
        <source>PHIÊN CHÍNH THỨC</source>
        <translation>OFFICIAL SESSION</translation>
    </message>
    <message>
        <source>CHƯA CÓ PHIÊN</source>
        <translation>NO SESSION</translation>
    </message>
    <message>
        <source>BỘ XỬ LÝ HÌNH VÀ TIẾNG ĐANG KHỞI ĐỘNG LẠI</source>
        <translation>MEDIA ENGINE IS RESTARTING</translation>
    </message>
    <message>
        <source>MIC BỎ QUÊN</source>
        <translation>FORGOTTEN MIC</translation>
    </message>
    <message>
        <source>MIC BỎ QUÊN · có tiếng {age}</source>
        <translation>FORGOTTEN MIC · sound for {age}</translation>
    </message>
    <message>
        <source>{site} và {count} điểm cầu khác</source>
        <translation>{site} and {count} more</translation>
    </message>
    <message>
        <source>ĐANG KIỂM TRA {site}</source>
        <translation>CHECKING {site}</translation>
    </message>
    <message>
        <source>ĐANG GHI NHẬT KÝ</source>
        <translation>WRITING THE LOG</translation>
    </message>
    <message>
        <source>ĐANG MỞ {site}</source>
        <translation>OPENING {site}</translation>
    </message>
    <message>
        <source>CHỜ ĐIỂM CẦU BẬT MIC</source>
        <translation>WAITING FOR THE SITE'S MIC</translation>
    </message>
    <message>
        <source>ĐANG TRẢ VỀ NHƯ TRƯỚC</source>
        <translation>GOING BACK</translation>
    </message>
    <message>
        <source>mất {loss}%</source>
        <translation>loss {loss}%</translation>
    </message>
    <message>
        <source>hình</source>
        <translation>picture</translation>
    </message>
    <message>
        <source>tiếng</source>
        <translation>sound</translation>
    </message>
    <message>
        <source>đường</source>
        <translation>line</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>preset</translation>
    </message>
    <message>
        <source>điện thoại {time}</source>
        <translation>phone {time}</translation>
    </message>
    <message>
        <source>Mic:</source>
        <translation>Mic:</translation>
    </message>
    <message>
        <source>lệnh</source>
        <translation>ordered</translation>
    </message>
    <message>
        <source>máy báo</source>
        <translation>reported</translation>
    </message>
    <message>
        <source>nghe thấy</source>
        <translation>heard</translation>
    </message>
    <message>
        <source>Số {number}: không có điểm cầu này</source>
        <translation>Number {number}: no such site</translation>
    </message>
    <message>
        <source>còn {count} bên dưới</source>
        <translation>{count} more below</translation>
    </message>
    <message>
        <source>lâu nhất {age}</source>
        <translation>longest {age}</translation>
    </message>
    <message>
        <source>kịch bản</source>
        <translation>script</translation>
    </message>
    <message>
        <source>từ điểm cầu</source>
        <translation>from the site</translation>
    </message>
    <message>
        <source>chọn</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>kế tiếp</source>
        <translation>on deck</translation>
    </message>
    <message>
        <source>lên bục</source>
        <translation>to podium</translation>
    </message>
    <message>
        <source>tắt mic</source>
        <translation>mute</translation>
    </message>
    <message>
        <source>tìm</source>
        <translation>find</translation>
    </message>
    <message>
        <source>lỗi kế</source>
        <translation>next fault</translation>
    </message>
    <message>
        <source>đổi thứ tự</source>
        <translation>reorder</translation>
    </message>
    <message>
        <source>bỏ qua</source>
        <translation>skip</translation>
    </message>
    <message>
        <source>ghi yêu cầu</source>
        <translation>phone request</translation>
    </message>
    <message>
        <source>vùng</source>
        <translation>region</translation>
    </message>
    <message>
        <source>số</source>
        <translation>number</translation>
    </message>
    <message>
        <source>Chương trình chạy, bản {version}</source>
        <translation>Program started, version {version}</translation>
    </message>
    <message>
        <source>Lệnh {outcome}</source>
        <translation>Command {outcome}</translation>
    </message>
    <message>
        <source>Lệnh tắt mic tất cả có hiệu lực</source>
        <translation>Order of silence in force</translation>
    </message>
    <message>
        <source>{site}: lệnh tắt mic</source>
        <translation>{site}: ordered to mute</translation>
    </message>
    <message>
        <source>Từ chối kết nối {who}: {text}</source>
        <translation>Connection refused, {who}: {text}</translation>
    </message>
    <message>
        <source>{site}: kiểm tra trước khi lên bục {word}, mất gói {loss}</source>
        <translation>{site}: pre-flight {word}, loss {loss}</translation>
    </message>
    <message>
        <source>{site} lên bục</source>
        <translation>{site} on the podium</translation>
    </message>
    <message>
        <source>{site}: đã thấy hình và tiếng, kết nối {seconds} s</source>
        <translation>{site}: picture and sound seen, connected in {seconds} s</translation>
    </message>
    <message numerus="yes">
        <source>Dừng an toàn: đã tắt {n} mic</source>
        <translation>
            <numerusform>Safe stop: {n} microphone muted</numerusform>
            <numerusform>Safe stop: {n} microphones muted</numerusform>
        </translation>
    </message>
    <message>
        <source>{site} xin phát biểu ({source})</source>
        <translation>{site} asks for the floor ({source})</translation>
    </message>
    <message>
        <source>{site} kết thúc phát biểu sau {took}</source>
        <translation>{site} ended its speech after {took}</translation>
    </message>
    <message>
        <source>{site} không lên bục được: {reason}; đã trả về như trước</source>
        <translation>{site} could not go to the podium: {reason}; everything is as before</translation>
    </message>
    <message>
        <source>Không trả được về {site}: {reason}; đã giữ như cũ</source>
        <translation>Could not return to {site}: {reason}; everything stays as it was</translation>
    </message>
    <message>
        <source>bộ xử lý hình và tiếng chưa xác nhận việc cắt hoặc mở tiếng</source>
        <translation>the picture and sound engine has not confirmed who is heard</translation>
    </message>
    <message>
        <source>bộ xử lý hình và tiếng chưa xác nhận chương trình đã chuyển hình</source>
        <translation>the picture and sound engine has not confirmed that the program has changed</translation>
    </message>
    <message>
        <source>Trả về như trước: điểm cầu chính</source>
        <translation>Back to before: main endpoint</translation>
    </message>
    <message>
        <source>Đồng hồ máy bị chỉnh {seconds} s</source>
        <translation>The computer's clock was moved by {seconds} s</translation>
    </message>
    <message>
        <source>Bắt đầu {kind}: {title}</source>
        <translation>Start of {kind}: {title}</translation>
    </message>
    <message>
        <source>Bắt đầu {kind}</source>
        <translation>Start of {kind}</translation>
    </message>
    <message>
        <source>Chương trình chạy lại, bản {version}</source>
        <translation>Program restarted, version {version}</translation>
    </message>
    <message>
        <source>{person}: {wish}</source>
        <translation>{person}: {wish}</translation>
    </message>
    <message>
        <source>; chưa: {sites}</source>
        <translation>; not: {sites}</translation>
    </message>
    <message>
        <source>Lệnh tắt mic tất cả, trừ {sites}</source>
        <translation>Order of silence, except {sites}</translation>
    </message>
    <message>
        <source>{site}: lệnh bật mic</source>
        <translation>{site}: ordered to unmute</translation>
    </message>
    <message>
        <source>{site}: được phép bật mic</source>
        <translation>{site}: may open its microphone</translation>
    </message>
    <message>
        <source>{site}: không có số liệu âm thanh</source>
        <translation>{site}: no sound data</translation>
    </message>
    <message>
        <source>{site}: nghe có tiếng</source>
        <translation>{site}: sound heard</translation>
    </message>
    <message>
        <source>{site}: nghe im lặng</source>
        <translation>{site}: silent</translation>
    </message>
    <message>
        <source>{site} là kế tiếp</source>
        <translation>{site} is on deck</translation>
    </message>
    <message>
        <source>Bỏ điểm cầu kế tiếp</source>
        <translation>Nobody on deck any more</translation>
    </message>
    <message>
        <source>đạt</source>
        <translation>passed</translation>
    </message>
    <message>
        <source>không đạt</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>{site} lên bục, chờ điểm cầu bật mic</source>
        <translation>{site} on the podium, waiting for its microphone</translation>
    </message>
    <message>
        <source>{site}: đã thấy hình và tiếng</source>
        <translation>{site}: picture and sound seen</translation>
    </message>
    <message>
        <source>{site} kết thúc phát biểu sau {took} — {reason}</source>
        <translation>{site} ended its speech after {took} — {reason}</translation>
    </message>
    <message>
        <source>{site}: gọi góc quay {preset}</source>
        <translation>{site}: recall of preset {preset}</translation>
    </message>
    <message>
        <source>{site}: camera đã tới góc {preset}</source>
        <translation>{site}: camera reached preset {preset}</translation>
    </message>
    <message>
        <source>Bộ xử lý hình và tiếng đang chạy</source>
        <translation>Media engine running</translation>
    </message>
    <message>
        <source>Trả về như trước: {site} trên bục</source>
        <translation>Back to before: {site} on the podium</translation>
    </message>
    <message>
        <source>{site}: máy báo mic bật</source>
        <translation>{site}: reports microphone open</translation>
    </message>
    <message>
        <source>{site}: máy báo mic tắt</source>
        <translation>{site}: reports microphone closed</translation>
    </message>
    <message numerus="yes">
        <source>Danh sách điểm cầu thay đổi: {n} điểm cầu</source>
        <translation>
            <numerusform>List of sites changed: {n} site</numerusform>
            <numerusform>List of sites changed: {n} sites</numerusform>
        </translation>
    </message>
    <message>
        <source>Gỡ lệnh tắt mic tất cả</source>
        <translation>Order of silence lifted</translation>
    </message>
    <message>
        <source>{site} chưa tắt mic — đã cắt tiếng tại cầu</source>
        <translation>{site} has not muted — cut at the bridge</translation>
    </message>
    <message>
        <source>{site}: mic mở ngoài bục, có tiếng</source>
        <translation>{site}: microphone open off the podium, sound heard</translation>
    </message>
    <message>
        <source>{site} bấm bật mic khi chưa được mời</source>
        <translation>{site} tried to open its microphone uninvited</translation>
    </message>
    <message>
        <source>{site} đã kết nối</source>
        <translation>{site} connected</translation>
    </message>
    <message>
        <source>{site} mất kết nối</source>
        <translation>{site} lost its connection</translation>
    </message>
    <message>
        <source>{site}: tín hiệu bị ngắt quãng</source>
        <translation>{site}: signal interrupted</translation>
    </message>
    <message>
        <source>{site}: tín hiệu trở lại</source>
        <translation>{site}: signal back</translation>
    </message>
    <message>
        <source>{site} trả lời: Sẵn sàng</source>
        <translation>{site} answered: Ready</translation>
    </message>
    <message>
        <source>{site} rời bục</source>
        <translation>{site} left the podium</translation>
    </message>
    <message>
        <source>Đổi thứ tự hàng chờ: lên vị trí {place}</source>
        <translation>Queue reordered: moved to place {place}</translation>
    </message>
    <message>
        <source>Bỏ qua một yêu cầu phát biểu</source>
        <translation>A request was skipped</translation>
    </message>
    <message>
        <source>Một yêu cầu phát biểu được rút lại</source>
        <translation>A request was withdrawn</translation>
    </message>
    <message>
        <source>Mời phát biểu</source>
        <translation>Floor granted</translation>
    </message>
    <message>
        <source>{site} bắt đầu phát biểu</source>
        <translation>{site} began to speak</translation>
    </message>
    <message>
        <source>Nghe thử {site}, hội trường không nghe</source>
        <translation>Listening to {site}, the hall does not hear it</translation>
    </message>
    <message>
        <source>Thôi nghe thử {site}</source>
        <translation>No longer listening to {site}</translation>
    </message>
    <message>
        <source>Nhật ký ghi chậm hơn lệnh</source>
        <translation>The log is behind the commands</translation>
    </message>
    <message>
        <source>{site} gửi tin không hiểu được: {text}</source>
        <translation>{site} sent a message that makes no sense: {text}</translation>
    </message>
    <message>
        <source>bắt đầu phiên</source>
        <translation>start session</translation>
    </message>
    <message>
        <source>kết thúc phiên</source>
        <translation>end session</translation>
    </message>
    <message>
        <source>gỡ lệnh tắt mic</source>
        <translation>lift the order of silence</translation>
    </message>
    <message>
        <source>tắt mic {site}</source>
        <translation>mute {site}</translation>
    </message>
    <message>
        <source>cho {site} bật mic</source>
        <translation>let {site} open its microphone</translation>
    </message>
    <message>
        <source>đưa {site} lên kế tiếp</source>
        <translation>put {site} on deck</translation>
    </message>
    <message>
        <source>bỏ điểm cầu kế tiếp</source>
        <translation>take the site off deck</translation>
    </message>
    <message>
        <source>đưa {site} lên bục</source>
        <translation>bring {site} to the podium</translation>
    </message>
    <message>
        <source>trả về như trước</source>
        <translation>back to before</translation>
    </message>
    <message>
        <source>đổi bố cục: {layout}</source>
        <translation>set layout: {layout}</translation>
    </message>
    <message>
        <source>dừng an toàn</source>
        <translation>safe stop</translation>
    </message>
    <message>
        <source>gỡ dừng an toàn</source>
        <translation>lift safe stop</translation>
    </message>
    <message>
        <source>ghi yêu cầu phát biểu của {site}</source>
        <translation>note a request of {site}</translation>
    </message>
    <message>
        <source>rút yêu cầu phát biểu của {site}</source>
        <translation>withdraw the request of {site}</translation>
    </message>
    <message>
        <source>đổi thứ tự hàng chờ</source>
        <translation>reorder the queue</translation>
    </message>
    <message>
        <source>bỏ qua yêu cầu phát biểu</source>
        <translation>skip a request</translation>
    </message>
    <message>
        <source>mời phát biểu</source>
        <translation>grant the floor</translation>
    </message>
    <message>
        <source>kết thúc lượt phát biểu</source>
        <translation>end the speech</translation>
    </message>
    <message>
        <source>{site} sẵn sàng</source>
        <translation>{site} ready</translation>
    </message>
    <message>
        <source>gọi góc quay {preset}</source>
        <translation>recall preset {preset}</translation>
    </message>
    <message>
        <source>thu hồi quyền kết nối của {site}</source>
        <translation>revoke the credentials of {site}</translation>
    </message>
    <message>
        <source>đọc lại danh sách điểm cầu</source>
        <translation>read the list of sites again</translation>
    </message>
    <message>
        <source>tắt mic tất cả, trừ {sites}</source>
        <translation>mute all except {sites}</translation>
    </message>
    <message>
        <source>tắt mic tất cả</source>
        <translation>mute all</translation>
    </message>
    <message>
        <source>nghe thử {site}</source>
        <translation>listen to {site}</translation>
    </message>
    <message>
        <source>thôi nghe thử</source>
        <translation>stop listening</translation>
    </message>
    <message>
        <source>phiên kiểm tra</source>
        <translation>a test session</translation>
    </message>
    <message>
        <source>phiên tổng duyệt</source>
        <translation>a rehearsal</translation>
    </message>
    <message>
        <source>phiên chính thức</source>
        <translation>an official session</translation>
    </message>
    <message>
        <source>,</source>
        <translation>.</translation>
    </message>
    <message>
        <source>Điểm Cầu — điểm cầu vệ tinh</source>
        <translation>Điểm Cầu — satellite</translation>
    </message>
    <message>
        <source>Chưa được điểm cầu chính cho phép</source>
        <translation>Not allowed by the main endpoint yet</translation>
    </message>
    <message>
        <source>hội trường không nghe thấy</source>
        <translation>the hall does not hear you</translation>
    </message>
    <message>
        <source>Mức thu của phòng</source>
        <translation>Level in this room</translation>
    </message>
    <message>
        <source>Mic mở khi điểm cầu chính mời phát biểu</source>
        <translation>It opens when you are given the floor</translation>
    </message>
    <message>
        <source>Chưa mở được mic</source>
        <translation>The microphone cannot be opened yet</translation>
    </message>
    <message>
        <source>Bật mic</source>
        <translation>Open microphone</translation>
    </message>
    <message>
        <source>Xin phát biểu</source>
        <translation>Ask for the floor</translation>
    </message>
    <message>
        <source>Hạ tay</source>
        <translation>Lower hand</translation>
    </message>
    <message>
        <source>SẴN SÀNG</source>
        <translation>READY</translation>
    </message>
    <message>
        <source>trả bục về điểm cầu chính</source>
        <translation>gives the podium back</translation>
    </message>
    <message>
        <source>Bạn chưa xin phát biểu</source>
        <translation>You have not asked for the floor</translation>
    </message>
    <message>
        <source>Bấm “Xin phát biểu” để vào hàng chờ</source>
        <translation>Press “Ask for the floor” to join the queue</translation>
    </message>
    <message>
        <source>BẠN ĐANG TRÊN BỤC</source>
        <translation>YOU ARE ON THE PODIUM</translation>
    </message>
    <message>
        <source>Cả hội nghị đang nhìn {site}; mic đang tắt</source>
        <translation>The whole meeting sees {site}; the microphone is closed</translation>
    </message>
    <message>
        <source>TRỰC TIẾP</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>Thời gian còn lại</source>
        <translation>Time left</translation>
    </message>
    <message>
        <source>Đã phát biểu</source>
        <translation>Time spent</translation>
    </message>
    <message>
        <source>CHƯA KẾT NỐI</source>
        <translation>NOT CONNECTED</translation>
    </message>
    <message>
        <source>Đường truyền: đang đo</source>
        <translation>Line: measuring</translation>
    </message>
    <message>
        <source>Đường truyền: RẤT KÉM</source>
        <translation>Line: VERY BAD</translation>
    </message>
    <message>
        <source>Đường truyền: KÉM</source>
        <translation>Line: BAD</translation>
    </message>
    <message>
        <source>Đường truyền: TỐT</source>
        <translation>Line: GOOD</translation>
    </message>
    <message>
        <source>Chưa vào được cuộc họp</source>
        <translation>Not in the meeting</translation>
    </message>
    <message>
        <source>Đang nhận</source>
        <translation>Receiving</translation>
    </message>
    <message>
        <source>Chương trình</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Đang phát hình này</source>
        <translation>This picture is on air</translation>
    </message>
    <message>
        <source>Hình của điểm cầu này</source>
        <translation>This site's picture</translation>
    </message>
    <message>
        <source>KHÔNG CÓ MIC</source>
        <translation>NO MICROPHONE</translation>
    </message>
    <message>
        <source>MIC ĐANG MỞ</source>
        <translation>MICROPHONE OPEN</translation>
    </message>
    <message>
        <source>MIC ĐANG TẮT</source>
        <translation>MICROPHONE CLOSED</translation>
    </message>
    <message>
        <source>Hội trường đang nghe thấy</source>
        <translation>The hall hears you</translation>
    </message>
    <message>
        <source>Được phép bật: bấm “Bật mic”</source>
        <translation>You may: press “Open microphone”</translation>
    </message>
    <message>
        <source>Theo lệnh của điểm cầu chính</source>
        <translation>By order of the main endpoint</translation>
    </message>
    <message>
        <source>BẬT</source>
        <translation>ON</translation>
    </message>
    <message>
        <source>điểm cầu chính đang nghe thử</source>
        <translation>the main endpoint is listening</translation>
    </message>
    <message>
        <source>đang truyền đi</source>
        <translation>being sent</translation>
    </message>
    <message>
        <source>không truyền đi</source>
        <translation>not sent</translation>
    </message>
    <message>
        <source>Mic tự tắt khi hết lượt phát biểu</source>
        <translation>The microphone closes when your turn ends</translation>
    </message>
    <message>
        <source>Bật khi bắt đầu nói; cả hội nghị sẽ nghe</source>
        <translation>Open it when you begin; everybody will hear</translation>
    </message>
    <message>
        <source>Bạn đang trên bục</source>
        <translation>You are on the podium</translation>
    </message>
    <message>
        <source>Bạn là điểm cầu kế tiếp</source>
        <translation>You are next</translation>
    </message>
    <message>
        <source>Bạn đang chờ phát biểu: thứ {place}</source>
        <translation>You wait for the floor: place {place}</translation>
    </message>
    <message>
        <source>Cả hội nghị đang nhìn và nghe {site}</source>
        <translation>The whole meeting sees and hears {site}</translation>
    </message>
    <message>
        <source>{fps} hình/s</source>
        <translation>{fps} frames/s</translation>
    </message>
    <message>
        <source>Đang kết nối tới điểm cầu chính…</source>
        <translation>Connecting to the main endpoint…</translation>
    </message>
    <message>
        <source>ĐƯỢC BẬT</source>
        <translation>ALLOWED</translation>
    </message>
    <message>
        <source>ĐƯỢC BẬT</source>
        <translation>MAY OPEN</translation>
    </message>
    <message>
        <source>TẮT</source>
        <translation>OFF</translation>
    </message>
    <message>
        <source>Lệnh</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Máy này</source>
        <translation>This room</translation>
    </message>
    <message>
        <source>Giơ tay lúc {time}</source>
        <translation>Hand raised at {time}</translation>
    </message>
    <message>
        <source>mic mở trái lệnh</source>
        <translation>microphone open against the order</translation>
    </message>
    <message>
        <source>mic bỏ quên</source>
        <translation>forgotten microphone</translation>
    </message>
    <message>
        <source>mic tắt</source>
        <translation>microphone closed</translation>
    </message>
    <message>
        <source>mic mở</source>
        <translation>microphone open</translation>
    </message>
    <message>
        <source>mic được bật</source>
        <translation>microphone may open</translation>
    </message>
    <message>
        <source>mic không rõ</source>
        <translation>microphone unknown</translation>
    </message>
    <message>
        <source>trên bục</source>
        <translation>on the podium</translation>
    </message>
    <message>
        <source>xin phát biểu, thứ {place}</source>
        <translation>asks for the floor, place {place}</translation>
    </message>
    <message>
        <source>đường truyền suy giảm</source>
        <translation>line degraded</translation>
    </message>
    <message>
        <source>đường truyền rất kém</source>
        <translation>line very bad</translation>
    </message>
    <message>
        <source>kế tiếp, đã sẵn sàng</source>
        <translation>on deck, ready</translation>
    </message>
    <message>
        <source>{rate} kb/s</source>
        <translation>{rate} kb/s</translation>
    </message>
    <message>
        <source>MẤT KẾT NỐI</source>
        <translation>LINK LOST</translation>
    </message>
    <message>
        <source>mất {age}</source>
        <translation>lost {age}</translation>
    </message>
    <message>
        <source>vắng</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>đang kết nối…</source>
        <translation>connecting…</translation>
    </message>
    <message>
        <source>đang nối…</source>
        <translation>joining…</translation>
    </message>
    <message>
        <source>chưa có hình</source>
        <translation>no picture yet</translation>
    </message>
    <message>
        <source>chờ hình</source>
        <translation>no picture</translation>
    </message>
    <message>
        <source>Báo</source>
        <translation>Says</translation>
    </message>
    <message>
        <source>Báo {age}</source>
        <translation>Says {age}</translation>
    </message>
    <message>
        <source>Nghe</source>
        <translation>Heard</translation>
    </message>
    <message>
        <source>Nghe {age}</source>
        <translation>Heard {age}</translation>
    </message>
    <message>
        <source>TRÊN BỤC</source>
        <translation>ON PODIUM</translation>
    </message>
    <message>
        <source>BỤC</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>CHỜ BẬT MIC</source>
        <translation>MIC AWAITED</translation>
    </message>
    <message>
        <source>CHỜ</source>
        <translation>WAIT</translation>
    </message>
    <message>
        <source>ĐANG LÊN BỤC</source>
        <translation>GOING UP</translation>
    </message>
    <message>
        <source>KẾ TIẾP · SẴN SÀNG</source>
        <translation>ON DECK · READY</translation>
    </message>
    <message>
        <source>báo cũ {age}</source>
        <translation>report {age} old</translation>
    </message>
    <message>
        <source>MIC MỞ {age}</source>
        <translation>MIC OPEN {age}</translation>
    </message>
    <message>
        <source>MIC MỞ</source>
        <translation>MIC OPEN</translation>
    </message>
    <message>
        <source>ảnh cũ {age}</source>
        <translation>{age} old</translation>
    </message>
    <message>
        <source>cũ {age}</source>
        <translation>{age} old</translation>
    </message>
    <message>
        <source>đường truyền kém</source>
        <translation>bad line</translation>
    </message>
    <message>
        <source>kém</source>
        <translation>bad</translation>
    </message>
    <message>
        <source>{rate} Mb/s</source>
        <translation>{rate} Mb/s</translation>
    </message>
    <message>
        <source>không nhận lệnh</source>
        <translation>no control</translation>
    </message>
    <message>
        <source>không lệnh</source>
        <translation>no control</translation>
    </message>
    <message>
        <source>{age} · gọi lại lần {attempts}</source>
        <translation>{age} · attempt {attempts}</translation>
    </message>
    <message>
        <source>IM</source>
        <translation>SILENT</translation>
    </message>
    <message>
        <source>TIẾNG</source>
        <translation>SOUND</translation>
    </message>
    <message>
        <source>báo TẮT</source>
        <translation>says OFF</translation>
    </message>
    <message>
        <source>báo BẬT</source>
        <translation>says ON</translation>
    </message>
    <message>
        <source>có TIẾNG</source>
        <translation>SOUND</translation>
    </message>
    <message>
        <source>trễ {ms} ms</source>
        <translation>RTT {ms} ms</translation>
    </message>
    <message>
        <source>jitter {ms} ms</source>
        <translation>jitter {ms} ms</translation>
    </message>
    <message>
        <source>không có quyền làm việc này</source>
        <translation>there is no right to do this</translation>
    </message>
    <message>
        <source>chưa bắt đầu phiên họp</source>
        <translation>no session has been started</translation>
    </message>
    <message>
        <source>đang có phiên họp chạy; hãy kết thúc phiên đó trước</source>
        <translation>a session is running; end it first</translation>
    </message>
    <message>
        <source>không có điểm cầu này trong danh sách</source>
        <translation>this site is not in the list</translation>
    </message>
    <message>
        <source>yêu cầu phát biểu này không còn trong hàng chờ</source>
        <translation>this request is no longer in the queue</translation>
    </message>
    <message>
        <source>camera không có góc quay này</source>
        <translation>the camera has no such preset</translation>
    </message>
    <message>
        <source>điểm cầu chưa kết nối</source>
        <translation>the site is not connected</translation>
    </message>
    <message>
        <source>thiết bị của điểm cầu không nhận lệnh</source>
        <translation>the site's device takes no orders</translation>
    </message>
    <message>
        <source>đường truyền của điểm cầu quá kém</source>
        <translation>the site's line is too bad</translation>
    </message>
    <message>
        <source>không thấy âm thanh từ điểm cầu</source>
        <translation>no sound comes from the site</translation>
    </message>
    <message>
        <source>chưa nhận được hình cỡ lớn của điểm cầu</source>
        <translation>the site's full picture did not come</translation>
    </message>
    <message>
        <source>mất kết nối với điểm cầu</source>
        <translation>the site was lost</translation>
    </message>
    <message>
        <source>lệnh vừa được gửi</source>
        <translation>the same command was just given</translation>
    </message>
    <message>
        <source>lệnh trước đang được thực hiện</source>
        <translation>an earlier command is under way</translation>
    </message>
    <message>
        <source>đã đúng như vậy, không phải làm gì</source>
        <translation>it is so already</translation>
    </message>
    <message>
        <source>đang dừng an toàn</source>
        <translation>the safe stop is in force</translation>
    </message>
    <message>
        <source>lệnh tắt mic của điểm cầu chính đang có hiệu lực</source>
        <translation>the main endpoint's order of silence is in force</translation>
    </message>
    <message>
        <source>điểm cầu chính chưa kết nối</source>
        <translation>the main endpoint is not connected</translation>
    </message>
    <message>
        <source>bộ xử lý hình và tiếng đang khởi động lại</source>
        <translation>the media engine is restarting</translation>
    </message>
    <message>
        <source>nhật ký ghi chậm</source>
        <translation>the log is behind</translation>
    </message>
    <message>
        <source>quá thời gian chờ</source>
        <translation>no answer in time</translation>
    </message>
    <message>
        <source>camera đang lên hình</source>
        <translation>the camera is on air</translation>
    </message>
    <message>
        <source>camera không thực hiện được</source>
        <translation>the camera failed</translation>
    </message>
    <message>
        <source>điểm cầu đang phát biểu mất kết nối</source>
        <translation>the speaking site dropped out</translation>
    </message>
    <message>
        <source>hàng chờ phát biểu đã đầy</source>
        <translation>the queue is full</translation>
    </message>
    <message>
        <source>có lệnh mới hơn thay thế</source>
        <translation>a newer command took its place</translation>
    </message>
    <message>
        <source>giá trị không hợp lệ</source>
        <translation>the value is not valid</translation>
    </message>
    <message>
        <source>bộ điều khiển khởi động lại trước khi xong lệnh</source>
        <translation>the bridge restarted before the command was done</translation>
    </message>
    <message>
        <source>phiên họp đã kết thúc</source>
        <translation>the session has ended</translation>
    </message>
    <message>
        <source>đang có quá nhiều việc chờ; hãy thử lại</source>
        <translation>too much is waiting; try again</translation>
    </message>
    <message>
        <source>đã xong</source>
        <translation>done</translation>
    </message>
    <message>
        <source>đã làm tại điểm cầu chính, còn điểm cầu chưa xác nhận</source>
        <translation>done at the bridge, some sites have not confirmed</translation>
    </message>
    <message>
        <source>bị từ chối</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>không thực hiện được</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>không thành, đã trả về như trước</source>
        <translation>failed, everything is as before</translation>
    </message>
    <message>
        <source>được thay bằng lệnh mới hơn</source>
        <translation>superseded by a newer command</translation>
    </message>
    <message>
        <source>đang kết nối</source>
        <translation>connecting</translation>
    </message>
    <message>
        <source>đang kết nối tốt</source>
        <translation>connected</translation>
    </message>
    <message>
        <source>tín hiệu cũ</source>
        <translation>signal old</translation>
    </message>
    <message>
        <source>mất kết nối</source>
        <translation>connection lost</translation>
    </message>
    <message>
        <source>Phiên kiểm tra</source>
        <translation>Test session</translation>
    </message>
    <message>
        <source>Phiên tổng duyệt</source>
        <translation>Rehearsal</translation>
    </message>
    <message>
        <source>Phiên chính thức</source>
        <translation>Official session</translation>
    </message>
    <message>
        <source>Bục phát biểu</source>
        <translation>Podium</translation>
    </message>
    <message>
        <source>Bục và điểm cầu chính</source>
        <translation>Podium and main endpoint</translation>
    </message>
    <message>
        <source>Lưới 2×2</source>
        <translation>Grid 2×2</translation>
    </message>
    <message>
        <source>Lưới 3×3</source>
        <translation>Grid 3×3</translation>
    </message>
    <message>
        <source>điện thoại</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>Đã vào họp</source>
        <translation>Joined</translation>
    </message>
    <message>
        <source>Đã rời cuộc họp</source>
        <translation>Left the meeting</translation>
    </message>
    <message>
        <source>Đã bị thay chỗ</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>Nhấn Enter để vào lại từ máy này</source>
        <translation>Press Enter to join again from this computer</translation>
    </message>
    <message>
        <source>Vào lại từ máy này</source>
        <translation>Join from this computer</translation>
    </message>
    <message>
        <source>mic đang mở</source>
        <translation>microphone open</translation>
    </message>
    <message>
        <source>mic đang tắt</source>
        <translation>microphone closed</translation>
    </message>
    <message>
        <source>đang trên bục</source>
        <translation>on the podium</translation>
    </message>
    <message>
        <source>là điểm cầu kế tiếp</source>
        <translation>on deck</translation>
    </message>
    <message>
        <source>Bộ xử lý hình và tiếng dừng, đang khởi động lại</source>
        <translation>The media engine has stopped and is starting again</translation>
    </message>
    <message>
        <source>Bộ xử lý hình và tiếng gặp trục trặc</source>
        <translation>The media engine met a fault</translation>
    </message>
    <message>
        <source> (chi tiết kỹ thuật: {text})</source>
        <translation> (technical detail: {text})</translation>
    </message>
    <message>
        <source>Các dòng đang chờ trong bộ nhớ.</source>
        <translation>The lines wait in memory.</translation>
    </message>
    <message>
        <source>Cổng {port} đang được chương trình khác dùng; hãy tắt chương trình đó, hoặc chọn cổng khác bằng --https-port.</source>
        <translation>Port {port} is in use by another program; end it, or choose another port with --https-port.</translation>
    </message>
    <message>
        <source>Cổng UDP {port} đang được chương trình khác dùng; hãy tắt chương trình đó, hoặc chọn cổng khác bằng --media-port.</source>
        <translation>UDP port {port} is in use by another program; end it, or choose another port with --media-port.</translation>
    </message>
    <message>
        <source>Bộ điều khiển không khởi động được và không để lại thông báo nào trong {path}; hãy xem ổ đĩa còn chỗ trống và ghi được hay không.</source>
        <translation>The bridge cannot start and left no word in {path}; see that the disk has room and can be written.</translation>
    </message>
    <message>
        <source>Bộ điều khiển cứ khởi động lại rồi dừng ngay; nguyên nhân ghi ở cuối tệp {path}.</source>
        <translation>The bridge ends again and again; the reason stands at the end of {path}.</translation>
    </message>
    <message>
        <source>Bộ điều khiển của thư mục dữ liệu này đang chạy rồi.</source>
        <translation>A bridge is running for this data folder already.</translation>
    </message>
    <message>
        <source>Bàn điều khiển của thư mục dữ liệu này đang mở rồi.</source>
        <translation>The console of this data folder is open already.</translation>
    </message>
    <message>
        <source>Phòng họp của điểm cầu chính đã vào họp rồi.</source>
        <translation>The main room has joined already.</translation>
    </message>
    <message>
        <source>Máy này không có màn hình; main.py bridge chạy cuộc họp không cần cửa sổ.</source>
        <translation>There is no screen here; main.py bridge runs the meeting without a window.</translation>
    </message>
    <message>
        <source>Máy này không có màn hình; hãy vào họp bằng --no-window.</source>
        <translation>There is no screen here; join with --no-window.</translation>
    </message>
    <message>
        <source>Chưa có bộ điều khiển nào chạy cho {folder}; hãy chạy main.py bridge.</source>
        <translation>No bridge runs for {folder}; start it with main.py bridge.</translation>
    </message>
    <message>
        <source>Bộ điều khiển của {folder} đã dừng; hãy chạy main.py bridge.</source>
        <translation>The bridge of {folder} has ended; start it with main.py bridge.</translation>
    </message>
    <message>
        <source>Bộ điều khiển không trả lời; có thể nó đang khởi động hoặc đang dừng.</source>
        <translation>The bridge does not answer; it may be starting or ending.</translation>
    </message>
    <message>
        <source>Chương trình trả lời ở cổng của bộ điều khiển không phải là bộ điều khiển.</source>
        <translation>What answers at the bridge's port is no bridge.</translation>
    </message>
    <message>
        <source>Bộ điều khiển đang chạy ở đây thuộc phiên bản khác của chương trình; hãy dừng nó trước.</source>
        <translation>A bridge of another version of the program runs here; end that bridge first.</translation>
    </message>
    <message>
        <source>Bộ điều khiển đã dừng.</source>
        <translation>The bridge has ended.</translation>
    </message>
    <message>
        <source>Bộ điều khiển không trả lời kịp.</source>
        <translation>The bridge did not answer in time.</translation>
    </message>
    <message>
        <source>Bộ điều khiển từ chối liên lạc: {why}</source>
        <translation>The bridge refuses this link: {why}</translation>
    </message>
    <message>
        <source>Không đọc được {path}: {why}</source>
        <translation>{path} cannot be read: {why}</translation>
    </message>
    <message>
        <source>Không ghi được {path}: {why}</source>
        <translation>{path} cannot be written: {why}</translation>
    </message>
    <message>
        <source>Không có tệp {path}.</source>
        <translation>There is no file {path}.</translation>
    </message>
    <message>
        <source>Tệp lớn hơn {most}.</source>
        <translation>The file is larger than {most}.</translation>
    </message>
    <message>
        <source>Không tạo được thư mục dữ liệu {folder}: {why}.</source>
        <translation>The data folder {folder} cannot be made: {why}.</translation>
    </message>
    <message>
        <source>Không dùng được tệp cài đặt: {why}.</source>
        <translation>The settings cannot be used: {why}.</translation>
    </message>
    <message>
        <source>Không dùng được tệp quy chế: {why}.</source>
        <translation>The profile cannot be used: {why}.</translation>
    </message>
    <message>
        <source>Tệp quy chế theo mẫu {found}; chương trình này đọc mẫu {wanted}.</source>
        <translation>The profile has schema {found}; this program reads {wanted}.</translation>
    </message>
    <message>
        <source>Không dùng được chứng thư {path} của bộ điều khiển; hãy khôi phục, hoặc xóa nó rồi mời lại các điểm cầu.</source>
        <translation>The bridge's certificate {path} cannot be used; restore it, or remove it and invite the sites again.</translation>
    </message>
    <message>
        <source>Không mở được kho dữ liệu {path}: {why}.</source>
        <translation>The office store {path} cannot be opened: {why}.</translation>
    </message>
    <message>
        <source>{path} do phiên bản mới hơn của chương trình ghi.</source>
        <translation>{path} was written by a newer version of this program.</translation>
    </message>
    <message>
        <source>{path} không phải là tệp của chương trình này: {why}.</source>
        <translation>{path} is not a file of this program: {why}.</translation>
    </message>
    <message>
        <source>{path} không phải là nhật ký phiên họp, hoặc bị hỏng ở phần đầu: {why}.</source>
        <translation>{path} is not a session's log, or is damaged at its beginning: {why}.</translation>
    </message>
    <message>
        <source>Đĩa đầy; hãy giải phóng dung lượng.</source>
        <translation>The disk is full; free some space.</translation>
    </message>
    <message>
        <source>Không ghi được vào thư mục dữ liệu; hãy cấp quyền ghi cho người dùng này.</source>
        <translation>The data folder cannot be written; give this user the right to write there.</translation>
    </message>
    <message>
        <source>Không mở được tệp; hãy xem thư mục dữ liệu còn đó và ghi được hay không.</source>
        <translation>The file cannot be opened; see that the data folder is there and can be written.</translation>
    </message>
    <message>
        <source>Đĩa từ chối: {why}.</source>
        <translation>The disk refused: {why}.</translation>
    </message>
    <message>
        <source>Bộ ghi nhật ký đã dừng; không ghi thêm được dòng nào.</source>
        <translation>The log's writer has stopped; nothing more is written.</translation>
    </message>
    <message>
        <source>Đây không phải là lời mời vào họp: {why}.</source>
        <translation>This is not an invitation to a meeting: {why}.</translation>
    </message>
    <message>
        <source>Nội dung này quá dài, không phải là lời mời.</source>
        <translation>This is too long to be an invitation.</translation>
    </message>
    <message>
        <source>Lời mời do phiên bản khác của chương trình tạo; hãy xin lời mời mới.</source>
        <translation>The invitation was made by another version of this program; ask for a new one.</translation>
    </message>
    <message>
        <source>Lời mời thiếu địa chỉ hoặc mã; hãy xin lời mời mới.</source>
        <translation>The invitation names no address or no code; ask for a new one.</translation>
    </message>
    <message>
        <source>Máy này chưa vào họp lần nào; hãy đưa tệp hoặc đường dẫn của lời mời.</source>
        <translation>This machine has not joined yet; give the invitation's file or link.</translation>
    </message>
    <message>
        <source>Không đọc được {path} ({why}); hãy vào họp bằng lời mời mới.</source>
        <translation>{path} cannot be read ({why}); join with a new invitation.</translation>
    </message>
    <message>
        <source>Không lưu được quyền kết nối ({why}); lần sau sẽ cần lời mời mới.</source>
        <translation>The credential cannot be stored ({why}); next time a new invitation is needed.</translation>
    </message>
    <message>
        <source>Thiếu quyền kết nối; hãy xin điểm cầu chính lời mời.</source>
        <translation>A bearer credential is needed; ask the main endpoint for an invitation.</translation>
    </message>
    <message>
        <source>Quyền kết nối không đúng hoặc đã bị thu hồi; hãy xin điểm cầu chính lời mời mới.</source>
        <translation>This credential is not known or was revoked; ask the main endpoint for a new one.</translation>
    </message>
    <message>
        <source>Quyền kết nối này là của điểm cầu khác.</source>
        <translation>This credential belongs to another site.</translation>
    </message>
    <message>
        <source>Điểm cầu này không có trong danh sách.</source>
        <translation>This site is not in the list of sites.</translation>
    </message>
    <message>
        <source>Một máy khác đang kết nối với tên điểm cầu này; hãy tắt máy đó trước, hoặc gọi cán bộ điểm cầu chính.</source>
        <translation>Another machine is connected as this site; end it there first, or call the operator.</translation>
    </message>
    <message>
        <source>Mã mời không đúng; hãy kiểm tra từng chữ.</source>
        <translation>This invitation code is not known; check its letters.</translation>
    </message>
    <message>
        <source>Lời mời đã hết hạn; hãy xin điểm cầu chính lời mời mới.</source>
        <translation>This invitation has expired; ask the main endpoint for a new one.</translation>
    </message>
    <message>
        <source>Lời mời đã được dùng; hãy xin điểm cầu chính lời mời mới.</source>
        <translation>This invitation was used already; ask the main endpoint for a new one.</translation>
    </message>
    <message>
        <source>Lời mời đã bị thu hồi; hãy xin điểm cầu chính lời mời mới.</source>
        <translation>This invitation was revoked; ask the main endpoint for a new one.</translation>
    </message>
    <message>
        <source>Điểm cầu chính đang bận tiếp các điểm cầu khác; chương trình sẽ thử lại.</source>
        <translation>The bridge is busy with other sites; try again in a moment.</translation>
    </message>
    <message>
        <source>Yêu cầu quá dài.</source>
        <translation>The request is too long.</translation>
    </message>
    <message>
        <source>Nội dung gửi lên phải là đề nghị SDP (application/sdp).</source>
        <translation>The body has to be an SDP offer (application/sdp).</translation>
    </message>
    <message>
        <source>Điểm cầu chính không nhận được đề nghị kết nối này.</source>
        <translation>The SDP offer cannot be taken.</translation>
    </message>
    <message>
        <source>Yêu cầu không hiểu được.</source>
        <translation>The request is not understood.</translation>
    </message>
    <message>
        <source>Kết nối này đã kết thúc.</source>
        <translation>This connection has ended.</translation>
    </message>
    <message>
        <source>Không nối lại giữa chừng được (ICE); hãy vào họp lại.</source>
        <translation>ICE restarts are not supported; join again.</translation>
    </message>
    <message>
        <source>Nhãn phiên bản không phải của kết nối này.</source>
        <translation>The entity tag is not this connection's.</translation>
    </message>
    <message>
        <source>Không có gì ở địa chỉ này.</source>
        <translation>There is nothing at this address.</translation>
    </message>
    <message>
        <source>Điểm cầu chính không trả lời ở {urls}; hãy kiểm tra dây mạng và địa chỉ.</source>
        <translation>The bridge does not answer at {urls}; check the network cable and the address.</translation>
    </message>
    <message>
        <source>Điểm cầu chính ngừng trả lời; chương trình sẽ thử lại.</source>
        <translation>The bridge stopped answering; try again.</translation>
    </message>
    <message>
        <source>Máy trả lời ở địa chỉ này không phải là điểm cầu chính trong lời mời: chứng thư của nó khác.</source>
        <translation>What answers at this address is not the bridge of the invitation: its certificate is another.</translation>
    </message>
    <message>
        <source>Dấu vân tay chứng thư trong lời mời bị hỏng; hãy xin lời mời mới.</source>
        <translation>The invitation's fingerprint is damaged; ask for a new one.</translation>
    </message>
    <message>
        <source>Không hiểu được câu trả lời của điểm cầu chính ({why}).</source>
        <translation>The bridge's answer is not understood ({why}).</translation>
    </message>
    <message>
        <source>Điểm cầu chính không trả lời trong {seconds} s.</source>
        <translation>The bridge did not answer within {seconds} s.</translation>
    </message>
    <message>
        <source>Không nối được tới điểm cầu chính: {why}.</source>
        <translation>The connection to the bridge did not come up: {why}.</translation>
    </message>
    <message>
        <source>Kết nối tới điểm cầu chính đã đứt: {why}.</source>
        <translation>The connection to the bridge has ended: {why}.</translation>
    </message>
    <message>
        <source>Một máy khác đã vào họp với tên điểm cầu này và thay chỗ máy này.</source>
        <translation>Another computer has joined as this site and has taken the place of this one.</translation>
    </message>
    <message>
        <source>Điểm cầu chính đã ngắt kết nối ({reason}).</source>
        <translation>The bridge ended the connection ({reason}).</translation>
    </message>
    <message>
        <source>Máy này không có micro; điểm cầu vào họp không có micro.</source>
        <translation>This machine has no microphone; the site goes on without one.</translation>
    </message>
    <message>
        <source>Máy này không có loa; điểm cầu vào họp không có loa.</source>
        <translation>This machine has no loudspeaker; the site goes on without one.</translation>
    </message>
    <message>
        <source>Không thấy micro “{name}”; điểm cầu vào họp không có micro.</source>
        <translation>The microphone “{name}” is not there; the site goes on without one.</translation>
    </message>
    <message>
        <source>Không thấy loa “{name}”; điểm cầu vào họp không có loa.</source>
        <translation>The loudspeaker “{name}” is not there; the site goes on without one.</translation>
    </message>
    <message>
        <source>Thiếu thư viện âm thanh PortAudio; trên Debian và Ubuntu hãy cài gói libportaudio2.</source>
        <translation>The sound library PortAudio is missing; on Debian and Ubuntu install the package libportaudio2.</translation>
    </message>
    <message>
        <source>Không mở được thiết bị âm thanh ({why}); có thể chương trình khác đang dùng.</source>
        <translation>The sound devices cannot be opened ({why}); another program may use them.</translation>
    </message>
    <message>
        <source>Thiết bị âm thanh đã ngừng; hãy kiểm tra dây, chương trình sẽ tự mở lại.</source>
        <translation>The sound devices have stopped; check their cables; they will be opened again.</translation>
    </message>
    <message>
        <source>Không dùng được tệp âm thanh {name} ({why}).</source>
        <translation>The sound file {name} cannot be used ({why}).</translation>
    </message>
    <message>
        <source>Tệp âm thanh {name} không có tiếng.</source>
        <translation>The sound file {name} holds no sound.</translation>
    </message>
    <message>
        <source>Camera “{name}” không cho hình ({why}); điểm cầu vào họp không có hình cho tới khi có lại.</source>
        <translation>The camera “{name}” gives no picture ({why}); the site goes on without one.</translation>
    </message>
    <message>
        <source>Tệp phim “{name}” không cho hình ({why}); điểm cầu vào họp không có hình cho tới khi có lại.</source>
        <translation>The video file “{name}” gives no picture ({why}); the site goes on without one.</translation>
    </message>
    <message>
        <source>{wish}: {outcome}</source>
        <translation>{wish}: {outcome}</translation>
    </message>
    <message>
        <source>Đã nhận {count} điểm cầu.</source>
        <translation>{count} sites taken.</translation>
    </message>
    <message>
        <source>Không còn trong danh sách: {names}.</source>
        <translation>No longer in the list: {names}.</translation>
    </message>
    <message>
        <source>Đã có {number} {name} trong danh sách.</source>
        <translation>{number} {name} is in the list.</translation>
    </message>
    <message>
        <source>Không nhận {file}, chưa thay đổi gì:</source>
        <translation>{file} was not taken, nothing was changed:</translation>
    </message>
    <message>
        <source>Đã ghi {count} điểm cầu vào {file}.</source>
        <translation>{count} sites written to {file}.</translation>
    </message>
    <message>
        <source>Danh sách điểm cầu còn trống; hãy nhập bằng lệnh: main.py sites import FILE</source>
        <translation>The list of sites is empty; bring one with: main.py sites import FILE</translation>
    </message>
    <message>
        <source>Dòng {line} {what}.</source>
        <translation>Line {line} {what}.</translation>
    </message>
    <message>
        <source>Tệp {what}.</source>
        <translation>The file {what}.</translation>
    </message>
    <message>
        <source>Bộ điều khiển đang chạy đã đọc lại danh sách.</source>
        <translation>The running bridge has read the list again.</translation>
    </message>
    <message>
        <source>Bộ điều khiển đang chạy chưa đọc lại danh sách: {why}</source>
        <translation>The running bridge has not read the list again: {why}</translation>
    </message>
    <message>
        <source>Không có điểm cầu “{text}” trong danh sách; hãy xem main.py sites list.</source>
        <translation>There is no site “{text}” in the list; main.py sites list shows it.</translation>
    </message>
    <message>
        <source>“{text}” có thể là {names}; hãy dùng số.</source>
        <translation>“{text}” may be {names}; use the number.</translation>
    </message>
    <message>
        <source>Không có yêu cầu “{text}” trong hàng chờ phát biểu.</source>
        <translation>There is no request “{text}” in the speaking queue.</translation>
    </message>
    <message>
        <source>Hàng chờ phát biểu đang trống.</source>
        <translation>The speaking queue is empty.</translation>
    </message>
    <message>
        <source>{command}: {why}.</source>
        <translation>{command}: {why}.</translation>
    </message>
    <message>
        <source>đã kết thúc</source>
        <translation>has ended</translation>
    </message>
    <message>
        <source>chưa kết thúc</source>
        <translation>has not ended</translation>
    </message>
    <message>
        <source>không có kho dữ liệu nào biết phiên này</source>
        <translation>no office store knows this session</translation>
    </message>
    <message>
        <source>kho dữ liệu biết {known} dòng đầu</source>
        <translation>the office store knows the first {known}</translation>
    </message>
    <message>
        <source>Tệp từng bị hỏng: giữ được {kept} trong {known} dòng đã biết, tệp hỏng là {file}.</source>
        <translation>The file was damaged once: {kept} lines of {known} known ones were kept, the damaged file is {file}.</translation>
    </message>
    <message>
        <source>mã băm cuối {head}</source>
        <translation>head {head}</translation>
    </message>
    <message>
        <source>Lời mời cho {number} {name}, dùng một lần, tới {until}:</source>
        <translation>Invitation for {number} {name}, for one use, until {until}:</translation>
    </message>
    <message>
        <source>mã mời        {code}</source>
        <translation>code          {code}</translation>
    </message>
    <message>
        <source>đường dẫn     {link}</source>
        <translation>link          {link}</translation>
    </message>
    <message>
        <source>trình duyệt   {link}</source>
        <translation>browser       {link}</translation>
    </message>
    <message>
        <source>địa chỉ       {url}</source>
        <translation>address       {url}</translation>
    </message>
    <message>
        <source>chứng thư     SHA-256 {fingerprint}</source>
        <translation>certificate   SHA-256 {fingerprint}</translation>
    </message>
    <message>
        <source>gửi (WHIP)    {url}</source>
        <translation>send (WHIP)   {url}</translation>
    </message>
    <message>
        <source>nhận (WHEP)   {url}</source>
        <translation>receive (WHEP) {url}</translation>
    </message>
    <message>
        <source>khóa bí mật   {secret}</source>
        <translation>bearer secret {secret}</translation>
    </message>
    <message>
        <source>Địa chỉ và khóa bí mật của {number} {name}, cho tới khi thu hồi (main.py do revoke {number}):</source>
        <translation>Addresses and secret of {number} {name}, until they are revoked (main.py do revoke {number}):</translation>
    </message>
    <message>
        <source>Đã ghi: {file}</source>
        <translation>Written: {file}</translation>
    </message>
    <message>
        <source>Chưa biết địa chỉ nào của bộ điều khiển; hãy cho bằng --address hoặc trong settings.json.</source>
        <translation>No address of the bridge is known; name one with --address or in settings.json.</translation>
    </message>
    <message>
        <source>{file} không chứa được mã QR; hãy đặt tên đuôi .png hoặc .svg.</source>
        <translation>{file} cannot hold a QR picture; name it .png or .svg.</translation>
    </message>
    <message>
        <source>không phải văn bản UTF-8; hãy lưu dạng “CSV UTF-8”</source>
        <translation>is not UTF-8 text; save it as “CSV UTF-8”</translation>
    </message>
    <message>
        <source>không phải danh sách đọc được {text}</source>
        <translation>is no list that can be read {text}</translation>
    </message>
    <message>
        <source>không có cột số thứ tự (STT) và tên (Tên điểm cầu)</source>
        <translation>does not name the columns number (STT) and name (Tên điểm cầu)</translation>
    </message>
    <message>
        <source>quá dài {text}</source>
        <translation>is too long {text}</translation>
    </message>
    <message>
        <source>không có điểm cầu nào</source>
        <translation>holds no site</translation>
    </message>
    <message>
        <source>thiếu số thứ tự</source>
        <translation>has no number</translation>
    </message>
    <message>
        <source>ghi “{text}” ở chỗ phải là số từ 1 đến 999</source>
        <translation>has “{text}” where a number from 1 to 999 should be</translation>
    </message>
    <message>
        <source>có số {text} trùng với dòng khác</source>
        <translation>has number {text}, which another line has</translation>
    </message>
    <message>
        <source>thiếu tên điểm cầu</source>
        <translation>has no name</translation>
    </message>
    <message>
        <source>có tên “{text}” trùng với một điểm cầu khác cùng cấp trên; hai điểm cầu cùng tên phải thuộc hai cấp trên khác nhau</source>
        <translation>has the name “{text}”, which another site under the same parent has; two sites of one name need two parents</translation>
    </message>
    <message>
        <source>có vai trò “{text}”; chỉ có “satellite” và “main”</source>
        <translation>has the role “{text}”; known are “satellite” and “main”</translation>
    </message>
    <message>
        <source>là điểm cầu chính thứ hai</source>
        <translation>is a second main endpoint</translation>
    </message>
    <message>
        <source>có điểm cầu cấp trên “{text}” không rõ là điểm cầu nào trong danh sách</source>
        <translation>has “{text}” as its parent, which is no one site of the list</translation>
    </message>
    <message>
        <source>có nội dung dài hơn 200 ký tự: {text}…</source>
        <translation>has a text of more than 200 characters: {text}…</translation>
    </message>
    <message>
        <source>thiếu dòng {at} (ở chỗ đó là dòng {found})</source>
        <translation>line {at} is missing (line {found} stands there)</translation>
    </message>
    <message>
        <source>dòng {at} bị sửa sau khi ghi</source>
        <translation>line {at} was changed after it was written</translation>
    </message>
    <message>
        <source>dòng {at} không nối tiếp dòng trước nó</source>
        <translation>line {at} does not follow from the line before it</translation>
    </message>
    <message>
        <source>dòng {at} được ghi cho chỗ khác</source>
        <translation>line {at} was written for another place</translation>
    </message>
    <message>
        <source>tệp bị hỏng từ dòng {at}</source>
        <translation>the file is damaged from line {at} on</translation>
    </message>
    <message>
        <source>NGUYÊN VẸN: {lines} dòng, số dòng và mã băm cuối khớp với kho dữ liệu; phiên {state}.</source>
        <translation>WHOLE: {lines} events, count and head agree with the office store; the session {state}.</translation>
    </message>
    <message>
        <source>Chuỗi nguyên vẹn tới dòng {lines}, phần cuối chưa chứng minh được: {unproven}.</source>
        <translation>Chain whole to event {lines}, tail not proven: {unproven}.</translation>
    </message>
    <message>
        <source>BỊ ĐỨT: {fracture}; chuỗi nguyên vẹn tới dòng {lines}.</source>
        <translation>BROKEN: {fracture}; the chain is whole to event {lines}.</translation>
    </message>
    <message>
        <source>THIẾU PHẦN CUỐI: chuỗi nguyên vẹn tới dòng {lines}, kho dữ liệu biết {known} dòng.</source>
        <translation>TAIL MISSING: the chain is whole to event {lines}, the office store knows {known} events.</translation>
    </message>
    <message>
        <source>THỪA PHẦN CUỐI: phiên kết thúc ở dòng {known}, nhưng tệp còn tới dòng {lines}.</source>
        <translation>TAIL ADDED: the session ended with event {known}, but the file goes on to event {lines}.</translation>
    </message>
    <message>
        <source>NHẬT KÝ KHÁC: chuỗi tự nó nguyên vẹn, nhưng kho dữ liệu đã thấy ghi các dòng khác.</source>
        <translation>ANOTHER LOG: the chain is whole in itself, but the office store saw other events written.</translation>
    </message>
    <message>
        <source>Chưa xác nhận: {sites}.</source>
        <translation>Not confirmed: {sites}.</translation>
    </message>
    <message>
        <source>Điểm cầu chính chưa nhận kết nối này (chi tiết kỹ thuật: {why})</source>
        <translation>{why}</translation>
    </message>
    <message>
        <source>{trouble} — {cause}</source>
        <translation>{trouble} — {cause}</translation>
    </message>
    <message>
        <source>{site}: mất kết nối</source>
        <translation>{site}: lost</translation>
    </message>
    <message>
        <source>{site}: đường truyền rất kém</source>
        <translation>{site}: very bad line</translation>
    </message>
    <message>
        <source>{site}: đường truyền kém</source>
        <translation>{site}: bad line</translation>
    </message>
    <message>
        <source>{site}: hình đứng</source>
        <translation>{site}: frozen picture</translation>
    </message>
    <message>
        <source>{site}: mic chưa tắt theo lệnh</source>
        <translation>{site}: microphone not closed as ordered</translation>
    </message>
    <message>
        <source>{site}: mic bỏ quên</source>
        <translation>{site}: forgotten microphone</translation>
    </message>
    <message>
        <source>Không ghi được nhật ký</source>
        <translation>The log cannot be written</translation>
    </message>
    <message>
        <source>Bộ xử lý hình và tiếng đã dừng</source>
        <translation>Picture and sound processing has stopped</translation>
    </message>
    <message numerus="yes">
        <source>{n} điểm cầu mất kết nối</source>
        <translation>
            <numerusform>{n} site lost</numerusform>
            <numerusform>{n} sites lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} điểm cầu có đường truyền kém</source>
        <translation>
            <numerusform>{n} site with a bad line</numerusform>
            <numerusform>{n} sites with bad lines</numerusform>
        </translation>
    </message>
    <message>
        <source>đường truyền {branch}</source>
        <translation>line of {branch}</translation>
    </message>
    <message>
        <source>địa bàn {branch}</source>
        <translation>area of {branch}</translation>
    </message>
    <message>
        <source>nghi do đường truyền của điểm cầu chính</source>
        <translation>the main endpoint's own line is suspected</translation>
    </message>
    <message>
        <source>chưa rõ nguyên nhân chung</source>
        <translation>no common cause known</translation>
    </message>
    <message>
        <source>Đã nhận cảnh báo: {alarm}</source>
        <translation>Alarm taken: {alarm}</translation>
    </message>
    <message>
        <source>Hết cảnh báo: {alarm}</source>
        <translation>Alarm over: {alarm}</translation>
    </message>
    <message>
        <source>nhận cảnh báo</source>
        <translation>take an alarm</translation>
    </message>
    <message>
        <source>cảnh báo này không còn</source>
        <translation>this alarm is no longer there</translation>
    </message>
    <message>
        <source>theo thứ tự</source>
        <translation>in order</translation>
    </message>
    <message>
        <source>ưu tiên</source>
        <translation>priority</translation>
    </message>
    <message>
        <source>về thủ tục cuộc họp</source>
        <translation>point of order</translation>
    </message>
    <message>
        <source>{head}: {text}</source>
        <translation>{head}: {text}</translation>
    </message>
    <message>
        <source>Sự cố tại {site}</source>
        <translation>Incident at {site}</translation>
    </message>
    <message>
        <source>Sự cố</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Ghi chú về {site}</source>
        <translation>Note on {site}</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>{site}: phụ trách {person}</source>
        <translation>{site}: {person} in charge</translation>
    </message>
    <message numerus="yes">
        <source>{n} người dự</source>
        <translation>
            <numerusform>{n} person there</numerusform>
            <numerusform>{n} persons there</numerusform>
        </translation>
    </message>
    <message>
        <source>{site}: {heads}</source>
        <translation>{site}: {heads}</translation>
    </message>
    <message>
        <source>{site}: {heads}, phụ trách {person}</source>
        <translation>{site}: {heads}, {person} in charge</translation>
    </message>
    <message>
        <source>{gain} dB</source>
        <translation>{gain} dB</translation>
    </message>
    <message>
        <source>Bỏ giới hạn thời gian phát biểu</source>
        <translation>The speech has no limit any more</translation>
    </message>
    <message>
        <source>Giới hạn phát biểu: {time}</source>
        <translation>Limit of the speech: {time}</translation>
    </message>
    <message>
        <source>Đánh dấu thời điểm này</source>
        <translation>This moment is marked</translation>
    </message>
    <message>
        <source>{site}: âm lượng {gain}</source>
        <translation>{site}: gain {gain}</translation>
    </message>
    <message>
        <source>Đổi mức yêu cầu phát biểu: {urgency}</source>
        <translation>Request for the floor: {urgency}</translation>
    </message>
    <message>
        <source>Chủ tọa đồng ý một yêu cầu phát biểu</source>
        <translation>The chair approves a request</translation>
    </message>
    <message>
        <source>Chủ tọa không đồng ý một yêu cầu phát biểu</source>
        <translation>The chair refuses a request</translation>
    </message>
    <message>
        <source>Đưa một yêu cầu phát biểu trở lại hàng chờ</source>
        <translation>A request is back in the queue</translation>
    </message>
    <message>
        <source>đánh dấu thời điểm</source>
        <translation>mark this moment</translation>
    </message>
    <message>
        <source>ghi chú</source>
        <translation>add a note</translation>
    </message>
    <message>
        <source>ghi sự cố</source>
        <translation>open an incident</translation>
    </message>
    <message>
        <source>báo số người dự tại {site}</source>
        <translation>tell who is there at {site}</translation>
    </message>
    <message>
        <source>âm lượng {site}: {gain}</source>
        <translation>gain of {site}: {gain}</translation>
    </message>
    <message>
        <source>đổi mức yêu cầu: {urgency}</source>
        <translation>make a request {urgency}</translation>
    </message>
    <message>
        <source>chủ tọa đồng ý cho phát biểu</source>
        <translation>the chair approves a request</translation>
    </message>
    <message>
        <source>chủ tọa không đồng ý cho phát biểu</source>
        <translation>the chair refuses a request</translation>
    </message>
    <message>
        <source>đưa yêu cầu trở lại hàng chờ</source>
        <translation>put a request back</translation>
    </message>
    <message>
        <source>đổi giới hạn phát biểu</source>
        <translation>change the speech's limit</translation>
    </message>
    <message>
        <source>hoàn tác</source>
        <translation>undo</translation>
    </message>
    <message>
        <source>điểm cầu không có camera này</source>
        <translation>the site has no such camera</translation>
    </message>
    <message>
        <source>không liên lạc được với camera; hãy kiểm tra nguồn và dây mạng của camera</source>
        <translation>the camera does not answer; check its power and its network cable</translation>
    </message>
    <message>
        <source>camera đang tắt; hãy bật camera rồi gọi lại</source>
        <translation>the camera is switched off; switch it on and recall again</translation>
    </message>
    <message>
        <source>camera đang bận; hãy thử lại</source>
        <translation>the camera is busy; try again</translation>
    </message>
    <message>
        <source>camera đang quay; hãy đợi camera đứng yên rồi lưu</source>
        <translation>the camera is moving; wait until it stands still, then save</translation>
    </message>
    <message>
        <source>camera dừng ở vị trí khác với góc quay đã lưu</source>
        <translation>the camera came to rest elsewhere than where the preset was saved</translation>
    </message>
    <message>
        <source>đã gửi, camera không xác nhận</source>
        <translation>sent, the camera does not confirm</translation>
    </message>
    <message>
        <source>camera không nhớ được góc quay</source>
        <translation>the camera cannot keep presets</translation>
    </message>
    <message>
        <source>đã có góc quay mang tên này</source>
        <translation>there is a preset of this name already</translation>
    </message>
    <message>
        <source>bộ nhớ góc quay đã đầy; hãy xóa bớt</source>
        <translation>the memory for presets is full; delete some</translation>
    </message>
    <message>
        <source>không ghi được góc quay vào thư mục dữ liệu</source>
        <translation>the preset could not be written to the data folder</translation>
    </message>
    <message>
        <source>lệnh đến điểm cầu quá muộn nên không thực hiện</source>
        <translation>the order came to the site too late and was not carried out</translation>
    </message>
    <message>
        <source>đã gửi, chưa có xác nhận</source>
        <translation>sent, not confirmed</translation>
    </message>
    <message>
        <source>Không dùng được tệp khai báo camera: {why}.</source>
        <translation>The cameras cannot be used: {why}.</translation>
    </message>
    <message>
        <source>Hai camera cùng mang tên “{camera}”; hãy đặt cho mỗi camera một tên riêng.</source>
        <translation>Two cameras have the name “{camera}”; give each a name of its own.</translation>
    </message>
    <message>
        <source>Camera “{camera}” không có ô nhớ nào để dùng; hãy xem lại first_slot, last_slot và kept_free.</source>
        <translation>The camera “{camera}” has no memory to use; look at first_slot, last_slot and kept_free.</translation>
    </message>
    <message>
        <source>Không đọc được các góc quay đã lưu ({why}); tệp được cất sang {aside}.</source>
        <translation>The presets cannot be read ({why}); the file was put aside as {aside}.</translation>
    </message>
    <message>
        <source>đang kết nối với camera</source>
        <translation>connecting to the camera</translation>
    </message>
    <message>
        <source>camera sẵn sàng</source>
        <translation>camera ready</translation>
    </message>
    <message>
        <source>camera đang tắt</source>
        <translation>camera switched off</translation>
    </message>
    <message>
        <source>không liên lạc được với camera</source>
        <translation>camera does not answer</translation>
    </message>
    <message>
        <source>quay và phóng bằng tay</source>
        <translation>pan, tilt and zoom by hand</translation>
    </message>
    <message>
        <source>nhớ góc quay</source>
        <translation>presets</translation>
    </message>
    <message>
        <source>báo vị trí</source>
        <translation>tells its position</translation>
    </message>
    <message>
        <source>{site}: camera chưa tới góc {preset} — {reason}</source>
        <translation>{site}: camera not at preset {preset} — {reason}</translation>
    </message>
    <message>
        <source>{site}: lưu góc quay {preset}</source>
        <translation>{site}: preset {preset} saved</translation>
    </message>
    <message>
        <source>{site}: lưu đè góc quay {preset}, bản cũ được giữ lại</source>
        <translation>{site}: preset {preset} overwritten, the old one is kept</translation>
    </message>
    <message>
        <source>{site}: đổi tên góc quay {preset} thành {name}</source>
        <translation>{site}: preset {preset} renamed to {name}</translation>
    </message>
    <message>
        <source>{site}: xóa góc quay {preset}</source>
        <translation>{site}: preset {preset} deleted</translation>
    </message>
    <message>
        <source>{site}: khôi phục góc quay {preset}</source>
        <translation>{site}: preset {preset} restored</translation>
    </message>
    <message>
        <source>{site}: quay camera bằng tay trong {took}</source>
        <translation>{site}: camera moved by hand for {took}</translation>
    </message>
    <message>
        <source>{site}: {link} ({camera})</source>
        <translation>{site}: {link} ({camera})</translation>
    </message>
    <message>
        <source>quay camera của {site}</source>
        <translation>move the camera of {site}</translation>
    </message>
    <message>
        <source>dừng camera của {site}</source>
        <translation>stop the camera of {site}</translation>
    </message>
    <message>
        <source>lưu đè góc quay {preset}</source>
        <translation>overwrite preset {preset}</translation>
    </message>
    <message>
        <source>lưu góc quay {preset}</source>
        <translation>save preset {preset}</translation>
    </message>
    <message>
        <source>đổi tên góc quay {preset} thành {name}</source>
        <translation>rename preset {preset} to {name}</translation>
    </message>
    <message>
        <source>xóa góc quay {preset}</source>
        <translation>delete preset {preset}</translation>
    </message>
    <message>
        <source>khôi phục góc quay {preset}</source>
        <translation>restore preset {preset}</translation>
    </message>
    <message>
        <source>đổi mức ưu tiên của một yêu cầu; yêu cầu đứng sau những yêu cầu cùng mức</source>
        <translation>make a request more or less urgent; it goes behind all that are as urgent</translation>
    </message>
    <message>
        <source>ghi chủ tọa đồng ý một yêu cầu phát biểu</source>
        <translation>note the chair's yes to a request</translation>
    </message>
    <message>
        <source>ghi chủ tọa không đồng ý: yêu cầu rời hàng chờ</source>
        <translation>note the chair's no: the request leaves the queue</translation>
    </message>
    <message>
        <source>đưa trở lại hàng chờ một yêu cầu đã bỏ qua, đã rút hoặc bị từ chối</source>
        <translation>put a request back that was skipped, withdrawn or refused</translation>
    </message>
    <message>
        <source>đổi giới hạn của lượt phát biểu đang chạy, tính bằng giây (không ghi: bỏ giới hạn)</source>
        <translation>give the running speech another limit in seconds (without: none)</translation>
    </message>
    <message>
        <source>tăng hoặc giảm âm lượng một điểm cầu, từ -20 đến 12 dB</source>
        <translation>make a site louder or quieter in the mix, -20 to 12 dB</translation>
    </message>
    <message>
        <source>đánh dấu thời điểm này: số liệu đo của những phút trước đó được giữ lại</source>
        <translation>remember this moment: the measurements of the minutes before it are kept</translation>
    </message>
    <message>
        <source>ghi một ghi chú vào nhật ký</source>
        <translation>write a note into the log</translation>
    </message>
    <message>
        <source>ghi một sự cố phải nêu trong biên bản</source>
        <translation>note an incident that the minutes have to name</translation>
    </message>
    <message>
        <source>báo số người dự và người phụ trách tại một điểm cầu</source>
        <translation>say how many sit in a site's room and who is in charge there</translation>
    </message>
    <message>
        <source>hoàn tác lệnh gần nhất có thể hoàn tác</source>
        <translation>take back the last act that can be taken back</translation>
    </message>
    <message>
        <source>mức ưu tiên của yêu cầu</source>
        <translation>how urgent the request is</translation>
    </message>
    <message>
        <source>giới hạn tính bằng giây</source>
        <translation>limit in seconds</translation>
    </message>
    <message>
        <source>số đề-xi-ben nguyên, 0 là giữ nguyên</source>
        <translation>whole decibels, 0 is as it comes</translation>
    </message>
    <message>
        <source>nội dung ghi</source>
        <translation>what to write</translation>
    </message>
    <message>
        <source>số người dự trong phòng</source>
        <translation>how many sit in the room</translation>
    </message>
    <message>
        <source>tên người phụ trách</source>
        <translation>name of who is in charge</translation>
    </message>
    <message>
        <source>60 phút</source>
        <translation>60 min</translation>
    </message>
    <message>
        <source>Cả phiên</source>
        <translation>Whole session</translation>
    </message>
    <message>
        <source>Về hiện tại</source>
        <translation>Back to now</translation>
    </message>
    <message>
        <source>Phóng to</source>
        <translation>Enlarge</translation>
    </message>
    <message>
        <source>Thu nhỏ</source>
        <translation>Make small</translation>
    </message>
    <message>
        <source>Đường truyền</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Chọn một điểm cầu để xem đường truyền</source>
        <translation>Choose a site to see its line</translation>
    </message>
    <message>
        <source>{n} gói/cửa sổ</source>
        <translation>{n} packets/window</translation>
    </message>
    <message>
        <source>Không đọc được số liệu cũ trong nhật ký</source>
        <translation>Earlier figures could not be read from the log</translation>
    </message>
    <message>
        <source>Mất gói · {count} điểm cầu</source>
        <translation>Packet loss · {count} sites</translation>
    </message>
    <message>
        <source>Mất gói</source>
        <translation>Packet loss</translation>
    </message>
    <message>
        <source>Bản đồ mất gói của mọi điểm cầu theo thời gian</source>
        <translation>Map of the packet loss of all sites over time</translation>
    </message>
    <message>
        <source>1–5%</source>
        <translation>1–5%</translation>
    </message>
    <message>
        <source>không có số liệu</source>
        <translation>no data</translation>
    </message>
    <message>
        <source>{site} · {time} · mất gói cao nhất {loss}% trong {seconds} s</source>
        <translation>{site} · {time} · highest loss {loss}% in {seconds} s</translation>
    </message>
    <message>
        <source>Lúc này không điểm cầu nào trong {count} điểm cầu mất gói từ 1% trở lên</source>
        <translation>At present none of {count} sites loses 1% of packets or more</translation>
    </message>
    <message>
        <source>Lúc này mất gói từ 1% trở lên: {sites}</source>
        <translation>Losing 1% of packets or more at present: {sites}</translation>
    </message>
    <message>
        <source>lên bục {number}</source>
        <translation>{number} on podium</translation>
    </message>
    <message>
        <source>tắt tất cả</source>
        <translation>mute all</translation>
    </message>
    <message>
        <source>gỡ lệnh</source>
        <translation>order lifted</translation>
    </message>
    <message>
        <source>bắt đầu</source>
        <translation>start</translation>
    </message>
    <message>
        <source>{site} · {time} · không có số liệu</source>
        <translation>{site} · {time} · no data</translation>
    </message>
    <message>
        <source>mất gói</source>
        <translation>loss</translation>
    </message>
    <message>
        <source>tốc độ nhận, kb/s</source>
        <translation>received bit rate, kb/s</translation>
    </message>
    <message>
        <source>tỷ lệ mất gói, %</source>
        <translation>packet loss, %</translation>
    </message>
    <message>
        <source>độ biến thiên trễ (jitter), ms</source>
        <translation>jitter, ms</translation>
    </message>
    <message>
        <source>thời gian khứ hồi (RTT), ms</source>
        <translation>round trip time (RTT), ms</translation>
    </message>
    <message>
        <source>đường truyền tốt</source>
        <translation>good line</translation>
    </message>
    <message>
        <source>cảnh báo</source>
        <translation>warning</translation>
    </message>
    <message>
        <source>lỗi</source>
        <translation>error</translation>
    </message>
    <message>
        <source>chương trình cả cuộc họp đang nghe</source>
        <translation>what everybody hears</translation>
    </message>
    <message>
        <source>nghe chương trình trong tai nghe</source>
        <translation>listen to the program in the headphones</translation>
    </message>
    <message>
        <source>camera tới góc quay sau</source>
        <translation>camera at its preset after</translation>
    </message>
    <message>
        <source>Cảnh báo</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>F8 kế tiếp · F9 nhận · F10 tắt chuông</source>
        <translation>F8 next · F9 take · F10 sound off</translation>
    </message>
    <message>
        <source>chuông tắt đến khi có cảnh báo mới</source>
        <translation>sound off until a new alarm</translation>
    </message>
    <message>
        <source>Không có cảnh báo nào</source>
        <translation>No alarms</translation>
    </message>
    <message>
        <source>Cảnh báo được ghi khi phiên họp đang chạy</source>
        <translation>Alarms are kept while a session runs</translation>
    </message>
    <message>
        <source>Đóng danh sách cảnh báo</source>
        <translation>Close the list of alarms</translation>
    </message>
    <message>
        <source>Nhận</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>Nhận cảnh báo: {alarm}</source>
        <translation>Take the alarm: {alarm}</translation>
    </message>
    <message>
        <source>chưa ai nhận</source>
        <translation>nobody has taken it</translation>
    </message>
    <message>
        <source>đã nhận {time}</source>
        <translation>taken {time}</translation>
    </message>
    <message>
        <source>{person} nhận {time}</source>
        <translation>{person} took it {time}</translation>
    </message>
    <message>
        <source>chưa ai nhận lỗi · F9 nhận</source>
        <translation>not taken · F9 takes it</translation>
    </message>
    <message>
        <source>đã hết {time}</source>
        <translation>over since {time}</translation>
    </message>
    <message numerus="yes">
        <source>{n} đã hết, chưa nhận</source>
        <translation>
            <numerusform>{n} over, not taken</numerusform>
            <numerusform>{n} over, not taken</numerusform>
        </translation>
    </message>
    <message>
        <source>đường {carrier}</source>
        <translation>line: {carrier}</translation>
    </message>
    <message numerus="yes">
        <source>{n} gói</source>
        <translation>
            <numerusform>{n} packet</numerusform>
            <numerusform>{n} packets</numerusform>
        </translation>
    </message>
    <message>
        <source>gọi {contact}</source>
        <translation>call {contact}</translation>
    </message>
    <message>
        <source>hỏi nhà mạng {branch}</source>
        <translation>ask the carrier {branch}</translation>
    </message>
    <message>
        <source>kiểm tra đường truyền tại điểm cầu chính</source>
        <translation>check the line of the main endpoint</translation>
    </message>
    <message>
        <source>Nhận cảnh báo</source>
        <translation>Take the alarm</translation>
    </message>
    <message>
        <source>Tắt chuông cảnh báo</source>
        <translation>Alarm sound off</translation>
    </message>
    <message>
        <source>Danh sách cảnh báo</source>
        <translation>List of alarms</translation>
    </message>
    <message>
        <source>Nhận cảnh báo đang chọn, hoặc cảnh báo nặng nhất chưa ai nhận</source>
        <translation>Take the chosen alarm, or the heaviest that nobody has taken</translation>
    </message>
    <message>
        <source>Tắt chuông ở máy này đến khi có cảnh báo mới; cảnh báo vẫn hiện</source>
        <translation>No sound at this computer until a new alarm comes; the alarms stay</translation>
    </message>
    <message>
        <source>Mở danh sách cảnh báo; Esc để đóng</source>
        <translation>Open the list of alarms; Esc closes it</translation>
    </message>
    <message>
        <source>nhận lỗi</source>
        <translation>take alarm</translation>
    </message>
    <message>
        <source>Máy này không có tai nghe hay loa; cuộc họp vẫn diễn ra bình thường.</source>
        <translation>This machine has no headphones or loudspeaker; the meeting goes on without.</translation>
    </message>
    <message>
        <source>Không thấy thiết bị “{name}”; hãy cắm lại, hoặc ghi tên thiết bị khác vào mục headphones của settings.json.</source>
        <translation>The device “{name}” is not there; plug it in, or name another one under headphones in settings.json.</translation>
    </message>
    <message>
        <source>phát ra tai nghe của máy này những gì đang được nghe thử</source>
        <translation>play what is listened to in this machine's headphones</translation>
    </message>
    <message>
        <source>Chưa có gì để hoàn tác</source>
        <translation>Nothing to undo yet</translation>
    </message>
    <message>
        <source>Hoàn tác: {wish}</source>
        <translation>Undo: {wish}</translation>
    </message>
    <message>
        <source>Bấm Ctrl+Z lần nữa trong 4 giây: {opening}</source>
        <translation>Press Ctrl+Z again within 4 seconds: {opening}</translation>
    </message>
    <message>
        <source>Cho {site} bật mic</source>
        <translation>Let {site} open its mic</translation>
    </message>
    <message>
        <source>Mở {site}</source>
        <translation>Open {site}</translation>
    </message>
    <message>
        <source>Mở mic {number}</source>
        <translation>Open mic {number}</translation>
    </message>
    <message>
        <source>Gỡ lệnh tắt mic</source>
        <translation>Lift the silence</translation>
    </message>
    <message>
        <source>Gỡ lệnh?</source>
        <translation>Lift it?</translation>
    </message>
    <message>
        <source>Gỡ dừng an toàn, mic trước đó mở lại</source>
        <translation>Lift the safe stop, earlier mics open again</translation>
    </message>
    <message>
        <source>Gỡ dừng?</source>
        <translation>Lift stop?</translation>
    </message>
    <message>
        <source>Trả chương trình và mic về như trước</source>
        <translation>Return program and mics to what they were</translation>
    </message>
    <message>
        <source>Trả về như trước</source>
        <translation>Return to previous</translation>
    </message>
    <message>
        <source>Trả về?</source>
        <translation>Return?</translation>
    </message>
    <message>
        <source>Có thể mở mic trở lại</source>
        <translation>May open a mic again</translation>
    </message>
    <message>
        <source>Mở lại mic?</source>
        <translation>Open again?</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Hoàn tác việc vừa làm; nếu việc đó mở mic trở lại thì phải bấm hai lần</source>
        <translation>Take the last act back; where that would open a mic again, press twice</translation>
    </message>
    <message>
        <source>lệnh chưa được trả lời</source>
        <translation>order not answered</translation>
    </message>
    <message>
        <source>lệnh bị từ chối</source>
        <translation>order refused</translation>
    </message>
    <message>
        <source>không thực hiện được lệnh</source>
        <translation>order impossible</translation>
    </message>
    <message>
        <source>lệnh ?</source>
        <translation>order ?</translation>
    </message>
    <message>
        <source>đang kiểm tra</source>
        <translation>being tested</translation>
    </message>
    <message>
        <source>kiểm tra: không đạt</source>
        <translation>test: failed</translation>
    </message>
    <message>
        <source>chưa kiểm tra</source>
        <translation>not tested</translation>
    </message>
    <message>
        <source>Cửa sổ chương trình</source>
        <translation>Program window</translation>
    </message>
    <message>
        <source>Phiên họp chưa bắt đầu</source>
        <translation>The meeting has not begun</translation>
    </message>
    <message>
        <source>Phiên họp đã kết thúc</source>
        <translation>The meeting is over</translation>
    </message>
    <message>
        <source>Xin vui lòng chờ trong giây lát</source>
        <translation>One moment, please</translation>
    </message>
    <message>
        <source>Màn hình</source>
        <translation>Screens</translation>
    </message>
    <message>
        <source>Chọn nội dung cho từng màn hình. Lựa chọn được ghi nhớ và tự trở lại khi cắm lại màn hình.</source>
        <translation>Choose what each screen shows. The choice is remembered and comes back by itself when the screen is plugged in again.</translation>
    </message>
    <message>
        <source>Áp dụng</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>bàn điều khiển đang ở đây</source>
        <translation>the console is here</translation>
    </message>
    <message>
        <source>chưa cắm</source>
        <translation>not plugged in</translation>
    </message>
    <message>
        <source>Máy này chỉ có một màn hình. Cắm thêm màn hình rồi chọn nội dung tại đây.</source>
        <translation>This machine has one screen only. Plug in another one and choose here what it shows.</translation>
    </message>
    <message>
        <source>Nội dung của màn hình {screen}</source>
        <translation>What screen {screen} shows</translation>
    </message>
    <message>
        <source>Mở cửa sổ chương trình trên {screens}</source>
        <translation>Open the program window on {screens}</translation>
    </message>
    <message>
        <source>Màn hình chủ tọa</source>
        <translation>Chair's view</translation>
    </message>
    <message>
        <source>{window} đang ẩn: đã rút màn hình {screen}</source>
        <translation>{window} hidden: screen {screen} was unplugged</translation>
    </message>
    <message>
        <source>{window} đang ẩn</source>
        <translation>{window} hidden</translation>
    </message>
    <message>
        <source>{window} đang ẩn để không che bàn điều khiển</source>
        <translation>{window} hidden, so as not to cover the console</translation>
    </message>
    <message>
        <source>Hãy nối thêm một màn hình để mở cửa sổ chương trình</source>
        <translation>Connect one more screen to open the program window</translation>
    </message>
    <message>
        <source>Chưa có màn hình thứ hai</source>
        <translation>There is no second screen</translation>
    </message>
    <message>
        <source>Không dùng</source>
        <translation>Not used</translation>
    </message>
    <message>
        <source>Mở cửa sổ chương trình</source>
        <translation>Open the program window</translation>
    </message>
    <message>
        <source>Đóng cửa sổ chương trình</source>
        <translation>Close the program window</translation>
    </message>
    <message>
        <source>Chọn nội dung từng màn hình…</source>
        <translation>Choose what each screen shows…</translation>
    </message>
    <message>
        <source>Mở chương trình trên màn hình đã chọn; không che bàn điều khiển</source>
        <translation>Open the program on the chosen screen; never over the console</translation>
    </message>
    <message>
        <source>Đóng cửa sổ chương trình; màn hình đã chọn vẫn được ghi nhớ</source>
        <translation>Close the program window; the chosen screen stays remembered</translation>
    </message>
    <message>
        <source>ĐANG PHÁT BIỂU</source>
        <translation>SPEAKING</translation>
    </message>
    <message>
        <source>ĐANG MỜI</source>
        <translation>BEING CALLED</translation>
    </message>
    <message>
        <source>MẤT KẾT NỐI, GIỮ LƯỢT</source>
        <translation>LOST, TURN KEPT</translation>
    </message>
    <message>
        <source>ĐIỂM CẦU CHÍNH</source>
        <translation>MAIN ENDPOINT</translation>
    </message>
    <message>
        <source>Phụ trách: {name}</source>
        <translation>In charge: {name}</translation>
    </message>
    <message>
        <source>Còn lại</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Quá giờ</source>
        <translation>Over time</translation>
    </message>
    <message>
        <source>Đã nói</source>
        <translation>Spoken</translation>
    </message>
    <message>
        <source>sắp hết giờ</source>
        <translation>nearly over</translation>
    </message>
    <message>
        <source>đã hết giờ</source>
        <translation>time is over</translation>
    </message>
    <message>
        <source>Tiếp theo</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Chưa có ai</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>sẵn sàng</source>
        <translation>ready</translation>
    </message>
    <message>
        <source>đang chuẩn bị</source>
        <translation>getting ready</translation>
    </message>
    <message>
        <source>Xin phát biểu — chờ chủ tọa quyết định</source>
        <translation>Asking for the floor — for the chair to decide</translation>
    </message>
    <message numerus="yes">
        <source>còn {n} yêu cầu nữa</source>
        <translation>
            <numerusform>{n} more request</numerusform>
            <numerusform>{n} more requests</numerusform>
        </translation>
    </message>
    <message>
        <source>Đồng ý</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>Từ chối</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>Đồng ý cho {site} phát biểu</source>
        <translation>Let {site} speak</translation>
    </message>
    <message>
        <source>Từ chối yêu cầu phát biểu của {site}</source>
        <translation>Refuse the request of {site}</translation>
    </message>
    <message>
        <source>đang ghi nhận…</source>
        <translation>being noted…</translation>
    </message>
    <message>
        <source>chưa ghi nhận được, hãy bấm lại</source>
        <translation>not noted, please press again</translation>
    </message>
    <message>
        <source>Đã từ chối {site}</source>
        <translation>{site} was refused</translation>
    </message>
    <message>
        <source>đã từ chối</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>Lấy lại</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Lấy lại yêu cầu phát biểu của {site}</source>
        <translation>Take back the refusal of {site}</translation>
    </message>
    <message>
        <source>Thông tin có thể đã cũ, đang kết nối lại</source>
        <translation>This may be old, connecting again</translation>
    </message>
    <message>
        <source>{badge}: {name}. Tiếp theo: {next}.</source>
        <translation>{badge}: {name}. Next: {next}.</translation>
    </message>
    <message>
        <source>Mic đang tắt</source>
        <translation>Microphone is off</translation>
    </message>
    <message>
        <source>Mic mở</source>
        <translation>Mic open</translation>
    </message>
    <message>
        <source>đã nói {spent} trong {limit}</source>
        <translation>spoken {spent} of {limit}</translation>
    </message>
    <message>
        <source>{spent} trong {limit}</source>
        <translation>{spent} of {limit}</translation>
    </message>
    <message numerus="yes">
        <source>chờ {n} giây</source>
        <translation>
            <numerusform>waiting {n} s</numerusform>
            <numerusform>waiting {n} s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>chờ {n} phút</source>
        <translation>
            <numerusform>waiting {n} min</numerusform>
            <numerusform>waiting {n} min</numerusform>
        </translation>
    </message>
    <message>
        <source>Lệnh tắt mic: {silent}/{all} điểm cầu đang im lặng</source>
        <translation>Muted by order: {silent}/{all} sites are silent</translation>
    </message>
    <message>
        <source>{silent}/{all} điểm cầu đang im lặng</source>
        <translation>{silent}/{all} sites are silent</translation>
    </message>
    <message>
        <source>{silent}/{all} im lặng</source>
        <translation>{silent}/{all} silent</translation>
    </message>
    <message>
        <source>ĐÃ DỪNG AN TOÀN: chỉ điểm cầu chính có tiếng</source>
        <translation>SAFE STOP: only the main endpoint is heard</translation>
    </message>
    <message>
        <source>ĐÃ DỪNG AN TOÀN</source>
        <translation>SAFE STOP</translation>
    </message>
    <message>
        <source>Mic mở ngoài bục: {sites}</source>
        <translation>Open mic off the podium: {sites}</translation>
    </message>
    <message numerus="yes">
        <source>Mic mở ngoài bục: {n} điểm cầu</source>
        <translation>
            <numerusform>Open mics off the podium: {n} site</numerusform>
            <numerusform>Open mics off the podium: {n} sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} mic mở</source>
        <translation>
            <numerusform>{n} open mic</numerusform>
            <numerusform>{n} open mics</numerusform>
        </translation>
    </message>
    <message>
        <source>Mic mở · nghe rõ</source>
        <translation>Mic open · heard</translation>
    </message>
    <message>
        <source>Nghe rõ</source>
        <translation>Heard</translation>
    </message>
    <message>
        <source>Mic mở · chưa có tiếng</source>
        <translation>Mic open · no sound yet</translation>
    </message>
    <message>
        <source>Chưa có tiếng</source>
        <translation>No sound yet</translation>
    </message>
    <message>
        <source>giơ tay</source>
        <translation>hand up</translation>
    </message>
    <message>
        <source>gọi điện</source>
        <translation>by phone</translation>
    </message>
    <message>
        <source>theo kịch bản</source>
        <translation>by script</translation>
    </message>
    <message>
        <source>về thủ tục</source>
        <translation>point of order</translation>
    </message>
    <message numerus="yes">
        <source>và {n} điểm cầu khác</source>
        <translation>
            <numerusform>and {n} more site</numerusform>
            <numerusform>and {n} more sites</numerusform>
        </translation>
    </message>
    <message>
        <source>Góc quay ({count})</source>
        <translation>Presets ({count})</translation>
    </message>
    <message>
        <source>Số người: {count}</source>
        <translation>Present: {count}</translation>
    </message>
    <message>
        <source>Báo số người</source>
        <translation>Say who is here</translation>
    </message>
    <message>
        <source>Số người</source>
        <translation>Head count</translation>
    </message>
    <message>
        <source>Thử tiếng vọng</source>
        <translation>Echo test</translation>
    </message>
    <message>
        <source>Thiết bị</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Báo sự cố</source>
        <translation>Report incident</translation>
    </message>
    <message>
        <source>Đang gửi…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>Đã ghi lúc {time}</source>
        <translation>Noted at {time}</translation>
    </message>
    <message>
        <source>Không ghi được</source>
        <translation>Not noted</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Gửi</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Viết ngắn điều đang xảy ra. Điểm cầu chính thấy ngay; sự cố được ghi vào biên bản.</source>
        <translation>Say in short what is happening. The main endpoint sees it at once, and it goes into the minutes.</translation>
    </message>
    <message>
        <source>Sự cố gì?</source>
        <translation>What is wrong?</translation>
    </message>
    <message>
        <source>Mất hình</source>
        <translation>No picture</translation>
    </message>
    <message>
        <source>Mất tiếng</source>
        <translation>No sound</translation>
    </message>
    <message>
        <source>Có tiếng vọng</source>
        <translation>Echo</translation>
    </message>
    <message>
        <source>Sắp mất điện</source>
        <translation>Power is about to fail</translation>
    </message>
    <message>
        <source>đang gửi; nếu mất kết nối, sẽ gửi ngay khi vào lại được</source>
        <translation>on its way; should the line be down, it goes out as soon as this site is back</translation>
    </message>
    <message>
        <source>điểm cầu chính đã ghi</source>
        <translation>the main endpoint has noted it</translation>
    </message>
    <message>
        <source>không ghi được: {reason}</source>
        <translation>not noted: {reason}</translation>
    </message>
    <message>
        <source>{time} “{text}” — {ended}</source>
        <translation>{time} “{text}” — {ended}</translation>
    </message>
    <message>
        <source>Số người dự tại điểm cầu này</source>
        <translation>Who is here at this site</translation>
    </message>
    <message>
        <source>Điểm cầu chính cần số người và người phụ trách để ghi vào biên bản. Có thể sửa và gửi lại.</source>
        <translation>The main endpoint needs the head count and who is in charge for the minutes. You may correct and send again.</translation>
    </message>
    <message>
        <source>Số người có mặt</source>
        <translation>How many are present</translation>
    </message>
    <message>
        <source>Người phụ trách điểm cầu</source>
        <translation>Who is in charge here</translation>
    </message>
    <message>
        <source>Máy này không điều khiển camera nào. Camera quay được ghi trong tệp cameras.json.</source>
        <translation>This computer drives no camera. Cameras that move are named in the file cameras.json.</translation>
    </message>
    <message>
        <source>Đang lưu góc {name}…</source>
        <translation>Saving {name}…</translation>
    </message>
    <message>
        <source>Camera đang quay tới {name}…</source>
        <translation>The camera is moving to {name}…</translation>
    </message>
    <message>
        <source>Camera đã tới {name}</source>
        <translation>The camera has reached {name}</translation>
    </message>
    <message>
        <source>Không làm được với góc {name}: {reason}</source>
        <translation>{name} could not be done: {reason}</translation>
    </message>
    <message>
        <source>Thiết bị của điểm cầu này</source>
        <translation>Devices of this site</translation>
    </message>
    <message>
        <source>Chọn, nhìn hình, nói thử và nghe thử. Đổi thiết bị thì máy tự vào lại cuộc họp sau vài giây.</source>
        <translation>Choose, look at the picture, speak and listen. After a change this computer rejoins the meeting within seconds.</translation>
    </message>
    <message>
        <source>Loa</source>
        <translation>Loudspeaker</translation>
    </message>
    <message>
        <source>Mặc định của máy</source>
        <translation>This computer's default</translation>
    </message>
    <message>
        <source>Đang tìm thiết bị…</source>
        <translation>Looking for devices…</translation>
    </message>
    <message>
        <source>Tìm lại</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Phát tiếng thử</source>
        <translation>Play a test tone</translation>
    </message>
    <message>
        <source>Dùng các thiết bị này</source>
        <translation>Use these devices</translation>
    </message>
    <message>
        <source>Nói thử: vạch phải chạy</source>
        <translation>Speak: the bar should move</translation>
    </message>
    <message>
        <source>Đang trên bục: xong lượt phát biểu mới đổi thiết bị</source>
        <translation>On the podium: devices change after the speech</translation>
    </message>
    <message>
        <source>Loa phát tiếng ồn trong 5 giây, mic đo tiếng vọng còn lại. Làm trước giờ họp; mọi người giữ im lặng. Tiếng thử không truyền đi.</source>
        <translation>The loudspeaker plays noise for 5 seconds and the mic measures the echo that is left. Do it before the meeting, with everybody silent. The noise is not sent.</translation>
    </message>
    <message>
        <source>Bắt đầu đo</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Mic đang mở: tắt mic rồi hãy đo</source>
        <translation>The mic is on: turn it off before you measure</translation>
    </message>
    <message>
        <source>ĐANG ĐO…</source>
        <translation>MEASURING…</translation>
    </message>
    <message>
        <source>CHƯA ĐO</source>
        <translation>NOT MEASURED</translation>
    </message>
    <message>
        <source>TẠM ĐƯỢC</source>
        <translation>FAIR</translation>
    </message>
    <message>
        <source>TỐT</source>
        <translation>GOOD</translation>
    </message>
    <message>
        <source>KÉM</source>
        <translation>BAD</translation>
    </message>
    <message>
        <source>MIC KHÔNG NGHE THẤY LOA</source>
        <translation>THE MIC DOES NOT HEAR THE LOUDSPEAKER</translation>
    </message>
    <message>
        <source>KHÔNG CÓ LOA HOẶC MIC</source>
        <translation>NO LOUDSPEAKER OR NO MIC</translation>
    </message>
    <message>
        <source>tiếng vọng nhỏ hơn tiếng loa {db} dB</source>
        <translation>the echo is {db} dB below the loudspeaker</translation>
    </message>
    <message>
        <source>Hội trường sẽ không nghe tiếng của mình vọng lại</source>
        <translation>The main room will not hear itself come back</translation>
    </message>
    <message>
        <source>Vặn loa nhỏ bớt hoặc đặt mic xa loa, rồi đo lại</source>
        <translation>Turn the loudspeaker down or move the mic away from it, then measure again</translation>
    </message>
    <message>
        <source>Vặn loa nhỏ hẳn, quay mic khỏi loa, rồi đo lại</source>
        <translation>Turn the loudspeaker well down, point the mic away from it, then measure again</translation>
    </message>
    <message>
        <source>Kiểm tra âm lượng loa, công tắc mic, và thiết bị đã chọn</source>
        <translation>Check the loudspeaker's volume, the mic's switch and the devices chosen</translation>
    </message>
    <message>
        <source>Cắm loa và mic, rồi chọn trong mục Thiết bị</source>
        <translation>Plug in loudspeaker and mic, then choose them under Devices</translation>
    </message>
    <message>
        <source>Dán thư mời vào đây</source>
        <translation>Paste the invitation here</translation>
    </message>
    <message>
        <source>Thư mời do điểm cầu chính gửi. Sao chép toàn bộ thư rồi dán vào ô dưới, hoặc chọn tệp thư mời.</source>
        <translation>The main endpoint has sent it. Copy the whole invitation and paste it below, or choose its file.</translation>
    </message>
    <message>
        <source>Nội dung thư mời</source>
        <translation>Text of the invitation</translation>
    </message>
    <message>
        <source>Chọn tệp…</source>
        <translation>Choose file…</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Thư mời (*.json *.txt);;Mọi tệp (*)</source>
        <translation>Invitations (*.json *.txt);;All files (*)</translation>
    </message>
    <message>
        <source>Không tự vào lại</source>
        <translation>Does not rejoin by itself</translation>
    </message>
    <message>
        <source>Đang vào họp: lần thử {attempt}</source>
        <translation>Joining: attempt {attempt}</translation>
    </message>
    <message>
        <source>Tự vào lại sau {seconds} giây (lần {attempt})</source>
        <translation>Rejoins in {seconds} s (attempt {attempt})</translation>
    </message>
    <message>
        <source>Thử ngay</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Lời mời khác</source>
        <translation>Other invitation</translation>
    </message>
    <message>
        <source>đã trả lời Sẵn sàng</source>
        <translation>Ready was answered</translation>
    </message>
    <message>
        <source>kiểm tra hình và tiếng, rồi bấm Sẵn sàng</source>
        <translation>check picture and sound, then press Ready</translation>
    </message>
    <message>
        <source>còn khoảng {minutes} phút</source>
        <translation>about {minutes} min left</translation>
    </message>
    <message>
        <source>sắp tới lượt</source>
        <translation>any moment now</translation>
    </message>
    <message>
        <source>ĐÃ QUÁ GIỜ</source>
        <translation>OVERTIME</translation>
    </message>
    <message>
        <source>SẮP HẾT GIỜ</source>
        <translation>TIME IS NEARLY UP</translation>
    </message>
    <message>
        <source>Điểm cầu chính đang nghe thử phòng này</source>
        <translation>The main endpoint is listening to this room</translation>
    </message>
    <message>
        <source>Loa phòng</source>
        <translation>Loudspeaker</translation>
    </message>
    <message>
        <source>góc “{preset}”</source>
        <translation>preset “{preset}”</translation>
    </message>
    <message numerus="yes">
        <source>khoảng {n} phút nữa</source>
        <translation>
            <numerusform>in about {n} minute</numerusform>
            <numerusform>in about {n} minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>sắp đến lượt</source>
        <translation>any moment</translation>
    </message>
    <message>
        <source>Tai nghe: tắt</source>
        <translation>Headphones: off</translation>
    </message>
    <message>
        <source>Tai nghe: chương trình</source>
        <translation>Headphones: program</translation>
    </message>
    <message>
        <source>Tai nghe: {site}</source>
        <translation>Headphones: {site}</translation>
    </message>
    <message>
        <source>{text} · chưa có tiếng</source>
        <translation>{text} · no sound yet</translation>
    </message>
    <message>
        <source>Phần phát tiếng trong tai nghe đã ngừng; chương trình đang tự mở lại.</source>
        <translation>The headphones' player has stopped; it is being started again.</translation>
    </message>
    <message>
        <source>Chọn nghe điểm cầu, chương trình, hoặc thôi nghe; cuộc họp không bị ảnh hưởng</source>
        <translation>Listen to a site, to the program or to nothing; the meeting is not touched</translation>
    </message>
    <message>
        <source>Âm lượng của {site}</source>
        <translation>Loudness of {site}</translation>
    </message>
    <message>
        <source>Áp dụng cho tiếng của điểm cầu này trong chương trình, ghi vào nhật ký.</source>
        <translation>Applies to this site's sound in the program, and is written into the log.</translation>
    </message>
    <message>
        <source>Âm lượng, từ −20 đến +12 dB</source>
        <translation>Loudness, −20 to +12 dB</translation>
    </message>
    <message>
        <source>Mức tiếng hiện tại</source>
        <translation>Level at this moment</translation>
    </message>
    <message>
        <source>Chưa nghe thấy điểm cầu này; bấm L ở cửa sổ chính để nghe thử.</source>
        <translation>This site is not heard yet; press L in the main window to listen to it.</translation>
    </message>
    <message>
        <source>Trả về 0 dB</source>
        <translation>Back to 0 dB</translation>
    </message>
    <message>
        <source>Chưa đổi được: {why}</source>
        <translation>Not changed: {why}</translation>
    </message>
    <message>
        <source>Nghe trong tai nghe</source>
        <translation>Listen in the headphones</translation>
    </message>
    <message>
        <source>Nghe chương trình</source>
        <translation>Listen to the program</translation>
    </message>
    <message>
        <source>Thôi nghe</source>
        <translation>Stop listening</translation>
    </message>
    <message>
        <source>Chỉnh âm lượng…</source>
        <translation>Loudness…</translation>
    </message>
    <message>
        <source>Nghe điểm cầu đang chọn trong tai nghe; chương trình không thay đổi</source>
        <translation>Listen to the chosen site in the headphones; the program stays as it is</translation>
    </message>
    <message>
        <source>Nghe trong tai nghe những gì cả cuộc họp đang nghe</source>
        <translation>Hear in the headphones what the whole meeting hears</translation>
    </message>
    <message>
        <source>Tắt tiếng trong tai nghe</source>
        <translation>Silence in the headphones</translation>
    </message>
    <message>
        <source>Chỉnh âm lượng của điểm cầu đang chọn trong chương trình</source>
        <translation>Make the chosen site louder or quieter in the program</translation>
    </message>
    <message>
        <source>nghe</source>
        <translation>listen</translation>
    </message>
    <message>
        <source>chủ tọa đồng ý</source>
        <translation>chair agrees</translation>
    </message>
    <message>
        <source>đồng ý</source>
        <translation>agreed</translation>
    </message>
    <message>
        <source>chủ tọa đồng ý lúc {time}</source>
        <translation>the chair agreed at {time}</translation>
    </message>
    <message>
        <source>vừa bỏ qua</source>
        <translation>just skipped</translation>
    </message>
    <message>
        <source>chủ tọa không đồng ý</source>
        <translation>the chair refused</translation>
    </message>
    <message>
        <source>vừa rút yêu cầu</source>
        <translation>just withdrew</translation>
    </message>
    <message>
        <source>vừa ra khỏi hàng chờ</source>
        <translation>just left the queue</translation>
    </message>
    <message>
        <source>Đưa lại</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>Đưa {site} trở lại hàng chờ</source>
        <translation>Put {site} back into the queue</translation>
    </message>
    <message>
        <source>còn {time}</source>
        <translation>{time} left</translation>
    </message>
    <message>
        <source>QUÁ GIỜ {time}</source>
        <translation>OVER TIME {time}</translation>
    </message>
    <message>
        <source>Không giới hạn</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>{minutes} phút</source>
        <translation>{minutes} minutes</translation>
    </message>
    <message>
        <source>Kéo để đổi thứ tự</source>
        <translation>Drag to change the order</translation>
    </message>
    <message>
        <source>Theo thứ tự</source>
        <translation>In turn</translation>
    </message>
    <message>
        <source>Ưu tiên</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Về thủ tục cuộc họp</source>
        <translation>Point of order</translation>
    </message>
    <message>
        <source>Chủ tọa đồng ý</source>
        <translation>The chair agrees</translation>
    </message>
    <message>
        <source>Chủ tọa không đồng ý</source>
        <translation>The chair refuses</translation>
    </message>
    <message>
        <source>+1 phút</source>
        <translation>+1 minute</translation>
    </message>
    <message>
        <source>Giới hạn phát biểu…</source>
        <translation>Limit of the speech…</translation>
    </message>
    <message>
        <source>Xếp yêu cầu của điểm cầu đang chọn theo thứ tự, không ưu tiên</source>
        <translation>Let the chosen site's request wait its turn</translation>
    </message>
    <message>
        <source>Ưu tiên yêu cầu của điểm cầu đang chọn</source>
        <translation>Give the chosen site's request priority</translation>
    </message>
    <message>
        <source>Điểm cầu đang chọn phát biểu về thủ tục cuộc họp: lên trước mọi yêu cầu</source>
        <translation>The chosen site raises a point of order: it goes before all others</translation>
    </message>
    <message>
        <source>Ghi nhận chủ tọa đồng ý cho điểm cầu đang chọn phát biểu</source>
        <translation>Note the chair's yes to the chosen site</translation>
    </message>
    <message>
        <source>Ghi nhận chủ tọa không đồng ý; yêu cầu rời hàng chờ</source>
        <translation>Note the chair's no; the request leaves the queue</translation>
    </message>
    <message>
        <source>Thêm 1 phút cho lượt phát biểu này</source>
        <translation>Give this speech one minute more</translation>
    </message>
    <message>
        <source>Đổi giới hạn thời gian của lượt phát biểu này</source>
        <translation>Change the limit of this speech</translation>
    </message>
    <message>
        <source>Ngôn ngữ</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Đổi ngôn ngữ của cửa sổ ngay lập tức; lần mở sau vẫn giữ</source>
        <translation>Changes the window's language at once; it stays so the next time</translation>
    </message>
    <message>
        <source>Trợ giúp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Mở trợ giúp: phím tắt, ý nghĩa các dấu hiệu, cách xử lý khi có việc</source>
        <translation>Opens the help: keys, what each sign means, what to do when</translation>
    </message>
    <message>
        <source>Bảng chọn của phiên</source>
        <translation>The session's menu</translation>
    </message>
    <message>
        <source>Mở bảng chọn: phiên họp, mic, xuất hồ sơ, ngôn ngữ, trợ giúp</source>
        <translation>Opens the menu: session, microphones, export, language, help</translation>
    </message>
    <message>
        <source>Thiết lập lần đầu…</source>
        <translation>First set-up…</translation>
    </message>
    <message>
        <source>Đặt tên điểm cầu chính, thử thiết bị, nhập danh sách điểm cầu, mời điểm cầu đầu tiên</source>
        <translation>Name the main endpoint, try the devices, enter the sites, invite the first one</translation>
    </message>
    <message>
        <source>Xuất hồ sơ phiên…</source>
        <translation>Export the session's records…</translation>
    </message>
    <message>
        <source>Xuất hồ sơ phiên gần nhất thành một tệp có chữ ký, để bàn giao</source>
        <translation>Exports the last session as one signed file, for hand-over</translation>
    </message>
    <message>
        <source>Mở cuộc họp tập…</source>
        <translation>Open a practice meeting…</translation>
    </message>
    <message>
        <source>Mở một cuộc họp giả lập trong cửa sổ khác; không ảnh hưởng đến cuộc họp thật</source>
        <translation>Opens a simulated meeting in another window; the real one is not touched</translation>
    </message>
    <message>
        <source>Danh sách điểm cầu</source>
        <translation>List of sites</translation>
    </message>
    <message>
        <source>Theo số thứ tự</source>
        <translation>By number</translation>
    </message>
    <message>
        <source>Theo số</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Cần chú ý trước</source>
        <translation>Attention first</translation>
    </message>
    <message>
        <source>Cần chú ý</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Theo cụm</source>
        <translation>By district</translation>
    </message>
    <message>
        <source>Cụm</source>
        <translation>District</translation>
    </message>
    <message>
        <source>Mọi điểm cầu theo số thứ tự, mỗi điểm cầu một chỗ cố định (Esc)</source>
        <translation>All sites by number, each in its own place (Esc)</translation>
    </message>
    <message>
        <source>Điểm cầu cần chú ý đứng trước; chỉ xếp lại khi bấm F7</source>
        <translation>Sites that need attention first; sorted again only by F7</translation>
    </message>
    <message>
        <source>Các điểm cầu theo cụm, trong cụm theo số thứ tự</source>
        <translation>Sites by district, by number within each</translation>
    </message>
    <message numerus="yes">
        <source>{n} điểm cầu mới — F7 xếp lại</source>
        <translation>
            <numerusform>{n} new site — F7 sorts again</numerusform>
            <numerusform>{n} new sites — F7 sorts again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} mới · F7</source>
        <translation>
            <numerusform>{n} new · F7</numerusform>
            <numerusform>{n} new · F7</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} điểm cầu cần chú ý</source>
        <translation>
            <numerusform>{n} site needs attention</numerusform>
            <numerusform>{n} sites need attention</numerusform>
        </translation>
    </message>
    <message>
        <source>Trang {page}/{pages}</source>
        <translation>Page {page}/{pages}</translation>
    </message>
    <message>
        <source>{place} · {first}–{last} · PgDn</source>
        <translation>{place} · {first}–{last} · PgDn</translation>
    </message>
    <message>
        <source>Chưa ghi địa bàn</source>
        <translation>No district given</translation>
    </message>
    <message>
        <source>{name} · {sites}</source>
        <translation>{name} · {sites}</translation>
    </message>
    <message numerus="yes">
        <source>{n} điểm cầu</source>
        <translation>
            <numerusform>{n} site</numerusform>
            <numerusform>{n} sites</numerusform>
        </translation>
    </message>
    <message>
        <source>{heading} · {needing} cần chú ý</source>
        <translation>{heading} · {needing} need attention</translation>
    </message>
    <message>
        <source>{heading} (tiếp)</source>
        <translation>{heading} (continued)</translation>
    </message>
    <message>
        <source>Tìm: số, tên không dấu, địa bàn, nhà mạng</source>
        <translation>Find: number, name, district, carrier</translation>
    </message>
    <message>
        <source>Tìm: số, tên, nhà mạng</source>
        <translation>Find: number, name, carrier</translation>
    </message>
    <message>
        <source>Tìm</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Lọc danh sách điểm cầu</source>
        <translation>Filter the list of sites</translation>
    </message>
    <message numerus="yes">
        <source>{n} điểm cầu khớp · Esc bỏ lọc</source>
        <translation>
            <numerusform>{n} site matches · Esc ends</numerusform>
            <numerusform>{n} sites match · Esc ends</numerusform>
        </translation>
    </message>
    <message>
        <source>Không có điểm cầu nào khớp — Esc để bỏ lọc</source>
        <translation>No site matches — Esc ends the filter</translation>
    </message>
    <message>
        <source>lệnh·báo·nghe</source>
        <translation>order·said·heard</translation>
    </message>
    <message>
        <source>tình trạng</source>
        <translation>state</translation>
    </message>
    <message>
        <source>mất</source>
        <translation>loss</translation>
    </message>
    <message>
        <source>{next} · sẵn sàng</source>
        <translation>{next} · ready</translation>
    </message>
    <message>
        <source>{next} · chờ trả lời</source>
        <translation>{next} · no answer yet</translation>
    </message>
    <message>
        <source>báo BẬT, có tiếng {age}</source>
        <translation>says ON, sound for {age}</translation>
    </message>
    <message>
        <source>báo BẬT, có tiếng</source>
        <translation>says ON, sound</translation>
    </message>
    <message numerus="yes">
        <source>Toàn cảnh {n} điểm cầu</source>
        <translation>
            <numerusform>Map of {n} site</numerusform>
            <numerusform>Map of all {n} sites</numerusform>
        </translation>
    </message>
    <message>
        <source>bấm để tới · khung = trang này</source>
        <translation>click to go · frame = this page</translation>
    </message>
    <message>
        <source>Toàn cảnh</source>
        <translation>All sites</translation>
    </message>
    <message>
        <source>{errors} điểm cầu có lỗi, {warnings} điểm cầu có cảnh báo</source>
        <translation>{errors} sites with errors, {warnings} with warnings</translation>
    </message>
    <message>
        <source>Điểm cầu cần chú ý đứng trước; bấm lần nữa để xếp lại, Esc để về lưới</source>
        <translation>Sites that need attention first; once more sorts again, Esc goes back</translation>
    </message>
    <message>
        <source>Tìm điểm cầu theo số, tên không dấu, địa bàn, nhà mạng</source>
        <translation>Find a site by number, name, district or carrier</translation>
    </message>
    <message>
        <source>cần chú ý trước</source>
        <translation>attention first</translation>
    </message>
    <message>
        <source>Số, tên không dấu, địa bàn hoặc nhà mạng</source>
        <translation>Number, name, district or carrier</translation>
    </message>
    <message>
        <source>Hội trường không nghe thấy</source>
        <translation>The hall does not hear it</translation>
    </message>
    <message>
        <source>Bấm nút bên phải để lấy lại chỗ</source>
        <translation>Press the button on the right to take the place back</translation>
    </message>
    <message>
        <source>Máy tự làm, không phải bấm gì</source>
        <translation>This computer does it by itself; nothing to press</translation>
    </message>
    <message>
        <source>mic</source>
        <translation>mic</translation>
    </message>
    <message>
        <source>trang</source>
        <translation>page</translation>
    </message>
    <message>
        <source>QUÁ GIỜ</source>
        <translation>OVER TIME</translation>
    </message>
    <message>
        <source>mất nối {age}</source>
        <translation>gone {age}</translation>
    </message>
    <message>
        <source>Trợ giúp — Điểm Cầu</source>
        <translation>Help — Điểm Cầu</translation>
    </message>
    <message>
        <source>Tìm trong trợ giúp, không cần dấu</source>
        <translation>Search the help</translation>
    </message>
    <message>
        <source>Không có mục nào chứa “{text}”.</source>
        <translation>Nothing here says “{text}”.</translation>
    </message>
    <message>
        <source>Khi có việc</source>
        <translation>What to do when</translation>
    </message>
    <message>
        <source>Ý nghĩa các dấu hiệu</source>
        <translation>What the signs mean</translation>
    </message>
    <message>
        <source>Phím tắt</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Chọn điểm cầu bên cạnh</source>
        <translation>Choose the site beside</translation>
    </message>
    <message>
        <source>Gõ số rồi Enter để chọn điểm cầu; Enter lần nữa để đưa lên kế tiếp</source>
        <translation>Type a number and Enter to choose a site; Enter again puts it on deck</translation>
    </message>
    <message>
        <source>Bỏ số đang gõ, đóng ô tìm kiếm hoặc hộp thoại</source>
        <translation>Drop the typed number, close the search or a dialog</translation>
    </message>
    <message>
        <source>trong bảng chọn</source>
        <translation>in the menu</translation>
    </message>
    <message>
        <source>Lệnh: mic phải tắt</source>
        <translation>Ordered: the microphone shall be closed</translation>
    </message>
    <message>
        <source>Lệnh: mic được mở</source>
        <translation>Ordered: the microphone may be open</translation>
    </message>
    <message>
        <source>Máy của điểm cầu báo mic đang tắt</source>
        <translation>The site's program reports a closed microphone</translation>
    </message>
    <message>
        <source>Máy của điểm cầu báo mic đang bật</source>
        <translation>The site's program reports an open microphone</translation>
    </message>
    <message>
        <source>Cầu không nghe thấy tiếng từ điểm cầu</source>
        <translation>The bridge hears nothing from the site</translation>
    </message>
    <message>
        <source>Cầu đang nghe thấy tiếng từ điểm cầu</source>
        <translation>The bridge hears sound from the site</translation>
    </message>
    <message>
        <source>Chưa biết: không có dữ liệu, hoặc dữ liệu đã cũ</source>
        <translation>Not known: no data, or old data</translation>
    </message>
    <message>
        <source>Trên bục: đang phát biểu, cả cuộc họp nghe và thấy</source>
        <translation>On the podium: speaking, seen and heard by all</translation>
    </message>
    <message>
        <source>Kế tiếp: đã kiểm tra xong, chờ lên bục; chưa ai nghe thấy</source>
        <translation>On deck: checked, waiting for the podium; not heard by anybody yet</translation>
    </message>
    <message>
        <source>Xin phát biểu; con số là thứ tự trong hàng chờ</source>
        <translation>Asks for the floor; the number is the place in the queue</translation>
    </message>
    <message>
        <source>Xin phát biểu qua điện thoại, do người điều khiển ghi</source>
        <translation>Asks for the floor by phone, entered by the operator</translation>
    </message>
    <message>
        <source>Phát biểu theo kịch bản của cuộc họp</source>
        <translation>Speaks by the meeting's script</translation>
    </message>
    <message>
        <source>Cảnh báo: nên xem trong vài phút tới</source>
        <translation>Warning: look at it within minutes</translation>
    </message>
    <message>
        <source>Lỗi: cần xử lý ngay</source>
        <translation>Error: act now</translation>
    </message>
    <message>
        <source>Mic mở khi không trên bục, hoặc ba dấu của mic không khớp nhau</source>
        <translation>A microphone open off the podium, or three signs that disagree</translation>
    </message>
    <message>
        <source>Vắng: điểm cầu chưa vào họp lần nào</source>
        <translation>Absent: the site has not joined yet</translation>
    </message>
    <message>
        <source>Dừng an toàn: tắt mọi mic trừ điểm cầu chính</source>
        <translation>Safe stop: closes every microphone but the main endpoint's</translation>
    </message>
    <message>
        <source>Nhật ký đã được ghi an toàn xuống đĩa</source>
        <translation>The log is safely on the disk</translation>
    </message>
    <message>
        <source>Chuông cảnh báo đang tắt ở máy này; cảnh báo vẫn hiện</source>
        <translation>Alarm sounds are off on this computer; alarms still show</translation>
    </message>
    <message>
        <source>Tai nghe của người điều khiển đang nghe điểm cầu này; cuộc họp không nghe thấy</source>
        <translation>The operator's headphones are on this site; the meeting does not hear it</translation>
    </message>
    <message>
        <source>Một điểm cầu mất kết nối</source>
        <translation>A site is lost</translation>
    </message>
    <message>
        <source>Điểm cầu tự kết nối lại; ô của điểm cầu cho biết đã mất bao lâu. Quá một phút thì gọi điện cho kỹ thuật viên điểm cầu: kiểm tra dây mạng, rồi mở lại chương trình. Lệnh tắt mic vẫn giữ khi điểm cầu vào lại.</source>
        <translation>The site rejoins by itself; its tile says how long it has been gone. After a minute, phone its technician: check the network cable, then restart the program. The order of silence still holds when the site comes back.</translation>
    </message>
    <message>
        <source>Nhiều điểm cầu mất kết nối cùng lúc</source>
        <translation>Many sites are lost at once</translation>
    </message>
    <message>
        <source>Xem cảnh báo gộp (Shift+F8): tên nhà mạng hoặc địa bàn chung cho biết phải gọi ai. Nếu cảnh báo nghi đường truyền của điểm cầu chính, kiểm tra đường truyền tại đây trước.</source>
        <translation>Look at the common alarm (Shift+F8): the carrier or district that they share says whom to call. If it suspects the main endpoint's own line, check the line here first.</translation>
    </message>
    <message>
        <source>Hình của điểm cầu bị đứng hoặc vỡ</source>
        <translation>A site's picture freezes or breaks up</translation>
    </message>
    <message>
        <source>Điểm cầu không vào được cuộc họp</source>
        <translation>A site cannot join</translation>
    </message>
    <message>
        <source>Mã mời chỉ dùng được một lần và có thời hạn: mời lại ở “Thiết lập lần đầu…”. Máy của điểm cầu phải mở được địa chỉ ghi trong lời mời; hỏi quản trị mạng về cổng TCP 8443 và UDP 8550.</source>
        <translation>A code of invitation works once and for a limited time: invite again under “First set-up…”. The site's computer must reach the address in the invitation; ask the network's administrator about TCP port 8443 and UDP port 8550.</translation>
    </message>
    <message>
        <source>Mic bị bỏ quên</source>
        <translation>A microphone was left open</translation>
    </message>
    <message>
        <source>Bấm F4: mic của điểm cầu được nêu tên tắt ngay, cuộc họp không bị ngắt.</source>
        <translation>Press F4: the microphone of the named site closes at once, the meeting goes on.</translation>
    </message>
    <message>
        <source>Có tiếng vọng hoặc tiếng hú</source>
        <translation>There is an echo or a howl</translation>
    </message>
    <message>
        <source>Bấm Ctrl+M để tắt mic tất cả, rồi cho từng điểm cầu bật lại. Ở nơi gây vọng: giảm âm lượng loa, đặt mic xa loa, và làm phép thử tiếng vọng trong chương trình của điểm cầu.</source>
        <translation>Press Ctrl+M to mute all, then let the sites open one after another. Where the echo comes from: turn the loudspeakers down, move the microphone away from them, and run the echo test in the site's program.</translation>
    </message>
    <message>
        <source>Có tiếng lạ không biết từ đâu</source>
        <translation>There is a sound and nobody knows from where</translation>
    </message>
    <message>
        <source>Bấm F12 để dừng an toàn. Sau đó nghe riêng từng điểm cầu bằng tai nghe (phím L), không ai trong cuộc họp nghe thấy. Gỡ dừng an toàn trong bảng chọn khi đã biết nguyên nhân.</source>
        <translation>Press F12 for the safe stop. Then listen to one site after another in the headphones (key L); nobody in the meeting hears that. Lift the safe stop in the menu when the cause is known.</translation>
    </message>
    <message>
        <source>Điểm cầu đang phát biểu nhưng không ai nghe thấy</source>
        <translation>A site speaks and nobody hears it</translation>
    </message>
    <message>
        <source>Xem ba dấu của mic: lệnh, máy báo, nghe thấy. Máy báo tắt: điểm cầu phải tự bật mic. Máy báo bật mà không nghe thấy: sai mic hoặc mic hỏng, điểm cầu chọn lại thiết bị.</source>
        <translation>Look at the three signs of the microphone: ordered, reported, heard. Reported closed: the site has to open it. Reported open and not heard: the wrong or a broken microphone; the site chooses its devices anew.</translation>
    </message>
    <message>
        <source>Đã bấm dừng an toàn</source>
        <translation>The safe stop was pressed</translation>
    </message>
    <message>
        <source>Chỉ điểm cầu chính có tiếng. Cuộc họp không bị ngắt. Để trở lại: “Gỡ dừng an toàn…” trên dải lệnh, hoặc Ctrl+Z hai lần nếu việc đó mở mic trở lại.</source>
        <translation>Only the main endpoint is heard. The meeting goes on. To return: “Lift safe stop…” on the banner, or Ctrl+Z, twice where that opens a microphone again.</translation>
    </message>
    <message>
        <source>Cuộc họp vẫn chạy, các dòng chờ trong bộ nhớ. Giải phóng chỗ trên ổ đĩa chứa thư mục dữ liệu; không tắt máy và không đóng chương trình cho đến khi thấy lại dấu khiên.</source>
        <translation>The meeting goes on, the lines wait in memory. Free space on the disk of the data folder; do not switch the computer off or close the program before the shield is back.</translation>
    </message>
    <message>
        <source>Cửa sổ mất liên lạc với bộ điều khiển</source>
        <translation>The window has lost the bridge</translation>
    </message>
    <message>
        <source>Cuộc họp có thể vẫn chạy; hình và số liệu trên cửa sổ đã cũ. Bộ điều khiển tự khởi động lại và cửa sổ tự nối lại trong vài giây. Nếu không, dải phía trên nêu lý do và việc cần làm.</source>
        <translation>The meeting may well go on; pictures and figures in the window are old. The bridge restarts by itself and the window finds it within seconds. If not, the banner says why and what to do.</translation>
    </message>
    <message>
        <source>Cửa sổ bị treo hoặc lỡ đóng</source>
        <translation>The window hangs or was closed by mistake</translation>
    </message>
    <message>
        <source>Cuộc họp không dừng. Mở lại Điểm Cầu: cửa sổ mới nối vào cuộc họp đang chạy. Trong lúc chờ có thể gõ lệnh “main.py do safe-stop” trong cửa sổ dòng lệnh.</source>
        <translation>The meeting does not stop. Open Điểm Cầu again: the new window joins the running meeting. Meanwhile “main.py do safe-stop” can be typed at a command line.</translation>
    </message>
    <message>
        <source>Lên bục không thành</source>
        <translation>The podium did not work</translation>
    </message>
    <message>
        <source>Mọi thứ đã trở về như trước và dòng dưới các nút nêu lý do. Sửa xong thì đưa lên kế tiếp (Enter) rồi lên bục (Ctrl+Enter) lần nữa; hoặc mời điểm cầu sau phát biểu trước.</source>
        <translation>Everything is as it was before, and the line under the buttons says why. Once that is mended, put the site on deck (Enter) and on the podium (Ctrl+Enter) again; or let the next site speak first.</translation>
    </message>
    <message>
        <source>Cần bàn giao hồ sơ cuộc họp</source>
        <translation>The meeting's records are to be handed over</translation>
    </message>
    <message>
        <source>Chọn “Xuất hồ sơ phiên…” (Ctrl+E) và thư mục trên USB. Tệp có chữ ký; gửi kèm vân tay của khóa bằng giấy. Có thể xuất cả khi phiên đang chạy.</source>
        <translation>Choose “Export the session's records…” (Ctrl+E) and a folder on the USB stick. The file is signed; hand the key's fingerprint over on paper. It can be exported while the session runs.</translation>
    </message>
    <message>
        <source>Điều khiển camera</source>
        <translation>Cameras</translation>
    </message>
    <message>
        <source>Mở điều khiển camera: gọi góc quay, quay bằng tay, lưu góc; Esc để đóng</source>
        <translation>Open the cameras: recall presets, move by hand, save presets; Esc closes</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>cameras</translation>
    </message>
    <message>
        <source>Mở điều khiển camera (C)</source>
        <translation>Open the cameras (C)</translation>
    </message>
    <message>
        <source>Đóng điều khiển camera (Esc)</source>
        <translation>Close the cameras (Esc)</translation>
    </message>
    <message>
        <source>Camera trước (Ctrl+←)</source>
        <translation>Previous camera (Ctrl+←)</translation>
    </message>
    <message>
        <source>Camera sau (Ctrl+→)</source>
        <translation>Next camera (Ctrl+→)</translation>
    </message>
    <message>
        <source>{site} · {camera}</source>
        <translation>{site} · {camera}</translation>
    </message>
    <message>
        <source>Chưa có camera nào được khai báo</source>
        <translation>No camera has been named yet</translation>
    </message>
    <message>
        <source>Ghi camera vào tệp cameras.json trong thư mục dữ liệu,</source>
        <translation>Write the camera into the file cameras.json in the data folder,</translation>
    </message>
    <message>
        <source>rồi khởi động lại chương trình. Ví dụ:</source>
        <translation>then start the program again. For example:</translation>
    </message>
    <message>
        <source>Camera của điểm cầu được khai báo như vậy ở máy của điểm cầu.</source>
        <translation>A site's cameras are named in the same way on the site's own machine.</translation>
    </message>
    <message>
        <source>Mất liên lạc với bộ điều khiển; camera đang quay sẽ tự dừng</source>
        <translation>The bridge is out of reach; a moving camera stops by itself</translation>
    </message>
    <message>
        <source>Đang quay bằng tay; thả ra là dừng, mất tín hiệu thì tự dừng sau {seconds} s</source>
        <translation>Moving by hand; stops when released, and by itself {seconds} s after a lost signal</translation>
    </message>
    <message>
        <source>{person} đang quay camera bằng tay</source>
        <translation>{person} is moving the camera by hand</translation>
    </message>
    <message>
        <source>Đang quay tới góc “{preset}”…</source>
        <translation>On its way to “{preset}”…</translation>
    </message>
    <message>
        <source>Đang ở góc “{preset}”</source>
        <translation>Stands at “{preset}”</translation>
    </message>
    <message>
        <source>Đứng yên, không ở góc quay đã lưu nào</source>
        <translation>Stands still, at no saved preset</translation>
    </message>
    <message>
        <source>Không tới được góc “{preset}”</source>
        <translation>Could not reach “{preset}”</translation>
    </message>
    <message>
        <source>Góc “{preset}”: {reason}</source>
        <translation>“{preset}”: {reason}</translation>
    </message>
    <message>
        <source>Camera này không quay bằng tay được</source>
        <translation>This camera cannot be moved by hand</translation>
    </message>
    <message>
        <source>đã gửi lệnh</source>
        <translation>order sent</translation>
    </message>
    <message>
        <source>đã gửi</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>đang quay tới</source>
        <translation>on its way</translation>
    </message>
    <message>
        <source>đang quay</source>
        <translation>moving</translation>
    </message>
    <message>
        <source>đang ở đây</source>
        <translation>stands here</translation>
    </message>
    <message>
        <source>ở đây</source>
        <translation>here</translation>
    </message>
    <message>
        <source>chưa rõ</source>
        <translation>unsure</translation>
    </message>
    <message>
        <source>không tới được</source>
        <translation>not reached</translation>
    </message>
    <message>
        <source>ĐANG LÊN HÌNH</source>
        <translation>ON AIR</translation>
    </message>
    <message>
        <source>Camera đang lên hình nên được khóa</source>
        <translation>The camera is on air and therefore locked</translation>
    </message>
    <message>
        <source>Giữ để mở khóa</source>
        <translation>Hold to unlock</translation>
    </message>
    <message>
        <source>Mở khóa</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Giữ nút này hoặc phím O: camera quay được 15 giây, mọi người sẽ thấy hình quay</source>
        <translation>Hold this button or the key O: the camera can be moved for 15 seconds, and everybody will see it move</translation>
    </message>
    <message>
        <source>MỌI NGƯỜI SẼ THẤY CAMERA QUAY — khóa lại sau {seconds} s</source>
        <translation>EVERYBODY WILL SEE THE CAMERA MOVE — locks again in {seconds} s</translation>
    </message>
    <message>
        <source>Khóa lại</source>
        <translation>Lock again</translation>
    </message>
    <message>
        <source>Khóa</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Kéo từ giữa hình để quay camera; càng xa càng nhanh</source>
        <translation>Pull from the middle to turn the camera; the farther, the faster</translation>
    </message>
    <message>
        <source>chưa có hình lúc này</source>
        <translation>no picture at this moment</translation>
    </message>
    <message>
        <source>Phóng gần (phím +)</source>
        <translation>Zoom in (key +)</translation>
    </message>
    <message>
        <source>Thu rộng (phím -)</source>
        <translation>Zoom out (key -)</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Dừng camera ngay (phím cách)</source>
        <translation>Stop the camera now (space)</translation>
    </message>
    <message>
        <source>Chưa lưu góc quay nào</source>
        <translation>No preset has been saved yet</translation>
    </message>
    <message>
        <source>Quay camera tới chỗ cần, rồi bấm S để lưu</source>
        <translation>Turn the camera to where it is wanted, then press S to save</translation>
    </message>
    <message>
        <source>Góc {number}: {preset}</source>
        <translation>Preset {number}: {preset}</translation>
    </message>
    <message numerus="yes">
        <source>còn {n} góc, lăn chuột để xem</source>
        <translation>
            <numerusform>{n} more preset, turn the wheel</numerusform>
            <numerusform>{n} more presets, turn the wheel</numerusform>
        </translation>
    </message>
    <message>
        <source>Lưu góc này…</source>
        <translation>Save this…</translation>
    </message>
    <message>
        <source>Lưu…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>Lưu vị trí hiện tại của camera thành góc quay mới (phím S)</source>
        <translation>Save where the camera stands as a new preset (key S)</translation>
    </message>
    <message>
        <source>Đã lưu góc “{preset}”</source>
        <translation>Saved “{preset}”</translation>
    </message>
    <message>
        <source>Đã lưu đè góc “{preset}”</source>
        <translation>Saved over “{preset}”</translation>
    </message>
    <message>
        <source>Đã đổi tên thành “{preset}”</source>
        <translation>Renamed to “{preset}”</translation>
    </message>
    <message>
        <source>Đã xóa góc “{preset}”</source>
        <translation>Deleted “{preset}”</translation>
    </message>
    <message>
        <source>Đã khôi phục góc “{preset}”</source>
        <translation>Restored “{preset}”</translation>
    </message>
    <message>
        <source>Khôi phục bản cũ</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>Khôi phục</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Gọi góc “{preset}”</source>
        <translation>Recall “{preset}”</translation>
    </message>
    <message>
        <source>Lưu đè bằng vị trí hiện tại…</source>
        <translation>Save over with where it stands now…</translation>
    </message>
    <message>
        <source>Đổi tên…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>Xóa, còn khôi phục được</source>
        <translation>Delete, can be brought back</translation>
    </message>
    <message>
        <source>Trở lại bản trước khi lưu đè</source>
        <translation>Back to what was before it was saved over</translation>
    </message>
    <message>
        <source>Khôi phục góc đã xóa “{preset}”</source>
        <translation>Bring back the deleted “{preset}”</translation>
    </message>
    <message>
        <source>Lưu góc quay mới</source>
        <translation>Save a new preset</translation>
    </message>
    <message>
        <source>Vị trí hiện tại của camera được lưu kèm ảnh.</source>
        <translation>Where the camera stands now is saved, with a picture.</translation>
    </message>
    <message>
        <source>Tên góc quay, ví dụ: Bàn chủ tọa</source>
        <translation>Name of the preset, for example: Chair's table</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Chủ tọa</source>
        <translation>Chair</translation>
    </message>
    <message>
        <source>Bên trái</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Bên phải</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Lưu đè góc “{preset}”?</source>
        <translation>Save over “{preset}”?</translation>
    </message>
    <message>
        <source>Góc đang lưu được thay bằng vị trí hiện tại của camera; bản cũ còn khôi phục được một lần.</source>
        <translation>The saved preset is replaced by where the camera stands now; what it was can be brought back once.</translation>
    </message>
    <message>
        <source>Lưu đè</source>
        <translation>Save over</translation>
    </message>
    <message>
        <source>Camera lúc này</source>
        <translation>The camera now</translation>
    </message>
    <message>
        <source>không có ảnh</source>
        <translation>no picture</translation>
    </message>
    <message>
        <source>Đổi tên góc “{preset}”</source>
        <translation>Rename “{preset}”</translation>
    </message>
    <message>
        <source>Tên mới</source>
        <translation>New name</translation>
    </message>
    <message>
        <source>Đổi tên</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Tất cả</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Phát biểu</source>
        <translation>Floor</translation>
    </message>
    <message>
        <source>Mic</source>
        <translation>Mics</translation>
    </message>
    <message>
        <source>Lọc  Ctrl+F</source>
        <translation>Filter  Ctrl+F</translation>
    </message>
    <message>
        <source>Tìm, không cần dấu</source>
        <translation>Search, no accents needed</translation>
    </message>
    <message>
        <source>Đóng  Esc</source>
        <translation>Close  Esc</translation>
    </message>
    <message>
        <source>Không có dòng nào như vậy</source>
        <translation>No such line</translation>
    </message>
    <message>
        <source>Ghi nhớ lúc này · {time}</source>
        <translation>Remember this moment · {time}</translation>
    </message>
    <message>
        <source>Ghi chú · {time}</source>
        <translation>Note · {time}</translation>
    </message>
    <message>
        <source>Sự cố · {time}</source>
        <translation>Incident · {time}</translation>
    </message>
    <message>
        <source>Ghi chú cho thời điểm này (có thể bỏ trống)</source>
        <translation>A word about this moment (may be empty)</translation>
    </message>
    <message>
        <source>Nội dung ghi chú</source>
        <translation>What to note</translation>
    </message>
    <message>
        <source>Điều gì đã xảy ra, đã xử lý thế nào</source>
        <translation>What happened and what was done</translation>
    </message>
    <message>
        <source>Tại {site}</source>
        <translation>At {site}</translation>
    </message>
    <message>
        <source>Cả cuộc họp</source>
        <translation>Whole meeting</translation>
    </message>
    <message>
        <source>Ghi lại</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Chưa gửi được; hãy thử lại</source>
        <translation>Not sent; try again</translation>
    </message>
    <message>
        <source>Ghi nhớ lúc này</source>
        <translation>Remember this moment</translation>
    </message>
    <message>
        <source>Ghi nhớ lúc này, kèm ghi chú…</source>
        <translation>Remember this moment with a note…</translation>
    </message>
    <message>
        <source>Ghi chú…</source>
        <translation>Note…</translation>
    </message>
    <message>
        <source>Ghi sự cố…</source>
        <translation>Incident…</translation>
    </message>
    <message>
        <source>Tìm trong nhật ký</source>
        <translation>Search the log</translation>
    </message>
    <message>
        <source>Ghi nhớ thời điểm này; giữ lại số liệu của những phút trước đó</source>
        <translation>Remember this moment; the figures of the minutes before it are kept</translation>
    </message>
    <message>
        <source>Ghi nhớ thời điểm này kèm một ghi chú</source>
        <translation>Remember this moment with a note</translation>
    </message>
    <message>
        <source>Ghi chú vào nhật ký, cho điểm cầu đang chọn hoặc cả cuộc họp</source>
        <translation>Write a note into the log, about the chosen site or the whole meeting</translation>
    </message>
    <message>
        <source>Ghi một sự cố vào nhật ký, tại điểm cầu đang chọn hoặc của cả cuộc họp</source>
        <translation>Note an incident in the log, at the chosen site or of the whole meeting</translation>
    </message>
    <message>
        <source>Mở rộng nhật ký và lọc theo chữ, theo loại; Esc để đóng</source>
        <translation>Enlarge the log and filter it by words and kind; Esc closes it</translation>
    </message>
    <message>
        <source>ghi nhớ lúc này</source>
        <translation>remember this moment</translation>
    </message>
    <message>
        <source>Không nghe thấy điểm cầu chính trong {seconds} giây.</source>
        <translation>The bridge has not been heard for {seconds} s.</translation>
    </message>
    <message>
        <source>Lượt này không tính giờ</source>
        <translation>This speech is not timed</translation>
    </message>
    <message>
        <source>ghi nhớ</source>
        <translation>moment</translation>
    </message>
    <message>
        <source>sự cố</source>
        <translation>incident</translation>
    </message>
    <message>
        <source>1–9: gọi góc · S: lưu mới · Alt+số: lưu đè</source>
        <translation>1–9: recall · S: save · Alt+1–9: save over</translation>
    </message>
    <message>
        <source>Phím cách: dừng · Esc: thôi, đóng</source>
        <translation>Space: stop · Esc: leave, close</translation>
    </message>
    <message>
        <source>Chưa mở được cuộc họp</source>
        <translation>The meeting cannot be opened</translation>
    </message>
    <message>
        <source>Sửa xong thì bấm “Thử lại”. Nhật ký và danh sách điểm cầu vẫn nguyên trong thư mục dữ liệu.</source>
        <translation>When it is mended, press “Try again”. The log and the list of sites are safe in the data folder.</translation>
    </message>
    <message>
        <source>Thử lại</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Đóng cửa sổ</source>
        <translation>Close the window</translation>
    </message>
    <message>
        <source>âm lượng {gain}</source>
        <translation>loudness {gain}</translation>
    </message>
    <message>
        <source>Thiết lập lần đầu</source>
        <translation>First set-up</translation>
    </message>
    <message>
        <source>Tên điểm cầu</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Lời mời</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>Họp tập</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>Tên của điểm cầu chính hiện trên chương trình, trên màn hình chủ tọa và trong nhật ký.</source>
        <translation>The main endpoint's name stands in the program, on the chair's screen and in the log.</translation>
    </message>
    <message>
        <source>Chọn camera, mic và loa của phòng họp này rồi bấm “Thử”: loa phát một tiếng, hãy nói vào mic.</source>
        <translation>Choose this room's camera, microphone and loudspeaker and press “Try”: the loudspeaker plays a tone; speak into the microphone.</translation>
    </message>
    <message>
        <source>Thêm từng điểm cầu, hoặc dán bảng từ Excel: mỗi dòng là số thứ tự và tên.</source>
        <translation>Add the sites one by one, or paste a table: each line has a number and a name.</translation>
    </message>
    <message>
        <source>Mỗi lời mời dùng một lần cho một điểm cầu. Gửi liên kết, hoặc tệp, hoặc ảnh QR.</source>
        <translation>An invitation works once, for one site. Send the link, the file or the QR picture.</translation>
    </message>
    <message>
        <source>Cuộc họp tập chạy trong cửa sổ riêng với các điểm cầu giả lập; cứ bấm thử, không ảnh hưởng đến ai.</source>
        <translation>The practice meeting runs in a window of its own with simulated sites; press anything, nobody is touched by it.</translation>
    </message>
    <message>
        <source>Bước {number}: {name}</source>
        <translation>Step {number}: {name}</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Bước tiếp theo</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Tên điểm cầu chính, ví dụ: UBND tỉnh Đắk Lắk</source>
        <translation>Name of the main endpoint, for example: Province Hall</translation>
    </message>
    <message>
        <source>Thiết bị mặc định của máy</source>
        <translation>The computer's own</translation>
    </message>
    <message>
        <source>Thử</source>
        <translation>Try</translation>
    </message>
    <message>
        <source>Đang thử, khoảng 5 giây…</source>
        <translation>Trying, about 5 seconds…</translation>
    </message>
    <message>
        <source>Camera: có hình.</source>
        <translation>Camera: gives a picture.</translation>
    </message>
    <message>
        <source>Camera: không có hình.</source>
        <translation>Camera: gives no picture.</translation>
    </message>
    <message>
        <source>Mic: không có.</source>
        <translation>Microphone: none.</translation>
    </message>
    <message>
        <source>Mic: nghe được, mức cao nhất {level} dB.</source>
        <translation>Microphone: hears, loudest {level} dB.</translation>
    </message>
    <message>
        <source>Mic: không nghe thấy gì; kiểm tra nút tắt trên mic.</source>
        <translation>Microphone: hears nothing; look at its own switch.</translation>
    </message>
    <message>
        <source>Loa: đã phát tiếng thử.</source>
        <translation>Loudspeaker: the tone was played.</translation>
    </message>
    <message>
        <source>Loa: không có.</source>
        <translation>Loudspeaker: none.</translation>
    </message>
    <message>
        <source>Đã lưu. Phòng họp vào lại cuộc họp với các thiết bị này sau vài giây.</source>
        <translation>Saved. The room rejoins with these devices in a few seconds.</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Tên điểm cầu, ví dụ: Xã Ea Nuôl</source>
        <translation>Name of the site, for example: Ea Nuol</translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Dán bảng vào đây: số, tên, địa bàn, nhà mạng, liên hệ</source>
        <translation>Paste the table here: number, name, district, carrier, contacts</translation>
    </message>
    <message>
        <source>Nhập bảng</source>
        <translation>Take the table</translation>
    </message>
    <message numerus="yes">
        <source>Đã có {n} điểm cầu.</source>
        <translation>
            <numerusform>There is {n} site.</numerusform>
            <numerusform>There are {n} sites.</numerusform>
        </translation>
    </message>
    <message>
        <source>Điểm cầu được mời</source>
        <translation>Site to invite</translation>
    </message>
    <message>
        <source>Tạo lời mời</source>
        <translation>Make the invitation</translation>
    </message>
    <message>
        <source>Liên kết mời</source>
        <translation>Link of the invitation</translation>
    </message>
    <message>
        <source>Chép liên kết</source>
        <translation>Copy the link</translation>
    </message>
    <message>
        <source>Đã chép liên kết.</source>
        <translation>The link is copied.</translation>
    </message>
    <message>
        <source>Tệp mời: {file}
Ảnh QR: {picture}</source>
        <translation>File: {file}
QR picture: {picture}</translation>
    </message>
    <message>
        <source>Mở cuộc họp tập</source>
        <translation>Open the practice meeting</translation>
    </message>
    <message>
        <source>Cuộc họp tập đang mở trong cửa sổ riêng.</source>
        <translation>The practice meeting opens in a window of its own.</translation>
    </message>
    <message>
        <source>Đã lưu.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>Đang xuất hồ sơ phiên…</source>
        <translation>Exporting the session's records…</translation>
    </message>
    <message>
        <source>Chọn thư mục để xuất hồ sơ phiên</source>
        <translation>Choose a folder for the session's records</translation>
    </message>
    <message>
        <source>Đã xuất hồ sơ phiên</source>
        <translation>The session's records are exported</translation>
    </message>
    <message>
        <source>Không xuất được hồ sơ phiên</source>
        <translation>The session's records were not exported</translation>
    </message>
    <message>
        <source>Ảnh đã lưu</source>
        <translation>Saved picture</translation>
    </message>
    <message>
        <source>chuông tắt</source>
        <translation>sound off</translation>
    </message>
    <message>
        <source>Đã gửi lệnh, chờ camera trả lời…</source>
        <translation>Order sent, waiting for the camera…</translation>
    </message>
    <message>
        <source>camera đang quay tới góc “{preset}”</source>
        <translation>the camera is on its way to “{preset}”</translation>
    </message>
    <message>
        <source>Mic phòng họp</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <source>Tệp quy chế có khóa mà chương trình không biết: {key}.</source>
        <translation>The profile has a key that this program does not know: {key}.</translation>
    </message>
    <message>
        <source>Tệp quy chế thiếu khóa {key}.</source>
        <translation>The profile lacks the key {key}.</translation>
    </message>
    <message>
        <source>Quy chế {profile} không cho chọn “{choice}”.</source>
        <translation>The profile {profile} leaves no choice of “{choice}”.</translation>
    </message>
    <message>
        <source>Không dùng được lịch làm việc: {why}.</source>
        <translation>The working calendar cannot be used: {why}.</translation>
    </message>
    <message>
        <source>Theo máy tính</source>
        <translation>As the computer</translation>
    </message>
    <message>
        <source>Thường</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Cao</source>
        <translation>High</translation>
    </message>
    <message>
        <source>Nhấp nháy mỗi giây</source>
        <translation>Flashes every second</translation>
    </message>
    <message>
        <source>Đổi nhẹ mỗi hai giây</source>
        <translation>Changes gently every two seconds</translation>
    </message>
    <message>
        <source>Độ tương phản</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>Cảnh báo chưa nhận</source>
        <translation>Alarms not taken</translation>
    </message>
    <message>
        <source>Đổi độ tương phản của mọi cửa sổ ngay lập tức; lần mở sau vẫn giữ</source>
        <translation>Changes the contrast of all windows at once; kept for the next start</translation>
    </message>
    <message>
        <source>Cách báo một cảnh báo chưa ai nhận; chữ và hình không đổi, lần mở sau vẫn giữ</source>
        <translation>How an alarm that nobody has taken shows itself; words and shapes stay the same; kept for the next start</translation>
    </message>
    <message>
        <source>cửa sổ: đo mức tăng bộ nhớ trong bấy nhiêu phút (12)</source>
        <translation>window: how much its memory grows, in so many minutes (12)</translation>
    </message>
    <message>
        <source>Mục {n}: {title}</source>
        <translation>Cue {n}: {title}</translation>
    </message>
    <message>
        <source>Mục {n}</source>
        <translation>Cue {n}</translation>
    </message>
    <message>
        <source>đúng giờ</source>
        <translation>on time</translation>
    </message>
    <message>
        <source>chậm {time}</source>
        <translation>{time} late</translation>
    </message>
    <message>
        <source>sớm {time}</source>
        <translation>{time} early</translation>
    </message>
    <message>
        <source>Kịch bản — {cue}</source>
        <translation>Script — {cue}</translation>
    </message>
    <message>
        <source>; {site} thay cho {planned}</source>
        <translation>; {site} instead of {planned}</translation>
    </message>
    <message>
        <source> ({lateness})</source>
        <translation> ({lateness})</translation>
    </message>
    <message>
        <source>Hồ sơ cuộc họp: {subject}</source>
        <translation>Meeting file: {subject}</translation>
    </message>
    <message numerus="yes">
        <source>; kịch bản {n} mục</source>
        <translation>
            <numerusform>; script of {n} cue</numerusform>
            <numerusform>; script of {n} cues</numerusform>
        </translation>
    </message>
    <message>
        <source>Kịch bản — bỏ qua {cue}</source>
        <translation>Script — {cue} left out</translation>
    </message>
    <message>
        <source>Kịch bản — trở lại sau mục {n}</source>
        <translation>Script — back to after cue {n}</translation>
    </message>
    <message>
        <source>Kịch bản — trở lại từ đầu</source>
        <translation>Script — back to the beginning</translation>
    </message>
    <message>
        <source>chuyển sang mục {n} với {site}</source>
        <translation>take cue {n} with {site}</translation>
    </message>
    <message>
        <source>chuyển sang mục {n} của kịch bản</source>
        <translation>take cue {n} of the script</translation>
    </message>
    <message>
        <source>trở lại đầu kịch bản</source>
        <translation>back to the beginning of the script</translation>
    </message>
    <message>
        <source>trở lại mục {n} của kịch bản</source>
        <translation>back to cue {n} of the script</translation>
    </message>
    <message>
        <source>, bố cục {layout}</source>
        <translation>, layout {layout}</translation>
    </message>
    <message>
        <source>bỏ qua mục {n} của kịch bản</source>
        <translation>leave out cue {n} of the script</translation>
    </message>
    <message>
        <source>đọc lại hồ sơ cuộc họp và kịch bản</source>
        <translation>read the meeting file and the script again</translation>
    </message>
    <message>
        <source>kịch bản không có mục này, hoặc mục đã qua</source>
        <translation>the script has no such cue, or it is past</translation>
    </message>
    <message>
        <source>Có</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Không</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Mã mục</source>
        <translation>Entry id</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Thư điện tử</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Zalo</source>
        <translation>Zalo</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Khối</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>Các điểm cầu</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Đến hết ngày</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Tên phòng</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Số chỗ</source>
        <translation>Seats</translation>
    </message>
    <message>
        <source>Ưu tiên họp trực tuyến</source>
        <translation>Online meetings first</translation>
    </message>
    <message>
        <source>Người phụ trách</source>
        <translation>In charge</translation>
    </message>
    <message>
        <source>Tên thiết bị</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Loại thiết bị</source>
        <translation>Kind of device</translation>
    </message>
    <message>
        <source>Phòng</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Số sê-ri</source>
        <translation>Serial number</translation>
    </message>
    <message>
        <source>Địa chỉ</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Địa chỉ mạng</source>
        <translation>Network address</translation>
    </message>
    <message>
        <source>Đơn vị quản lý</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Ngày bàn giao</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Dự phòng</source>
        <translation>Spare</translation>
    </message>
    <message>
        <source>Loại đường truyền</source>
        <translation>Kind of line</translation>
    </message>
    <message>
        <source>Nhà cung cấp</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>Mã kênh</source>
        <translation>Circuit</translation>
    </message>
    <message>
        <source>Địa chỉ IPv4</source>
        <translation>IPv4 addresses</translation>
    </message>
    <message>
        <source>Địa chỉ IPv6</source>
        <translation>IPv6 addresses</translation>
    </message>
    <message>
        <source>Băng thông (kbit/s)</source>
        <translation>Bandwidth (kbit/s)</translation>
    </message>
    <message>
        <source>Băng thông trình chiếu (kbit/s)</source>
        <translation>Content bandwidth (kbit/s)</translation>
    </message>
    <message>
        <source>Cấp</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>Quyền điều khiển</source>
        <translation>Control right</translation>
    </message>
    <message>
        <source>Điểm cầu gần nhất</source>
        <translation>Nearest site</translation>
    </message>
    <message>
        <source>Được dùng Internet khi mất kênh riêng</source>
        <translation>May use the Internet if its line fails</translation>
    </message>
    <message>
        <source>Nguồn điện dự phòng</source>
        <translation>Backup power</translation>
    </message>
    <message>
        <source>Số phút nguồn dự phòng</source>
        <translation>Minutes of backup power</translation>
    </message>
    <message>
        <source>Lãnh đạo phụ trách</source>
        <translation>Leader</translation>
    </message>
    <message>
        <source>Cán bộ kỹ thuật</source>
        <translation>Technician</translation>
    </message>
    <message>
        <source>Viễn thông</source>
        <translation>Telecom</translation>
    </message>
    <message>
        <source>Điện lực</source>
        <translation>Power company</translation>
    </message>
    <message>
        <source>Trung tâm điều khiển</source>
        <translation>Control centre</translation>
    </message>
    <message>
        <source>Sở chủ quản</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Đầu mối đăng ký</source>
        <translation>Takes registrations</translation>
    </message>
    <message>
        <source>Đầu mối hỗ trợ kỹ thuật</source>
        <translation>Technical support</translation>
    </message>
    <message>
        <source>Cán bộ đầu mối của đơn vị chủ trì</source>
        <translation>Lead officer of the host</translation>
    </message>
    <message>
        <source>Khối Đảng</source>
        <translation>Party</translation>
    </message>
    <message>
        <source>Khối chính quyền</source>
        <translation>Government</translation>
    </message>
    <message>
        <source>Bộ kết nối</source>
        <translation>Codec</translation>
    </message>
    <message>
        <source>Adapter, dây cáp</source>
        <translation>Adapter, cables</translation>
    </message>
    <message>
        <source>Màn hình, máy chiếu</source>
        <translation>Screen, projector</translation>
    </message>
    <message>
        <source>Âm thanh</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>Máy tính</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Thiết bị mạng</source>
        <translation>Network device</translation>
    </message>
    <message>
        <source>Nguồn điện</source>
        <translation>Power</translation>
    </message>
    <message>
        <source>Khác</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Mạng TSLCD</source>
        <translation>Dedicated state network</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>Kênh thuê riêng</source>
        <translation>Leased line</translation>
    </message>
    <message>
        <source>Di động 4G/5G</source>
        <translation>Mobile 4G/5G</translation>
    </message>
    <message>
        <source>Vệ tinh</source>
        <translation>By satellite</translation>
    </message>
    <message>
        <source>Chỉ thiết bị của mình</source>
        <translation>Own equipment only</translation>
    </message>
    <message>
        <source>Theo ủy quyền từng lần</source>
        <translation>As delegated each time</translation>
    </message>
    <message>
        <source>Tự chủ trì họp với cấp dưới</source>
        <translation>Holds meetings with the tier below</translation>
    </message>
    <message>
        <source>Bộ lưu điện</source>
        <translation>UPS</translation>
    </message>
    <message>
        <source>Máy phát điện</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>Bộ lưu điện và máy phát</source>
        <translation>UPS and generator</translation>
    </message>
    <message>
        <source>Tìm trong danh sách (không cần dấu)</source>
        <translation>Search the list (marks may be left out)</translation>
    </message>
    <message>
        <source>Danh sách: {title}</source>
        <translation>List: {title}</translation>
    </message>
    <message numerus="yes">
        <source>{n} mục, đang hiện {shown}</source>
        <translation>
            <numerusform>{n} entry, {shown} shown</numerusform>
            <numerusform>{n} entries, {shown} shown</numerusform>
        </translation>
    </message>
    <message>
        <source>Thêm mới</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Bỏ sửa</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Xóa…</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <source>Các lần sửa…</source>
        <translation>Versions…</translation>
    </message>
    <message>
        <source>Lý do (ghi vào lịch sử sửa)</source>
        <translation>Reason (kept with the version)</translation>
    </message>
    <message>
        <source>Mục mới</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>Cần điền: {title}.</source>
        <translation>Fill in: {title}.</translation>
    </message>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>{title}: ngày phải có dạng ngày/tháng/năm, ví dụ 24/11/2026.</source>
        <translation>{title}: write a day as day/month/year, as 24/11/2026.</translation>
    </message>
    <message>
        <source>{title}: phải là số nguyên không âm.</source>
        <translation>{title}: write a whole number, 0 or more.</translation>
    </message>
    <message>
        <source>▲ {person} vừa sửa mục này lúc {time}. Bấm Bỏ sửa để xem bản mới.</source>
        <translation>▲ {person} changed this entry at {time}. Press Discard to see the new version.</translation>
    </message>
    <message>
        <source>Cán bộ và đầu mối</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Phòng họp</source>
        <translation>Rooms</translation>
    </message>
    <message numerus="yes">
        <source>{n} mục</source>
        <translation>
            <numerusform>{n} entry</numerusform>
            <numerusform>{n} entries</numerusform>
        </translation>
    </message>
    <message>
        <source>Xóa khỏi danh sách?</source>
        <translation>Delete from the list?</translation>
    </message>
    <message>
        <source>“{name}” sẽ không còn trong danh sách. Các lần sửa trước vẫn được giữ và có thể khôi phục.</source>
        <translation>“{name}” will no longer be in the list. Its earlier versions are kept and can be brought back.</translation>
    </message>
    <message>
        <source>Xóa</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Danh sách các trang hồ sơ</source>
        <translation>The pages of the records</translation>
    </message>
    <message numerus="yes">
        <source>Đã lưu {n} mục.</source>
        <translation>
            <numerusform>{n} entry saved.</numerusform>
            <numerusform>{n} entries saved.</numerusform>
        </translation>
    </message>
    <message>
        <source>Danh bạ</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>Trước cuộc họp</source>
        <translation>Before the meeting</translation>
    </message>
    <message>
        <source>Trong cuộc họp</source>
        <translation>During the meeting</translation>
    </message>
    <message>
        <source>Sau cuộc họp</source>
        <translation>After the meeting</translation>
    </message>
    <message>
        <source>Định kỳ</source>
        <translation>Recurring</translation>
    </message>
    <message>
        <source>Không có gì thay đổi.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>Chưa lưu: mục này vừa được người khác sửa. Hãy mở lại mục, xem bản mới rồi sửa tiếp.</source>
        <translation>Not saved: somebody else has just changed this entry. Open it again, look at the new version, then go on.</translation>
    </message>
    <message>
        <source>Mục này không còn trong sổ; có thể người khác vừa xóa.</source>
        <translation>This entry is no longer there; somebody else may have deleted it.</translation>
    </message>
    <message>
        <source>Chưa lưu: có ô để trống, quá dài hoặc sai dạng ({why}).</source>
        <translation>Not saved: a field is empty, too long or wrong in form ({why}).</translation>
    </message>
    <message>
        <source>Sổ đang bận; việc vừa yêu cầu chưa được thực hiện. Hãy thử lại sau.</source>
        <translation>The register is busy; what you asked for was not done. Try again later.</translation>
    </message>
    <message>
        <source>Bỏ phần chưa lưu?</source>
        <translation>Drop what is not saved?</translation>
    </message>
    <message>
        <source>Trang này có nội dung đã nhập nhưng chưa lưu.</source>
        <translation>Something was typed on this page and not saved.</translation>
    </message>
    <message>
        <source>Bỏ phần chưa lưu</source>
        <translation>Drop it</translation>
    </message>
    <message>
        <source>Hồ sơ cuộc họp, danh bạ…</source>
        <translation>Records and directory…</translation>
    </message>
    <message>
        <source>Mở cửa sổ hồ sơ: danh bạ, đăng ký, kiểm tra, biểu mẫu, việc định kỳ</source>
        <translation>Open the records: directory, registrations, checks, forms, recurring duties</translation>
    </message>
    <message>
        <source>mở cửa sổ hồ sơ, không cần cuộc họp nào</source>
        <translation>open the office's records, without any meeting</translation>
    </message>
    <message>
        <source>ngôn ngữ của cửa sổ (như lần chọn trước)</source>
        <translation>of the window (as chosen before)</translation>
    </message>
    <message>
        <source>Đường truyền của điểm cầu</source>
        <translation>Line of the site</translation>
    </message>
    <message>
        <source>Mở đồ thị đường truyền của điểm cầu đang chọn; Esc để đóng</source>
        <translation>Opens the plots of the chosen site's line; Esc to close</translation>
    </message>
    <message>
        <source>đường truyền</source>
        <translation>line</translation>
    </message>
    <message>
        <source>trợ giúp</source>
        <translation>help</translation>
    </message>
    <message>
        <source>quy chế chỉ cho mở mic khi điểm cầu được gọi phát biểu</source>
        <translation>the regulation lets a microphone be opened only for a site that is called to speak</translation>
    </message>
    <message>
        <source>{text} (theo quy chế: điểm cầu chính phát biểu)</source>
        <translation>{text} (by the regulation: the main endpoint speaks)</translation>
    </message>
    <message>
        <source>đặt “{text}” dưới chính nó: cấp trên đi vòng trở lại</source>
        <translation>puts “{text}” below itself: the way up comes back to it</translation>
    </message>
    <message>
        <source>vừa có thao tác khác; hãy xem lại thao tác sẽ hoàn tác rồi bấm lại</source>
        <translation>another act has come since; look at what would be undone and press again</translation>
    </message>
    <message>
        <source>Nhận {taken} gói, {known} gói đã nhận từ trước, từ chối {refused} gói.</source>
        <translation>{taken} taken, {known} known already, {refused} refused.</translation>
    </message>
    <message>
        <source>Không có gói bàn giao nào trong {path}.</source>
        <translation>There is no package in {path}.</translation>
    </message>
    <message>
        <source>Ở đó có hơn {most} tệp hoặc gói; hãy chỉ ra các thư mục nhỏ hơn.</source>
        <translation>More than {most} files or packages lie there; name smaller folders.</translation>
    </message>
    <message>
        <source>Không đọc được thư mục {path}: {why}.</source>
        <translation>{path} cannot be read: {why}.</translation>
    </message>
    <message>
        <source>Đã đăng ký khóa {fingerprint} cho {unit}.</source>
        <translation>Key {fingerprint} is registered for {unit}.</translation>
    </message>
    <message>
        <source>Đã thu hồi khóa {fingerprint} của {unit}; từ nay không nhận gói nào ký bằng khóa này.</source>
        <translation>Key {fingerprint} of {unit} is revoked; nothing signed with it is taken any more.</translation>
    </message>
    <message>
        <source>Khóa {fingerprint} chưa đăng ký ở đây.</source>
        <translation>Key {fingerprint} is not registered here.</translation>
    </message>
    <message>
        <source>Chưa đăng ký khóa nào; hãy đăng ký bằng lệnh: main.py department register-key</source>
        <translation>No key is registered yet; register one with: main.py department register-key</translation>
    </message>
    <message>
        <source>Hãy nêu tên đơn vị có khóa này.</source>
        <translation>Name the unit that the key belongs to.</translation>
    </message>
    <message>
        <source>{day}  {unit}  “{title}”  {sites} điểm cầu, {count} sự kiện</source>
        <translation>{day}  {unit}  “{title}”  {sites} sites, {count} events</translation>
    </message>
    <message>
        <source>Từ ngày {first} đến ngày {last}:</source>
        <translation>From {first} to {last}:</translation>
    </message>
    <message>
        <source>Chưa nhận được gói nào.</source>
        <translation>Nothing was handed in.</translation>
    </message>
    <message>
        <source>Mọi đơn vị có khóa đăng ký đều đã nộp.</source>
        <translation>Every unit with a registered key has handed in something.</translation>
    </message>
    <message>
        <source>{unit}: chưa nộp.</source>
        <translation>{unit}: nothing handed in.</translation>
    </message>
    <message>
        <source>“{text}” không phải một ngày; hãy viết dạng 2026-12-14.</source>
        <translation>“{text}” is no day; write it as 2026-12-14.</translation>
    </message>
    <message>
        <source>Ngày đầu {first} muộn hơn ngày cuối {last}.</source>
        <translation>The first day, {first}, comes after the last, {last}.</translation>
    </message>
    <message>
        <source>Ở đây chưa nhận gói nào của phiên “{text}”.</source>
        <translation>No package of a session “{text}” was taken here.</translation>
    </message>
    <message>
        <source>Đã lập biên nhận: {path}</source>
        <translation>Receipt written: {path}</translation>
    </message>
    <message>
        <source>BIÊN NHẬN: {department} đã nhận {package} ({count} sự kiện, mã băm cuối {head}) ngày {day}; ký bằng khóa {fingerprint}.</source>
        <translation>RECEIPT: {department} took {package} ({count} events, head {head}) on {day}; signed with key {fingerprint}.</translation>
    </message>
    <message>
        <source>{file} không phải biên nhận.</source>
        <translation>{file} is no receipt.</translation>
    </message>
    <message>
        <source>{file} không còn đúng như khi ký.</source>
        <translation>{file} is not as it was signed.</translation>
    </message>
    <message>
        <source>{file} ký bằng khóa {fingerprint}, không phải khóa đã nêu.</source>
        <translation>{file} is signed with key {fingerprint}, not with the named one.</translation>
    </message>
    <message>
        <source>ĐÃ NHẬN của {unit}: “{title}”, {count} sự kiện.</source>
        <translation>TAKEN from {unit}: “{title}”, {count} events.</translation>
    </message>
    <message>
        <source>ĐÃ NHẬN của {unit}, thay cho gói nộp trước: “{title}”, {count} sự kiện.</source>
        <translation>TAKEN from {unit} in the place of the earlier one: “{title}”, {count} events.</translation>
    </message>
    <message>
        <source>ĐÃ CÓ: {unit} đã nộp ngày {day}; không thay đổi gì.</source>
        <translation>KNOWN: {unit} delivered it on {day} already; nothing was changed.</translation>
    </message>
    <message>
        <source>CŨ HƠN: gói {unit} nộp ngày {day} đầy đủ hơn; không thay đổi gì.</source>
        <translation>OLDER: what {unit} delivered on {day} goes further; nothing was changed.</translation>
    </message>
    <message>
        <source>TỪ CHỐI: ngày {day} {unit} đã nộp một nhật ký khác của phiên này, hai nhật ký không khớp nhau; hãy hỏi đơn vị bản nào đúng.</source>
        <translation>REFUSED: {unit} delivered another log of this session on {day}, and the two part ways; ask the unit which of them is right.</translation>
    </message>
    <message>
        <source>TỪ CHỐI: {why}</source>
        <translation>REFUSED: {why}</translation>
    </message>
    <message>
        <source>TỪ CHỐI: ký bằng khóa {fingerprint}, ở đây chưa đăng ký; hãy đối chiếu với văn bản của đơn vị rồi đăng ký.</source>
        <translation>REFUSED: it is signed with key {fingerprint}, which is not registered here; compare it with the unit's paper and register it.</translation>
    </message>
    <message>
        <source>TỪ CHỐI: ký bằng khóa {fingerprint} đã bị thu hồi.</source>
        <translation>REFUSED: it is signed with key {fingerprint}, which was revoked.</translation>
    </message>
    <message>
        <source>CHƯA NHẬN: ổ đĩa của máy này không ghi được ({why}).</source>
        <translation>NOT TAKEN: this machine's disk refuses ({why}).</translation>
    </message>
    <message>
        <source>các gói đơn vị nộp về Sở: nhận, khóa, xem, chưa nộp, báo cáo, biên nhận</source>
        <translation>packages handed in at the department: import, keys, list, missing, report, receipt</translation>
    </message>
    <message>
        <source>nhận các gói từ USB: kiểm tra từng gói, lưu một lần, hoặc từ chối</source>
        <translation>take packages from a stick: each judged, kept once, or refused</translation>
    </message>
    <message>
        <source>các gói, hoặc thư mục chứa gói</source>
        <translation>packages, or folders with packages in them</translation>
    </message>
    <message>
        <source>in mỗi gói thành một đối tượng JSON</source>
        <translation>print one JSON object per package</translation>
    </message>
    <message>
        <source>in mỗi dòng thành một đối tượng JSON</source>
        <translation>print one JSON object per line</translation>
    </message>
    <message>
        <source>đăng ký khóa ký của đơn vị theo văn bản</source>
        <translation>register a unit's signing key from its paper</translation>
    </message>
    <message>
        <source>64 chữ số thập lục phân như trong văn bản</source>
        <translation>64 hexadecimal digits, as the paper has them</translation>
    </message>
    <message>
        <source>tên đơn vị như sẽ ghi trong thống kê</source>
        <translation>the unit's name, as statistics will say it</translation>
    </message>
    <message>
        <source>điểm cầu của đơn vị</source>
        <translation>the unit's site</translation>
    </message>
    <message>
        <source>số văn bản</source>
        <translation>number of the paper</translation>
    </message>
    <message>
        <source>không nhận gói ký bằng khóa này nữa</source>
        <translation>take no more packages signed with a key</translation>
    </message>
    <message>
        <source>lý do, được lưu trong sổ</source>
        <translation>why, as the register keeps it</translation>
    </message>
    <message>
        <source>in các khóa đã đăng ký</source>
        <translation>print the registered keys</translation>
    </message>
    <message>
        <source>in những gì đã nộp trong một kỳ</source>
        <translation>print what was handed in for a period</translation>
    </message>
    <message>
        <source>in các đơn vị chưa nộp gì trong một kỳ</source>
        <translation>print which units have handed in nothing for a period</translation>
    </message>
    <message>
        <source>ngày đầu, dạng YYYY-MM-DD</source>
        <translation>first day, YYYY-MM-DD</translation>
    </message>
    <message>
        <source>ngày cuối, dạng YYYY-MM-DD</source>
        <translation>last day, YYYY-MM-DD</translation>
    </message>
    <message>
        <source>khi không nêu ngày: kỳ nào của hôm nay</source>
        <translation>without days: which period of today</translation>
    </message>
    <message>
        <source>lập biên nhận có ký cho các gói đã nhận</source>
        <translation>write signed receipts for packages that were taken</translation>
    </message>
    <message>
        <source>nơi đặt biên nhận</source>
        <translation>where the receipts go</translation>
    </message>
    <message>
        <source>kiểm tra biên nhận có đúng như Sở đã ký không</source>
        <translation>say whether a receipt is as the department signed it</translation>
    </message>
    <message>
        <source>tệp biên nhận</source>
        <translation>the receipt</translation>
    </message>
    <message>
        <source>Không dùng được mẫu của phiếu: {why}.</source>
        <translation>The form's template cannot be used: {why}.</translation>
    </message>
    <message>
        <source>thu hồi ngày {day}: {why}</source>
        <translation>revoked on {day}: {why}</translation>
    </message>
    <message>
        <source>Tiếng từ điểm cầu chính đến điểm cầu</source>
        <translation>Sound from the main endpoint to the site</translation>
    </message>
    <message>
        <source>Tiếng từ điểm cầu về điểm cầu chính</source>
        <translation>Sound from the site to the main endpoint</translation>
    </message>
    <message>
        <source>Triệt vọng</source>
        <translation>Echo cancelling</translation>
    </message>
    <message>
        <source>Cỡ hình</source>
        <translation>Picture size</translation>
    </message>
    <message>
        <source>Số hình mỗi giây</source>
        <translation>Pictures a second</translation>
    </message>
    <message>
        <source>Biến động trễ</source>
        <translation>Jitter</translation>
    </message>
    <message>
        <source>Độ trễ khứ hồi</source>
        <translation>Round trip</translation>
    </message>
    <message>
        <source>Băng thông</source>
        <translation>Bandwidth</translation>
    </message>
    <message>
        <source>Góc quay camera đã lưu</source>
        <translation>Stored camera position</translation>
    </message>
    <message>
        <source>Loa trong phòng nghe rõ</source>
        <translation>Loudspeakers are clear in the room</translation>
    </message>
    <message>
        <source>Thử từng micro: không hú, rít, nhiễu</source>
        <translation>Each microphone tried: no howl, hiss or noise</translation>
    </message>
    <message>
        <source>Pin micro không dây</source>
        <translation>Batteries of wireless microphones</translation>
    </message>
    <message>
        <source>Chế độ hiển thị hình ảnh</source>
        <translation>Display mode</translation>
    </message>
    <message>
        <source>Trình chiếu tài liệu, phát video</source>
        <translation>Slides and video</translation>
    </message>
    <message>
        <source>Ánh sáng</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Thử tại vị trí chủ tọa</source>
        <translation>Tried from the chair's seat</translation>
    </message>
    <message>
        <source>Tiếng đi</source>
        <translation>Sound out</translation>
    </message>
    <message>
        <source>Tiếng về</source>
        <translation>Sound in</translation>
    </message>
    <message>
        <source>Hình/s</source>
        <translation>Pictures/s</translation>
    </message>
    <message>
        <source>Độ trễ</source>
        <translation>Delay</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Jitter</translation>
    </message>
    <message>
        <source>Góc quay</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>không áp dụng</source>
        <translation>not applicable</translation>
    </message>
    <message>
        <source>Đạt</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>Có lưu ý</source>
        <translation>With remarks</translation>
    </message>
    <message>
        <source>Không đạt</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Đang đo</source>
        <translation>Measuring</translation>
    </message>
    <message>
        <source>Chưa kiểm tra</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>thiết bị của điểm cầu không tự trả lời được; hãy hỏi qua điện thoại</source>
        <translation>the site's equipment cannot answer by itself; ask by telephone</translation>
    </message>
    <message>
        <source>không nhận được trả lời</source>
        <translation>no answer came</translation>
    </message>
    <message>
        <source>dừng giữa chừng</source>
        <translation>ended before its time</translation>
    </message>
    <message>
        <source>không có gói âm thanh nào</source>
        <translation>no sound packets at all</translation>
    </message>
    <message>
        <source>hoàn toàn im lặng; hãy xem công tắc và dây micro</source>
        <translation>complete silence; look at the microphone's switch and cable</translation>
    </message>
    <message>
        <source>chỉ nghe tiếng nền; hãy nhờ người nói vào micro</source>
        <translation>only the room's noise; ask somebody to speak into the microphone</translation>
    </message>
    <message>
        <source>quá nhỏ</source>
        <translation>too quiet</translation>
    </message>
    <message>
        <source>không thấy âm thử</source>
        <translation>the test tone is not there</translation>
    </message>
    <message>
        <source>không nghe vọng</source>
        <translation>no echo is heard</translation>
    </message>
    <message>
        <source>còn vọng nhẹ</source>
        <translation>a faint echo is left</translation>
    </message>
    <message>
        <source>vọng rõ; hãy giảm loa hoặc bật triệt vọng</source>
        <translation>a clear echo; turn the loudspeaker down or echo cancelling on</translation>
    </message>
    <message>
        <source>điểm cầu không có micro</source>
        <translation>the site has no microphone</translation>
    </message>
    <message>
        <source>điểm cầu không có camera</source>
        <translation>the site has no camera</translation>
    </message>
    <message>
        <source>không có hình</source>
        <translation>no picture</translation>
    </message>
    <message>
        <source>nhỏ hơn HD 720p</source>
        <translation>smaller than HD 720p</translation>
    </message>
    <message>
        <source>hình giật</source>
        <translation>the picture jerks</translation>
    </message>
    <message>
        <source>sát ngưỡng</source>
        <translation>near the limit</translation>
    </message>
    <message>
        <source>vượt ngưỡng</source>
        <translation>over the limit</translation>
    </message>
    <message>
        <source>chưa đủ số liệu</source>
        <translation>not enough figures</translation>
    </message>
    <message>
        <source>mức đã truyền khi kiểm tra, chưa phải mức tối đa</source>
        <translation>what was carried during the check, not the most possible</translation>
    </message>
    <message>
        <source>điểm cầu chưa lưu góc quay cho bục phát biểu</source>
        <translation>the site has stored no position for the podium</translation>
    </message>
    <message>
        <source>camera không đến đúng góc quay</source>
        <translation>the camera did not arrive at the position</translation>
    </message>
    <message>
        <source>kiểm tra kỹ thuật</source>
        <translation>technical check</translation>
    </message>
    <message>
        <source>trước 1/2 ngày</source>
        <translation>half a day before</translation>
    </message>
    <message>
        <source>trước {n} ngày làm việc</source>
        <translation>{n} working day(s) before</translation>
    </message>
    <message>
        <source>trước {n} ngày</source>
        <translation>{n} day(s) before</translation>
    </message>
    <message>
        <source>trước {n} giờ</source>
        <translation>{n} hour(s) before</translation>
    </message>
    <message>
        <source>trước {n} phút</source>
        <translation>{n} minutes before</translation>
    </message>
    <message>
        <source>đang nghe phòng</source>
        <translation>listening to the room</translation>
    </message>
    <message>
        <source>đang phát âm thử</source>
        <translation>playing the test tone</translation>
    </message>
    <message>
        <source>đang nhận âm thử</source>
        <translation>receiving the test tone</translation>
    </message>
    <message>
        <source>đang xem hình</source>
        <translation>looking at the picture</translation>
    </message>
    <message>
        <source>đang quay camera</source>
        <translation>moving the camera</translation>
    </message>
    <message>
        <source>hình/s</source>
        <translation>fps</translation>
    </message>
    <message>
        <source>kb/s</source>
        <translation>kb/s</translation>
    </message>
    <message>
        <source>thông số chuẩn {value}</source>
        <translation>usual value {value}</translation>
    </message>
    <message>
        <source>{site}: bắt đầu kiểm tra kỹ thuật {stage}</source>
        <translation>{site}: technical check begun, {stage}</translation>
    </message>
    <message>
        <source>{site}: {item} — {result}</source>
        <translation>{site}: {item} — {result}</translation>
    </message>
    <message>
        <source>{text}, {person} kiểm tra</source>
        <translation>{text}, checked by {person}</translation>
    </message>
    <message>
        <source>Chốt kiểm tra kỹ thuật {stage}: {passed} đạt, {remarks} có lưu ý, {failed} không đạt</source>
        <translation>Technical check closed, {stage}: {passed} passed, {remarks} with remarks, {failed} failed</translation>
    </message>
    <message>
        <source>{site}: đã lấy làm thông số chuẩn</source>
        <translation>{site}: taken as its usual values</translation>
    </message>
    <message>
        <source>kiểm tra kỹ thuật {sites}</source>
        <translation>technical check of {sites}</translation>
    </message>
    <message>
        <source>kiểm tra kỹ thuật các điểm cầu</source>
        <translation>technical check of the sites</translation>
    </message>
    <message>
        <source>dừng kiểm tra kỹ thuật</source>
        <translation>end the technical check</translation>
    </message>
    <message>
        <source>ghi kết quả kiểm tra {site}: {item}</source>
        <translation>note what was found at {site}: {item}</translation>
    </message>
    <message>
        <source>chốt kết quả kiểm tra kỹ thuật</source>
        <translation>close the technical check</translation>
    </message>
    <message>
        <source>lấy thông số chuẩn của {site}</source>
        <translation>take the usual values of {site}</translation>
    </message>
    <message>
        <source>hồ sơ quy định không có đợt kiểm tra này</source>
        <translation>the profile asks for no such technical check</translation>
    </message>
    <message>
        <source>cuộc họp chính thức đã bắt đầu; chỉ đo điểm cầu trước giờ họp</source>
        <translation>the official meeting has begun; sites are measured before it only</translation>
    </message>
    <message>
        <source>kết quả kiểm tra của điểm cầu chưa đạt</source>
        <translation>the site's check has not been passed</translation>
    </message>
    <message numerus="yes">
        <source>, {n} điểm cầu chưa báo cáo</source>
        <translation>
            <numerusform>, {n} site has not reported</numerusform>
            <numerusform>, {n} sites have not reported</numerusform>
        </translation>
    </message>
    <message>
        <source>đo các điểm cầu cho kiểm tra kỹ thuật, mỗi lúc vài điểm (không ghi: mọi điểm cầu của đợt)</source>
        <translation>measure sites for the technical check, a few at a time (without: all whom the stage is for)</translation>
    </message>
    <message>
        <source>dừng việc đang đo</source>
        <translation>end what is being measured</translation>
    </message>
    <message>
        <source>ghi kết quả một mục do người có tên kiểm tra</source>
        <translation>say what a named person found of one item</translation>
    </message>
    <message>
        <source>chốt một đợt kiểm tra và trình kết quả cho người chủ trì</source>
        <translation>end a stage of the check and hand its results to the chair</translation>
    </message>
    <message>
        <source>lấy kết quả đạt của một điểm cầu làm thông số chuẩn</source>
        <translation>make the values of a site's passed check its usual ones</translation>
    </message>
    <message>
        <source>đợt kiểm tra, như hồ sơ quy định gọi tên (không ghi: đợt đầu tiên)</source>
        <translation>stage of the check, as the profile names it (without: the first)</translation>
    </message>
    <message>
        <source>các điểm cầu, cách nhau bằng dấu phẩy (số, mã hoặc tên điểm cầu)</source>
        <translation>sites, apart by commas (number, identifier or name of a site)</translation>
    </message>
    <message>
        <source>chỉ đo mục không đạt hoặc chưa kiểm tra</source>
        <translation>only what failed or was not checked</translation>
    </message>
    <message>
        <source>mục kiểm tra</source>
        <translation>what is looked at</translation>
    </message>
    <message>
        <source>kết quả</source>
        <translation>what came of it</translation>
    </message>
    <message>
        <source>giá trị đọc được</source>
        <translation>value as it was read</translation>
    </message>
    <message>
        <source>họ tên người kiểm tra (không ghi: người ra lệnh)</source>
        <translation>name of who found it (without: whoever gives the command)</translation>
    </message>
    <message>
        <source>đo các điểm cầu và in kết quả</source>
        <translation>measure sites and print what was found</translation>
    </message>
    <message>
        <source>in các phiếu kiểm tra của phiên đang chạy, hoặc của một cuộc họp trong sổ</source>
        <translation>print the sheets of the running session, or of a meeting in the register</translation>
    </message>
    <message>
        <source>một cuộc họp trong sổ (không ghi: phiên đang chạy)</source>
        <translation>a meeting in the register (without: the running session)</translation>
    </message>
    <message>
        <source>dạng CSV thay cho các dòng JSON</source>
        <translation>as CSV instead of JSON lines</translation>
    </message>
    <message>
        <source>không chờ đo xong</source>
        <translation>do not wait for the end</translation>
    </message>
    <message>
        <source>không có sự cố này trong phiên họp</source>
        <translation>the session has no such incident</translation>
    </message>
    <message>
        <source>sự cố này đã đóng; hãy mở lại rồi ghi thêm</source>
        <translation>this incident is closed; open it again to say more</translation>
    </message>
    <message>
        <source>Mất đường truyền</source>
        <translation>Line lost</translation>
    </message>
    <message>
        <source>Hỏng thiết bị</source>
        <translation>Device failed</translation>
    </message>
    <message>
        <source>Mất điện</source>
        <translation>Power cut</translation>
    </message>
    <message>
        <source>Việc khác</source>
        <translation>Something else</translation>
    </message>
    <message>
        <source>qua điện thoại</source>
        <translation>by phone</translation>
    </message>
    <message>
        <source>qua tin nhắn</source>
        <translation>by message</translation>
    </message>
    <message>
        <source>qua thư điện tử</source>
        <translation>by e-mail</translation>
    </message>
    <message>
        <source>bằng văn bản</source>
        <translation>in writing</translation>
    </message>
    <message>
        <source>trực tiếp</source>
        <translation>in person</translation>
    </message>
    <message>
        <source>Ghi thêm: {incident}</source>
        <translation>More: {incident}</translation>
    </message>
    <message>
        <source>nguyên nhân: {text}</source>
        <translation>cause: {text}</translation>
    </message>
    <message>
        <source>xử lý: {text}</source>
        <translation>done: {text}</translation>
    </message>
    <message>
        <source>dự kiến khôi phục {time}</source>
        <translation>expected to work again {time}</translation>
    </message>
    <message>
        <source>Bỏ sự cố số {number}: ghi nhầm</source>
        <translation>Incident {number} removed: noted by mistake</translation>
    </message>
    <message>
        <source>Đóng sự cố số {number}</source>
        <translation>Incident {number} closed</translation>
    </message>
    <message>
        <source>Sự cố số {number} đã khôi phục lúc {time}</source>
        <translation>Incident {number}: works again since {time}</translation>
    </message>
    <message>
        <source>Mở lại sự cố số {number}</source>
        <translation>Incident {number} opened again</translation>
    </message>
    <message>
        <source>Đã báo sự cố số {number} cho {party} {channel}</source>
        <translation>Incident {number}: {party} told {channel}</translation>
    </message>
    <message>
        <source>ghi thêm về sự cố số {number}</source>
        <translation>say more of incident {number}</translation>
    </message>
    <message>
        <source>ghi sự cố số {number} đã khôi phục</source>
        <translation>note that incident {number} is over</translation>
    </message>
    <message>
        <source>đóng sự cố số {number}</source>
        <translation>close incident {number}</translation>
    </message>
    <message>
        <source>mở lại sự cố số {number}</source>
        <translation>open incident {number} again</translation>
    </message>
    <message>
        <source>ghi việc báo sự cố số {number}</source>
        <translation>note who was told of incident {number}</translation>
    </message>
    <message>
        <source>nhận mọi cảnh báo đã hết</source>
        <translation>take all alarms that are over</translation>
    </message>
    <message>
        <source>ghi thêm về một sự cố: nội dung, loại, nguyên nhân, cách xử lý</source>
        <translation>say more of an incident: its words, category, cause, solution</translation>
    </message>
    <message>
        <source>ghi một sự cố đã được khôi phục</source>
        <translation>say that things work again after an incident</translation>
    </message>
    <message>
        <source>đóng một sự cố: không còn gì phải ghi thêm</source>
        <translation>end an incident: nothing more is to be said of it</translation>
    </message>
    <message>
        <source>mở lại một sự cố đã đóng</source>
        <translation>open an incident again</translation>
    </message>
    <message>
        <source>ghi đã báo sự cố cho ai, bằng cách nào</source>
        <translation>note who was told of an incident, and how</translation>
    </message>
    <message>
        <source>Thiết bị tai nghe</source>
        <translation>Headphones device</translation>
    </message>
    <message>
        <source>Thiết bị tai nghe…</source>
        <translation>Headphones device…</translation>
    </message>
    <message>
        <source>Chọn thiết bị phát tiếng nghe thử và tiếng báo cho người điều hành. Cuộc họp không bị ảnh hưởng.</source>
        <translation>Choose the device that plays what the operator listens to, and the chimes. The meeting is not affected.</translation>
    </message>
    <message>
        <source>Dùng thiết bị này</source>
        <translation>Use this device</translation>
    </message>
    <message>
        <source>Thiết bị thường dùng của máy</source>
        <translation>The computer's usual device</translation>
    </message>
    <message>
        <source>{name} (chưa cắm)</source>
        <translation>{name} (not plugged in)</translation>
    </message>
    <message>
        <source>Chọn thiết bị phát tiếng nghe thử và tiếng báo; lần mở sau vẫn giữ</source>
        <translation>Choose the device that plays what is listened to, and the chimes; kept for the next start</translation>
    </message>
    <message>
        <source>Tiếp nhận gói bàn giao</source>
        <translation>Hand-over packages</translation>
    </message>
    <message>
        <source>Khóa ký của các đơn vị</source>
        <translation>Signing keys of units</translation>
    </message>
    <message>
        <source>Vân tay khóa phải gồm 64 chữ số thập lục phân như ghi trong văn bản đăng ký.</source>
        <translation>A key's fingerprint has 64 hexadecimal digits, as the paper that registers it has them.</translation>
    </message>
    <message>
        <source>Nhận từ USB hoặc thư mục…</source>
        <translation>Take from a stick or folder…</translation>
    </message>
    <message>
        <source>Nhận các tệp gói…</source>
        <translation>Take package files…</translation>
    </message>
    <message>
        <source>Lập biên nhận…</source>
        <translation>Give receipts…</translation>
    </message>
    <message>
        <source>Chọn USB hoặc thư mục có gói bàn giao</source>
        <translation>Choose the stick or folder with packages</translation>
    </message>
    <message>
        <source>Chọn các gói bàn giao</source>
        <translation>Choose packages</translation>
    </message>
    <message>
        <source>Gói bàn giao (*.zip)</source>
        <translation>Hand-over packages (*.zip)</translation>
    </message>
    <message>
        <source>Chọn nơi đặt biên nhận</source>
        <translation>Choose where the receipts go</translation>
    </message>
    <message>
        <source>Đang kiểm tra và nhận các gói…</source>
        <translation>Packages are being judged and taken…</translation>
    </message>
    <message numerus="yes">
        <source>Đã nộp: {n} phiên</source>
        <translation>
            <numerusform>Handed in: {n} session</numerusform>
            <numerusform>Handed in: {n} sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chưa nộp gì: {n} đơn vị</source>
        <translation>
            <numerusform>Nothing handed in: {n} unit</numerusform>
            <numerusform>Nothing handed in: {n} units</numerusform>
        </translation>
    </message>
    <message>
        <source>Lần nhận vừa rồi</source>
        <translation>The last delivery</translation>
    </message>
    <message>
        <source>Chưa nhận lần nào từ khi mở cửa sổ này.</source>
        <translation>Nothing was taken since this window was opened.</translation>
    </message>
    <message>
        <source>Biên nhận</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>Kỳ 6 tháng hiện tại</source>
        <translation>This half year</translation>
    </message>
    <message>
        <source>Năm hiện tại</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>Kỳ báo cáo</source>
        <translation>Reporting period</translation>
    </message>
    <message>
        <source>Ngày họp</source>
        <translation>Day of the meeting</translation>
    </message>
    <message>
        <source>Đơn vị nộp</source>
        <translation>Handed in by</translation>
    </message>
    <message>
        <source>Nội dung cuộc họp</source>
        <translation>Subject of the meeting</translation>
    </message>
    <message>
        <source>Sự kiện</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Ngày nhận</source>
        <translation>Taken on</translation>
    </message>
    <message>
        <source>Người nhận</source>
        <translation>Taken by</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>đầy đủ</source>
        <translation>complete</translation>
    </message>
    <message>
        <source>chưa kết thúc khi lập gói</source>
        <translation>had not ended when packed</translation>
    </message>
    <message>
        <source>từ {first} đến {last}</source>
        <translation>from {first} to {last}</translation>
    </message>
    <message>
        <source>Vân tay khóa (SHA-256)</source>
        <translation>Fingerprint (SHA-256)</translation>
    </message>
    <message>
        <source>Số văn bản</source>
        <translation>Number of the paper</translation>
    </message>
    <message>
        <source>Ngày đăng ký</source>
        <translation>Registered on</translation>
    </message>
    <message>
        <source>Ngày thu hồi</source>
        <translation>Revoked on</translation>
    </message>
    <message>
        <source>Lý do thu hồi</source>
        <translation>Why it was revoked</translation>
    </message>
    <message>
        <source>Máy này đã ghi nhật ký của phiên và nhớ đúng số sự kiện, đúng mã băm cuối như vậy.</source>
        <translation>This machine wrote the session's log and remembers the same count and head.</translation>
    </message>
    <message>
        <source>Máy này nhớ nhiều sự kiện hơn: phiên họp còn tiếp diễn sau khi lập gói.</source>
        <translation>This machine remembers more events: the session went on after it was packed.</translation>
    </message>
    <message>
        <source>Máy này không biết phiên họp đó: chưa chứng minh được rằng phần cuối nhật ký không bị cắt bớt.</source>
        <translation>This machine knows nothing of the session: that no events are missing at the end is not proven here.</translation>
    </message>
    <message>
        <source>{name} kết thúc ở sự kiện {found}, nhưng máy này nhớ phiên họp có {wanted} sự kiện.</source>
        <translation>{name} ends with event {found}, but this machine remembers {wanted} events of the session.</translation>
    </message>
    <message>
        <source>{name} có mã băm cuối {found}, nhưng máy này nhớ là {wanted}.</source>
        <translation>{name} ends with head {found}, but this machine remembers {wanted}.</translation>
    </message>
    <message>
        <source>{mark} {id}  bản {version}  {name}</source>
        <translation>{mark} {id}  version {version}  {name}</translation>
    </message>
    <message>
        <source>Đang dùng: {name} ({id}, bản {version}), mã băm {hash}.</source>
        <translation>In use: {name} ({id}, version {version}), hash {hash}.</translation>
    </message>
    <message>
        <source>Dùng được {file}: {name} ({id}, bản {version}), mã băm {hash}.</source>
        <translation>{file} can be used: {name} ({id}, version {version}), hash {hash}.</translation>
    </message>
    <message>
        <source>Không có quy chế “{text}”, cũng không có tệp đó; hãy xem main.py profile list.</source>
        <translation>There is no profile “{text}”, and no such file; main.py profile list shows them.</translation>
    </message>
    <message>
        <source>Từ nay họp theo quy chế {name} ({id}, bản {version}), mã băm {hash}.</source>
        <translation>Meetings are held under {name} ({id}, version {version}), hash {hash}.</translation>
    </message>
    <message>
        <source>Bộ điều khiển đang chạy vẫn theo quy chế cũ cho tới khi khởi động lại.</source>
        <translation>A bridge that runs keeps its profile until it is started again.</translation>
    </message>
    <message>
        <source>{name} để ngỏ quy tắc tắt mic; hãy chọn một: {options}.</source>
        <translation>{name} leaves the rule of microphones open; choose one: {options}.</translation>
    </message>
    <message>
        <source>Đã đặt tên mới cho quy chế {name}: {department}, {province}.</source>
        <translation>Put over {name}: {department}, {province}.</translation>
    </message>
    <message>
        <source>Quy chế {name} được dùng nguyên, không đặt tên mới.</source>
        <translation>{name} is in force without an overlay.</translation>
    </message>
    <message>
        <source>Không có điều khoản nào như vậy.</source>
        <translation>No duty is like that.</translation>
    </message>
    <message>
        <source>{count} điều khoản: {parts}.</source>
        <translation>{count} duties: {parts}.</translation>
    </message>
    <message>
        <source>Văn bản: {title}</source>
        <translation>Document: {title}</translation>
    </message>
    <message>
        <source>Từ dùng: {main}; {sub}; {chairperson}; {department}</source>
        <translation>Words: {main}; {sub}; {chairperson}; {department}</translation>
    </message>
    <message>
        <source>văn bản không nêu</source>
        <translation>the text does not say</translation>
    </message>
    <message>
        <source>Văn bản còn để ngỏ:</source>
        <translation>What the text leaves open:</translation>
    </message>
    <message>
        <source>Đã đối chiếu và sửa:</source>
        <translation>What was compared and put right:</translation>
    </message>
    <message>
        <source>{amount} ngày làm việc</source>
        <translation>{amount} working days</translation>
    </message>
    <message>
        <source>{amount} ngày</source>
        <translation>{amount} days</translation>
    </message>
    <message>
        <source>{amount} buổi</source>
        <translation>{amount} half days</translation>
    </message>
    <message>
        <source>{amount} giờ</source>
        <translation>{amount} h</translation>
    </message>
    <message>
        <source>{amount} phút</source>
        <translation>{amount} min</translation>
    </message>
    <message>
        <source>trong ngày</source>
        <translation>the same day</translation>
    </message>
    <message>
        <source>ngay</source>
        <translation>at once</translation>
    </message>
    <message>
        <source>điểm cầu chính phát biểu thì tắt mic tất cả điểm cầu khác</source>
        <translation>all others are closed when the main endpoint speaks</translation>
    </message>
    <message>
        <source>luôn tắt mic khi không phát biểu</source>
        <translation>always closed but for the speech</translation>
    </message>
    <message>
        <source>chỉ bật mic khi cơ quan chủ trì yêu cầu phát biểu</source>
        <translation>opened only when the host asks for the speech</translation>
    </message>
    <message>
        <source>đã thực hiện</source>
        <translation>done</translation>
    </message>
    <message>
        <source>nhắc việc</source>
        <translation>reminded</translation>
    </message>
    <message>
        <source>ghi lại</source>
        <translation>recorded</translation>
    </message>
    <message>
        <source>bản sau</source>
        <translation>later</translation>
    </message>
    <message>
        <source>không thuộc phần mềm</source>
        <translation>not software's</translation>
    </message>
    <message>
        <source>quy chế của tỉnh: danh sách, xem, kiểm tra, chọn dùng, đặt tên mới</source>
        <translation>the province's rules: list, show, check, use, overlay</translation>
    </message>
    <message>
        <source>in các quy chế có sẵn và quy chế đang dùng</source>
        <translation>print the profiles that ship with the program, and which is in use</translation>
    </message>
    <message>
        <source>in các quy định của một quy chế</source>
        <translation>print what a profile rules</translation>
    </message>
    <message>
        <source>tên hoặc tệp của quy chế (không ghi: quy chế đang dùng)</source>
        <translation>its name or its file (the one in use)</translation>
    </message>
    <message>
        <source>kiểm tra một tệp quy chế có dùng được không, sai ở đâu</source>
        <translation>say whether a profile file can be used, and where not</translation>
    </message>
    <message>
        <source>dùng một quy chế từ lần khởi động bộ điều khiển sau</source>
        <translation>hold meetings under a profile from the next start of the bridge on</translation>
    </message>
    <message>
        <source>tên hoặc tệp của quy chế</source>
        <translation>its name or its file</translation>
    </message>
    <message>
        <source>quy tắc tắt mic, khi quy chế để ngỏ</source>
        <translation>the rule of microphones, where the profile asks</translation>
    </message>
    <message>
        <source>đặt tên cơ quan và giờ làm việc hiện nay lên trên quy chế</source>
        <translation>put today's names and office hours over the profile</translation>
    </message>
    <message>
        <source>tệp tên mới (không ghi: bỏ tên mới)</source>
        <translation>the overlay (without: none any more)</translation>
    </message>
    <message>
        <source>in các điều khoản của quy chế và việc phần mềm làm</source>
        <translation>print the duties of the regulations and what the program does</translation>
    </message>
    <message>
        <source>chỉ của tỉnh này (vn-binh-dinh, …)</source>
        <translation>only this province's (vn-binh-dinh, …)</translation>
    </message>
    <message>
        <source>chỉ loại này</source>
        <translation>only these</translation>
    </message>
    <message>
        <source>chỉ của một tính năng (F01 đến F46)</source>
        <translation>only those of a feature (F01 to F46)</translation>
    </message>
    <message>
        <source>Không dùng được bảng điều khoản: {why}.</source>
        <translation>The duty table cannot be used: {why}.</translation>
    </message>
    <message>
        <source>Đăng ký: {when}{article}</source>
        <translation>Registered: {when}{article}</translation>
    </message>
    <message>
        <source>Khẩn cấp: {when}{article}</source>
        <translation>Urgent: {when}{article}</translation>
    </message>
    <message>
        <source>Kiểm tra kỹ thuật {stage}: xong trước {limit}{article}</source>
        <translation>Technical check {stage}: over {limit} before{article}</translation>
    </message>
    <message>
        <source>Kiểm tra kỹ thuật {stage}: xong trước {limit}, chậm nhất trước {other}{article}</source>
        <translation>Technical check {stage}: over {limit} before, {other} at least{article}</translation>
    </message>
    <message>
        <source>Điểm cầu kết nối: trước {limit}{article}</source>
        <translation>Sites connected: {limit} before{article}</translation>
    </message>
    <message>
        <source>Mic: {rule}{article}</source>
        <translation>Microphones: {rule}{article}</translation>
    </message>
    <message>
        <source>Bàn giao ghi hình: {when}{article}</source>
        <translation>Recording handed over: {when}{article}</translation>
    </message>
    <message>
        <source>Cán bộ kỹ thuật mỗi đơn vị: tối thiểu {count} người{article}</source>
        <translation>Technicians per unit: {count} at least{article}</translation>
    </message>
    <message>
        <source>trước ít nhất {limit}</source>
        <translation>at least {limit} before</translation>
    </message>
    <message>
        <source>trong {limit}</source>
        <translation>within {limit}</translation>
    </message>
    <message>
        <source>Cơ quan chủ quản</source>
        <translation>Governing body</translation>
    </message>
    <message>
        <source>Cơ quan đăng ký</source>
        <translation>Agency that registers</translation>
    </message>
    <message>
        <source>Căn cứ: số văn bản, ngày, cơ quan ban hành</source>
        <translation>Basis: document number, date, issuing agency</translation>
    </message>
    <message>
        <source>Đơn vị chủ trì</source>
        <translation>Host unit</translation>
    </message>
    <message>
        <source>Địa điểm tổ chức</source>
        <translation>Venue</translation>
    </message>
    <message>
        <source>Người chủ trì</source>
        <translation>Chairperson</translation>
    </message>
    <message>
        <source>Chức vụ người chủ trì</source>
        <translation>Chairperson's title</translation>
    </message>
    <message>
        <source>Thời gian đăng ký</source>
        <translation>Time of registration</translation>
    </message>
    <message>
        <source>Điện thoại cán bộ kỹ thuật</source>
        <translation>Technician's telephone</translation>
    </message>
    <message>
        <source>Đầu mối liên hệ</source>
        <translation>Contact person</translation>
    </message>
    <message>
        <source>Điện thoại đầu mối</source>
        <translation>Contact's telephone</translation>
    </message>
    <message>
        <source>Thành phần dự tại điểm cầu chính</source>
        <translation>Participants at the main endpoint</translation>
    </message>
    <message>
        <source>Số người dự</source>
        <translation>Attendees</translation>
    </message>
    <message>
        <source>Thành phần</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Kịch bản hoặc khung chương trình</source>
        <translation>Script or agenda</translation>
    </message>
    <message>
        <source>Kế hoạch tổ chức</source>
        <translation>Plan of the conference</translation>
    </message>
    <message>
        <source>Quy mô cuộc họp</source>
        <translation>Size of the meeting</translation>
    </message>
    <message>
        <source>Hỗ trợ kỹ thuật khác</source>
        <translation>Other technical support</translation>
    </message>
    <message>
        <source>Lý do họp đột xuất</source>
        <translation>Why it is urgent</translation>
    </message>
    <message>
        <source>Yêu cầu khác</source>
        <translation>Other requests</translation>
    </message>
    <message>
        <source>Số người dự tại điểm cầu chính</source>
        <translation>Attendees at the main endpoint</translation>
    </message>
    <message>
        <source>Khối chủ trì</source>
        <translation>Kind of host</translation>
    </message>
    <message>
        <source>Loại cuộc họp</source>
        <translation>Kind of meeting</translation>
    </message>
    <message>
        <source>Tính chất</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>Độ mật</source>
        <translation>Confidentiality</translation>
    </message>
    <message>
        <source>Hình thức họp</source>
        <translation>Form of the meeting</translation>
    </message>
    <message>
        <source>Số giấy mời</source>
        <translation>Invitation number</translation>
    </message>
    <message>
        <source>Ngày giấy mời</source>
        <translation>Invitation date</translation>
    </message>
    <message>
        <source>Căn cứ: số văn bản</source>
        <translation>Basis: document number</translation>
    </message>
    <message>
        <source>Căn cứ: ngày</source>
        <translation>Basis: date</translation>
    </message>
    <message>
        <source>Căn cứ: cơ quan ban hành</source>
        <translation>Basis: issuing agency</translation>
    </message>
    <message>
        <source>Cán bộ trực (từ danh bạ)</source>
        <translation>Technicians on duty (from the directory)</translation>
    </message>
    <message>
        <source>Tổng duyệt từ</source>
        <translation>Rehearsal from</translation>
    </message>
    <message>
        <source>Tổng duyệt đến</source>
        <translation>Rehearsal to</translation>
    </message>
    <message>
        <source>Chuẩn bị phòng trước (phút)</source>
        <translation>Room prepared before (minutes)</translation>
    </message>
    <message>
        <source>Máy chiếu</source>
        <translation>Projector</translation>
    </message>
    <message>
        <source>Phát video</source>
        <translation>Video playback</translation>
    </message>
    <message>
        <source>Lưu trữ video, hình ảnh</source>
        <translation>Store video and pictures</translation>
    </message>
    <message>
        <source>Có kế hoạch</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Đột xuất, khẩn cấp</source>
        <translation>Ad hoc, urgent</translation>
    </message>
    <message>
        <source>Hạn chế: không ghi hình, không kết xuất nội dung</source>
        <translation>Restricted: no recording, no export of content</translation>
    </message>
    <message>
        <source>Bí mật nhà nước: không ghi hình, không kết xuất nội dung</source>
        <translation>State secret: no recording, no export of content</translation>
    </message>
    <message>
        <source>a) Chủ tịch họp với sở, ngành, địa phương</source>
        <translation>a) Chairman with departments and localities</translation>
    </message>
    <message>
        <source>b) Sở, ngành họp với địa phương</source>
        <translation>b) Department with localities</translation>
    </message>
    <message>
        <source>c) Do Trung ương tổ chức</source>
        <translation>c) Organised by the central authorities</translation>
    </message>
    <message>
        <source>d) Mở rộng đến cấp xã, khối Đảng, đoàn thể</source>
        <translation>d) Extended to communes, the Party, mass organisations</translation>
    </message>
    <message>
        <source>Ủy ban nhân dân</source>
        <translation>People's Committee</translation>
    </message>
    <message>
        <source>Hội đồng nhân dân</source>
        <translation>People's Council</translation>
    </message>
    <message>
        <source>Sở, ngành</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Mặt trận, đoàn thể</source>
        <translation>Front, mass organisations</translation>
    </message>
    <message>
        <source>Đang soạn</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Đã gửi đăng ký</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>Đã tiếp nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Đã xác nhận</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>Không đồng ý</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Đã dời lịch</source>
        <translation>Rescheduled</translation>
    </message>
    <message>
        <source>Đã thông báo</source>
        <translation>Notified</translation>
    </message>
    <message>
        <source>Đã tổng duyệt</source>
        <translation>Rehearsed</translation>
    </message>
    <message>
        <source>Đã họp</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>Đã kết thúc hồ sơ</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Đã hủy</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Gửi đăng ký</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>Xác nhận</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Dời lịch</source>
        <translation>Reschedule</translation>
    </message>
    <message>
        <source>Đã thông báo xong</source>
        <translation>All notified</translation>
    </message>
    <message>
        <source>Kết thúc hồ sơ</source>
        <translation>Close the file</translation>
    </message>
    <message>
        <source>Hủy cuộc họp</source>
        <translation>Cancel the meeting</translation>
    </message>
    <message>
        <source>Điểm cầu thứ {row} chưa có: {field}.</source>
        <translation>Site {row} has no: {field}.</translation>
    </message>
    <message>
        <source>Chưa có: {field}.</source>
        <translation>Missing: {field}.</translation>
    </message>
    <message>
        <source>Điểm cầu thứ {row}: {field} “{text}” không đúng.</source>
        <translation>Site {row}: {field} “{text}” is not right.</translation>
    </message>
    <message>
        <source>{field} “{text}” không đúng.</source>
        <translation>{field} “{text}” is not right.</translation>
    </message>
    <message>
        <source>Giờ kết thúc phải sau giờ bắt đầu.</source>
        <translation>The end must be after the start.</translation>
    </message>
    <message>
        <source>Điểm cầu thứ {row} “{text}” có hai lần trong danh sách.</source>
        <translation>Site {row} “{text}” stands in the list twice.</translation>
    </message>
    <message>
        <source>Cuộc họp hạn chế hoặc mật không được lưu trữ video, hình ảnh.</source>
        <translation>A restricted or secret meeting may not store video or pictures.</translation>
    </message>
    <message>
        <source>Chưa thể “{act}” ở bước này.</source>
        <translation>“{act}” is not possible at this step.</translation>
    </message>
    <message>
        <source>Cần ghi lý do khi chọn “{act}”.</source>
        <translation>“{act}” needs a reason.</translation>
    </message>
    <message>
        <source>Đã quá hạn: cần ghi lý do chậm thì mới “{act}” được.</source>
        <translation>It is late: “{act}” needs the reason for being late.</translation>
    </message>
    <message>
        <source>Cần ghi ngày và giờ mới, giờ kết thúc sau giờ bắt đầu.</source>
        <translation>The new day and times are needed, the end after the start.</translation>
    </message>
    <message>
        <source>Phiếu chưa đủ nội dung để gửi.</source>
        <translation>The form is not complete enough to be submitted.</translation>
    </message>
    <message>
        <source>Phiếu đã đủ nội dung</source>
        <translation>The form is complete</translation>
    </message>
    <message>
        <source>{title} *</source>
        <translation>{title} *</translation>
    </message>
    <message>
        <source>* quy chế yêu cầu phải có</source>
        <translation>* required by the regulation</translation>
    </message>
    <message>
        <source>Ngày hoặc giờ không đúng, ví dụ 25/11/2026 và 08:00.</source>
        <translation>Day or time is not right, for example 25/11/2026 and 08:00.</translation>
    </message>
    <message>
        <source>giờ:phút</source>
        <translation>hour:minute</translation>
    </message>
    <message>
        <source>{title}: ngày</source>
        <translation>{title}: day</translation>
    </message>
    <message>
        <source>{title}: giờ</source>
        <translation>{title}: time</translation>
    </message>
    <message>
        <source>Phiếu đăng ký</source>
        <translation>Registration</translation>
    </message>
    <message>
        <source>Tiến trình và thời hạn</source>
        <translation>Steps and deadlines</translation>
    </message>
    <message>
        <source>Thông báo</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Kịch bản</source>
        <translation>Script</translation>
    </message>
    <message>
        <source>Cuộc họp</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>Danh sách cuộc họp</source>
        <translation>List of meetings</translation>
    </message>
    <message>
        <source>(chưa có nội dung)</source>
        <translation>(no subject yet)</translation>
    </message>
    <message>
        <source>chưa có giờ</source>
        <translation>no time yet</translation>
    </message>
    <message>
        <source>Chọn một cuộc họp ở bên trái, hoặc bấm “Đăng ký mới”.</source>
        <translation>Choose a meeting at the left, or press “New registration”.</translation>
    </message>
    <message>
        <source>Đăng ký mới</source>
        <translation>New registration</translation>
    </message>
    <message>
        <source>Nhân bản</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>In và kết xuất</source>
        <translation>Print and export</translation>
    </message>
    <message>
        <source>Xem trước khi in…</source>
        <translation>Print preview…</translation>
    </message>
    <message>
        <source>Lưu thành PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>Lưu thành Word…</source>
        <translation>Save for Word…</translation>
    </message>
    <message>
        <source>Lưu thành JSON…</source>
        <translation>Save as JSON…</translation>
    </message>
    <message>
        <source>In phiếu trống…</source>
        <translation>Print a blank form…</translation>
    </message>
    <message>
        <source>Chưa đọc được quy chế hoặc mẫu phiếu nên chưa in được.</source>
        <translation>The regulation or the form's template could not be read, so nothing can be printed yet.</translation>
    </message>
    <message>
        <source>Theo quy chế: {name}, bản {version}</source>
        <translation>Under the regulation: {name}, version {version}</translation>
    </message>
    <message>
        <source>Tìm cuộc họp (không cần dấu)</source>
        <translation>Find a meeting (marks not needed)</translation>
    </message>
    <message>
        <source>Hiện cả cuộc họp đã xong</source>
        <translation>Show past meetings too</translation>
    </message>
    <message>
        <source>Thêm tất cả điểm cầu</source>
        <translation>Add all sites</translation>
    </message>
    <message>
        <source>Thêm dòng</source>
        <translation>Add a line</translation>
    </message>
    <message>
        <source>Bỏ dòng</source>
        <translation>Remove lines</translation>
    </message>
    <message>
        <source>Các điểm cầu của cuộc họp</source>
        <translation>Sites of the meeting</translation>
    </message>
    <message>
        <source>Các bước đã thực hiện</source>
        <translation>Steps taken</translation>
    </message>
    <message>
        <source>Bước</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Lúc</source>
        <translation>At</translation>
    </message>
    <message>
        <source>Người thực hiện</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Hạn</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Lý do, ý kiến</source>
        <translation>Reason, opinion</translation>
    </message>
    <message>
        <source>quá hạn</source>
        <translation>late</translation>
    </message>
    <message>
        <source>Hồ sơ đã kết thúc, không còn bước nào.</source>
        <translation>The file is closed, there is no further step.</translation>
    </message>
    <message>
        <source>Lý do hoặc ý kiến</source>
        <translation>Reason or opinion</translation>
    </message>
    <message>
        <source>Đã quá hạn ({due}): ghi lý do chậm</source>
        <translation>Late ({due}): say why</translation>
    </message>
    <message>
        <source>Thực hiện lúc</source>
        <translation>Done at</translation>
    </message>
    <message>
        <source>Giờ mới: từ</source>
        <translation>New time: from</translation>
    </message>
    <message>
        <source>Giờ mới: đến</source>
        <translation>New time: to</translation>
    </message>
    <message>
        <source>Hãy lưu phiếu trước khi chuyển bước.</source>
        <translation>Save the form before taking a step.</translation>
    </message>
    <message>
        <source>lịch trước: {start}</source>
        <translation>before: {start}</translation>
    </message>
    <message>
        <source>Không đọc được ô này.</source>
        <translation>This field cannot be read.</translation>
    </message>
    <message>
        <source>Không đọc được ô “{title}”.</source>
        <translation>The field “{title}” cannot be read.</translation>
    </message>
    <message>
        <source>Đã ghi tệp {path}</source>
        <translation>The file {path} is written</translation>
    </message>
    <message>
        <source>cơ quan chủ trì</source>
        <translation>host agency</translation>
    </message>
    <message>
        <source>Sở quản lý</source>
        <translation>department</translation>
    </message>
    <message>
        <source>Văn phòng</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Thường trực</source>
        <translation>standing leadership</translation>
    </message>
    <message>
        <source>trung tâm điều khiển</source>
        <translation>control centre</translation>
    </message>
    <message>
        <source>đơn vị vận hành kỹ thuật</source>
        <translation>technical operator</translation>
    </message>
    <message>
        <source>cán bộ điều khiển MCU</source>
        <translation>MCU technician</translation>
    </message>
    <message>
        <source>điểm cầu chính</source>
        <translation>main endpoint</translation>
    </message>
    <message>
        <source>các điểm cầu</source>
        <translation>the sites</translation>
    </message>
    <message>
        <source>điểm cầu cấp huyện</source>
        <translation>district endpoints</translation>
    </message>
    <message>
        <source>các điểm cầu cấp xã</source>
        <translation>commune endpoints</translation>
    </message>
    <message>
        <source>người chủ trì</source>
        <translation>chairperson</translation>
    </message>
    <message>
        <source>chủ trì tại điểm cầu</source>
        <translation>local chair</translation>
    </message>
    <message>
        <source>lãnh đạo đơn vị</source>
        <translation>head of the unit</translation>
    </message>
    <message>
        <source>đơn vị vận hành</source>
        <translation>operating unit</translation>
    </message>
    <message>
        <source>đơn vị sử dụng</source>
        <translation>using unit</translation>
    </message>
    <message>
        <source>tất cả các đơn vị</source>
        <translation>every unit</translation>
    </message>
    <message>
        <source>các đơn vị liên quan</source>
        <translation>units concerned</translation>
    </message>
    <message>
        <source>doanh nghiệp viễn thông</source>
        <translation>telecom provider</translation>
    </message>
    <message>
        <source>Công ty Điện lực</source>
        <translation>power company</translation>
    </message>
    <message>
        <source>trực mạng</source>
        <translation>network duty</translation>
    </message>
    <message>
        <source>văn bản</source>
        <translation>in writing</translation>
    </message>
    <message>
        <source>phần mềm quản lý văn bản</source>
        <translation>document system</translation>
    </message>
    <message>
        <source>thư điện tử công vụ</source>
        <translation>official e-mail</translation>
    </message>
    <message>
        <source>thư điện tử</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>fax</source>
        <translation>fax</translation>
    </message>
    <message>
        <source>trang mạng</source>
        <translation>web page</translation>
    </message>
    <message>
        <source>giấy mời bản giấy</source>
        <translation>paper invitation</translation>
    </message>
    <message>
        <source>giấy mời tệp PDF</source>
        <translation>PDF invitation</translation>
    </message>
    <message>
        <source>cách khác</source>
        <translation>another way</translation>
    </message>
    <message>
        <source>Đăng ký cuộc họp</source>
        <translation>Register the meeting</translation>
    </message>
    <message>
        <source>Trả lời đăng ký</source>
        <translation>Answer the registration</translation>
    </message>
    <message>
        <source>Kiểm tra kỹ thuật</source>
        <translation>Technical check</translation>
    </message>
    <message>
        <source>Hệ thống tại điểm cầu chính sẵn sàng</source>
        <translation>Main endpoint ready</translation>
    </message>
    <message>
        <source>Các điểm cầu kết nối</source>
        <translation>Sites connect</translation>
    </message>
    <message>
        <source>Bàn giao tệp ghi hình, tài liệu</source>
        <translation>Hand over recording and documents</translation>
    </message>
    <message>
        <source>Báo cáo, thống kê</source>
        <translation>Report, statistics</translation>
    </message>
    <message>
        <source>Báo {party}</source>
        <translation>Tell {party}</translation>
    </message>
    <message>
        <source>{title} ({stage})</source>
        <translation>{title} ({stage})</translation>
    </message>
    <message>
        <source>xong, chậm {span}</source>
        <translation>done, {span} late</translation>
    </message>
    <message>
        <source>xong đúng hạn</source>
        <translation>done in time</translation>
    </message>
    <message>
        <source>chưa đến lượt</source>
        <translation>not yet due</translation>
    </message>
    <message>
        <source>không ghi hạn</source>
        <translation>no limit in the text</translation>
    </message>
    <message>
        <source>còn {span}</source>
        <translation>{span} left</translation>
    </message>
    <message>
        <source>quá hạn {span}</source>
        <translation>{span} late</translation>
    </message>
    <message>
        <source>; rơi vào ngày nghỉ, nên xong từ {day}</source>
        <translation>; on a day off, better done by {day}</translation>
    </message>
    <message>
        <source>; lịch nghỉ dự kiến</source>
        <translation>; holidays provisional</translation>
    </message>
    <message>
        <source>Các thời hạn theo quy chế</source>
        <translation>Limits set by the regulation</translation>
    </message>
    <message>
        <source>Việc</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Bên thực hiện</source>
        <translation>Party</translation>
    </message>
    <message>
        <source>Điều khoản</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Hội đồng nhân dân</source>
        <translation>People's Council</translation>
    </message>
    <message numerus="yes">
        <source>Còn {n} mục cần điền hoặc sửa trước khi gửi</source>
        <translation>
            <numerusform>{n} field to fill in or mend before submitting</numerusform>
            <numerusform>{n} fields to fill in or mend before submitting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} ngày</source>
        <translation>
            <numerusform>{n} day</numerusform>
            <numerusform>{n} days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} giờ</source>
        <translation>
            <numerusform>{n} hour</numerusform>
            <numerusform>{n} hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} phút</source>
        <translation>
            <numerusform>{n} minute</numerusform>
            <numerusform>{n} minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Không có danh sách “{text}”; có các danh sách: {names}.</source>
        <translation>There is no list “{text}”; there are: {names}.</translation>
    </message>
    <message>
        <source>Đã nhận {count} mục, trong đó {changed} mục mới hoặc có thay đổi.</source>
        <translation>{count} entries taken, {changed} of them new or changed.</translation>
    </message>
    <message>
        <source>Đã đọc {count} mục; không mục nào thay đổi.</source>
        <translation>{count} entries read; all were known as they are.</translation>
    </message>
    <message>
        <source>Có thể nhận {count} mục; chưa thay đổi gì.</source>
        <translation>{count} entries could be taken; nothing was changed.</translation>
    </message>
    <message>
        <source>Không nhận {file}, không có gì thay đổi:</source>
        <translation>{file} was not taken, nothing was changed:</translation>
    </message>
    <message>
        <source>Dòng {line}, cột {column}: {what}.</source>
        <translation>Line {line}, {column}: {what}.</translation>
    </message>
    <message>
        <source>Và {count} lỗi nữa.</source>
        <translation>And {count} more.</translation>
    </message>
    <message>
        <source>Đã ghi {count} mục vào {file}.</source>
        <translation>{count} entries written to {file}.</translation>
    </message>
    <message>
        <source>{file} không có đuôi .xlsx hay .csv; hãy đặt tên theo loại tệp cần ghi.</source>
        <translation>{file} is neither a .xlsx nor a .csv file; name it by what it is to be.</translation>
    </message>
    <message>
        <source>Danh sách chưa có mục nào.</source>
        <translation>The list is empty.</translation>
    </message>
    <message>
        <source>Không có mục “{text}” trong danh sách.</source>
        <translation>There is no entry “{text}” in the list.</translation>
    </message>
    <message>
        <source>“{text}” có thể là {names}; hãy dùng mã mục.</source>
        <translation>“{text}” may be {names}; use the identifier.</translation>
    </message>
    <message>
        <source>bản {number}  {time}  {person}  {reason}  ({changes})</source>
        <translation>version {number}  {time}  {person}  {reason}  ({changes})</translation>
    </message>
    <message>
        <source>bản {number}  {time}  {person}  {reason}  (đã xóa)</source>
        <translation>version {number}  {time}  {person}  {reason}  (deleted)</translation>
    </message>
    <message>
        <source>“{text}” mới có một bản; không có bản trước để lùi về.</source>
        <translation>“{text}” has one version only; there is nothing to go back to.</translation>
    </message>
    <message>
        <source>“{text}” đã trở lại như bản {number}.</source>
        <translation>“{text}” is again as it was in version {number}.</translation>
    </message>
    <message>
        <source>bị hỏng hoặc không phải bảng danh sách</source>
        <translation>is damaged, or no list at all</translation>
    </message>
    <message>
        <source>là tệp Excel kiểu cũ (.xls) hoặc có mật khẩu; hãy lưu lại dạng .xlsx, không đặt mật khẩu</source>
        <translation>is an old Excel file (.xls) or locked with a password; save it as .xlsx without one</translation>
    </message>
    <message>
        <source>có macro; hãy lưu lại dạng .xlsx không có macro</source>
        <translation>carries macros; save it as .xlsx without macros</translation>
    </message>
    <message>
        <source>quá lớn đối với một danh sách</source>
        <translation>is too large for a list</translation>
    </message>
    <message>
        <source>có hơn {text} dòng</source>
        <translation>has more than {text} lines</translation>
    </message>
    <message>
        <source>có hơn {text} cột</source>
        <translation>has more than {text} columns</translation>
    </message>
    <message>
        <source>không có mục nào</source>
        <translation>holds no entry</translation>
    </message>
    <message>
        <source>thiếu những cột cần có: {text}</source>
        <translation>does not have the columns that are needed: {text}</translation>
    </message>
    <message>
        <source>có hai cột cùng tên này</source>
        <translation>has two columns of this name</translation>
    </message>
    <message>
        <source>ở đó là công thức; hãy dán giá trị thay cho công thức ({text})</source>
        <translation>a formula stands there; paste its value instead ({text})</translation>
    </message>
    <message>
        <source>chưa điền</source>
        <translation>nothing stands there</translation>
    </message>
    <message>
        <source>“{text}” không phải ngày; hãy viết ngày/tháng/năm</source>
        <translation>“{text}” is no day; write it as day/month/year</translation>
    </message>
    <message>
        <source>“{text}” không phải số nguyên</source>
        <translation>“{text}” is no whole number</translation>
    </message>
    <message>
        <source>“{text}” không phải “Có” hay “Không”</source>
        <translation>“{text}” is neither yes nor no</translation>
    </message>
    <message>
        <source>“{text}” không phải từ dùng được ở cột này</source>
        <translation>“{text}” is none of the words that can stand there</translation>
    </message>
    <message>
        <source>không có điểm cầu “{text}”</source>
        <translation>there is no site “{text}”</translation>
    </message>
    <message>
        <source>“{text}” có thể là nhiều điểm cầu; hãy ghi số thứ tự</source>
        <translation>“{text}” may be several sites; write the number</translation>
    </message>
    <message>
        <source>không có “{text}” trong danh sách được nhắc đến</source>
        <translation>there is no “{text}” in the list that is named there</translation>
    </message>
    <message>
        <source>“{text}” có thể là nhiều mục; hãy ghi mã mục</source>
        <translation>“{text}” may be several entries; write the identifier</translation>
    </message>
    <message>
        <source>quá dài hoặc sai dạng</source>
        <translation>this is too long, or not of the form that is needed</translation>
    </message>
    <message>
        <source>trùng với mục ở dòng khác</source>
        <translation>stands for an entry that another line stands for</translation>
    </message>
    <message>
        <source>bỏ một điểm cầu khỏi danh sách</source>
        <translation>take one site out of the list</translation>
    </message>
    <message>
        <source>lý do, được giữ trong sổ</source>
        <translation>why, as the register keeps it</translation>
    </message>
    <message>
        <source>các danh sách của văn phòng (people, rooms, lines, …): import, export, list, versions, back</source>
        <translation>the office's lists (people, rooms, lines, …): import, export, list, versions, back</translation>
    </message>
    <message>
        <source>tên danh sách: people, rooms, devices, lines, sites, …</source>
        <translation>people, rooms, devices, lines, sites, …</translation>
    </message>
    <message>
        <source>nhận danh sách từ tệp: nhận tất cả hoặc không nhận gì</source>
        <translation>take a list from a file: all of it, or nothing</translation>
    </message>
    <message>
        <source>XLSX, hoặc CSV dạng UTF-8</source>
        <translation>XLSX, or CSV in UTF-8</translation>
    </message>
    <message>
        <source>chỉ nói chỗ sai, không nhận</source>
        <translation>only say what is wrong with it</translation>
    </message>
    <message>
        <source>ghi danh sách ra tệp</source>
        <translation>write a list to a file</translation>
    </message>
    <message>
        <source>tên tệp có đuôi .xlsx hoặc .csv</source>
        <translation>its name ends in .xlsx or .csv</translation>
    </message>
    <message>
        <source>in danh sách</source>
        <translation>print a list</translation>
    </message>
    <message>
        <source>in mỗi dòng một đối tượng JSON</source>
        <translation>print one JSON object per line</translation>
    </message>
    <message>
        <source>in ai đã sửa một mục, khi nào, vì sao</source>
        <translation>print who changed an entry, when and why</translation>
    </message>
    <message>
        <source>đưa bản ngay trước bản mới nhất trở lại</source>
        <translation>bring the version before the newest one back</translation>
    </message>
    <message>
        <source>mã mục hoặc tên</source>
        <translation>its identifier, or its name</translation>
    </message>
    <message>
        <source>danh sách điểm cầu: nhập, xem, thêm, bỏ</source>
        <translation>the list of sites: import, list, add, remove</translation>
    </message>
    <message>
        <source>{number} {name} còn điểm cầu cấp dưới; hãy chuyển cấp trên của chúng trước: {names}.</source>
        <translation>{number} {name} has sites below it; put them elsewhere first: {names}.</translation>
    </message>
    <message>
        <source>“{name}” là điểm cầu chính; lúc nào cũng phải có một điểm cầu chính.</source>
        <translation>“{name}” is the main endpoint; there is always one.</translation>
    </message>
    <message>
        <source>kiểm tra kỹ thuật: đo, xem, ghi, tổng hợp</source>
        <translation>the technical check: run, list, tick, report</translation>
    </message>
    <message>
        <source>ghi nhiều mục một lần: các cột site, item, result, note, by</source>
        <translation>many at once: columns site, item, result, note, by</translation>
    </message>
    <message>
        <source>in bảng tổng hợp và các điểm cầu chưa báo cáo</source>
        <translation>print how the results add up, and who has not reported</translation>
    </message>
    <message>
        <source>trang trình người chủ trì: DOCX, XLSX hoặc CSV theo đuôi tệp</source>
        <translation>the page for the chair: DOCX, XLSX or CSV by the file's ending</translation>
    </message>
    <message>
        <source>Không ghi được tệp có đuôi “{ending}”; hãy dùng {endings}.</source>
        <translation>No file with the ending “{ending}” can be written; use {endings}.</translation>
    </message>
    <message>
        <source>Sổ không có kết quả kiểm tra kỹ thuật của cuộc họp {meeting}.</source>
        <translation>The register has no technical check of the meeting {meeting}.</translation>
    </message>
    <message>
        <source>“{text}” không phải là mục và kết quả của kiểm tra kỹ thuật.</source>
        <translation>“{text}” is no item and result of the technical check.</translation>
    </message>
    <message>
        <source>Cấp trên</source>
        <translation>Parent</translation>
    </message>
    <message>
        <source>Cụm, địa bàn</source>
        <translation>District</translation>
    </message>
    <message>
        <source>Nhà mạng</source>
        <translation>Carrier</translation>
    </message>
    <message>
        <source>Liên hệ</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>“{urls}” không phải là địa chỉ của điểm cầu chính; hãy xin lời mời mới.</source>
        <translation>“{urls}” is no address of a bridge; ask for a new invitation.</translation>
    </message>
    <message>
        <source>Hiện chưa chạy bộ điều khiển: {port} là cổng ghi trong cài đặt; nếu khi chạy chọn cổng khác thì địa chỉ cũng khác.</source>
        <translation>No bridge runs here now: port {port} is that of the settings; a bridge started with another has another.</translation>
    </message>
    <message>
        <source>Điểm cầu không thể là cấp trên của chính nó.</source>
        <translation>A site cannot stand above itself.</translation>
    </message>
    <message>
        <source>{path} phải có đuôi .pdf, .docx, .xlsx, .csv hoặc .json.</source>
        <translation>{path} must end in .pdf, .docx, .xlsx, .csv or .json.</translation>
    </message>
    <message>
        <source>Ở đây không lập được tệp PDF.</source>
        <translation>PDF cannot be made here.</translation>
    </message>
    <message>
        <source>Không có mẫu trắng cho {name}.</source>
        <translation>There is no blank form of {name}.</translation>
    </message>
    <message>
        <source>Nhật ký của phiên {session} không có dòng nào đọc được.</source>
        <translation>The log of session {session} holds no line that can be read.</translation>
    </message>
    <message>
        <source>Phiên họp không có sự cố “{text}”.</source>
        <translation>The session has no incident “{text}”.</translation>
    </message>
    <message>
        <source>Phiên họp không có điểm cầu “{text}”.</source>
        <translation>The session has no site “{text}”.</translation>
    </message>
    <message>
        <source>Đã sửa; nội dung trước khi sửa vẫn được giữ.</source>
        <translation>Corrected; what stood there before stays readable.</translation>
    </message>
    <message>
        <source>{name} đã xác nhận.</source>
        <translation>Confirmed by {name}.</translation>
    </message>
    <message>
        <source>Đã ghi đánh giá.</source>
        <translation>The rating is kept.</translation>
    </message>
    <message>
        <source>Phải bàn giao bản ghi và tài liệu trước {time} ngày {day}.</source>
        <translation>Recordings and documents are to be handed over before {time} on {day}.</translation>
    </message>
    <message>
        <source>Phải bàn giao bản ghi và tài liệu; quy định không nêu thời hạn.</source>
        <translation>Recordings and documents are to be handed over; the regulation names no time.</translation>
    </message>
    <message>
        <source>Đã ghi nhận việc bàn giao bản ghi và tài liệu.</source>
        <translation>Noted that recordings and documents were handed over.</translation>
    </message>
    <message>
        <source>Đã ghi nhận việc bàn giao bản ghi và tài liệu, sau thời hạn.</source>
        <translation>Noted that recordings and documents were handed over, after the time set for it.</translation>
    </message>
    <message>
        <source>Phiên họp này không có gì phải bàn giao.</source>
        <translation>Nothing has to be handed over of this session.</translation>
    </message>
    <message>
        <source>Chưa tính các phiên không đọc được nhật ký: {names}.</source>
        <translation>Left out, for their logs cannot be read: {names}.</translation>
    </message>
    <message>
        <source>Biểu mẫu không có điểm cầu này.</source>
        <translation>The form has no such site.</translation>
    </message>
    <message>
        <source>Ở ô này chỉ ghi được: bình thường, sự cố (hoặc hư hỏng), hoặc để trống.</source>
        <translation>There it can only be said: normal, incident (or damaged), or nothing.</translation>
    </message>
    <message>
        <source>Sửa biểu mẫu phải nêu lý do.</source>
        <translation>A correction needs a reason.</translation>
    </message>
    <message>
        <source>Nội dung mới giống hệt nội dung đang có.</source>
        <translation>That is what stands there already.</translation>
    </message>
    <message>
        <source>biểu mẫu theo quy định: lập, sửa, xác nhận</source>
        <translation>forms of the regulations: write, correct, confirm</translation>
    </message>
    <message>
        <source>lập Phụ lục II, nhật ký triển khai họp trực tuyến</source>
        <translation>write Phụ lục II, the log of an online meeting</translation>
    </message>
    <message>
        <source>lập biên bản kiểm tra kỹ thuật của một phiên</source>
        <translation>write the minute of a session's technical check</translation>
    </message>
    <message>
        <source>lập báo cáo sự cố của một phiên</source>
        <translation>write the report of a session's incidents</translation>
    </message>
    <message>
        <source>lập biên bản tắt thiết bị ở các điểm cầu</source>
        <translation>write the record of how the sites were shut down</translation>
    </message>
    <message>
        <source>lập biên bản bàn giao tư liệu cuộc họp</source>
        <translation>write the minute of the hand-over of recordings</translation>
    </message>
    <message>
        <source>lập Phụ lục III, sổ theo dõi cuộc họp trong kỳ</source>
        <translation>write Phụ lục III, the ledger of meetings in a period</translation>
    </message>
    <message>
        <source>lập thống kê của một kỳ</source>
        <translation>write the statistics of a period</translation>
    </message>
    <message>
        <source>TỆP.pdf, .docx, .xlsx, .csv hoặc .json</source>
        <translation>FILE.pdf, .docx, .xlsx, .csv or .json</translation>
    </message>
    <message>
        <source>in Phụ lục II của một phiên dạng JSON</source>
        <translation>print Phụ lục II of a session as JSON</translation>
    </message>
    <message>
        <source>mã phiên, hoặc phần đầu hay phần cuối của mã (phiên gần nhất)</source>
        <translation>its identifier, or how that begins or ends (the last one)</translation>
    </message>
    <message>
        <source>mẫu trắng để điền tay</source>
        <translation>empty, to be filled in by hand</translation>
    </message>
    <message>
        <source>không kèm phụ biểu kỹ thuật</source>
        <translation>without the technical sheet</translation>
    </message>
    <message>
        <source>chỉ sự cố này</source>
        <translation>this incident only</translation>
    </message>
    <message>
        <source>sửa một ô của Phụ lục II; nội dung trước khi sửa vẫn đọc được</source>
        <translation>correct a place of Phụ lục II; what stood there stays readable</translation>
    </message>
    <message>
        <source>ô nào</source>
        <translation>which place</translation>
    </message>
    <message>
        <source>normal (bình thường), incident (sự cố), damaged (hư hỏng) hoặc một đoạn chữ; '' là để trống</source>
        <translation>normal, incident or damaged, or a text; '' ticks nothing</translation>
    </message>
    <message>
        <source>xác nhận Phụ lục II bằng họ tên và chức vụ</source>
        <translation>confirm Phụ lục II by name and title</translation>
    </message>
    <message>
        <source>technician (cán bộ kỹ thuật), unit_leader (lãnh đạo đơn vị)</source>
        <translation>technician, unit_leader</translation>
    </message>
    <message>
        <source>người xác nhận</source>
        <translation>who confirms</translation>
    </message>
    <message>
        <source>chức vụ</source>
        <translation>the person's title</translation>
    </message>
    <message>
        <source>wet_signature (ký giấy) hoặc digital_signature (ký số)</source>
        <translation>wet_signature or digital_signature</translation>
    </message>
    <message>
        <source>bản đã ký, để lưu mã SHA-256</source>
        <translation>the signed copy, whose SHA-256 is kept</translation>
    </message>
    <message>
        <source>đánh giá âm thanh, hình ảnh, đường truyền của một điểm cầu trong phiên, từ 1 đến 5</source>
        <translation>rate sound, picture and line of a site in a session, 1 to 5</translation>
    </message>
    <message>
        <source>từ 1 (kém nhất) đến 5 (tốt nhất)</source>
        <translation>1 (worst) to 5 (best)</translation>
    </message>
    <message>
        <source>bằng lời</source>
        <translation>in words</translation>
    </message>
    <message>
        <source>nhắc bàn giao bản ghi, hoặc ghi nhận đã bàn giao</source>
        <translation>remind of handing over recordings, or note that it was done</translation>
    </message>
    <message>
        <source>như ghi trong biên bản</source>
        <translation>as the minute has it</translation>
    </message>
    <message>
        <source>bật, tắt micro các điểm cầu</source>
        <translation>open and close the sites' microphones</translation>
    </message>
    <message>
        <source>điều hành hàng chờ phát biểu</source>
        <translation>run the speaking queue</translation>
    </message>
    <message>
        <source>đưa điểm cầu lên bục, đổi bố cục</source>
        <translation>bring sites to the podium, change the layout</translation>
    </message>
    <message>
        <source>điều khiển camera các điểm cầu</source>
        <translation>drive the sites' cameras</translation>
    </message>
    <message>
        <source>ghi chú, ghi sự cố, nhận cảnh báo</source>
        <translation>note things and incidents, take alarms</translation>
    </message>
    <message>
        <source>Giao quyền điều khiển cho {site} đến {time}: {rights}</source>
        <translation>Control given to {site} until {time}: {rights}</translation>
    </message>
    <message>
        <source>Giao quyền điều khiển cho {site} đến hết phiên: {rights}</source>
        <translation>Control given to {site} until the session ends: {rights}</translation>
    </message>
    <message>
        <source>Hết thời hạn giao quyền điều khiển cho {site}</source>
        <translation>The time of control given to {site} is over</translation>
    </message>
    <message>
        <source>Thu hồi quyền điều khiển của {site}</source>
        <translation>Control taken back from {site}</translation>
    </message>
    <message>
        <source>giao quyền điều khiển cho {site}</source>
        <translation>give control to {site}</translation>
    </message>
    <message>
        <source>thu hồi quyền điều khiển của {site}</source>
        <translation>take control back from {site}</translation>
    </message>
    <message>
        <source>giao cho một điểm cầu quyền điều khiển những việc nêu ra, trong một thời gian</source>
        <translation>let a site control what these rights name, for a time</translation>
    </message>
    <message>
        <source>thu hồi mọi quyền điều khiển của một điểm cầu</source>
        <translation>take every right of control back from a site</translation>
    </message>
    <message>
        <source>các quyền, cách nhau bằng dấu phẩy: silence, floor, podium, cameras, record</source>
        <translation>rights, apart by commas: silence, floor, podium, cameras, record</translation>
    </message>
    <message>
        <source>bao nhiêu phút (không ghi: đến hết phiên)</source>
        <translation>how long, in minutes (without: until the session ends)</translation>
    </message>
    <message>
        <source>ai quyết định, hoặc số văn bản</source>
        <translation>who decided it, or the paper's number</translation>
    </message>
    <message>
        <source>xin chủ tọa cho dùng phương án dự phòng</source>
        <translation>ask the chair whether something else may be done instead</translation>
    </message>
    <message>
        <source>ghi quyết định của chủ tọa về phương án dự phòng</source>
        <translation>note what the chair decided about the fallback</translation>
    </message>
    <message>
        <source>phương án dự phòng</source>
        <translation>what would be done instead</translation>
    </message>
    <message>
        <source>tên người quyết định</source>
        <translation>name of who decided</translation>
    </message>
    <message>
        <source>chuyển sang đường truyền dự phòng</source>
        <translation>switch to the spare line</translation>
    </message>
    <message>
        <source>chuyển sang kết nối qua Internet</source>
        <translation>connect over the Internet</translation>
    </message>
    <message>
        <source>họp ghép với điểm cầu gần nhất</source>
        <translation>join at the nearest site</translation>
    </message>
    <message>
        <source>dùng thiết bị dự phòng</source>
        <translation>use a spare device</translation>
    </message>
    <message>
        <source>dùng nguồn điện dự phòng</source>
        <translation>use backup power</translation>
    </message>
    <message>
        <source>phát biểu qua điện thoại</source>
        <translation>speak by telephone</translation>
    </message>
    <message>
        <source>Sự cố số {number}: xin chủ tọa cho {act}</source>
        <translation>Incident {number}: the chair was asked to let us {act}</translation>
    </message>
    <message>
        <source>Sự cố số {number}: {person} đồng ý phương án dự phòng</source>
        <translation>Incident {number}: {person} agreed to the fallback</translation>
    </message>
    <message>
        <source>Sự cố số {number}: {person} không đồng ý phương án dự phòng</source>
        <translation>Incident {number}: {person} did not agree to the fallback</translation>
    </message>
    <message>
        <source>xin phương án dự phòng cho sự cố số {number}</source>
        <translation>ask for a fallback in incident {number}</translation>
    </message>
    <message>
        <source>ghi quyết định về phương án dự phòng cho sự cố số {number}</source>
        <translation>note the decision on the fallback of incident {number}</translation>
    </message>
    <message>
        <source>việc này nằm ngoài quyền được giao</source>
        <translation>this is beyond the rights that were given</translation>
    </message>
    <message>
        <source>quy chế đang dùng không cho giao quyền điều khiển</source>
        <translation>the rules in use let no site control others</translation>
    </message>
    <message>
        <source>{profile}, bản {version}</source>
        <translation>{profile}, version {version}</translation>
    </message>
    <message>
        <source>{site} bắt đầu phát biểu: {person}</source>
        <translation>{site} begins to speak: {person}</translation>
    </message>
    <message>
        <source>Yêu cầu qua điện thoại · {time}</source>
        <translation>Request by phone · {time}</translation>
    </message>
    <message>
        <source>Ai phát biểu (có thể bỏ trống)</source>
        <translation>Who is to speak (may stay empty)</translation>
    </message>
    <message>
        <source>Ghi yêu cầu qua điện thoại, kèm tên…</source>
        <translation>Request by phone, with a name…</translation>
    </message>
    <message>
        <source>Ghi yêu cầu phát biểu qua điện thoại, kèm tên người phát biểu</source>
        <translation>Note a request by phone for the chosen site, with the name of who is to speak</translation>
    </message>
    <message>
        <source>Nhận mọi cảnh báo đã hết</source>
        <translation>Take all alarms that are over</translation>
    </message>
    <message>
        <source>Nhận một lần mọi cảnh báo đã hết mà chưa ai nhận</source>
        <translation>Take, all at once, the alarms that are over and that nobody has taken</translation>
    </message>
    <message>
        <source>{id}  {when}  {step} — {subject}</source>
        <translation>{id}  {when}  {step}  {subject}</translation>
    </message>
    <message>
        <source>Chưa có cuộc họp nào được đăng ký.</source>
        <translation>No meeting is registered.</translation>
    </message>
    <message>
        <source>Không có cuộc họp “{text}”; hãy xem main.py meeting list --all.</source>
        <translation>There is no meeting “{text}”; main.py meeting list --all shows them.</translation>
    </message>
    <message>
        <source>“{text}” có thể là {names}; hãy gõ dài hơn.</source>
        <translation>“{text}” may be {names}; type more of it.</translation>
    </message>
    <message>
        <source>“{text}” không phải ngày giờ; hãy viết như 25/11/2026 08:00.</source>
        <translation>“{text}” is no day and time; write it as 25/11/2026 08:00.</translation>
    </message>
    <message>
        <source>{file} không phải phiếu đăng ký: {why}.</source>
        <translation>{file} is no registration: {why}.</translation>
    </message>
    <message>
        <source>Phiếu chưa đủ nội dung, chưa chuyển bước:</source>
        <translation>The registration is not whole, no step was taken:</translation>
    </message>
    <message>
        <source>Đã chuyển bước: {subject} — {step}.</source>
        <translation>{subject}: {step}.</translation>
    </message>
    <message>
        <source>{when}  {step} — {person}  {reason}</source>
        <translation>{when}  {step}  {person}  {reason}</translation>
    </message>
    <message>
        <source>hạn {when}  {what}  {article}</source>
        <translation>{when}  {what}  {article}</translation>
    </message>
    <message>
        <source>không ghi hạn  {what}  {article}</source>
        <translation>no limit  {what}  {article}</translation>
    </message>
    <message>
        <source>{path} phải có đuôi .pdf, .docx hoặc .json.</source>
        <translation>{path} must end in .pdf, .docx or .json.</translation>
    </message>
    <message>
        <source>Không nhận kịch bản {file}, chưa thay đổi gì:</source>
        <translation>{file} is not taken, nothing was changed:</translation>
    </message>
    <message>
        <source>Dòng {line}: {what}</source>
        <translation>Line {line}: {what}</translation>
    </message>
    <message>
        <source>Đã nhận kịch bản {count} mục.</source>
        <translation>{count} cues taken.</translation>
    </message>
    <message>
        <source>Cuộc họp chưa có kịch bản.</source>
        <translation>The meeting has no script.</translation>
    </message>
    <message>
        <source>Chưa thể chuyển sang bước này: {step}.</source>
        <translation>This step is not possible now: {step}.</translation>
    </message>
    <message>
        <source>Bước này cần ghi lý do: {step}.</source>
        <translation>This step needs a reason: {step}.</translation>
    </message>
    <message>
        <source>Đã quá hạn; bước này cần ghi lý do chậm: {step}.</source>
        <translation>It is late; this step needs the reason for being late: {step}.</translation>
    </message>
    <message>
        <source>Cần ghi giờ mới, giờ kết thúc sau giờ bắt đầu: {step}.</source>
        <translation>The new times are needed, the end after the start: {step}.</translation>
    </message>
    <message>
        <source>Phiếu chưa đủ nội dung: {step}.</source>
        <translation>The registration is not whole: {step}.</translation>
    </message>
    <message>
        <source>Chưa có: {field} {row}</source>
        <translation>Missing: {field} {row}</translation>
    </message>
    <message>
        <source>Số điện thoại không đúng: {field} {row} “{text}”</source>
        <translation>No telephone number: {field} {row} “{text}”</translation>
    </message>
    <message>
        <source>không phải văn bản UTF-8; hãy lưu dạng “CSV UTF-8”.</source>
        <translation>it is no text in UTF-8; save it as “CSV UTF-8”.</translation>
    </message>
    <message>
        <source>không phải bảng ({text}).</source>
        <translation>it is no table ({text}).</translation>
    </message>
    <message>
        <source>dòng đầu phải ghi tên cột, ít nhất có “nội dung”, hiện ghi “{text}”.</source>
        <translation>the first line must name the columns, at least “title”, and says “{text}”.</translation>
    </message>
    <message>
        <source>chưa có mục nào.</source>
        <translation>it holds no cue.</translation>
    </message>
    <message>
        <source>quá dài; kịch bản có nhiều nhất 500 mục.</source>
        <translation>it is too long; a script has at most 500 cues.</translation>
    </message>
    <message>
        <source>“{text}” không phải giờ.</source>
        <translation>“{text}” is no time of day.</translation>
    </message>
    <message>
        <source>“{text}” sớm hơn mục trước.</source>
        <translation>“{text}” is earlier than the cue before.</translation>
    </message>
    <message>
        <source>“{text}” không phải số phút.</source>
        <translation>“{text}” is no number of minutes.</translation>
    </message>
    <message>
        <source>danh bạ không có đúng một điểm cầu “{text}”.</source>
        <translation>the directory has no single site “{text}”.</translation>
    </message>
    <message>
        <source>“{text}” không phải bố cục.</source>
        <translation>“{text}” is no layout.</translation>
    </message>
    <message>
        <source>chưa ghi nội dung.</source>
        <translation>it does not say what the cue is about.</translation>
    </message>
    <message>
        <source>có ô dài hơn 500 chữ: “{text}”.</source>
        <translation>a text is longer than 500 letters: “{text}”.</translation>
    </message>
    <message>
        <source>phiếu đăng ký họp: lập, liệt kê, chuyển bước, in</source>
        <translation>registrations of meetings: write, list, take the next step, print</translation>
    </message>
    <message>
        <source>kịch bản cuộc họp: đọc từ bảng, hiện</source>
        <translation>the script of a meeting: read from a table, show</translation>
    </message>
    <message>
        <source>mã cuộc họp, hoặc phần đầu của mã</source>
        <translation>its identifier, or how that begins</translation>
    </message>
    <message>
        <source>viết như '25/11/2026 08:00', giờ Việt Nam</source>
        <translation>as '25/11/2026 08:00', time of Viet Nam</translation>
    </message>
    <message>
        <source>lập một phiếu đăng ký; in ra mã</source>
        <translation>write a registration; prints its identifier</translation>
    </message>
    <message>
        <source>liệt kê các cuộc họp sắp tới</source>
        <translation>list the meetings to come</translation>
    </message>
    <message>
        <source>kể cả những cuộc đã xong</source>
        <translation>those that are over too</translation>
    </message>
    <message>
        <source>hiện một cuộc họp: còn thiếu gì, các bước, các thời hạn</source>
        <translation>show a meeting: what is missing, its steps, its deadlines</translation>
    </message>
    <message>
        <source>chuyển phiếu sang bước tiếp theo</source>
        <translation>take the next step of a registration</translation>
    </message>
    <message>
        <source>ghi phiếu đăng ký ra tệp; không nêu cuộc họp thì ghi mẫu trắng</source>
        <translation>write the registration form; without a meeting a blank one</translation>
    </message>
    <message>
        <source>TỆP.pdf, .docx hoặc .json</source>
        <translation>FILE.pdf, .docx or .json</translation>
    </message>
    <message>
        <source>một bản ghi JSON như lệnh export và show ghi ra</source>
        <translation>a JSON record, as export and show write it</translation>
    </message>
    <message>
        <source>nội dung cuộc họp</source>
        <translation>what it is about</translation>
    </message>
    <message>
        <source>đơn vị chủ trì họp</source>
        <translation>the host unit</translation>
    </message>
    <message>
        <source>vì sao chậm, không đồng ý, dời lịch hoặc hủy</source>
        <translation>why it is late, refused, rescheduled or cancelled</translation>
    </message>
    <message>
        <source>đã làm lúc nào, nếu không phải bây giờ</source>
        <translation>when it was done, if not now</translation>
    </message>
    <message>
        <source>giờ bắt đầu mới khi dời lịch</source>
        <translation>the new start of a rescheduled meeting</translation>
    </message>
    <message>
        <source>giờ kết thúc mới khi dời lịch</source>
        <translation>the new end of a rescheduled meeting</translation>
    </message>
    <message>
        <source>đọc kịch bản cuộc họp từ bảng CSV</source>
        <translation>read a meeting's script from a CSV table</translation>
    </message>
    <message>
        <source>tệp bảng</source>
        <translation>the table</translation>
    </message>
    <message>
        <source>hiện kịch bản cuộc họp</source>
        <translation>show a meeting's script</translation>
    </message>
    <message>
        <source>ghi ra bảng CSV</source>
        <translation>write it as a CSV table</translation>
    </message>
    <message>
        <source>in dạng JSON</source>
        <translation>print as JSON</translation>
    </message>
    <message>
        <source>Kiểm tra kỹ thuật, tổng duyệt</source>
        <translation>Technical check and rehearsal</translation>
    </message>
    <message>
        <source>Kết quả từng điểm cầu</source>
        <translation>Results of each site</translation>
    </message>
    <message>
        <source>Các mục của điểm cầu đang chọn</source>
        <translation>Items of the chosen site</translation>
    </message>
    <message>
        <source>Hình ảnh</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Người kiểm tra</source>
        <translation>Checked by</translation>
    </message>
    <message>
        <source>không có</source>
        <translation>none</translation>
    </message>
    <message>
        <source>hệ thống đo</source>
        <translation>measured</translation>
    </message>
    <message>
        <source>Chưa có phiên nào. Hãy bắt đầu một phiên kiểm tra hoặc tổng duyệt (Ctrl+N) rồi mời các điểm cầu kết nối.</source>
        <translation>No session runs. Start a test or a rehearsal (Ctrl+N) and let the sites connect.</translation>
    </message>
    <message>
        <source>Cuộc họp chính thức đã bắt đầu: chỉ ghi kết quả bằng tay, không đo nữa.</source>
        <translation>The official meeting has begun: results are noted by hand, nothing is measured any more.</translation>
    </message>
    <message>
        <source>{passed}/{sites} đạt</source>
        <translation>{passed}/{sites} passed</translation>
    </message>
    <message>
        <source>{what}: {sites}</source>
        <translation>{what}: {sites}</translation>
    </message>
    <message>
        <source>Đã chốt lúc {time}, {person}</source>
        <translation>Closed at {time}, {person}</translation>
    </message>
    <message>
        <source>Chưa chọn điểm cầu</source>
        <translation>No site is chosen</translation>
    </message>
    <message>
        <source>Người kiểm tra (họ tên)</source>
        <translation>Who checks (full name)</translation>
    </message>
    <message>
        <source>Ghi chú cho mục</source>
        <translation>Remark on the item</translation>
    </message>
    <message>
        <source>Đo điểm cầu này</source>
        <translation>Measure this site</translation>
    </message>
    <message>
        <source>Đo lại mục chưa đạt</source>
        <translation>Measure again what failed</translation>
    </message>
    <message>
        <source>Đo điểm cầu phát biểu</source>
        <translation>Measure who will speak</translation>
    </message>
    <message>
        <source>Đo tất cả</source>
        <translation>Measure all</translation>
    </message>
    <message>
        <source>Dừng đo</source>
        <translation>Stop measuring</translation>
    </message>
    <message>
        <source>Không áp dụng</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>Lấy làm thông số chuẩn</source>
        <translation>Take as usual values</translation>
    </message>
    <message>
        <source>Chốt, trình người chủ trì</source>
        <translation>Close and hand to the chair</translation>
    </message>
    <message>
        <source>Điểm cầu chưa đạt kế tiếp</source>
        <translation>Next site not in order</translation>
    </message>
    <message numerus="yes">
        <source>{n} có lưu ý</source>
        <translation>
            <numerusform>{n} with remarks</numerusform>
            <numerusform>{n} with remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} không đạt</source>
        <translation>
            <numerusform>{n} failed</numerusform>
            <numerusform>{n} failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} đang đo</source>
        <translation>
            <numerusform>{n} being measured</numerusform>
            <numerusform>{n} being measured</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} chưa kiểm tra</source>
        <translation>
            <numerusform>{n} not checked</numerusform>
            <numerusform>{n} not checked</numerusform>
        </translation>
    </message>
    <message>
        <source>Các lần sửa</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Bản {number} · {time} · {person}</source>
        <translation>Version {number} · {time} · {person}</translation>
    </message>
    <message>
        <source>Mục bị xóa khỏi danh sách.</source>
        <translation>The entry was deleted from the list.</translation>
    </message>
    <message>
        <source>Không có gì thay đổi so với bản trước.</source>
        <translation>Nothing differs from the version before.</translation>
    </message>
    <message>
        <source>{title}: {new}</source>
        <translation>{title}: {new}</translation>
    </message>
    <message>
        <source>{title}: {old} → {new}</source>
        <translation>{title}: {old} → {new}</translation>
    </message>
    <message>
        <source>Đưa bản này vào để lưu lại</source>
        <translation>Take this version into the form</translation>
    </message>
    <message>
        <source>Nội dung của bản {number} đang ở trong các ô; bấm Lưu để dùng lại bản này.</source>
        <translation>The fields show version {number}; press Save to use it again.</translation>
    </message>
    <message>
        <source>Hoàn tác xóa “{name}”</source>
        <translation>Bring “{name}” back</translation>
    </message>
    <message>
        <source>Nhập từ tệp…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Xuất ra tệp…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Bảng danh sách (*.xlsx *.csv)</source>
        <translation>Lists (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Nhập danh sách từ tệp?</source>
        <translation>Take a list from the file?</translation>
    </message>
    <message>
        <source>Các dòng trong “{name}” sẽ được thêm vào danh sách hoặc thay cho mục cùng mã, cùng tên. Nếu có dòng sai thì không nhận dòng nào và từng chỗ sai được chỉ rõ.</source>
        <translation>The lines of “{name}” are added to the list, or replace the entries of the same identifier or name. If any line is wrong, none is taken and each fault is named.</translation>
    </message>
    <message>
        <source>Nhập</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Các điều khoản và phần mềm</source>
        <translation>Duties and the program</translation>
    </message>
    <message>
        <source>Các điều khoản và phần mềm…</source>
        <translation>Duties and the program…</translation>
    </message>
    <message>
        <source>Tìm theo mã, điều, nội dung</source>
        <translation>Search by code, article, text</translation>
    </message>
    <message>
        <source>Tất cả các tỉnh</source>
        <translation>All provinces</translation>
    </message>
    <message>
        <source>Mọi mức thực hiện</source>
        <translation>Any state</translation>
    </message>
    <message>
        <source>Mọi tính năng</source>
        <translation>All features</translation>
    </message>
    <message>
        <source>Tỉnh</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>Mức thực hiện</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Tính năng</source>
        <translation>Feature</translation>
    </message>
    <message>
        <source>Bảng các điều khoản</source>
        <translation>Table of duties</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Điều</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Ai thực hiện</source>
        <translation>Whose it is</translation>
    </message>
    <message>
        <source>Phần mềm</source>
        <translation>The program</translation>
    </message>
    <message numerus="yes">
        <source>{n} điều khoản</source>
        <translation>
            <numerusform>{n} duty</numerusform>
            <numerusform>{n} duties</numerusform>
        </translation>
    </message>
    <message>
        <source>{number}: {parts}</source>
        <translation>{number}: {parts}</translation>
    </message>
    <message>
        <source>{province}, {article}</source>
        <translation>{province}, {article}</translation>
    </message>
    <message>
        <source>Nguyên văn: “{quote}”</source>
        <translation>The text: “{quote}”</translation>
    </message>
    <message>
        <source>Thời hạn: {limit}</source>
        <translation>Time limit: {limit}</translation>
    </message>
    <message>
        <source>Tính năng: {features}</source>
        <translation>Features: {features}</translation>
    </message>
    <message>
        <source>Chứng minh: {tests}</source>
        <translation>Proved by: {tests}</translation>
    </message>
    <message>
        <source>Chọn một dòng để xem nguyên văn, thời hạn và phép thử.</source>
        <translation>Choose a line to read the text, the time limit and the tests.</translation>
    </message>
    <message>
        <source>Phút</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Người phát biểu</source>
        <translation>Speaker</translation>
    </message>
    <message>
        <source>Điểm cầu lên bục</source>
        <translation>Site on the podium</translation>
    </message>
    <message>
        <source>Bố cục</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>Kịch bản cuộc họp</source>
        <translation>Script of the meeting</translation>
    </message>
    <message>
        <source>Đọc từ CSV…</source>
        <translation>Read CSV…</translation>
    </message>
    <message>
        <source>Lưu thành CSV…</source>
        <translation>Save as CSV…</translation>
    </message>
    <message>
        <source>Thêm mục</source>
        <translation>Add a cue</translation>
    </message>
    <message>
        <source>Bỏ mục</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Lên</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Xuống</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Giờ như 08:15 hoặc +15 phút sau khi bắt đầu; điểm cầu ghi số hoặc tên, “chính” là điểm cầu chính.</source>
        <translation>Times as 08:15, or +15 minutes after the start; a site by its number or name, “main” is the main endpoint.</translation>
    </message>
    <message>
        <source>Mục {row}: {what}</source>
        <translation>Cue {row}: {what}</translation>
    </message>
    <message>
        <source>Việc phải làm</source>
        <translation>Duty</translation>
    </message>
    <message>
        <source>rõ</source>
        <translation>clear</translation>
    </message>
    <message>
        <source>đúng</source>
        <translation>right</translation>
    </message>
    <message>
        <source>Trễ · jitter</source>
        <translation>Delay · jitter</translation>
    </message>
    <message>
        <source>tiếng chương trình tại điểm cầu: thiếu {missed} s, bỏ bớt {skipped} s để hết trễ (từ lúc kết nối)</source>
        <translation>program sound at the site: {missed} s missing, {skipped} s left out to catch up (since it connected)</translation>
    </message>
    <message>
        <source>Tiếng đi · về</source>
        <translation>Sound out · in</translation>
    </message>
    <message>
        <source>Kiểm tra kỹ thuật, tổng duyệt…</source>
        <translation>Technical check and rehearsal…</translation>
    </message>
    <message>
        <source>Mở cửa sổ kiểm tra: đo từng điểm cầu, ghi kết quả, tổng hợp trình người chủ trì</source>
        <translation>Opens the check: measure each site, note what was found, sum it up for the chair</translation>
    </message>
    <message>
        <source>Mục {n}/{count}</source>
        <translation>Cue {n}/{count}</translation>
    </message>
    <message>
        <source>Đã hết kịch bản</source>
        <translation>The script is over</translation>
    </message>
    <message>
        <source>đang chuyển…</source>
        <translation>on its way…</translation>
    </message>
    <message>
        <source>Mục kế tiếp của kịch bản; F5 hoặc bấm vào đây để chuyển, Shift+F5 để bỏ qua</source>
        <translation>Next cue of the script; F5 or a click here takes it, Shift+F5 leaves it out</translation>
    </message>
    <message>
        <source>Mục kế tiếp của kịch bản</source>
        <translation>Next cue of the script</translation>
    </message>
    <message>
        <source>Bỏ qua mục kịch bản</source>
        <translation>Leave out the cue</translation>
    </message>
    <message>
        <source>Mục kế tiếp, với điểm cầu đang chọn</source>
        <translation>Next cue, with the chosen site</translation>
    </message>
    <message>
        <source>Chuyển sang mục kế tiếp của kịch bản: lên bục, bố cục, góc quay</source>
        <translation>Take the next cue of the script: podium, layout, preset</translation>
    </message>
    <message>
        <source>Bỏ qua mục kế tiếp của kịch bản</source>
        <translation>Leave out the next cue of the script</translation>
    </message>
    <message>
        <source>Chuyển sang mục kế tiếp, đưa điểm cầu đang chọn lên thay</source>
        <translation>Take the next cue and bring the chosen site instead</translation>
    </message>
    <message>
        <source>Chọn điểm cầu và xem đồ thị đường truyền (phím D). Tỷ lệ mất gói từ 5 % trở lên thì không nên đưa lên bục; đề nghị điểm cầu dừng các việc khác đang dùng mạng hoặc chuyển sang đường truyền dự phòng.</source>
        <translation>Choose the site and look at the plots of its line (key D). With 5 % loss or more it should not go to the podium; ask the site to stop whatever else uses the network, or to change to its spare line.</translation>
    </message>
    <message>
        <source>Không nghe thấy gì trong tai nghe</source>
        <translation>Nothing is heard in the headphones</translation>
    </message>
    <message>
        <source>Bấm Alt+L để chọn thiết bị tai nghe; lựa chọn được giữ cho lần mở sau. Ô tai nghe ở góc dưới bên trái nêu lý do khi không có tiếng.</source>
        <translation>Press Alt+L to choose the headphones' device; the choice is kept for the next start. The headphones' lamp at the lower left says why when there is no sound.</translation>
    </message>
    <message>
        <source>Khó đọc màn hình, hoặc cảnh báo nhấp nháy gây mỏi mắt</source>
        <translation>The screen is hard to read, or flashing alarms tire the eyes</translation>
    </message>
    <message>
        <source>Bấm Ctrl+Shift+C để có độ tương phản cao, Ctrl+Shift+T để trở lại. Trong bảng chọn (Ctrl+,), mục “Cảnh báo chưa nhận” đổi nhấp nháy thành đổi nhẹ mỗi hai giây. Cả hai được giữ cho lần mở sau.</source>
        <translation>Press Ctrl+Shift+C for high contrast, Ctrl+Shift+T to go back. In the menu (Ctrl+,), “Alarms not taken” changes flashing into a gentle change every two seconds. Both are kept for the next start.</translation>
    </message>
    <message>
        <source>Trên bản đồ toàn cảnh (tới bằng F6): đi từng điểm cầu; thêm Ctrl để đổi giữa toàn cảnh, mất gói và nhật ký</source>
        <translation>On the map of all sites (reached by F6): go from site to site; with Ctrl, change between map, loss and log</translation>
    </message>
    <message>
        <source>Sự cố trong phiên họp</source>
        <translation>Incidents of the session</translation>
    </message>
    <message>
        <source>F3 ghi sự cố mới. Nguyên nhân, cách xử lý, giờ khôi phục và đã báo cho ai có thể ghi thêm lúc rảnh tay.</source>
        <translation>F3 notes a new incident. Cause, what was done, when it works again and who was told can be added when there is time.</translation>
    </message>
    <message>
        <source>Chưa ghi sự cố nào</source>
        <translation>No incident yet</translation>
    </message>
    <message>
        <source>đã đóng {time}</source>
        <translation>closed {time}</translation>
    </message>
    <message>
        <source>đã khôi phục {time}</source>
        <translation>works again since {time}</translation>
    </message>
    <message>
        <source>đang mở</source>
        <translation>open</translation>
    </message>
    <message>
        <source>{time} {party} {channel} ({person} báo)</source>
        <translation>{time} {party} {channel} (told by {person})</translation>
    </message>
    <message>
        <source>chưa báo cho ai</source>
        <translation>nobody yet</translation>
    </message>
    <message>
        <source>Loại sự cố</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Diễn biến</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Nguyên nhân</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Cách xử lý</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>Dự kiến khôi phục</source>
        <translation>Expected to work again</translation>
    </message>
    <message>
        <source>giờ:phút, để trống nếu chưa biết</source>
        <translation>hours:minutes, empty if nobody can say</translation>
    </message>
    <message>
        <source>Đã báo</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>Báo cho ai</source>
        <translation>Whom</translation>
    </message>
    <message>
        <source>Báo bằng cách nào</source>
        <translation>How</translation>
    </message>
    <message>
        <source>Ghi đã báo</source>
        <translation>Note it</translation>
    </message>
    <message>
        <source>Đã khôi phục</source>
        <translation>Works again</translation>
    </message>
    <message>
        <source>Đóng sự cố</source>
        <translation>Close the incident</translation>
    </message>
    <message>
        <source>Mở lại</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>Đóng bảng</source>
        <translation>Close panel</translation>
    </message>
    <message>
        <source>“{text}” không phải là giờ:phút, ví dụ 09:30</source>
        <translation>“{text}” is no time such as 09:30</translation>
    </message>
    <message>
        <source>Sự cố trong phiên họp…</source>
        <translation>Incidents of the session…</translation>
    </message>
    <message>
        <source>Xem các sự cố, ghi thêm nguyên nhân, cách xử lý, giờ khôi phục, đã báo cho ai</source>
        <translation>Look at the incidents; add cause, what was done, when it works again, who was told</translation>
    </message>
    <message>
        <source>Người được tập huấn</source>
        <translation>Trained</translation>
    </message>
    <message>
        <source>Nội dung tập huấn</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>Đơn vị tổ chức</source>
        <translation>Held by</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Nội dung theo dõi</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Ngày giải quyết xong</source>
        <translation>Settled on</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Người phản ánh</source>
        <translation>Raised by</translation>
    </message>
    <message>
        <source>Ngày phản ánh</source>
        <translation>Raised on</translation>
    </message>
    <message>
        <source>Ngày báo cáo Sở</source>
        <translation>Told the department on</translation>
    </message>
    <message>
        <source>Trả lời</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Rèm che, ánh sáng nhân tạo</source>
        <translation>Curtains, artificial light</translation>
    </message>
    <message>
        <source>Nhiệt độ</source>
        <translation>Temperature</translation>
    </message>
    <message>
        <source>Độ ẩm</source>
        <translation>Humidity</translation>
    </message>
    <message>
        <source>Phòng cháy, chữa cháy</source>
        <translation>Fire safety</translation>
    </message>
    <message>
        <source>Bàn ghế, chỗ ngồi</source>
        <translation>Seats</translation>
    </message>
    <message>
        <source>Kết nối mạng</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Vệ sinh</source>
        <translation>Cleanliness</translation>
    </message>
    <message>
        <source>Đơn vị ban hành</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Ngày ban hành</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>Các điều của nội quy (mỗi dòng một điều)</source>
        <translation>The rules, one per line</translation>
    </message>
    <message>
        <source>Pin, nguồn cần theo dõi</source>
        <translation>Battery or supply</translation>
    </message>
    <message>
        <source>Loại nguồn</source>
        <translation>Kind of power</translation>
    </message>
    <message>
        <source>Kiểm tra sau mỗi (ngày)</source>
        <translation>Look every (days)</translation>
    </message>
    <message>
        <source>Kiểm tra gần nhất</source>
        <translation>Last looked at</translation>
    </message>
    <message>
        <source>Đến hạn kiểm tra</source>
        <translation>To be looked at on</translation>
    </message>
    <message>
        <source>Kiểm tra tình trạng</source>
        <translation>Condition checked</translation>
    </message>
    <message>
        <source>Hư hỏng</source>
        <translation>Damage</translation>
    </message>
    <message>
        <source>Sửa chữa</source>
        <translation>Repair</translation>
    </message>
    <message>
        <source>Bảo trì, bảo dưỡng</source>
        <translation>Maintenance</translation>
    </message>
    <message>
        <source>Vệ sinh thiết bị</source>
        <translation>Cleaning of devices</translation>
    </message>
    <message>
        <source>Thay thế</source>
        <translation>Replacement</translation>
    </message>
    <message>
        <source>Ý kiến thẩm định của Sở</source>
        <translation>Department's appraisal</translation>
    </message>
    <message>
        <source>Kiểm tra an ninh, an toàn</source>
        <translation>Security inspection</translation>
    </message>
    <message>
        <source>Tốt</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>Xuống cấp</source>
        <translation>Worn</translation>
    </message>
    <message>
        <source>Hỏng</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>Vướng mắc</source>
        <translation>Difficulty</translation>
    </message>
    <message>
        <source>Đề xuất</source>
        <translation>Proposal</translation>
    </message>
    <message>
        <source>Góp ý</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>Pin điều khiển từ xa</source>
        <translation>Battery of a remote control</translation>
    </message>
    <message>
        <source>Tập huấn</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Theo dõi thiết bị</source>
        <translation>Equipment</translation>
    </message>
    <message>
        <source>Vướng mắc, đề xuất</source>
        <translation>Difficulties, proposals</translation>
    </message>
    <message>
        <source>Kiểm tra phòng họp</source>
        <translation>Room checks</translation>
    </message>
    <message>
        <source>Nội quy phòng họp</source>
        <translation>House rules</translation>
    </message>
    <message>
        <source>Pin và nguồn điện</source>
        <translation>Batteries and power</translation>
    </message>
    <message>
        <source>Tắt hệ thống</source>
        <translation>Shutting down</translation>
    </message>
    <message>
        <source>Việc định kỳ</source>
        <translation>Recurring duties</translation>
    </message>
    <message>
        <source>Báo thay đổi đầu mối</source>
        <translation>Changes to be told</translation>
    </message>
    <message>
        <source>Kiểm tra toàn bộ hệ thống</source>
        <translation>Check all</translation>
    </message>
    <message>
        <source>Tắt thiết bị</source>
        <translation>Devices off</translation>
    </message>
    <message>
        <source>Ngắt nguồn điện</source>
        <translation>Power off</translation>
    </message>
    <message>
        <source>Đậy nắp ống kính</source>
        <translation>Lens cap</translation>
    </message>
    <message>
        <source>Nơi nhận</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Căn cứ</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Ngày thực hiện</source>
        <translation>Done on</translation>
    </message>
    <message>
        <source>Chưa đến hạn</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Sắp đến hạn</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>▲ Quá hạn</source>
        <translation>▲ Overdue</translation>
    </message>
    <message>
        <source>Đã thực hiện</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Đã thực hiện, trễ hạn</source>
        <translation>Done, late</translation>
    </message>
    <message>
        <source>Không định hạn</source>
        <translation>No date set</translation>
    </message>
    <message>
        <source>Bản in nội quy (PDF)…</source>
        <translation>House rules as paper (PDF)…</translation>
    </message>
    <message>
        <source>Chọn một nội quy đã lưu trong danh sách để in.</source>
        <translation>Choose saved rules in the list to print them.</translation>
    </message>
    <message>
        <source>Phòng này đã có nội quy; hãy sửa nội quy đã có.</source>
        <translation>This room has rules already; change those.</translation>
    </message>
    <message numerus="yes">
        <source>▲ {n} mục đã đến hạn kiểm tra: {names}</source>
        <translation>
            <numerusform>▲ {n} item has to be looked at: {names}</numerusform>
            <numerusform>▲ {n} items have to be looked at: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trước mỗi cuộc họp kiểm tra {n} mục: {names}</source>
        <translation>
            <numerusform>Before each meeting look at {n} item: {names}</numerusform>
            <numerusform>Before each meeting look at {n} items: {names}</numerusform>
        </translation>
    </message>
    <message>
        <source>Phiên họp vừa kết thúc</source>
        <translation>The session that ended</translation>
    </message>
    <message>
        <source>Thứ tự theo quy định: {steps}.</source>
        <translation>The order that the regulation sets: {steps}.</translation>
    </message>
    <message>
        <source>“{after}” chỉ được làm sau “{before}”.</source>
        <translation>“{after}” comes only after “{before}”.</translation>
    </message>
    <message>
        <source>Cần điền người thực hiện.</source>
        <translation>Fill in who did it.</translation>
    </message>
    <message>
        <source>Cần điền ngày thực hiện và người thực hiện.</source>
        <translation>Fill in when it was done and by whom.</translation>
    </message>
    <message>
        <source>{duty}, năm {year}</source>
        <translation>{duty}, {year}</translation>
    </message>
    <message>
        <source>Thống kê cuộc họp trực tuyến</source>
        <translation>Statistics of online meetings</translation>
    </message>
    <message>
        <source>Báo cáo quản lý, vận hành, sử dụng hệ thống</source>
        <translation>Report on management, operation and use</translation>
    </message>
    <message>
        <source>Báo cáo đánh giá hiệu quả</source>
        <translation>Report on effectiveness</translation>
    </message>
    <message>
        <source>Báo cáo Ủy ban nhân dân tỉnh</source>
        <translation>Report to the People's Committee</translation>
    </message>
    <message>
        <source>Tập huấn cán bộ vận hành</source>
        <translation>Training of operators</translation>
    </message>
    <message>
        <source>Kế hoạch bảo trì, bảo dưỡng</source>
        <translation>Maintenance plan</translation>
    </message>
    <message>
        <source>Kiểm tra định kỳ hệ thống</source>
        <translation>Periodic check of the system</translation>
    </message>
    <message>
        <source>Kiểm tra, đánh giá an toàn thông tin</source>
        <translation>Check of information security</translation>
    </message>
    <message>
        <source>Kiểm tra tại các điểm cầu</source>
        <translation>Inspection of the sites</translation>
    </message>
    <message>
        <source>Tổng hợp ý kiến, đề xuất nâng cấp</source>
        <translation>Opinions collected, upgrades proposed</translation>
    </message>
    <message>
        <source>Rà soát thiết bị hư hỏng</source>
        <translation>Review of damaged devices</translation>
    </message>
    <message>
        <source>Lập dự toán kinh phí</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>in các cuộc họp có thể bắt đầu phiên lúc này, dạng JSON</source>
        <translation>print the meetings that a session may be started for now, as JSON</translation>
    </message>
    <message>
        <source>Cuộc họp đã đăng ký</source>
        <translation>Registered meeting</translation>
    </message>
    <message>
        <source>Không theo cuộc họp đã đăng ký</source>
        <translation>Without a registered meeting</translation>
    </message>
    <message>
        <source>{duty}, 6 tháng đến {day}</source>
        <translation>{duty}, half year to {day}</translation>
    </message>
    <message>
        <source>Bố cục chương trình</source>
        <translation>Layout of the program</translation>
    </message>
    <message>
        <source>Ghi vào nhật ký</source>
        <translation>Write into the log</translation>
    </message>
    <message>
        <source>Màn hình khác</source>
        <translation>Other screens</translation>
    </message>
    <message>
        <source>Hiển thị</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>Đợt kiểm tra</source>
        <translation>Stage of the check</translation>
    </message>
    <message>
        <source>Tổng hợp theo cụm điểm cầu</source>
        <translation>Results tier by tier</translation>
    </message>
    <message>
        <source>Số điểm cầu</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>Chưa báo cáo</source>
        <translation>Not reported</translation>
    </message>
    <message>
        <source>Phiên không đăng ký ({uid})</source>
        <translation>Session without registration ({uid})</translation>
    </message>
    <message>
        <source>{time} ngày {date}</source>
        <translation>{time} on {date}</translation>
    </message>
    <message>
        <source>Chưa có cuộc họp nào. Kết quả đo tại bàn điều khiển được lưu vào đây khi phiên kết thúc.</source>
        <translation>There is no meeting yet. What the console measures is kept here when its session ends.</translation>
    </message>
    <message>
        <source>Chưa xác định được thời hạn của đợt này: cuộc họp chưa có giờ, hoặc quy chế không nêu.</source>
        <translation>This stage has no known limit: the meeting has no time yet, or the regulation names none.</translation>
    </message>
    <message>
        <source>Phải xong trước {moment} ({article}). Chưa có kết quả nào.</source>
        <translation>To be done before {moment} ({article}). There is no result yet.</translation>
    </message>
    <message>
        <source>Quá hạn từ {moment}. Chưa có kết quả nào.</source>
        <translation>Overdue since {moment}. There is no result yet.</translation>
    </message>
    <message>
        <source>Kết quả gần nhất lúc {moment}, đúng hạn.</source>
        <translation>The latest result is of {moment}, in time.</translation>
    </message>
    <message>
        <source>Kết quả gần nhất lúc {moment}, sau thời hạn {due}.</source>
        <translation>The latest result is of {moment}, after the limit of {due}.</translation>
    </message>
    <message>
        <source>Lưu PDF, Word…</source>
        <translation>Save as PDF or Word…</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Bên được báo</source>
        <translation>Party</translation>
    </message>
    <message>
        <source>Cách báo</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Các bên phải thông báo</source>
        <translation>Parties to be told</translation>
    </message>
    <message>
        <source>chưa có trong danh bạ</source>
        <translation>not in the directory</translation>
    </message>
    <message>
        <source>đã báo {time}</source>
        <translation>told {time}</translation>
    </message>
    <message>
        <source>, muộn</source>
        <translation>, late</translation>
    </message>
    <message>
        <source>chưa báo</source>
        <translation>not told yet</translation>
    </message>
    <message>
        <source>▲ quá hạn {span}</source>
        <translation>▲ {span} late</translation>
    </message>
    <message>
        <source>chưa báo, còn {span}</source>
        <translation>not told yet, {span} left</translation>
    </message>
    <message>
        <source>{time}, {person}</source>
        <translation>{time}, {person}</translation>
    </message>
    <message>
        <source>Báo bằng</source>
        <translation>Told by</translation>
    </message>
    <message>
        <source>Hãy lưu phiếu trước, danh sách thông báo lấy theo phiếu đã lưu.</source>
        <translation>Save the form first: who has to be told follows from what is saved.</translation>
    </message>
    <message>
        <source>Cuộc họp chưa có giờ bắt đầu nên chưa tính được hạn thông báo.</source>
        <translation>The meeting has no start yet, so nothing can be said of when to tell whom.</translation>
    </message>
    <message numerus="yes">
        <source>Đã báo {told}/{n} bên</source>
        <translation>
            <numerusform>{told} of {n} told</numerusform>
            <numerusform>{told} of {n} told</numerusform>
        </translation>
    </message>
    <message>
        <source>Biểu mẫu và nhật ký</source>
        <translation>Forms and logs</translation>
    </message>
    <message>
        <source>Thống kê</source>
        <translation>Statistics</translation>
    </message>
    <message>
        <source>Phiên họp</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Chưa có phiên họp nào trên máy này.</source>
        <translation>No session has been held on this machine yet.</translation>
    </message>
    <message>
        <source>Đang đọc nhật ký…</source>
        <translation>Reading the log…</translation>
    </message>
    <message>
        <source>Biểu mẫu</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Phụ lục II – nhật ký</source>
        <translation>Phụ lục II – log</translation>
    </message>
    <message>
        <source>Biên bản kiểm tra kỹ thuật</source>
        <translation>Minute of the technical check</translation>
    </message>
    <message>
        <source>Báo cáo sự cố</source>
        <translation>Incident report</translation>
    </message>
    <message>
        <source>Biên bản tắt thiết bị</source>
        <translation>Record of the shutdown</translation>
    </message>
    <message>
        <source>Biên bản bàn giao tư liệu</source>
        <translation>Minute of the hand-over</translation>
    </message>
    <message>
        <source>Xem và in…</source>
        <translation>View and print…</translation>
    </message>
    <message>
        <source>Lưu thành tệp</source>
        <translation>Save as a file</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Word (DOCX)…</source>
        <translation>Word (DOCX)…</translation>
    </message>
    <message>
        <source>Excel (XLSX)…</source>
        <translation>Excel (XLSX)…</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Nhật ký: {count} sự kiện, mã băm cuối {head}…</source>
        <translation>Log: {count} events, head {head}…</translation>
    </message>
    <message>
        <source>Mô tả sự cố</source>
        <translation>Description of the incident</translation>
    </message>
    <message>
        <source>Thiết bị khác</source>
        <translation>Other device</translation>
    </message>
    <message>
        <source>Tên thiết bị khác</source>
        <translation>Name of the other device</translation>
    </message>
    <message>
        <source>Bình thường</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>(để trống)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>Toàn biểu mẫu</source>
        <translation>The whole form</translation>
    </message>
    <message>
        <source>Chọn một ô trong bảng để sửa.</source>
        <translation>Choose a place in the table to correct it.</translation>
    </message>
    <message>
        <source>Ô</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Nội dung mới</source>
        <translation>New content</translation>
    </message>
    <message>
        <source>Lý do sửa</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Đang ghi: {text}</source>
        <translation>It says: {text}</translation>
    </message>
    <message>
        <source>{person} sửa lúc {time}; trước đó: {before}; lý do: {reason}</source>
        <translation>Corrected by {person} at {time}; before: {before}; reason: {reason}</translation>
    </message>
    <message>
        <source>{place}: {before} → {after} ({person}, {time}: {reason})</source>
        <translation>{place}: {before} → {after} ({person}, {time}: {reason})</translation>
    </message>
    <message>
        <source>Chưa sửa ô nào.</source>
        <translation>Nothing has been corrected.</translation>
    </message>
    <message>
        <source>Lãnh đạo đơn vị</source>
        <translation>Leader of the unit</translation>
    </message>
    <message>
        <source>Ký trên bản giấy</source>
        <translation>Signed on paper</translation>
    </message>
    <message>
        <source>Ký số</source>
        <translation>Signed digitally</translation>
    </message>
    <message>
        <source>Tư cách xác nhận</source>
        <translation>Confirms as</translation>
    </message>
    <message>
        <source>Hình thức ký</source>
        <translation>Signed how</translation>
    </message>
    <message>
        <source>{who} đã xác nhận lúc {time}</source>
        <translation>Confirmed by {who} at {time}</translation>
    </message>
    <message>
        <source>▲ {who} đã xác nhận lúc {time}, nhưng biểu mẫu đã sửa sau đó</source>
        <translation>▲ Confirmed by {who} at {time}, but the form was corrected since</translation>
    </message>
    <message>
        <source>Chưa ai xác nhận.</source>
        <translation>Nobody has confirmed it.</translation>
    </message>
    <message>
        <source>Cần ghi họ và tên người xác nhận.</source>
        <translation>Say the full name of who confirms.</translation>
    </message>
    <message>
        <source>Kỳ sáu tháng này</source>
        <translation>This half year</translation>
    </message>
    <message>
        <source>Kỳ sáu tháng trước</source>
        <translation>The half year before</translation>
    </message>
    <message>
        <source>Năm nay</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>Năm trước</source>
        <translation>The year before</translation>
    </message>
    <message>
        <source>Từ ngày đến ngày</source>
        <translation>From day to day</translation>
    </message>
    <message numerus="yes">
        <source>{n} cuộc họp chính thức trong kỳ</source>
        <translation>
            <numerusform>{n} official meeting in the period</numerusform>
            <numerusform>{n} official meetings in the period</numerusform>
        </translation>
    </message>
    <message>
        <source>Theo điểm cầu</source>
        <translation>By site</translation>
    </message>
    <message>
        <source>Thời gian</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Điểm cầu phụ</source>
        <translation>Satellites</translation>
    </message>
    <message>
        <source>Người dự</source>
        <translation>Attendees</translation>
    </message>
    <message>
        <source>Có tên</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Có mặt</source>
        <translation>There</translation>
    </message>
    <message>
        <source>Số lần gián đoạn</source>
        <translation>Interruptions</translation>
    </message>
    <message>
        <source>Gián đoạn</source>
        <translation>Interrupted</translation>
    </message>
    <message>
        <source>Số sự cố</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>{endpoints} lượt điểm cầu · {attendees} người dự · {with_incident} cuộc họp có sự cố · gián đoạn {minutes} phút · không tính {left_out} phiên kiểm tra, tổng duyệt</source>
        <translation>{endpoints} endpoint sessions · {attendees} attendees · {with_incident} meetings with an incident · interrupted {minutes} minutes · {left_out} tests and rehearsals not counted</translation>
    </message>
    <message>
        <source>Lưu Phụ lục III</source>
        <translation>Save Phụ lục III</translation>
    </message>
    <message>
        <source>Lưu bảng thống kê</source>
        <translation>Save the statistics</translation>
    </message>
    <message numerus="yes">
        <source>▲ {n} điểm cầu chưa đủ cán bộ theo quy định</source>
        <translation>
            <numerusform>▲ {n} site names fewer people than the regulation asks</numerusform>
            <numerusform>▲ {n} sites name fewer people than the regulation asks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ {n} người chưa đủ thông tin liên hệ</source>
        <translation>
            <numerusform>▲ not all is known of {n} person</numerusform>
            <numerusform>▲ not all is known of {n} people</numerusform>
        </translation>
    </message>
    <message>
        <source>{site}: {role} {have}/{need}</source>
        <translation>{site}: {role} {have}/{need}</translation>
    </message>
    <message>
        <source>{name}: chưa có {fields}</source>
        <translation>{name}: not known: {fields}</translation>
    </message>
    <message numerus="yes">
        <source>… và {n} dòng nữa</source>
        <translation>
            <numerusform>… and {n} line more</numerusform>
            <numerusform>… and {n} lines more</numerusform>
        </translation>
    </message>
    <message>
        <source>Còn thiếu…</source>
        <translation>Missing…</translation>
    </message>
    <message>
        <source>Đầu mối còn thiếu so với quy định</source>
        <translation>What the regulation asks and is not there</translation>
    </message>
    <message>
        <source>{name}: thêm vào danh bạ</source>
        <translation>{name}: added to the directory</translation>
    </message>
    <message>
        <source>{name}: thay đổi thông tin</source>
        <translation>{name}: changed</translation>
    </message>
    <message>
        <source>{name}: đưa ra khỏi danh bạ</source>
        <translation>{name}: taken out of the directory</translation>
    </message>
    <message>
        <source>Cần điền ngày báo.</source>
        <translation>Fill in when they were told.</translation>
    </message>
    <message>
        <source>Thay đổi</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ngày thay đổi</source>
        <translation>Changed on</translation>
    </message>
    <message>
        <source>Người sửa</source>
        <translation>Changed by</translation>
    </message>
    <message>
        <source>Còn phải báo cho</source>
        <translation>Still to be told</translation>
    </message>
    <message>
        <source>Đã báo cho</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>Hình thức báo</source>
        <translation>Told by</translation>
    </message>
    <message>
        <source>Ngày báo</source>
        <translation>Told on</translation>
    </message>
    <message>
        <source>Mục kiểm tra</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Cụm điểm cầu</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>Điều khiển</source>
        <translation>Control</translation>
    </message>
    <message>
        <source>Quyền điều khiển được giao</source>
        <translation>Control given to this site</translation>
    </message>
    <message>
        <source>Điểm cầu này hiện không được giao quyền điều khiển nào.</source>
        <translation>No control is given to this site now.</translation>
    </message>
    <message>
        <source>Đến hết phiên: {rights}.</source>
        <translation>Until the session ends: {rights}.</translation>
    </message>
    <message>
        <source>Đến {time}: {rights}.</source>
        <translation>Until {time}: {rights}.</translation>
    </message>
    <message>
        <source>Tìm điểm cầu (số hoặc tên, không cần dấu)</source>
        <translation>Find a site (number or name)</translation>
    </message>
    <message>
        <source>micro được nghe</source>
        <translation>heard</translation>
    </message>
    <message>
        <source>micro tắt</source>
        <translation>silenced</translation>
    </message>
    <message>
        <source>Tắt micro tất cả</source>
        <translation>Silence all</translation>
    </message>
    <message>
        <source>Bỏ lệnh tắt micro</source>
        <translation>Lift the silence</translation>
    </message>
    <message>
        <source>Tắt micro điểm này</source>
        <translation>Silence this site</translation>
    </message>
    <message>
        <source>Cho điểm này nói</source>
        <translation>Let this site be heard</translation>
    </message>
    <message>
        <source>Chọn làm kế tiếp</source>
        <translation>Put on deck</translation>
    </message>
    <message>
        <source>Đưa lên bục</source>
        <translation>Bring to the podium</translation>
    </message>
    <message>
        <source>Trở về trước đó</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>Kết thúc lượt nói</source>
        <translation>End the speech</translation>
    </message>
    <message>
        <source>Đánh dấu thời điểm</source>
        <translation>Mark this moment</translation>
    </message>
    <message>
        <source>Đang thực hiện…</source>
        <translation>Being carried out…</translation>
    </message>
    <message>
        <source>✓ Đã xong.</source>
        <translation>✓ Done.</translation>
    </message>
    <message>
        <source>▲ Không thành: {told}{reason}.</source>
        <translation>▲ Not done: {told}{reason}.</translation>
    </message>
    <message>
        <source>Số điểm cầu đang kết nối đã đến giới hạn của cuộc họp; hãy hỏi điểm cầu chính, hoặc thử lại khi có điểm cầu rời đi.</source>
        <translation>As many sites are connected as this meeting takes; ask the main endpoint, or try again when one has left.</translation>
    </message>
    <message>
        <source>Lịch họp</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>Thứ hai</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Thứ ba</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Thứ tư</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Thứ năm</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Thứ sáu</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Thứ bảy</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Chủ nhật</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>Địa điểm</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Trùng lịch</source>
        <translation>Clash</translation>
    </message>
    <message>
        <source>Các cuộc họp trong tuần</source>
        <translation>Meetings of the week</translation>
    </message>
    <message>
        <source>Từ {first} đến {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>Tuần trước</source>
        <translation>Week before</translation>
    </message>
    <message>
        <source>Tuần sau</source>
        <translation>Week after</translation>
    </message>
    <message>
        <source>Tuần này</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>In lịch…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Mở cuộc họp</source>
        <translation>Open the meeting</translation>
    </message>
    <message>
        <source>Tổng duyệt: {subject}</source>
        <translation>Rehearsal: {subject}</translation>
    </message>
    <message>
        <source>Không có cuộc họp nào trùng nhau.</source>
        <translation>No meetings clash.</translation>
    </message>
    <message>
        <source>phòng</source>
        <translation>room</translation>
    </message>
    <message>
        <source>điểm cầu</source>
        <translation>sites</translation>
    </message>
    <message>
        <source>cán bộ</source>
        <translation>technician</translation>
    </message>
    <message>
        <source>số điểm cầu</source>
        <translation>number of sites</translation>
    </message>
    <message>
        <source> và </source>
        <translation> and </translation>
    </message>
    <message>
        <source>{when}: trùng phòng {names} — {both}.</source>
        <translation>{when}: the room {names} is wanted twice — {both}.</translation>
    </message>
    <message>
        <source>{when}: trùng điểm cầu {names} — {both}.</source>
        <translation>{when}: sites are wanted twice: {names} — {both}.</translation>
    </message>
    <message>
        <source>{when}: trùng cán bộ {names} — {both}.</source>
        <translation>{when}: technicians are wanted twice: {names} — {both}.</translation>
    </message>
    <message>
        <source>Bỏ ghi</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>In danh sách…</source>
        <translation>Print the list…</translation>
    </message>
    <message>
        <source>▲ Trùng lịch: {clashes}</source>
        <translation>▲ Clashes: {clashes}</translation>
    </message>
    <message numerus="yes">
        <source>{when}: cần {n} điểm cầu cùng lúc, quá khả năng của hệ thống — {both}.</source>
        <translation>
            <numerusform>{when}: {n} site at a time is more than the system takes — {both}.</numerusform>
            <numerusform>{when}: {n} sites at a time are more than the system takes — {both}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Các cuộc họp trùng nhau</source>
        <translation>Meetings that clash</translation>
    </message>
    <message>
        <source>Mời người này phát biểu</source>
        <translation>Give the floor</translation>
    </message>
    <message>
        <source>Đăng ký {text} điểm cầu; một cuộc họp nhận nhiều nhất {row} điểm cầu.</source>
        <translation>{text} sites are registered; a meeting takes {row} at most.</translation>
    </message>
    <message>
        <source>ghi chú về mục này</source>
        <translation>remark on it</translation>
    </message>
    <message>
        <source>Bàn giao</source>
        <translation>Hand-over</translation>
    </message>
    <message>
        <source>▲ Quá hạn: phải bàn giao bản ghi và tài liệu trước {time}.</source>
        <translation>▲ Overdue: recordings and documents were to be handed over before {time}.</translation>
    </message>
    <message>
        <source>Phải bàn giao bản ghi và tài liệu trước {time}.</source>
        <translation>Recordings and documents are to be handed over before {time}.</translation>
    </message>
    <message>
        <source>▲ Đã bàn giao cho {receiver} lúc {time}, sau thời hạn.</source>
        <translation>▲ Handed over to {receiver} at {time}, after the time set for it.</translation>
    </message>
    <message>
        <source>Đã bàn giao cho {receiver} lúc {time}.</source>
        <translation>Handed over to {receiver} at {time}.</translation>
    </message>
    <message>
        <source>Người giao</source>
        <translation>Given by</translation>
    </message>
    <message>
        <source>Phương tiện lưu trữ</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Số biên nhận</source>
        <translation>Number of the receipt</translation>
    </message>
    <message>
        <source>Tư liệu (tên, dung lượng, mã SHA-256)</source>
        <translation>What (name, size, SHA-256)</translation>
    </message>
    <message>
        <source>Ghi nhận đã bàn giao</source>
        <translation>Note that it was handed over</translation>
    </message>
    <message>
        <source>Cần ghi người nhận.</source>
        <translation>Say who received it.</translation>
    </message>
    <message>
        <source>lập sổ theo dõi hoặc thống kê chung của mọi đơn vị</source>
        <translation>write the ledger or the statistics of all units together</translation>
    </message>
    <message>
        <source>phu-luc-3 hoặc statistics</source>
        <translation>phu-luc-3 or statistics</translation>
    </message>
    <message>
        <source>Lập báo cáo kỳ này…</source>
        <translation>Write this period's report…</translation>
    </message>
    <message>
        <source>Bảng tính (*.xlsx)</source>
        <translation>Sheet (*.xlsx)</translation>
    </message>
    <message>
        <source>Tệp PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Văn bản sửa được (*.docx)</source>
        <translation>Document that can be edited (*.docx)</translation>
    </message>
    <message>
        <source>Bảng phân cách bằng dấu chấm phẩy (*.csv)</source>
        <translation>Table separated by semicolons (*.csv)</translation>
    </message>
    <message>
        <source>HẠN CHẾ: không ghi hình, không xuất nội dung</source>
        <translation>RESTRICTED: no recording, no content leaves</translation>
    </message>
    <message>
        <source>MẬT: không ghi hình, không xuất nội dung</source>
        <translation>SECRET: no recording, no content leaves</translation>
    </message>
    <message>
        <source>HẠN CHẾ: không ghi</source>
        <translation>RESTRICTED: no recording</translation>
    </message>
    <message>
        <source>MẬT: không ghi</source>
        <translation>SECRET: no recording</translation>
    </message>
    <message>
        <source>Chưa hỏi cơ quan chủ trì: chưa được ghi hình</source>
        <translation>The host has not been asked: no recording yet</translation>
    </message>
    <message>
        <source>Được ghi hình: {person} đồng ý lúc {time}</source>
        <translation>May be recorded: {person} allowed it at {time}</translation>
    </message>
    <message>
        <source>Không được ghi hình: {person} không đồng ý lúc {time}</source>
        <translation>May not be recorded: {person} refused at {time}</translation>
    </message>
    <message>
        <source>{person} cho phép ghi hình cuộc họp</source>
        <translation>{person} allows the meeting to be recorded</translation>
    </message>
    <message>
        <source>{person} không cho phép ghi hình cuộc họp</source>
        <translation>{person} does not allow the meeting to be recorded</translation>
    </message>
    <message>
        <source>ghi việc cho phép ghi hình</source>
        <translation>note that recording is allowed</translation>
    </message>
    <message>
        <source>ghi việc không cho phép ghi hình</source>
        <translation>note that recording is not allowed</translation>
    </message>
    <message>
        <source>ghi việc cơ quan chủ trì cho phép ghi hình</source>
        <translation>note that the host allows the meeting to be recorded</translation>
    </message>
    <message>
        <source>ghi việc cơ quan chủ trì không cho phép ghi hình</source>
        <translation>note that the host allows no recording</translation>
    </message>
    <message>
        <source>Chỉ ghi hình khi cơ quan chủ trì đồng ý. Người đồng ý và thời điểm được ghi vào nhật ký.</source>
        <translation>Nothing is recorded unless the host agrees. Who agreed, and when, stands in the log.</translation>
    </message>
    <message>
        <source>Người quyết định</source>
        <translation>Who decides</translation>
    </message>
    <message>
        <source>Ghi chú, số văn bản</source>
        <translation>Note, number of the paper</translation>
    </message>
    <message>
        <source>Đồng ý cho ghi hình</source>
        <translation>Recording allowed</translation>
    </message>
    <message>
        <source>Không cho ghi hình</source>
        <translation>Recording refused</translation>
    </message>
    <message>
        <source>Người được báo</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>Có xác nhận</source>
        <translation>Acknowledged</translation>
    </message>
    <message>
        <source>{number}  chưa báo  {party} — {recipient}  {phone}  {due}</source>
        <translation>{number}  not told  {party}  {recipient}  {phone}  {due}</translation>
    </message>
    <message>
        <source>{number}  đã báo {when}  {party} — {recipient}  {channel}  {person}</source>
        <translation>{number}  told {when}  {party}  {recipient}  {channel}  {person}</translation>
    </message>
    <message>
        <source>Danh sách không có số {number}; hãy xem main.py meeting calls.</source>
        <translation>The list has no number {number}; main.py meeting calls shows it.</translation>
    </message>
    <message>
        <source>Đã ghi {count} bên được báo.</source>
        <translation>{count} noted as told.</translation>
    </message>
    <message>
        <source>liệt kê các bên phải được báo về cuộc họp, và ai đã được báo</source>
        <translation>list whom the regulation wants told of a meeting, and who was</translation>
    </message>
    <message>
        <source>TỆP.pdf hoặc .docx: danh sách để in</source>
        <translation>FILE.pdf or .docx: the list to print</translation>
    </message>
    <message>
        <source>ghi nhận vừa báo cho người trong danh sách đó</source>
        <translation>note that people of that list were told just now</translation>
    </message>
    <message>
        <source>số thứ tự (tất cả những bên còn lại)</source>
        <translation>their numbers (all left)</translation>
    </message>
    <message>
        <source>bằng cách nào</source>
        <translation>how</translation>
    </message>
    <message>
        <source>nghỉ</source>
        <translation>off</translation>
    </message>
    <message>
        <source>làm việc</source>
        <translation>worked</translation>
    </message>
    <message>
        <source>Đã có thông báo chính thức cho {years}; các năm khác là dự kiến.</source>
        <translation>Official for {years}; other years are computed and provisional.</translation>
    </message>
    <message>
        <source>{day} theo lịch có sẵn của chương trình.</source>
        <translation>{day} is as the program's own calendar has it.</translation>
    </message>
    <message>
        <source>“{text}” không phải một ngày; hãy viết dạng 2027-02-04.</source>
        <translation>“{text}” is no day; write it as 2027-02-04.</translation>
    </message>
    <message>
        <source>lịch làm việc: xem, sửa một ngày, xác nhận một năm</source>
        <translation>the working calendar: list, set a day, confirm a year</translation>
    </message>
    <message>
        <source>in các ngày nghỉ và ngày cuối tuần làm việc</source>
        <translation>print days off and worked weekend days</translation>
    </message>
    <message>
        <source>chỉ năm này</source>
        <translation>only this year</translation>
    </message>
    <message>
        <source>ghi một ngày là ngày làm việc hoặc ngày nghỉ</source>
        <translation>say that offices work on a day, or do not</translation>
    </message>
    <message>
        <source>shipped: theo lịch có sẵn</source>
        <translation>shipped: as the program has it</translation>
    </message>
    <message>
        <source>lý do: ngày lễ, số thông báo</source>
        <translation>why: the holiday, the notice</translation>
    </message>
    <message>
        <source>xác nhận lịch đã theo thông báo chính thức của một năm</source>
        <translation>say that a year's official notice is in the calendar</translation>
    </message>
    <message>
        <source>Đánh giá</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>Chọn một điểm cầu trong bảng để đánh giá.</source>
        <translation>Choose a site in the table to rate it.</translation>
    </message>
    <message>
        <source>Âm thanh (1–5)</source>
        <translation>Sound (1–5)</translation>
    </message>
    <message>
        <source>Hình ảnh (1–5)</source>
        <translation>Picture (1–5)</translation>
    </message>
    <message>
        <source>Đường truyền (1–5)</source>
        <translation>Line (1–5)</translation>
    </message>
    <message>
        <source>Nhận xét</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>chưa đánh giá</source>
        <translation>not rated</translation>
    </message>
    <message>
        <source>Lưu đánh giá</source>
        <translation>Keep the rating</translation>
    </message>
    <message>
        <source>Hạn báo cáo: {day}</source>
        <translation>Report due: {day}</translation>
    </message>
    <message>
        <source>Các đường truyền</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>Chọn một dòng trong danh sách</source>
        <translation>Choose a line of the list</translation>
    </message>
    <message>
        <source>Trả lời bằng</source>
        <translation>Answered by</translation>
    </message>
    <message>
        <source>khi không nêu ngày: kỳ hiện tại nào (theo hồ sơ quy định)</source>
        <translation>without days: which period of today (as the profile says)</translation>
    </message>
    <message>
        <source>nguyên nhân</source>
        <translation>the cause</translation>
    </message>
    <message>
        <source>cách xử lý</source>
        <translation>what is done about it</translation>
    </message>
    <message>
        <source>thời gian dự kiến khôi phục</source>
        <translation>when it is expected to be over</translation>
    </message>
    <message>
        <source>Gọi ai</source>
        <translation>Whom to call</translation>
    </message>
    <message>
        <source>Alt+1 … Alt+9: ghi “đã báo lúc này” cho người có số đó</source>
        <translation>Alt+1 … Alt+9: note “told now” for the row with that digit</translation>
    </message>
    <message>
        <source>Đang đọc danh bạ…</source>
        <translation>Reading the directory…</translation>
    </message>
    <message>
        <source>Chưa đọc được danh bạ; mở Hồ sơ, trang Danh bạ để xem số điện thoại.</source>
        <translation>The directory could not be read; the telephone numbers stand in Records, page Directory.</translation>
    </message>
    <message>
        <source>Chọn một sự cố để biết cần gọi ai</source>
        <translation>Choose an incident to see whom to call</translation>
    </message>
    <message>
        <source>kỹ thuật {site}</source>
        <translation>technicians of {site}</translation>
    </message>
    <message>
        <source>kỹ thuật các điểm cầu</source>
        <translation>technicians of the sites</translation>
    </message>
    <message>
        <source>kỹ thuật điểm cầu chính</source>
        <translation>technicians of the main endpoint</translation>
    </message>
    <message>
        <source>chủ trì tại {site}</source>
        <translation>chair at {site}</translation>
    </message>
    <message>
        <source>{party} · theo quy chế</source>
        <translation>{party} · by the regulation</translation>
    </message>
    <message>
        <source>danh bạ chưa có ai</source>
        <translation>nobody in the directory</translation>
    </message>
    <message>
        <source>chưa có số điện thoại</source>
        <translation>no telephone number</translation>
    </message>
    <message>
        <source>Số hiệu đường truyền: {circuit}</source>
        <translation>Circuit number: {circuit}</translation>
    </message>
    <message>
        <source>dự phòng</source>
        <translation>backup</translation>
    </message>
    <message>
        <source>Cần nói: {facts}</source>
        <translation>To be told: {facts}</translation>
    </message>
    <message>
        <source>Đã báo  Alt+{number}</source>
        <translation>Told  Alt+{number}</translation>
    </message>
    <message>
        <source>Ghi đã báo lúc này cho {name}</source>
        <translation>Note that {name} was told now</translation>
    </message>
    <message>
        <source>✓ đã báo lúc {time} ({person})</source>
        <translation>✓ told at {time} ({person})</translation>
    </message>
    <message>
        <source>Phương án dự phòng</source>
        <translation>Fallback</translation>
    </message>
    <message>
        <source>Xin làm gì thay thế</source>
        <translation>What is asked for instead</translation>
    </message>
    <message>
        <source>đường truyền, điểm cầu, thiết bị nào</source>
        <translation>which line, site or device</translation>
    </message>
    <message>
        <source>Xin chủ tọa</source>
        <translation>Ask the chair</translation>
    </message>
    <message>
        <source>Ai quyết định</source>
        <translation>Who decided</translation>
    </message>
    <message>
        <source>chưa xin</source>
        <translation>not asked for</translation>
    </message>
    <message>
        <source>{time} xin {act}: chủ tọa chưa quyết định</source>
        <translation>{time} asked to {act}: the chair has not decided</translation>
    </message>
    <message>
        <source>{time} {person} đồng ý {act}</source>
        <translation>{time} {person} agreed to {act}</translation>
    </message>
    <message>
        <source>{time} {person} không đồng ý {act}</source>
        <translation>{time} {person} did not agree to {act}</translation>
    </message>
    <message>
        <source>chờ chủ tọa quyết định</source>
        <translation>waiting for the chair's word</translation>
    </message>
    <message>
        <source>chủ tọa đồng ý dự phòng</source>
        <translation>the chair agreed to the fallback</translation>
    </message>
    <message>
        <source>chủ tọa không đồng ý dự phòng</source>
        <translation>the chair refused the fallback</translation>
    </message>
    <message>
        <source>Tự kiểm tra</source>
        <translation>Own check</translation>
    </message>
    <message>
        <source>Tự kiểm tra tại điểm cầu</source>
        <translation>The site's own check</translation>
    </message>
    <message>
        <source>Điểm cầu chính tự đo hình, tiếng và đường truyền. Hãy xem tại phòng rồi chọn kết quả từng mục.</source>
        <translation>The main endpoint measures picture, sound and line by itself. Look around the room and answer each item.</translation>
    </message>
    <message>
        <source>Đợt kiểm tra {when}</source>
        <translation>Check {when}</translation>
    </message>
    <message>
        <source>Hiện không có đợt kiểm tra nào.</source>
        <translation>Nothing is being checked now.</translation>
    </message>
    <message>
        <source>Ghi chú cho mục chọn tiếp theo</source>
        <translation>Remark on the next item you answer</translation>
    </message>
    <message>
        <source>{item}: {result}</source>
        <translation>{item}: {result}</translation>
    </message>
    <message>
        <source>▲ Chuỗi nhật ký không còn nguyên vẹn; biểu mẫu chỉ dựa vào phần đọc được.</source>
        <translation>▲ The chain of the log is not whole; the form rests on what can be read of it.</translation>
    </message>
    <message>
        <source>Chưa có đầu mối nào của điểm cầu này.</source>
        <translation>Nobody is named for this site yet.</translation>
    </message>
    <message>
        <source>{role}: {name} {phone}</source>
        <translation>{role}: {name} {phone}</translation>
    </message>
    <message>
        <source>“{text}” không phải địa chỉ mạng thuộc loại của cột này</source>
        <translation>“{text}” is no network address of the kind that stands there</translation>
    </message>
    <message>
        <source>{title}: có địa chỉ không đúng; nhiều địa chỉ thì viết cách nhau bằng dấu phẩy.</source>
        <translation>{title}: an address is wrong; several are written apart by commas.</translation>
    </message>
    <message>
        <source>Giao quyền điều khiển</source>
        <translation>Give control</translation>
    </message>
    <message>
        <source>Điểm cầu được giao chỉ làm được đúng những việc đánh dấu, trong thời hạn ghi ở đây; mọi việc họ làm đều vào nhật ký. Dừng an toàn luôn là của người điều hành.</source>
        <translation>The site may do exactly what is marked, for the time given here; all it does stands in the log. The safe stop stays with the operator.</translation>
    </message>
    <message>
        <source>Chưa giao quyền cho điểm cầu nào</source>
        <translation>No site controls anything</translation>
    </message>
    <message>
        <source>đến hết phiên</source>
        <translation>until the session ends</translation>
    </message>
    <message>
        <source>đến {time}</source>
        <translation>until {time}</translation>
    </message>
    <message>
        <source>căn cứ: {text}</source>
        <translation>basis: {text}</translation>
    </message>
    <message>
        <source>{person} giao</source>
        <translation>given by {person}</translation>
    </message>
    <message>
        <source>Đang giao quyền: {site}, {until}</source>
        <translation>Control given: {site}, {until}</translation>
    </message>
    <message>
        <source>Giao quyền: {site}</source>
        <translation>Control: {site}</translation>
    </message>
    <message numerus="yes">
        <source>Đang giao quyền cho {n} điểm cầu</source>
        <translation>
            <numerusform>Control given to {n} site</numerusform>
            <numerusform>Control given to {n} sites</numerusform>
        </translation>
    </message>
    <message>
        <source>Thu hồi</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>See</translation>
    </message>
    <message>
        <source>Giao cho điểm cầu</source>
        <translation>To which site</translation>
    </message>
    <message>
        <source>Được làm</source>
        <translation>May</translation>
    </message>
    <message>
        <source>Trong bao lâu</source>
        <translation>For how long</translation>
    </message>
    <message>
        <source> phút</source>
        <translation> minutes</translation>
    </message>
    <message>
        <source>ai quyết định, số văn bản</source>
        <translation>who decided it, number of the paper</translation>
    </message>
    <message>
        <source>Giao quyền</source>
        <translation>Give control</translation>
    </message>
    <message>
        <source>Có mặt tại các điểm cầu</source>
        <translation>Who is there</translation>
    </message>
    <message>
        <source>Đã báo: {told} trên {all} điểm cầu, tổng cộng {heads} người</source>
        <translation>Told: {told} of {all} sites, {heads} people in all</translation>
    </message>
    <message>
        <source>Lãnh đạo dự: họ tên, chức vụ</source>
        <translation>Leader present: name and title</translation>
    </message>
    <message>
        <source>Chỉ những điểm cầu chưa báo</source>
        <translation>Only sites that have not told</translation>
    </message>
    <message>
        <source>Ghi có mặt</source>
        <translation>Note attendance</translation>
    </message>
    <message>
        <source>Giao quyền điều khiển…</source>
        <translation>Give control…</translation>
    </message>
    <message>
        <source>Có mặt tại các điểm cầu…</source>
        <translation>Who is there…</translation>
    </message>
    <message>
        <source>Giao cho một điểm cầu quyền điều khiển trong một thời gian, hoặc thu hồi</source>
        <translation>Give a site control for a time, or take it back</translation>
    </message>
    <message>
        <source>Xem và ghi số người, lãnh đạo dự họp tại từng điểm cầu; điểm cầu nào chưa báo</source>
        <translation>See and note how many sit at each site and who leads there; who has not told yet</translation>
    </message>
    <message>
        <source>Căn cứ giao quyền</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Có sự cố, cần gọi ai</source>
        <translation>Something failed: whom to call</translation>
    </message>
    <message>
        <source>Bấm F3 ghi sự cố, rồi Shift+F3: cột “Gọi ai” xếp theo thứ tự cần gọi, có số điện thoại và số hiệu đường truyền. Gọi xong bấm Alt và số của dòng để ghi “đã báo lúc này”. Xin phương án dự phòng và ý kiến của chủ tọa cũng ghi ở đó.</source>
        <translation>Press F3 to note the incident, then Shift+F3: the column “Whom to call” stands in the order of calling, with telephone numbers and the circuit number. After the call press Alt and the row's digit to note “told now”. A fallback and the chair's word on it are noted there too.</translation>
    </message>
    <message>
        <source>Giao cho một điểm cầu điều khiển thay</source>
        <translation>Let a site control for a time</translation>
    </message>
    <message>
        <source>Bấm Ctrl+G, nếu quy chế cho phép: chọn điểm cầu, việc được làm, bao nhiêu phút, căn cứ. Thanh trên cùng luôn hiện ai đang được giao quyền; bấm vào đó để thu hồi. Hết giờ thì quyền tự hết.</source>
        <translation>Press Ctrl+G where the regulation allows it: choose the site, what it may do, for how many minutes, on which basis. The top bar always shows who has control; a press there takes it back. When the time is over, it ends by itself.</translation>
    </message>
    <message>
        <source>Ghi hình cuộc họp, cuộc họp mật</source>
        <translation>Recording, and confidential meetings</translation>
    </message>
    <message>
        <source>Bấm Alt+R ghi ai cho phép ghi hình. Cuộc họp đăng ký là hạn chế hoặc mật thì không ghi được, thanh trên cùng có dấu hiệu, hồ sơ xuất ra không có số liệu đo hay hình ảnh.</source>
        <translation>Press Alt+R to note who allowed a recording. A meeting registered as restricted or secret may not be recorded, the top bar says so, and its package carries neither measurements nor pictures.</translation>
    </message>
    <message>
        <source>Điểm cầu nào chưa báo người dự họp</source>
        <translation>Which site has not told who is there</translation>
    </message>
    <message>
        <source>Bấm Alt+A: điểm cầu chưa báo đứng trước. Nghe qua điện thoại thì chọn điểm cầu, ghi số người và lãnh đạo dự; Phụ lục II và Phụ lục III lấy số liệu từ đây.</source>
        <translation>Press Alt+A: sites that have not told stand first. What is told by telephone is noted by choosing the site and writing head count and leader; the forms take their figures from here.</translation>
    </message>
    <message>
        <source>Chờ chủ tọa quyết định</source>
        <translation>Waiting for the chair's word</translation>
    </message>
    <message>
        <source>Đồng ý: {question}</source>
        <translation>Agree: {question}</translation>
    </message>
    <message>
        <source>Từ chối: {question}</source>
        <translation>Refuse: {question}</translation>
    </message>
    <message>
        <source>chủ tọa đã đồng ý</source>
        <translation>the chair agreed</translation>
    </message>
    <message>
        <source>đường dự phòng</source>
        <translation>the spare line</translation>
    </message>
    <message>
        <source>qua Internet</source>
        <translation>the Internet</translation>
    </message>
    <message>
        <source>họp ghép</source>
        <translation>another site's room</translation>
    </message>
    <message>
        <source>máy dự phòng</source>
        <translation>a spare device</translation>
    </message>
    <message>
        <source>nguồn dự phòng</source>
        <translation>backup power</translation>
    </message>
    <message>
        <source>xin {act}</source>
        <translation>asks: {act}</translation>
    </message>
    <message>
        <source>thực hiện một mục của kịch bản; các mục trước đó coi như bỏ qua</source>
        <translation>carry out a cue of the script; those before it count as left out</translation>
    </message>
    <message>
        <source>bỏ qua các mục của kịch bản đến hết mục này</source>
        <translation>leave out the cues of the script up to this one</translation>
    </message>
    <message>
        <source>đưa kịch bản trở lại sau một mục</source>
        <translation>let the script stand after a cue again</translation>
    </message>
    <message>
        <source>để bộ điều khiển đọc lại cuộc họp đang diễn ra và kịch bản</source>
        <translation>make the bridge read the running meeting and its script again</translation>
    </message>
    <message>
        <source>số của mục trong kịch bản</source>
        <translation>number of the cue</translation>
    </message>
    <message>
        <source>bục phát biểu cũng trở về</source>
        <translation>the podium goes back too</translation>
    </message>
    <message>
        <source>bố cục hình chương trình</source>
        <translation>layout of the program picture</translation>
    </message>
    <message>
        <source>loại sự cố</source>
        <translation>what the incident is about</translation>
    </message>
    <message>
        <source>phát hiện cách đây bao lâu, tính bằng mili giây</source>
        <translation>how long ago it was noticed, in milliseconds</translation>
    </message>
    <message>
        <source>mã sự cố, như lệnh show --only record in ra</source>
        <translation>an incident's identifier, as `show --only record` prints it</translation>
    </message>
    <message>
        <source>dự kiến khắc phục lúc nào, mili giây kể từ 1970 (0: chưa ai biết)</source>
        <translation>when it is expected to be over, milliseconds since 1970 (0: nobody can say)</translation>
    </message>
    <message>
        <source>hoạt động trở lại từ lúc nào, mili giây kể từ 1970 (không ghi: bây giờ)</source>
        <translation>since when it works again, milliseconds since 1970 (without: now)</translation>
    </message>
    <message>
        <source>không có sự cố: bỏ khỏi hồ sơ phiên</source>
        <translation>there was no incident: it leaves the record</translation>
    </message>
    <message>
        <source>đã báo cho ai</source>
        <translation>who was told</translation>
    </message>
    <message>
        <source>cách đây bao lâu, tính bằng mili giây</source>
        <translation>how long ago that was, in milliseconds</translation>
    </message>
    <message>
        <source>ai sẽ phát biểu</source>
        <translation>who is to speak</translation>
    </message>
    <message>
        <source>việc đang hiện để hoàn tác, như lệnh show --only undo in ra</source>
        <translation>the act that was shown, as `show --only undo` prints it</translation>
    </message>
    <message>
        <source>bước: submitted (đã nộp), received (đã nhận), confirmed (đã xác nhận), refused (từ chối), rescheduled (đổi lịch), notified (đã thông báo), rehearsed (đã tổng duyệt), held (đã họp), closed (đã xong), cancelled (hủy)</source>
        <translation>submitted, received, confirmed, refused, rescheduled, notified, rehearsed, held, closed, cancelled</translation>
    </message>
    <message>
        <source>dạng YYYY-MM-DD</source>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <source>{key}: giơ tay kèm tên người phát biểu</source>
        <translation>{key}: raise the hand with the speaker's name</translation>
    </message>
    <message>
        <source>Ai xin phát biểu</source>
        <translation>Who asks to speak</translation>
    </message>
    <message>
        <source>Điểm cầu chính và chủ tọa thấy tên này trong hàng chờ.</source>
        <translation>The main endpoint and the chair see this name in the queue.</translation>
    </message>
    <message>
        <source>Họ tên, chức vụ</source>
        <translation>Name and title</translation>
    </message>
    <message>
        <source>Giơ tay xin phát biểu</source>
        <translation>Raise the hand</translation>
    </message>
    <message>
        <source>nguyên nhân của sự cố là gì</source>
        <translation>what caused it</translation>
    </message>
    <message>
        <source>sự cố đã được xử lý thế nào</source>
        <translation>what was done about it</translation>
    </message>
    <message>
        <source>Cuộc họp hạn chế hoặc mật: gói chỉ có nhật ký và biểu mẫu, không có số liệu đo hay bản ghi.</source>
        <translation>The meeting is restricted or secret: the package holds log and forms, nothing measured or recorded.</translation>
    </message>
    <message>
        <source>điều cần ghi thêm</source>
        <translation>what there is to say about it</translation>
    </message>
    <message>
        <source>Chưa khai báo camera “{camera}” ở đâu; hãy ghi host, serial_port hoặc device cho camera này.</source>
        <translation>It is not said where the camera “{camera}” is; give it a host, a serial_port or a device.</translation>
    </message>
    <message>
        <source>Chưa chọn khối chủ trì; quy chế ({article}) quy định theo khối chủ trì.</source>
        <translation>Whose meeting it is has not been chosen; the regulation ({article}) goes by that.</translation>
    </message>
    <message>
        <source>Theo {article}, cuộc họp của khối này chủ trì tại phòng họp của {wanted}; phiếu ghi “{found}”.</source>
        <translation>By {article} this host's meetings are chaired in a room of {wanted}; the registration says “{found}”.</translation>
    </message>
    <message numerus="yes">
        <source>Theo {article}, {wanted} vận hành cuộc họp này; {n} điểm cầu chưa có người như vậy: {names}.</source>
        <translation>
            <numerusform>By {article} this meeting is operated by {wanted}; {n} site has no such person: {names}.</numerusform>
            <numerusform>By {article} this meeting is operated by {wanted}; {n} sites have no such person: {names}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Theo {article} phải đăng ký trước khi phát hành giấy mời; giấy mời ghi ngày {day}.</source>
        <translation>By {article} it must be registered before invitations go out; the invitation is of {day}.</translation>
    </message>
    <message>
        <source>{finding} Cần ghi lý do thì mới gửi được.</source>
        <translation>{finding} It is sent with a reason only.</translation>
    </message>
    <message>
        <source>Theo quy chế ({article}) ưu tiên {first}.</source>
        <translation>By the regulation ({article}) {first} goes first.</translation>
    </message>
    <message>
        <source>Mức ưu tiên</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Chưa ghi khối chủ trì; quy chế ({article}) quy định theo khối chủ trì.</source>
        <translation>It does not say whose meeting it is; the regulation ({article}) goes by that.</translation>
    </message>
    <message>
        <source>Theo {article}, {wanted} vận hành cuộc họp này; các điểm cầu chưa có người như vậy ({count}): {found}.</source>
        <translation>By {article} {wanted} operate it; sites without such a person ({count}): {found}.</translation>
    </message>
    <message>
        <source>Theo {article} phải đăng ký trước khi phát hành giấy mời; giấy mời ghi ngày {found}.</source>
        <translation>By {article} it is registered before invitations go out; the letter is of {found}.</translation>
    </message>
    <message>
        <source>Phiếu đăng ký dạng JSON (*.json)</source>
        <translation>Registrations as JSON (*.json)</translation>
    </message>
    <message>
        <source>Thêm điểm cầu: {names}</source>
        <translation>Sites added: {names}</translation>
    </message>
    <message>
        <source>Bỏ điểm cầu: {names}</source>
        <translation>Sites taken out: {names}</translation>
    </message>
    <message>
        <source>Sửa điểm cầu: {names}</source>
        <translation>Sites altered: {names}</translation>
    </message>
    <message>
        <source>camera từ chối đăng nhập</source>
        <translation>the camera refuses the login</translation>
    </message>
    <message>
        <source>camera từ chối đăng nhập: sai tên, sai mật khẩu hoặc giờ của camera bị lệch</source>
        <translation>the camera refuses the login: wrong name, wrong password, or the camera's clock is off</translation>
    </message>
    <message>
        <source>camera không còn nhớ góc quay này, cần lưu lại</source>
        <translation>the camera no longer knows this preset; save it again</translation>
    </message>
    <message>
        <source>camera đang khởi động; hãy đợi một lát rồi gọi lại</source>
        <translation>the camera is starting up; wait a moment and recall again</translation>
    </message>
    <message>
        <source>camera đang khởi động</source>
        <translation>the camera is starting up</translation>
    </message>
    <message>
        <source>camera không trả lời qua đường dây; lệnh được gửi mà không xác nhận</source>
        <translation>the camera does not answer over its line; orders are sent without confirmation</translation>
    </message>
    <message>
        <source>góc quay này được bảo vệ; hãy bỏ bảo vệ trước khi thay đổi</source>
        <translation>this preset is protected; take the protection away before changing it</translation>
    </message>
    <message>
        <source>theo quy chế, góc quay của điểm cầu do cán bộ kỹ thuật điểm cầu tự lưu</source>
        <translation>by the regulation, a site's presets are stored by its own technician</translation>
    </message>
    <message>
        <source>chỉnh nét bằng tay</source>
        <translation>focuses by hand</translation>
    </message>
    <message>
        <source>tự chỉnh lại mốc quay</source>
        <translation>finds its stops again</translation>
    </message>
    <message>
        <source>Cận cảnh</source>
        <translation>Close-up</translation>
    </message>
    <message>
        <source>{site}: đổi thứ tự góc quay {preset}</source>
        <translation>{site}: preset {preset} put elsewhere in the order</translation>
    </message>
    <message>
        <source>{site}: bảo vệ góc quay {preset}</source>
        <translation>{site}: preset {preset} protected</translation>
    </message>
    <message>
        <source>{site}: bỏ bảo vệ góc quay {preset}</source>
        <translation>{site}: preset {preset} no longer protected</translation>
    </message>
    <message>
        <source>{site}: camera bị lệch khỏi góc {preset}</source>
        <translation>{site}: camera stands a little off preset {preset}</translation>
    </message>
    <message>
        <source>{site}: camera rời góc {preset}, không phải do lệnh của chương trình</source>
        <translation>{site}: camera left preset {preset}, not by an order of the program</translation>
    </message>
    <message>
        <source>{site}: đã chỉnh lại mốc quay của camera {camera}</source>
        <translation>{site}: camera {camera} has found its stops again</translation>
    </message>
    <message>
        <source>{site}: chưa chỉnh lại được mốc quay của camera {camera} — {reason}</source>
        <translation>{site}: camera {camera} has not found its stops again — {reason}</translation>
    </message>
    <message>
        <source>đổi thứ tự góc quay {preset}</source>
        <translation>put preset {preset} elsewhere in the order</translation>
    </message>
    <message>
        <source>bảo vệ góc quay {preset}</source>
        <translation>protect preset {preset}</translation>
    </message>
    <message>
        <source>bỏ bảo vệ góc quay {preset}</source>
        <translation>take the protection of preset {preset} away</translation>
    </message>
    <message>
        <source>chỉnh lại mốc quay của camera {site}</source>
        <translation>let the camera of {site} find its stops again</translation>
    </message>
    <message>
        <source>để camera của {site} tự lấy nét</source>
        <translation>leave the focus to the camera of {site}</translation>
    </message>
    <message>
        <source>Băng thông chiều lên</source>
        <translation>Bandwidth up</translation>
    </message>
    <message>
        <source>Băng thông chiều xuống</source>
        <translation>Bandwidth down</translation>
    </message>
    <message>
        <source>Băng thông lên</source>
        <translation>Bandwidth up</translation>
    </message>
    <message>
        <source>Băng thông xuống</source>
        <translation>Bandwidth down</translation>
    </message>
    <message>
        <source>ít nhất; không thử cao hơn mức này</source>
        <translation>at least; no more than this was tried</translation>
    </message>
    <message>
        <source>không đủ cho hình HD 720p và tiếng; hãy báo đơn vị viễn thông</source>
        <translation>not enough for HD 720p and sound; tell the telecom company</translation>
    </message>
    <message>
        <source>thiết bị của điểm cầu không đo được băng thông</source>
        <translation>the site's device cannot measure bandwidth</translation>
    </message>
    <message>
        <source>không đo băng thông trong phiên chính thức</source>
        <translation>bandwidth is not measured in an official session</translation>
    </message>
    <message>
        <source>micro đang mở vào cuộc họp nên không phát âm thử, không đo băng thông</source>
        <translation>its microphone is open to the meeting: no test tone, no bandwidth test</translation>
    </message>
    <message>
        <source>chờ lượt đo băng thông</source>
        <translation>waiting for its bandwidth test</translation>
    </message>
    <message>
        <source>đang đo băng thông lên</source>
        <translation>measuring bandwidth up</translation>
    </message>
    <message>
        <source>đang đo băng thông xuống</source>
        <translation>measuring bandwidth down</translation>
    </message>
    <message>
        <source>vọng về sau {n} ms</source>
        <translation>echo after {n} ms</translation>
    </message>
    <message>
        <source>Không dùng được tệp góc quay: {why}.</source>
        <translation>The file of presets cannot be used: {why}.</translation>
    </message>
    <message>
        <source>Tệp có hai góc quay tên “{preset}”, hoặc có góc quay không tên.</source>
        <translation>The file names the preset “{preset}” twice, or without a name.</translation>
    </message>
    <message>
        <source>Không có camera nào tên “{camera}”; hãy xem bằng lệnh “cameras list”.</source>
        <translation>No camera is called “{camera}”; look at “cameras list”.</translation>
    </message>
    <message>
        <source>Phương án xử lý sự cố</source>
        <translation>Plans for incidents</translation>
    </message>
    <message>
        <source>Tên phương án</source>
        <translation>Name of the plan</translation>
    </message>
    <message>
        <source>Loại phương án</source>
        <translation>Kind of plan</translation>
    </message>
    <message>
        <source>Áp dụng khi</source>
        <translation>Applies when</translation>
    </message>
    <message>
        <source>Các bước (mỗi dòng một bước)</source>
        <translation>Steps (one per line)</translation>
    </message>
    <message>
        <source>Người chịu trách nhiệm</source>
        <translation>Who answers for it</translation>
    </message>
    <message>
        <source>Ngày rà soát lại</source>
        <translation>To be reviewed on</translation>
    </message>
    <message>
        <source>Xử lý sự cố</source>
        <translation>Incident response</translation>
    </message>
    <message>
        <source>An toàn thông tin mạng</source>
        <translation>Network information security</translation>
    </message>
    <message>
        <source>Dự phòng, thay thế</source>
        <translation>Backup and replacement</translation>
    </message>
    <message>
        <source>Camera bị lệch khỏi góc “{preset}”: gọi lại góc, hoặc hiệu chỉnh bằng phím E</source>
        <translation>The camera stands a little off “{preset}”: recall it, or recalibrate with E</translation>
    </message>
    <message>
        <source>Camera đã rời góc “{preset}”, không phải do lệnh của chương trình</source>
        <translation>The camera left “{preset}”, not by an order of the program</translation>
    </message>
    <message>
        <source>Mọi người đang xem điểm cầu chính trong lúc camera quay</source>
        <translation>Everybody sees the main endpoint while the camera moves</translation>
    </message>
    <message>
        <source>Gọi lại góc này</source>
        <translation>Recall it again</translation>
    </message>
    <message>
        <source>Gọi lại</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>đã lệch góc</source>
        <translation>has left it</translation>
    </message>
    <message>
        <source>đã lệch</source>
        <translation>left it</translation>
    </message>
    <message>
        <source>lệch</source>
        <translation>left</translation>
    </message>
    <message>
        <source>Camera tự lấy nét</source>
        <translation>The camera focuses by itself</translation>
    </message>
    <message>
        <source>Đã chỉnh lại mốc quay của camera</source>
        <translation>The camera has found its stops again</translation>
    </message>
    <message>
        <source>←↑→↓: quay · + -: phóng · [ ]: nét</source>
        <translation>←↑→↓: turn · + -: zoom · [ ]: focus</translation>
    </message>
    <message>
        <source>E: việc khác với góc đang ở · F: tìm góc</source>
        <translation>E: more for the preset it is at · F: find</translation>
    </message>
    <message>
        <source>Ctrl+số: gọi góc, che hình khi lên hình</source>
        <translation>Ctrl+number: recall on air, covered</translation>
    </message>
    <message>
        <source>Bấm để gọi góc này; giữ 1 giây để lưu đè; kéo để đổi thứ tự; chuột phải: việc khác</source>
        <translation>Press to recall it; hold for a second to save over it; pull it to change the order; right click: more</translation>
    </message>
    <message>
        <source>được bảo vệ</source>
        <translation>protected</translation>
    </message>
    <message>
        <source>Tìm góc quay theo tên, gõ không dấu cũng được</source>
        <translation>Find a preset by name; accents may be left out</translation>
    </message>
    <message>
        <source>Không có góc quay nào mang tên như vậy</source>
        <translation>No preset has such a name</translation>
    </message>
    <message>
        <source>Đã đổi thứ tự góc “{preset}”</source>
        <translation>“{preset}” put elsewhere in the order</translation>
    </message>
    <message>
        <source>Góc “{preset}” được bảo vệ</source>
        <translation>“{preset}” is protected</translation>
    </message>
    <message>
        <source>Đã đổi vai trò, bảo vệ của góc “{preset}”</source>
        <translation>Role and protection of “{preset}” changed</translation>
    </message>
    <message>
        <source>Gọi góc này, che bằng hình điểm cầu chính</source>
        <translation>Recall it under the main endpoint's picture</translation>
    </message>
    <message>
        <source>Đưa lên trước (Alt+←)</source>
        <translation>Put it one place earlier (Alt+←)</translation>
    </message>
    <message>
        <source>Đưa ra sau (Alt+→)</source>
        <translation>Put it one place later (Alt+→)</translation>
    </message>
    <message>
        <source>Bảo vệ, không cho lưu đè</source>
        <translation>Protect it against saving over</translation>
    </message>
    <message>
        <source>Bỏ bảo vệ</source>
        <translation>Take the protection away</translation>
    </message>
    <message>
        <source>Dùng để quay</source>
        <translation>Shows</translation>
    </message>
    <message>
        <source>Không ghi</source>
        <translation>Nothing particular</translation>
    </message>
    <message>
        <source>Để camera tự lấy nét (A)</source>
        <translation>Leave the focus to the camera (A)</translation>
    </message>
    <message>
        <source>Hiệu chỉnh mốc quay của camera (đầu máy sẽ quay hết tầm)</source>
        <translation>Recalibrate the camera (the head swings all the way)</translation>
    </message>
    <message>
        <source>Việc đến hạn</source>
        <translation>What is due</translation>
    </message>
    <message numerus="yes">
        <source>{n} việc đến hạn</source>
        <translation>
            <numerusform>{n} thing is due</numerusform>
            <numerusform>{n} things are due</numerusform>
        </translation>
    </message>
    <message>
        <source>Hiện không có việc nào đến hạn.</source>
        <translation>Nothing is due now.</translation>
    </message>
    <message>
        <source>Mở hồ sơ: các việc đến hạn</source>
        <translation>Open the records: what is due</translation>
    </message>
    <message>
        <source>Cuộc họp, mục</source>
        <translation>Meeting, entry</translation>
    </message>
    <message>
        <source>Điều, khoản</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Rà soát lại phương án</source>
        <translation>Review the plan</translation>
    </message>
    <message>
        <source>Kiểm tra pin, nguồn điện</source>
        <translation>Look at batteries and supplies</translation>
    </message>
    <message>
        <source>Mở để thực hiện</source>
        <translation>Open it</translation>
    </message>
    <message>
        <source>quá hạn {when}  {what}  {article}</source>
        <translation>overdue {when}  {what}  {article}</translation>
    </message>
    <message>
        <source>liệt kê việc đến hạn: thời hạn của cuộc họp, việc định kỳ, phương án</source>
        <translation>list what has to be done now: limits of meetings, recurring duties, plans</translation>
    </message>
    <message>
        <source>chỉ in ra có mấy việc</source>
        <translation>say only how many they are</translation>
    </message>
    <message>
        <source>hình các điểm cầu chỉ còn 5 hình/giây</source>
        <translation>the sites' pictures at 5 per second</translation>
    </message>
    <message>
        <source>hình các điểm cầu kém nét hơn</source>
        <translation>the sites' pictures less sharp</translation>
    </message>
    <message>
        <source>hình bị khuất cập nhật thưa</source>
        <translation>hidden pictures renewed now and then</translation>
    </message>
    <message>
        <source>Máy quá tải, tạm thời: {steps}</source>
        <translation>Computer overloaded, for now: {steps}</translation>
    </message>
    <message>
        <source>Máy quá tải, tạm giảm hình nhỏ</source>
        <translation>Computer overloaded, small pictures reduced</translation>
    </message>
    <message>
        <source>Máy điểm cầu chính hết quá tải, hình các điểm cầu trở lại như thường</source>
        <translation>The main endpoint's computer is no longer overloaded, the sites' pictures are as usual again</translation>
    </message>
    <message>
        <source>Máy điểm cầu chính quá tải, tạm thời: {steps}</source>
        <translation>The main endpoint's computer is overloaded, for now: {steps}</translation>
    </message>
    <message>
        <source>Quy chế</source>
        <translation>Regulation</translation>
    </message>
    <message>
        <source>Chọn quy chế của tỉnh. Nếu quy chế để ngỏ cách tắt mic thì chọn một cách; cuộc họp đang chạy không đổi.</source>
        <translation>Choose the province's regulation. Where it leaves the rule of microphones open, choose one; a running meeting stays as it is.</translation>
    </message>
    <message>
        <source>Quy chế áp dụng</source>
        <translation>Regulation in force</translation>
    </message>
    <message>
        <source>Quy tắc tắt mic</source>
        <translation>Rule of microphones</translation>
    </message>
    <message>
        <source>(chưa chọn)</source>
        <translation>(none chosen)</translation>
    </message>
    <message>
        <source>Quy chế này để ngỏ quy tắc tắt mic: hãy chọn một quy tắc.</source>
        <translation>This regulation leaves the rule of microphones open: choose one.</translation>
    </message>
    <message>
        <source>Dùng quy chế này</source>
        <translation>Use this regulation</translation>
    </message>
    <message>
        <source>Đo cả cụm này</source>
        <translation>Measure this whole group</translation>
    </message>
    <message>
        <source>Đã ký báo cáo: {path}</source>
        <translation>Signature written: {path}</translation>
    </message>
    <message>
        <source>BÁO CÁO: {form}, kỳ {period}, {meetings} cuộc họp, {department} lập ngày {day}; ký bằng khóa {fingerprint}.</source>
        <translation>REPORT: {form} for {period}, {meetings} meetings, made by {department} on {day}; signed with key {fingerprint}.</translation>
    </message>
    <message>
        <source>Bên cạnh {file} không có tệp chữ ký.</source>
        <translation>There is no signature beside {file}.</translation>
    </message>
    <message>
        <source>{file} không phải tệp chữ ký của báo cáo.</source>
        <translation>{file} is no signature of a report.</translation>
    </message>
    <message>
        <source>kiểm tra báo cáo có đúng như Sở đã ký không</source>
        <translation>say whether a report is as the department signed it</translation>
    </message>
    <message>
        <source>tệp báo cáo, tệp chữ ký ở bên cạnh</source>
        <translation>the report, its signature beside it</translation>
    </message>
    <message>
        <source>cơ quan chủ trì chưa cho phép ghi hình; hãy ghi người cho phép trước</source>
        <translation>the host has not permitted recording; note who permits it first</translation>
    </message>
    <message>
        <source>bộ xử lý hình và tiếng không ghi hình được lúc này</source>
        <translation>the media engine cannot record at this moment</translation>
    </message>
    <message>
        <source>ổ đĩa lưu bản ghi còn dưới 1 GB; hãy giải phóng chỗ trống</source>
        <translation>the disk for recordings has less than 1 GB left; make room on it</translation>
    </message>
    <message>
        <source>không ghi được vào ổ đĩa; hãy kiểm tra ổ đĩa</source>
        <translation>the disk cannot be written; check the disk</translation>
    </message>
    <message>
        <source>Bản ghi hình không ghi tiếp được: hãy kiểm tra ổ đĩa</source>
        <translation>The recording does not go on: check the disk</translation>
    </message>
    <message>
        <source>Đã dừng ghi hình: ổ đĩa còn dưới 1 GB</source>
        <translation>Recording was stopped: less than 1 GB left on the disk</translation>
    </message>
    <message>
        <source>Ổ đĩa lưu bản ghi còn dưới 5 GB</source>
        <translation>Less than 5 GB left on the disk for recordings</translation>
    </message>
    <message>
        <source>Ghi hình cuộc họp</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>ĐANG GHI HÌNH</source>
        <translation>RECORDING</translation>
    </message>
    <message>
        <source>GHI HÌNH</source>
        <translation>REC</translation>
    </message>
    <message>
        <source>ĐANG BẮT ĐẦU GHI HÌNH</source>
        <translation>RECORDING IS STARTING</translation>
    </message>
    <message>
        <source>TẠM DỪNG GHI HÌNH</source>
        <translation>RECORDING PAUSED</translation>
    </message>
    <message>
        <source>GHI HÌNH TRỤC TRẶC</source>
        <translation>RECORDING IN TROUBLE</translation>
    </message>
    <message>
        <source>BẮT ĐẦU GHI</source>
        <translation>REC STARTS</translation>
    </message>
    <message>
        <source>TẠM DỪNG GHI</source>
        <translation>REC PAUSED</translation>
    </message>
    <message>
        <source>GHI TRỤC TRẶC</source>
        <translation>REC TROUBLE</translation>
    </message>
    <message>
        <source>Cuộc họp đang được ghi hình.</source>
        <translation>The meeting is being recorded.</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number} GB</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>Chưa rõ chỗ trống của ổ đĩa</source>
        <translation>The room on the disk is not known yet</translation>
    </message>
    <message>
        <source>Ổ đĩa còn trống {size}</source>
        <translation>{size} free on the disk</translation>
    </message>
    <message>
        <source>{text}, sắp đầy</source>
        <translation>{text}, nearly full</translation>
    </message>
    <message>
        <source>Không ghi hình</source>
        <translation>Nothing is being recorded</translation>
    </message>
    <message>
        <source>Đang tạm dừng ghi hình</source>
        <translation>Recording is paused</translation>
    </message>
    <message>
        <source>Đang bắt đầu ghi hình…</source>
        <translation>Recording is starting…</translation>
    </message>
    <message>
        <source>Đang ghi phần {part}: {length}, {size}</source>
        <translation>Recording part {part}: {length}, {size}</translation>
    </message>
    <message>
        <source>{told} — tệp không tăng như phải tăng</source>
        <translation>{told} — the file does not grow as it should</translation>
    </message>
    <message>
        <source>Phần {part}: đang ghi</source>
        <translation>Part {part}: being recorded</translation>
    </message>
    <message>
        <source>Phần {part}: không có dữ liệu</source>
        <translation>Part {part}: nothing in it</translation>
    </message>
    <message>
        <source>Phần {part}: {length}, {size}</source>
        <translation>Part {part}: {length}, {size}</translation>
    </message>
    <message>
        <source>Ổ đĩa quá chậm: đã bỏ {count} hình</source>
        <translation>The disk is too slow: {count} pictures were dropped</translation>
    </message>
    <message>
        <source>Bắt đầu ghi</source>
        <translation>Start recording</translation>
    </message>
    <message>
        <source>Tạm dừng</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Ghi tiếp</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Kết thúc ghi</source>
        <translation>End recording</translation>
    </message>
    <message>
        <source>Chụp hình chương trình</source>
        <translation>Keep a picture of the program</translation>
    </message>
    <message numerus="yes">
        <source>Đã chụp {n} hình</source>
        <translation>
            <numerusform>{n} picture kept</numerusform>
            <numerusform>{n} pictures kept</numerusform>
        </translation>
    </message>
    <message>
        <source>Bắt đầu ghi hình, {person} cho phép</source>
        <translation>Recording started, permitted by {person}</translation>
    </message>
    <message>
        <source>Tạm dừng ghi hình</source>
        <translation>Recording paused</translation>
    </message>
    <message>
        <source>Dừng ghi hình: ổ đĩa sắp đầy</source>
        <translation>Recording stopped: the disk is nearly full</translation>
    </message>
    <message>
        <source>Dừng ghi hình: không còn được phép ghi</source>
        <translation>Recording stopped: it is no longer permitted</translation>
    </message>
    <message>
        <source>Kết thúc ghi hình cùng phiên họp</source>
        <translation>Recording ended with the session</translation>
    </message>
    <message>
        <source>Kết thúc ghi hình</source>
        <translation>Recording ended</translation>
    </message>
    <message>
        <source>Bản ghi phần {part} không có dữ liệu</source>
        <translation>Part {part} of the recording has nothing in it</translation>
    </message>
    <message>
        <source>Bản ghi phần {part}: dài {length}, {size}, SHA-256 {hash}…</source>
        <translation>Part {part} of the recording: {length}, {size}, SHA-256 {hash}…</translation>
    </message>
    <message>
        <source>{told}; bị ngắt giữa chừng</source>
        <translation>{told}; it was cut off</translation>
    </message>
    <message>
        <source>{told}; ổ đĩa trục trặc</source>
        <translation>{told}; the disk failed</translation>
    </message>
    <message>
        <source>Chụp hình chương trình số {number}, SHA-256 {hash}…</source>
        <translation>Picture {number} of the program kept, SHA-256 {hash}…</translation>
    </message>
    <message>
        <source>Bắt đầu bản ghi phần {part}</source>
        <translation>Part {part} of the recording begun</translation>
    </message>
    <message>
        <source>bắt đầu ghi hình</source>
        <translation>start recording</translation>
    </message>
    <message>
        <source>tạm dừng ghi hình</source>
        <translation>pause the recording</translation>
    </message>
    <message>
        <source>ghi hình tiếp</source>
        <translation>go on recording</translation>
    </message>
    <message>
        <source>kết thúc ghi hình</source>
        <translation>end the recording</translation>
    </message>
    <message>
        <source>chụp hình chương trình</source>
        <translation>keep a picture of the program</translation>
    </message>
    <message>
        <source>ghi hình chương trình; phải ghi việc cơ quan chủ trì cho phép trước</source>
        <translation>record the program; the host's permission must have been noted</translation>
    </message>
    <message>
        <source>kết thúc phần đang ghi; phần sau bắt đầu bằng resume-recording</source>
        <translation>end the part that is being recorded; the next one begins with resume-recording</translation>
    </message>
    <message>
        <source>ghi hình tiếp sau khi tạm dừng, thành một phần mới</source>
        <translation>go on with a paused recording, as a new part</translation>
    </message>
    <message>
        <source>lưu một hình của chương trình thành tệp</source>
        <translation>keep one picture of the program as a file</translation>
    </message>
    <message>
        <source>Ghi hình…</source>
        <translation>Recording…</translation>
    </message>
    <message>
        <source>Ghi ai cho phép ghi hình; bắt đầu, tạm dừng, kết thúc ghi hình</source>
        <translation>Note who permits recording; start, pause and end it</translation>
    </message>
    <message>
        <source>Lưu một hình của chương trình thành tệp; cần được phép ghi hình</source>
        <translation>Keeps one picture of the program as a file; recording must be permitted</translation>
    </message>
    <message>
        <source>gói cho bộ phận hỗ trợ: nhật ký chương trình, báo cáo sự cố, không có nội dung cuộc họp</source>
        <translation>what support needs: program logs, crash reports, no meeting</translation>
    </message>
    <message>
        <source>ghi ra tệp (không ghi: liệt kê những gì gói sẽ chứa)</source>
        <translation>write it (without: list what it would hold)</translation>
    </message>
    <message>
        <source>cổng nối tiếp: COM3, /dev/ttyUSB0</source>
        <translation>serial port: COM3, /dev/ttyUSB0</translation>
    </message>
    <message>
        <source>để camera tự lấy nét trở lại</source>
        <translation>leave the focus to the camera again</translation>
    </message>
    <message>
        <source>cho đầu máy chỉnh lại mốc quay (đầu máy sẽ quay hết tầm)</source>
        <translation>let a camera's head find its stops again (it swings all the way)</translation>
    </message>
    <message>
        <source>tìm camera trên mạng, cổng USB và cổng nối tiếp</source>
        <translation>look for cameras on the network, at USB and on serial ports</translation>
    </message>
    <message>
        <source>ONVIF: tên đăng nhập</source>
        <translation>ONVIF: the name to log in with</translation>
    </message>
    <message>
        <source>in danh sách camera</source>
        <translation>print the cameras</translation>
    </message>
    <message>
        <source>bảo vệ một góc quay khỏi bị thay đổi, và ghi dùng để quay gì</source>
        <translation>protect a stored position against changes, and say what it is for</translation>
    </message>
    <message>
        <source>đưa một góc quay tới vị trí khác trong thứ tự, tính từ 1</source>
        <translation>put a stored position at another place in the order, counted from 1</translation>
    </message>
    <message>
        <source>bỏ một camera khỏi danh sách; góc quay của nó được giữ lại</source>
        <translation>take a camera out of the list; its presets stay</translation>
    </message>
    <message>
        <source>nhập góc quay từ tệp; trùng tên thì lấy theo tệp</source>
        <translation>take presets from a file; of one name the file's is kept</translation>
    </message>
    <message>
        <source>camera của máy này: tìm, thử, liệt kê, thêm, bỏ, xuất, nhập (JSON)</source>
        <translation>this machine's cameras: find, try, list, add, remove, export, import (JSON)</translation>
    </message>
    <message>
        <source>quay thử camera một chút rồi trả về, và báo kết quả</source>
        <translation>turn a camera a little and back, and say what was seen of it</translation>
    </message>
    <message>
        <source>USB: thiết bị hoặc tên của camera</source>
        <translation>USB: the camera's device or name</translation>
    </message>
    <message>
        <source>ghi một camera vào danh sách, hoặc sửa camera cùng tên</source>
        <translation>write a camera into the list, or change the one of this name</translation>
    </message>
    <message>
        <source>xuất góc quay của một camera kèm ảnh ra tệp</source>
        <translation>write a camera's presets with their pictures into a file</translation>
    </message>
    <message>
        <source>các địa chỉ cần xem thêm ngoài những camera tự trả lời</source>
        <translation>addresses to look at beside what answers by itself</translation>
    </message>
    <message>
        <source>tên như trong danh sách</source>
        <translation>as the list names it</translation>
    </message>
    <message>
        <source>hỏi từng camera xem làm được gì</source>
        <translation>ask every camera what it can do</translation>
    </message>
    <message>
        <source>hỏi trên mọi cổng nối tiếp; cổng có thể đang nối thiết bị khác</source>
        <translation>ask on every serial port; something else may be on it</translation>
    </message>
    <message>
        <source>hỏi camera xem dùng giao thức nào</source>
        <translation>ask the camera how it is spoken to</translation>
    </message>
    <message>
        <source>cách truyền lệnh VISCA tới camera</source>
        <translation>how VISCA goes to it</translation>
    </message>
    <message>
        <source>ô nhớ cuối cùng, tính từ 0</source>
        <translation>its last memory, counted from 0</translation>
    </message>
    <message>
        <source>tên dùng trong lệnh: chữ thường, chữ số, gạch nối</source>
        <translation>its name in commands: small letters, digits, hyphens</translation>
    </message>
    <message>
        <source>đọc mật khẩu từ đầu vào chuẩn</source>
        <translation>read its password from standard input</translation>
    </message>
    <message>
        <source>tốc độ đường truyền (9600)</source>
        <translation>speed of the line (9600)</translation>
    </message>
    <message>
        <source>góc quay hướng vào người phát biểu tại điểm cầu này</source>
        <translation>the preset that shows whoever speaks at this site</translation>
    </message>
    <message>
        <source>giao thức camera hiểu (visca)</source>
        <translation>what it understands (visca)</translation>
    </message>
    <message>
        <source>tên để mọi người gọi</source>
        <translation>what people call it</translation>
    </message>
    <message>
        <source>camera thứ mấy trên đường dây, 1 đến 7</source>
        <translation>which camera of the line, 1 to 7</translation>
    </message>
    <message>
        <source>Camera đã tới góc “{preset}” nhưng không còn nhớ góc này: nên lưu đè lại</source>
        <translation>The camera is at “{preset}” but no longer remembers it: save it again</translation>
    </message>
    <message>
        <source>phòng đang ồn hoặc có người nói, không rõ có vọng hay không; hãy đo lại khi yên lặng</source>
        <translation>the room is loud or somebody speaks, so an echo cannot be told; measure again when it is quiet</translation>
    </message>
    <message>
        <source>Phiên họp này không ghi hình.</source>
        <translation>Nothing was recorded in this session.</translation>
    </message>
    <message>
        <source>{name}  {length}  {bytes} byte  SHA-256 {hash}: đúng như khi ghi</source>
        <translation>{name}  {length}  {bytes} bytes  SHA-256 {hash}: as it was recorded</translation>
    </message>
    <message>
        <source>{name}  {length}  {bytes} byte  SHA-256 {hash}: KHÔNG đúng như khi ghi</source>
        <translation>{name}  {length}  {bytes} bytes  SHA-256 {hash}: NOT as it was recorded</translation>
    </message>
    <message>
        <source>{name}  {length}  {bytes} byte  SHA-256 {hash}: không đọc được</source>
        <translation>{name}  {length}  {bytes} bytes  SHA-256 {hash}: cannot be read</translation>
    </message>
    <message>
        <source>Đã chép {count} tệp vào {path}, kèm mã SHA-256 trong tệp SHA256SUMS.</source>
        <translation>Copied to {path}: {count} files, with their SHA-256 in SHA256SUMS.</translation>
    </message>
    <message>
        <source>Bản sao của {name} khác tệp gốc; hãy dùng USB hoặc ổ đĩa khác.</source>
        <translation>The copy of {name} differs from the file; use another stick or disk.</translation>
    </message>
    <message>
        <source>Không ghi được vào {path} ({why}).</source>
        <translation>{path} cannot be written ({why}).</translation>
    </message>
    <message>
        <source>liệt kê bản ghi hình của một phiên, đối chiếu từng tệp với nhật ký</source>
        <translation>list a session's recording and compare its files with the log</translation>
    </message>
    <message>
        <source>chép các tệp nguyên vẹn vào đó, kèm mã SHA-256</source>
        <translation>copy the whole files there, with their SHA-256</translation>
    </message>
    <message>
        <source>Camera của điểm cầu</source>
        <translation>Cameras of this site</translation>
    </message>
    <message>
        <source>Tìm camera</source>
        <translation>Find cameras</translation>
    </message>
    <message>
        <source>Hỏi lại tình trạng</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>Quay thử</source>
        <translation>Try out</translation>
    </message>
    <message>
        <source>Ghi vào danh sách</source>
        <translation>Write into the list</translation>
    </message>
    <message>
        <source>Bỏ khỏi danh sách</source>
        <translation>Take out of the list</translation>
    </message>
    <message>
        <source>Địa chỉ ở mạng khác, cách nhau bằng dấu cách (có thể để trống)</source>
        <translation>Addresses in other networks, apart by blanks (may be left empty)</translation>
    </message>
    <message>
        <source>Hỏi cả cổng nối tiếp</source>
        <translation>Ask on serial ports too</translation>
    </message>
    <message>
        <source>Tên để mọi người gọi, ví dụ: Camera bàn chủ tọa</source>
        <translation>What people call it, for instance: Camera at the chair's table</translation>
    </message>
    <message>
        <source>Ở đâu</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Giao thức</source>
        <translation>Protocol</translation>
    </message>
    <message>
        <source>Quay</source>
        <translation>Turns</translation>
    </message>
    <message>
        <source>Nét</source>
        <translation>Focus</translation>
    </message>
    <message>
        <source>Báo vị trí</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Chỉnh mốc</source>
        <translation>Recalibrates</translation>
    </message>
    <message>
        <source>Mới tìm thấy, chưa ghi</source>
        <translation>Just found, not written down</translation>
    </message>
    <message>
        <source>Đang tìm camera trên mạng và tại máy này…</source>
        <translation>Looking for cameras on the network and at this machine…</translation>
    </message>
    <message>
        <source>Đang hỏi từng camera…</source>
        <translation>Asking every camera…</translation>
    </message>
    <message>
        <source>Camera đang quay thử…</source>
        <translation>The camera is being tried out…</translation>
    </message>
    <message>
        <source>Đang ghi…</source>
        <translation>Writing it down…</translation>
    </message>
    <message>
        <source>Đang bỏ…</source>
        <translation>Taking it out…</translation>
    </message>
    <message>
        <source>Đã bỏ camera khỏi danh sách; góc quay đã lưu vẫn còn.</source>
        <translation>The camera is out of the list; its presets are kept.</translation>
    </message>
    <message numerus="yes">
        <source>Danh sách có {n} camera</source>
        <translation>
            <numerusform>{n} camera in the list</numerusform>
            <numerusform>{n} cameras in the list</numerusform>
        </translation>
    </message>
    <message>
        <source>Chưa ghi camera nào; hãy bấm “Tìm camera”.</source>
        <translation>No camera is written down; press “Find cameras”.</translation>
    </message>
    <message>
        <source>Không tìm thấy camera nào. Hãy kiểm tra nguồn, dây mạng, hoặc ghi địa chỉ của camera.</source>
        <translation>No camera was found. Look at power and network cable, or type the camera's address.</translation>
    </message>
    <message>
        <source>Tìm thấy {new} camera mới, {known} camera đã có trong danh sách</source>
        <translation>Found: {new} new, {known} already in the list</translation>
    </message>
    <message>
        <source>Camera không quay được: {reason}</source>
        <translation>The camera did not turn: {reason}</translation>
    </message>
    <message>
        <source>Camera đã nhận lệnh nhưng không báo vị trí; hãy nhìn xem camera có quay không.</source>
        <translation>The camera took the order and does not say where it stands; look whether it turned.</translation>
    </message>
    <message>
        <source>Camera đã nhận lệnh nhưng không quay.</source>
        <translation>The camera took the order and did not turn.</translation>
    </message>
    <message>
        <source>Camera quay được và đã trở về chỗ cũ.</source>
        <translation>The camera turned and came back.</translation>
    </message>
    <message>
        <source>Camera quay được, chưa về đúng chỗ cũ.</source>
        <translation>The camera turned and did not come back to its place.</translation>
    </message>
    <message>
        <source>không báo</source>
        <translation>does not say</translation>
    </message>
    <message>
        <source>được</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>không được</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Gói cho bộ phận hỗ trợ</source>
        <translation>Bundle for support</translation>
    </message>
    <message>
        <source>Gói gồm nhật ký của chương trình, báo cáo sự cố, cài đặt và thông tin máy. Không có nội dung cuộc họp, hình, tiếng, tên người, mã mời hay mật khẩu. Hãy xem từng tệp trước khi lưu; chương trình không tự gửi đi đâu.</source>
        <translation>It holds the program's logs, reports of crashes, settings and facts of this machine: nothing of a meeting, no picture, no sound, no names of people, no invitation codes, no passwords. Look at each file before you save it; the program sends nothing by itself.</translation>
    </message>
    <message>
        <source>Đang thu thập…</source>
        <translation>Gathering…</translation>
    </message>
    <message>
        <source>Lưu gói…</source>
        <translation>Save the bundle…</translation>
    </message>
    <message>
        <source>Đã lưu gói cho bộ phận hỗ trợ</source>
        <translation>The bundle for support is saved</translation>
    </message>
    <message>
        <source>Chưa lưu được gói</source>
        <translation>The bundle could not be saved</translation>
    </message>
    <message>
        <source>Tệp nén (*.zip)</source>
        <translation>Zip file (*.zip)</translation>
    </message>
    <message>
        <source>Các tệp trong gói</source>
        <translation>Files of the bundle</translation>
    </message>
    <message>
        <source>Nội dung tệp</source>
        <translation>Text of the file</translation>
    </message>
    <message>
        <source>{name}  ({count} kB)</source>
        <translation>{name}  ({count} kB)</translation>
    </message>
    <message>
        <source>Chương trình đã gặp sự cố</source>
        <translation>The program has crashed</translation>
    </message>
    <message numerus="yes">
        <source>Từ lần mở trước có %n báo cáo sự cố mới.</source>
        <translation>
            <numerusform>Since the last start there is %n new report of a crash.</numerusform>
            <numerusform>Since the last start there are %n new reports of crashes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Xem và lưu báo cáo…</source>
        <translation>Look at and save the reports…</translation>
    </message>
    <message>
        <source>Gói cho bộ phận hỗ trợ…</source>
        <translation>Bundle for support…</translation>
    </message>
    <message>
        <source>Xem và lưu nhật ký chương trình, báo cáo sự cố cho người sửa chương trình</source>
        <translation>Look at and save program logs and reports of crashes for whoever mends the program</translation>
    </message>
    <message>
        <source>Trình chiếu</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Phim, ảnh, cửa sổ hoặc màn hình hiện ở chỗ người phát biểu, mọi điểm cầu đều thấy và nghe; với bố cục hai hình thì hiện bên cạnh người phát biểu. Điểm cầu có hai màn hình xem trình chiếu riêng và người phát biểu riêng.</source>
        <translation>A film, a still, a window or a screen stands in the speaker's place, seen and heard by every site; in the layout of two pictures it stands beside the speaker. Sites with two screens see the content and the speaker apart.</translation>
    </message>
    <message>
        <source>Chưa trình chiếu gì</source>
        <translation>Nothing is being shown</translation>
    </message>
    <message>
        <source>Đang chiếu màn hình của máy điều khiển</source>
        <translation>The console machine's screen is being shown</translation>
    </message>
    <message>
        <source>Đang chiếu phim: {name}</source>
        <translation>A film is being shown: {name}</translation>
    </message>
    <message>
        <source>Tệp phim</source>
        <translation>File of the film</translation>
    </message>
    <message>
        <source>Chiếu phim</source>
        <translation>Show the film</translation>
    </message>
    <message>
        <source>Chiếu màn hình</source>
        <translation>Show the screen</translation>
    </message>
    <message>
        <source>Thôi chiếu</source>
        <translation>End showing</translation>
    </message>
    <message>
        <source>Chiếu phim {name}</source>
        <translation>The film {name} is shown</translation>
    </message>
    <message>
        <source>Chiếu màn hình của máy điều khiển</source>
        <translation>The console machine's screen is shown</translation>
    </message>
    <message>
        <source>Phim đã hết</source>
        <translation>The film is over</translation>
    </message>
    <message>
        <source>Thôi chiếu: không đọc được ({text})</source>
        <translation>Showing ended: it cannot be read ({text})</translation>
    </message>
    <message>
        <source>Thôi chiếu: bộ phát đã dừng</source>
        <translation>Showing ended: the player has stopped</translation>
    </message>
    <message>
        <source>chiếu phim {name}</source>
        <translation>show the film {name}</translation>
    </message>
    <message>
        <source>chiếu màn hình</source>
        <translation>show the screen</translation>
    </message>
    <message>
        <source>thôi chiếu</source>
        <translation>end showing</translation>
    </message>
    <message>
        <source>chiếu phim, cửa sổ hoặc màn hình của máy này cho mọi điểm cầu (không nêu gì: toàn bộ màn hình)</source>
        <translation>show a film, a window or a screen of this machine to everybody (without: all screens)</translation>
    </message>
    <message>
        <source>Trình chiếu…</source>
        <translation>Content…</translation>
    </message>
    <message>
        <source>Chiếu phim hoặc màn hình cho mọi điểm cầu, hoặc thôi chiếu</source>
        <translation>Shows a film or the screen to every site, or ends it</translation>
    </message>
    <message numerus="yes">
        <source>{site}: thử {n} góc quay, góc nào cũng đúng</source>
        <translation>
            <numerusform>{site}: {n} preset tried, and it is right</numerusform>
            <numerusform>{site}: {n} presets tried, all of them right</numerusform>
        </translation>
    </message>
    <message>
        <source>{site}: thử {tried} góc quay; không tới được: {missed}; hình đã khác: {changed}</source>
        <translation>{site}: {tried} presets tried; not reached: {missed}; looks otherwise: {changed}</translation>
    </message>
    <message>
        <source>thử mọi góc quay của camera {site}</source>
        <translation>try every preset of the camera of {site}</translation>
    </message>
    <message>
        <source>cho camera quay qua từng góc đã lưu, so vị trí và hình</source>
        <translation>let a camera go to every stored position once, and compare place and picture</translation>
    </message>
    <message>
        <source>Thử mọi góc: quay qua từng góc, so vị trí và hình</source>
        <translation>Try every preset: go to each, compare place and picture</translation>
    </message>
    <message>
        <source>Đang thử các góc quay: {done}/{of}…</source>
        <translation>Trying the presets: {done}/{of}…</translation>
    </message>
    <message numerus="yes">
        <source>Đã thử {n} góc quay, góc nào cũng đúng</source>
        <translation>
            <numerusform>{n} preset tried, and it is right</numerusform>
            <numerusform>{n} presets tried, all of them right</numerusform>
        </translation>
    </message>
    <message>
        <source>không tới được: {names}</source>
        <translation>not reached: {names}</translation>
    </message>
    <message>
        <source>hình đã khác: {names}</source>
        <translation>looks otherwise: {names}</translation>
    </message>
    <message>
        <source>Thử góc quay — {found}</source>
        <translation>Presets tried — {found}</translation>
    </message>
    <message>
        <source>Tập dượt, thiết lập, hỗ trợ</source>
        <translation>Practice, set-up, support</translation>
    </message>
    <message>
        <source>Quá tải: giảm hình nhỏ</source>
        <translation>Overload: pictures reduced</translation>
    </message>
    <message>
        <source>camera vừa được cài đặt lại hoặc bỏ khỏi danh sách; hãy gọi lại nếu cần</source>
        <translation>the camera has just been set up anew or taken out of the list; ask again if need be</translation>
    </message>
    <message>
        <source>camera này không bật được từ xa; hãy bật tại camera</source>
        <translation>this camera cannot be switched on from here; switch it on at the camera</translation>
    </message>
    <message>
        <source>bật camera của {site}</source>
        <translation>switch the camera of {site} on</translation>
    </message>
    <message>
        <source>bật camera đang ở chế độ chờ</source>
        <translation>wake a camera from standby</translation>
    </message>
    <message>
        <source>Quyền kết nối của điểm cầu này đã hết hạn; hãy xin điểm cầu chính lời mời mới.</source>
        <translation>This site's right to join has come to its end; ask the main endpoint for a new invitation.</translation>
    </message>
    <message>
        <source>Yêu cầu đã quá thời hạn xác thực; chương trình sẽ thử lại.</source>
        <translation>The request came too late to be verified; the program tries again.</translation>
    </message>
    <message>
        <source>Yêu cầu không được ký bằng khóa của điểm cầu này; hãy xin điểm cầu chính lời mời mới.</source>
        <translation>The request is not signed by this site's key; ask the main endpoint for a new invitation.</translation>
    </message>
    <message>
        <source>Loại quyền kết nối này không gia hạn được; hãy xin điểm cầu chính lời mời mới.</source>
        <translation>This kind of credential is not renewed; ask the main endpoint for a new invitation.</translation>
    </message>
    <message>
        <source>Câu trả lời không do điểm cầu chính trong lời mời ký; có máy nào đó trên đường truyền đã sửa nội dung.</source>
        <translation>The answer was not signed by the bridge of the invitation; something on the way changes it.</translation>
    </message>
    <message>
        <source>Khóa của điểm cầu này không còn trong kho khóa của hệ thống; hãy vào họp bằng lời mời mới.</source>
        <translation>This site's key is no longer in the system's key store; join with a new invitation.</translation>
    </message>
    <message>
        <source>Phần kết nối họp trên máy này bị tắt đột ngột, đang được mở lại.</source>
        <translation>This computer's part of the meeting ended unexpectedly and is being opened again.</translation>
    </message>
    <message>
        <source>Bật camera</source>
        <translation>Switch on</translation>
    </message>
    <message>
        <source>Đang bật camera…</source>
        <translation>Switching the camera on…</translation>
    </message>
    <message>
        <source>Không bật được camera: {reason}</source>
        <translation>The camera could not be switched on: {reason}</translation>
    </message>
    <message>
        <source>{site} chưa kết nối lại camera “{camera}”</source>
        <translation>{site} has not connected the camera “{camera}” again</translation>
    </message>
    <message>
        <source>Các phím không điều khiển camera nào khác trong lúc này.</source>
        <translation>The keys move no other camera meanwhile.</translation>
    </message>
    <message>
        <source>Bấm Ctrl+← hoặc Ctrl+→ để chọn camera khác.</source>
        <translation>Press Ctrl+← or Ctrl+→ to choose another camera.</translation>
    </message>
    <message>
        <source>xuất mọi camera kèm góc quay ra tệp</source>
        <translation>write every camera with its presets into a file</translation>
    </message>
    <message>
        <source>nhập camera và góc quay từ tệp như vậy</source>
        <translation>take cameras and presets from such a file</translation>
    </message>
    <message>
        <source>camera nhận góc quay của tệp một camera</source>
        <translation>the camera that gets the presets of a file of one camera</translation>
    </message>
    <message>
        <source>chỉ báo những gì sẽ thay đổi</source>
        <translation>only say what would change</translation>
    </message>
    <message>
        <source>ghi đè những gì đang khác</source>
        <translation>write over what is there otherwise</translation>
    </message>
    <message>
        <source>Chương trình đang điều khiển camera chưa nhận các góc quay; hãy thử lại.</source>
        <translation>The program that drives these cameras has not taken the presets; try again.</translation>
    </message>
    <message>
        <source>Tệp này không chứa camera hay góc quay của chương trình.</source>
        <translation>The file holds no cameras and no presets of this program.</translation>
    </message>
    <message>
        <source>Tệp chứa góc quay của một camera; hãy chọn camera sẽ nhận.</source>
        <translation>The file holds presets of one camera; choose the camera that shall have them.</translation>
    </message>
    <message>
        <source>Nhập tệp này sẽ có hơn {most} camera; hãy bỏ bớt camera trước.</source>
        <translation>With this file there would be more than {most} cameras; take some out first.</translation>
    </message>
    <message>
        <source>Mật khẩu dài hơn {most} ký tự.</source>
        <translation>The password is longer than {most} characters.</translation>
    </message>
    <message>
        <source>camera không tới được góc quay</source>
        <translation>the camera did not reach the preset</translation>
    </message>
    <message>
        <source>hình ở góc quay khác với ảnh đã lưu; hãy xem và lưu lại</source>
        <translation>the picture at the preset differs from the saved one; look at it and save again</translation>
    </message>
    <message>
        <source>camera không cho biết vị trí; hãy nhìn hình để xác nhận góc quay</source>
        <translation>the camera tells no position; look at the picture to confirm the preset</translation>
    </message>
    <message>
        <source>{site} xin vào họp, nhưng cuộc họp đã khóa</source>
        <translation>{site} wants to join, but the meeting is locked</translation>
    </message>
    <message>
        <source>{site} không thuộc cuộc họp này, đang chờ cho vào</source>
        <translation>{site} is not of this meeting and waits to be let in</translation>
    </message>
    <message>
        <source>Quyền kết nối của {site} sắp hết hạn, ngày {day}</source>
        <translation>The credential of {site} ends soon, on {day}</translation>
    </message>
    <message>
        <source>Đã thu hồi quyền kết nối của {site}; điểm cầu bị ngắt</source>
        <translation>The credentials of {site} were revoked; the site is disconnected</translation>
    </message>
    <message>
        <source>Khóa cuộc họp: không nhận thêm điểm cầu</source>
        <translation>Meeting locked: no further site is let in</translation>
    </message>
    <message>
        <source>Mở khóa cuộc họp</source>
        <translation>Unlock the meeting</translation>
    </message>
    <message>
        <source>Mở phòng chờ cho điểm cầu không thuộc cuộc họp</source>
        <translation>Lobby opened for sites that are not of the meeting</translation>
    </message>
    <message>
        <source>Đóng phòng chờ</source>
        <translation>Close the lobby</translation>
    </message>
    <message>
        <source>Cho {site} vào họp</source>
        <translation>{site} let in</translation>
    </message>
    <message>
        <source>khóa cuộc họp</source>
        <translation>lock the meeting</translation>
    </message>
    <message>
        <source>mở khóa cuộc họp</source>
        <translation>unlock the meeting</translation>
    </message>
    <message>
        <source>mở phòng chờ</source>
        <translation>open the lobby</translation>
    </message>
    <message>
        <source>đóng phòng chờ</source>
        <translation>close the lobby</translation>
    </message>
    <message>
        <source>cho {site} vào họp</source>
        <translation>let {site} in</translation>
    </message>
    <message>
        <source>không nhận thêm điểm cầu; điểm cầu đã vào họp vẫn được quay lại</source>
        <translation>let no further site in; who was here may come back</translation>
    </message>
    <message>
        <source>lại nhận mọi điểm cầu có quyền vào họp</source>
        <translation>let every site in again that may join</translation>
    </message>
    <message>
        <source>để điểm cầu không thuộc cuộc họp này chờ cho đến khi được cho vào</source>
        <translation>let sites that are not of this meeting wait until they are let in</translation>
    </message>
    <message>
        <source>cho cả điểm cầu không thuộc cuộc họp này vào họp</source>
        <translation>let sites join that are not of this meeting</translation>
    </message>
    <message>
        <source>cho một điểm cầu đang ở ngoài vào họp khi cuộc họp đã khóa hoặc có phòng chờ</source>
        <translation>let a site in that the lock or the lobby keeps outside</translation>
    </message>
    <message>
        <source>cuộc họp đã khóa, không nhận thêm điểm cầu</source>
        <translation>the meeting is locked and takes no further site</translation>
    </message>
    <message>
        <source>điểm cầu không thuộc cuộc họp này, phải chờ cho vào</source>
        <translation>the site is not of this meeting and has to wait</translation>
    </message>
    <message>
        <source>Cuộc họp đã khóa, không nhận thêm điểm cầu; hãy gọi cán bộ điểm cầu chính để được cho vào.</source>
        <translation>The meeting is locked and takes no further site; call the main endpoint to be let in.</translation>
    </message>
    <message>
        <source>Điểm cầu này không thuộc cuộc họp đang diễn ra; hãy chờ điểm cầu chính cho vào họp.</source>
        <translation>This site is not of this meeting; wait until the main endpoint lets it in.</translation>
    </message>
    <message>
        <source>Tệp camera (*.json)</source>
        <translation>Camera files (*.json)</translation>
    </message>
    <message>
        <source>Chỉ thêm cái mới</source>
        <translation>Only add what is new</translation>
    </message>
    <message>
        <source>Thêm và ghi đè</source>
        <translation>Add and overwrite</translation>
    </message>
    <message>
        <source>Đã xuất mọi camera và góc quay; tệp không có mật khẩu.</source>
        <translation>All cameras and presets were exported; there is no password in the file.</translation>
    </message>
    <message numerus="yes">
        <source>Đã nhập {n} camera</source>
        <translation>
            <numerusform>{n} camera imported</numerusform>
            <numerusform>{n} cameras imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} góc quay</source>
        <translation>
            <numerusform>{n} preset</numerusform>
            <numerusform>{n} presets</numerusform>
        </translation>
    </message>
    <message>
        <source>Mật khẩu không nằm trong tệp; hãy ghi lại cho camera cần đăng nhập.</source>
        <translation>Passwords are not in the file; enter them again for cameras that ask for a login.</translation>
    </message>
    <message>
        <source>Tệp chỉ có những góc quay đang được bảo vệ ở đây hoặc không còn chỗ; không nhập gì.</source>
        <translation>The file has only presets that are protected here or for which there is no room; nothing was imported.</translation>
    </message>
    <message>
        <source>Mọi thứ trong tệp đã có ở đây; không nhập gì.</source>
        <translation>Everything in the file is here already; nothing was imported.</translation>
    </message>
    <message>
        <source>Góc bị ghi đè vẫn khôi phục được một lần. Góc được bảo vệ không thay đổi.</source>
        <translation>An overwritten preset can be restored once. Protected presets do not change.</translation>
    </message>
    <message>
        <source>{camera}: camera mới</source>
        <translation>{camera}: new camera</translation>
    </message>
    <message>
        <source>{camera}: địa chỉ hoặc cài đặt khác với ở đây (ghi đè nếu chọn)</source>
        <translation>{camera}: address or settings differ from here (overwritten if chosen)</translation>
    </message>
    <message>
        <source>{camera}: camera giữ nguyên</source>
        <translation>{camera}: camera stays as it is</translation>
    </message>
    <message>
        <source>góc mới: {names}</source>
        <translation>new presets: {names}</translation>
    </message>
    <message>
        <source>góc trùng tên, khác vị trí (ghi đè nếu chọn): {names}</source>
        <translation>presets of the same name, elsewhere (overwritten if chosen): {names}</translation>
    </message>
    <message>
        <source>góc được bảo vệ, giữ nguyên: {names}</source>
        <translation>protected presets, kept as they are: {names}</translation>
    </message>
    <message>
        <source>không còn chỗ cho: {names}</source>
        <translation>no room for: {names}</translation>
    </message>
    <message>
        <source>Quay thử: camera quay một chút rồi trở về. Camera ghi, sửa hoặc bỏ ở đây có hiệu lực ngay.</source>
        <translation>Try it: the camera turns a little and comes back. Cameras added, changed or removed here take effect at once.</translation>
    </message>
    <message>
        <source>Tên đăng nhập ONVIF</source>
        <translation>ONVIF user name</translation>
    </message>
    <message>
        <source>Đã lưu mật khẩu; ghi mật khẩu mới để thay</source>
        <translation>Password saved; enter a new one to replace it</translation>
    </message>
    <message>
        <source>Mật khẩu ONVIF</source>
        <translation>ONVIF password</translation>
    </message>
    <message>
        <source>Góc đã lưu</source>
        <translation>Presets</translation>
    </message>
    <message>
        <source>Đã ghi camera vào danh sách; chương trình dùng ngay.</source>
        <translation>The camera is in the list; the program uses it at once.</translation>
    </message>
    <message>
        <source>Đang xuất…</source>
        <translation>Exporting…</translation>
    </message>
    <message>
        <source>Đang đọc tệp…</source>
        <translation>Reading the file…</translation>
    </message>
    <message>
        <source>Đang nhập…</source>
        <translation>Importing…</translation>
    </message>
    <message>
        <source>Camera đã nhận lệnh bật; có thể mất một phút để sẵn sàng.</source>
        <translation>The camera has taken the order to switch on; it may take a minute to be ready.</translation>
    </message>
    <message>
        <source>USB của máy này</source>
        <translation>USB at this machine</translation>
    </message>
    <message>
        <source>VISCA, {baud} baud, địa chỉ {number}</source>
        <translation>VISCA, {baud} baud, address {number}</translation>
    </message>
    <message>
        <source>ảnh: từ hình phòng họp, không có thì của camera</source>
        <translation>pictures: of the room, else the camera's own</translation>
    </message>
    <message>
        <source>ảnh: từ hình phòng họp</source>
        <translation>pictures: of the room</translation>
    </message>
    <message>
        <source>không báo vị trí: không chứng minh được đã tới góc</source>
        <translation>does not tell its position: an arrival cannot be proved</translation>
    </message>
    <message>
        <source>đã lưu mật khẩu</source>
        <translation>password saved</translation>
    </message>
    <message>
        <source>chưa lưu mật khẩu</source>
        <translation>no password saved</translation>
    </message>
    <message>
        <source>không đăng nhập</source>
        <translation>no login</translation>
    </message>
    <message>
        <source>tự đánh số câu trả lời</source>
        <translation>numbers its answers itself</translation>
    </message>
    <message>
        <source>báo nhận lệnh muộn</source>
        <translation>acknowledges late</translation>
    </message>
    <message>
        <source>trả lời về cổng {port}</source>
        <translation>answers to port {port}</translation>
    </message>
    <message>
        <source>hai lệnh cách nhau ít nhất {ms} ms</source>
        <translation>at least {ms} ms between two commands</translation>
    </message>
    <message>
        <source>không có ô nhớ</source>
        <translation>no memory</translation>
    </message>
    <message>
        <source>không quay được theo tọa độ</source>
        <translation>does not go to coordinates</translation>
    </message>
    <message>
        <source>vị trí {n} byte</source>
        <translation>position of {n} octets</translation>
    </message>
    <message>
        <source>lỗi gần nhất: {reason}</source>
        <translation>last error: {reason}</translation>
    </message>
    <message>
        <source>VISCA kiểu Sony qua {way}</source>
        <translation>Sony VISCA over {way}</translation>
    </message>
    <message>
        <source>VISCA qua {way}</source>
        <translation>VISCA over {way}</translation>
    </message>
    <message>
        <source>đặc điểm riêng: {quirks}</source>
        <translation>quirks: {quirks}</translation>
    </message>
    <message>
        <source>không có đặc điểm riêng</source>
        <translation>no quirks</translation>
    </message>
    <message>
        <source>Kỹ thuật viên điểm cầu vừa quay camera: chương trình tạm không tự quay</source>
        <translation>The site's technician has just moved the camera: the program leaves it alone for now</translation>
    </message>
    <message>
        <source>Việc khác (E)</source>
        <translation>More (E)</translation>
    </message>
    <message>
        <source>Điểm cầu chính không tự quay camera này trong {seconds} giây nữa.</source>
        <translation>The main endpoint does not turn this camera by itself for another {seconds} s.</translation>
    </message>
    <message>
        <source>Lưu góc đang đứng (S)</source>
        <translation>Save this position (S)</translation>
    </message>
    <message>
        <source>Camera đang làm…</source>
        <translation>The camera is at it…</translation>
    </message>
    <message>
        <source>Camera đã làm xong</source>
        <translation>The camera has done it</translation>
    </message>
    <message>
        <source>Đã lưu góc {name}, nhưng camera không xác nhận</source>
        <translation>Preset {name} saved, but the camera does not confirm it</translation>
    </message>
    <message>
        <source>Mất máy: thu hồi quyền kết nối…</source>
        <translation>Machine lost: revoke credentials…</translation>
    </message>
    <message>
        <source>Ngắt điểm cầu đang chọn ngay và không cho máy đó vào lại; phải mời lại</source>
        <translation>Disconnect the chosen site at once and keep its machine out; it has to be invited again</translation>
    </message>
    <message>
        <source>Thu hồi quyền kết nối của {site}?</source>
        <translation>Revoke the credentials of {site}?</translation>
    </message>
    <message>
        <source>Điểm cầu bị ngắt ngay, máy đó không vào lại được. Muốn dự họp tiếp, điểm cầu cần lời mời mới.</source>
        <translation>The site is disconnected at once and its machine cannot come back. To go on it needs a new invitation.</translation>
    </message>
    <message>
        <source>Thu hồi quyền</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>Từ chối cho {site} vào họp</source>
        <translation>{site} is told no and stays outside</translation>
    </message>
    <message>
        <source>từ chối cho {site} vào họp</source>
        <translation>say no to {site}, which waits outside</translation>
    </message>
    <message>
        <source>từ chối một điểm cầu đang chờ; không báo điểm cầu đó nữa</source>
        <translation>say no to a site that waits outside; it is not named again</translation>
    </message>
    <message>
        <source>Khóa cuộc họp</source>
        <translation>Lock the meeting</translation>
    </message>
    <message>
        <source>Mở phòng chờ</source>
        <translation>Open the lobby</translation>
    </message>
    <message>
        <source>Điểm cầu xin vào họp…</source>
        <translation>Sites that want to join…</translation>
    </message>
    <message>
        <source>Không nhận thêm điểm cầu; điểm cầu đã vào họp vẫn được quay lại</source>
        <translation>Lets no further site in; who was here may come back</translation>
    </message>
    <message>
        <source>Lại nhận mọi điểm cầu có quyền vào họp</source>
        <translation>Lets every site in again that may join</translation>
    </message>
    <message>
        <source>Điểm cầu không thuộc cuộc họp này phải chờ cho đến khi được cho vào</source>
        <translation>Sites that are not of this meeting wait until they are let in</translation>
    </message>
    <message>
        <source>Nhận cả điểm cầu không thuộc cuộc họp này mà không phải chờ</source>
        <translation>Lets sites join that are not of this meeting, without waiting</translation>
    </message>
    <message>
        <source>Xem điểm cầu nào đang chờ, cho vào hoặc từ chối; khóa cuộc họp</source>
        <translation>See which sites wait, say yes or no to them; lock the meeting</translation>
    </message>
    <message>
        <source>Ai được vào họp</source>
        <translation>Who may be in the meeting</translation>
    </message>
    <message>
        <source>Điểm cầu xin vào họp</source>
        <translation>Sites that want to join</translation>
    </message>
    <message>
        <source>Điểm cầu ở ngoài chưa có kết nối: không nghe, không thấy gì của cuộc họp. Điểm cầu được cho vào nghe và nói theo lệnh đang có, như mọi điểm cầu khác.</source>
        <translation>Whoever is outside has no connection: it hears and sees nothing of the meeting. A site that is let in hears and is heard under the orders that stand, like every other.</translation>
    </message>
    <message>
        <source>Đã khóa · có phòng chờ</source>
        <translation>Locked · lobby open</translation>
    </message>
    <message>
        <source>Cuộc họp đã khóa</source>
        <translation>Meeting locked</translation>
    </message>
    <message>
        <source>Có phòng chờ</source>
        <translation>Lobby open</translation>
    </message>
    <message>
        <source>Cuộc họp đã khóa: không nhận thêm điểm cầu.</source>
        <translation>The meeting is locked: no further site joins.</translation>
    </message>
    <message>
        <source>Cuộc họp không khóa.</source>
        <translation>The meeting is not locked.</translation>
    </message>
    <message>
        <source>Phòng chờ đang mở: điểm cầu không thuộc cuộc họp này phải chờ.</source>
        <translation>The lobby is open: sites that are not of this meeting wait.</translation>
    </message>
    <message>
        <source>Không có phòng chờ: điểm cầu không thuộc cuộc họp này vào thẳng.</source>
        <translation>There is no lobby: sites that are not of this meeting join at once.</translation>
    </message>
    <message>
        <source>{site} xin vào</source>
        <translation>{site} wants to join</translation>
    </message>
    <message numerus="yes">
        <source>{n} điểm cầu xin vào</source>
        <translation>
            <numerusform>{n} site wants to join</numerusform>
            <numerusform>{n} sites want to join</numerusform>
        </translation>
    </message>
    <message>
        <source>{site} · chờ từ {time}</source>
        <translation>{site} · waiting since {time}</translation>
    </message>
    <message>
        <source>{site} · xin vào lúc {time}, đã từ chối</source>
        <translation>{site} · knocked at {time}, told no</translation>
    </message>
    <message>
        <source>Không có điểm cầu nào đang chờ</source>
        <translation>No site is waiting</translation>
    </message>
    <message numerus="yes">
        <source>và {n} điểm cầu nữa; danh sách hiện tiếp khi các điểm cầu trên đã có trả lời</source>
        <translation>
            <numerusform>and {n} more; it is shown when those above have their answer</numerusform>
            <numerusform>and {n} more; they are shown when those above have their answer</numerusform>
        </translation>
    </message>
    <message>
        <source>Cho vào</source>
        <translation>Let in</translation>
    </message>
    <message>
        <source>Bấm để xem điểm cầu nào đang chờ</source>
        <translation>Press to see which sites wait</translation>
    </message>
    <message>
        <source>Cho vào: {site}</source>
        <translation>Let in: {site}</translation>
    </message>
    <message>
        <source>Từ chối: {site}</source>
        <translation>Say no: {site}</translation>
    </message>
    <message>
        <source>{text}; camera chưa xác nhận đã lưu</source>
        <translation>{text}; the camera has not confirmed that it has it</translation>
    </message>
    <message>
        <source>góc quay được lưu ở camera khác; hãy lưu lại, hoặc xác nhận vẫn dùng được</source>
        <translation>the preset was saved at another camera; save it anew, or say that it still holds</translation>
    </message>
    <message>
        <source>{site}: camera {camera} đã được thay bằng loại khác ({before} → {after}); chưa gọi được các góc quay đã lưu ở camera cũ: {presets}</source>
        <translation>{site}: another model stands in the place of camera {camera} ({before} → {after}); presets saved at the old one are not recalled yet: {presets}</translation>
    </message>
    <message>
        <source>{site}: xác nhận các góc quay đã lưu vẫn dùng được với camera {camera} ({model})</source>
        <translation>{site}: the saved presets are said to hold for camera {camera} ({model}) too</translation>
    </message>
    <message>
        <source>xác nhận góc quay đã lưu vẫn dùng được với camera mới của {site}</source>
        <translation>say that the saved presets hold for the new camera of {site} too</translation>
    </message>
    <message numerus="yes">
        <source>Camera đã được thay ({before} → {now}): {n} góc quay là của camera khác, hãy lưu lại hoặc xác nhận vẫn đúng</source>
        <translation>
            <numerusform>The camera was replaced ({before} → {now}): {n} preset is another camera's; save it anew or say that it still holds</numerusform>
            <numerusform>The camera was replaced ({before} → {now}): {n} presets are another camera's; save them anew or say that they still hold</numerusform>
        </translation>
    </message>
    <message>
        <source>Góc quay vẫn dùng được</source>
        <translation>The presets still hold</translation>
    </message>
    <message>
        <source>Vẫn dùng được</source>
        <translation>Still hold</translation>
    </message>
    <message>
        <source>Xác nhận góc quay đã lưu vẫn dùng được với camera này</source>
        <translation>Say that the saved presets hold for this camera too</translation>
    </message>
    <message>
        <source>Đã xác nhận: góc quay đã lưu dùng được với camera này</source>
        <translation>Said: the saved presets hold for this camera</translation>
    </message>
    <message>
        <source>của camera khác</source>
        <translation>of another camera</translation>
    </message>
    <message>
        <source>camera khác</source>
        <translation>another camera</translation>
    </message>
    <message>
        <source>xác nhận góc quay lưu ở camera trước vẫn dùng được với loại camera thay vào đó</source>
        <translation>say that the positions stored at the camera before hold for the model that took its place too</translation>
    </message>
    <message>
        <source>Đã mở khóa cuộc họp</source>
        <translation>Meeting unlocked</translation>
    </message>
    <message>
        <source>Đã đóng phòng chờ</source>
        <translation>Lobby closed</translation>
    </message>
    <message>
        <source>Camera của điểm cầu này</source>
        <translation>This endpoint's cameras</translation>
    </message>
    <message>
        <source>Kéo từ giữa hình hoặc giữ phím mũi tên để quay, bấm một góc (phím 1–9) để quay tới góc đã lưu.</source>
        <translation>Drag from the middle of the picture or hold the arrow keys to turn; press a preset (keys 1–9) to go to it.</translation>
    </message>
    <message>
        <source>Chọn camera (Ctrl+← Ctrl+→)</source>
        <translation>Choose the camera (Ctrl+← Ctrl+→)</translation>
    </message>
    <message>
        <source>Cả cuộc họp đang xem camera này nên camera được khóa; cần quay thì giữ nút hoặc phím O</source>
        <translation>The whole meeting is watching this camera, so it is locked; to move it, hold the button or the O key</translation>
    </message>
    <message>
        <source>Giữ nút này hoặc phím O: camera quay được 15 giây, cả cuộc họp sẽ thấy hình quay</source>
        <translation>Hold this button or the O key: the camera can be moved for 15 seconds, and the whole meeting will see it move</translation>
    </message>
    <message>
        <source>CẢ CUỘC HỌP SẼ THẤY CAMERA QUAY — khóa lại sau {seconds} s</source>
        <translation>THE WHOLE MEETING WILL SEE THE CAMERA MOVE — locks again in {seconds} s</translation>
    </message>
    <message>
        <source>Camera sẵn sàng</source>
        <translation>The camera is ready</translation>
    </message>
    <message>
        <source>Lấy nét gần (phím [)</source>
        <translation>Focus nearer (key [)</translation>
    </message>
    <message>
        <source>Lấy nét xa (phím ])</source>
        <translation>Focus farther (key ])</translation>
    </message>
    <message>
        <source>Nét gần</source>
        <translation>Focus near</translation>
    </message>
    <message>
        <source>Nét xa</source>
        <translation>Focus far</translation>
    </message>
    <message>
        <source>Tự lấy nét</source>
        <translation>Autofocus</translation>
    </message>
    <message>
        <source>←↑→↓: quay · + -: phóng</source>
        <translation>←↑→↓: turn · + -: zoom</translation>
    </message>
    <message>
        <source>Giữ Shift: quay chậm · Phím cách: dừng</source>
        <translation>Hold Shift: slowly · Space: stop</translation>
    </message>
    <message>
        <source>1–9: gọi góc · Alt+số: lưu đè · F: tìm góc</source>
        <translation>1–9: recall · Alt+digit: save over · F: find</translation>
    </message>
    <message>
        <source>{number:&gt;4}  {name:&lt;28} {kind:&lt;22} tạo {made}  hết hạn {ends}  dùng lần cuối {used}  {standing}</source>
        <translation>{number:&gt;4}  {name:&lt;28} {kind:&lt;22} made {made}  ends {ends}  last used {used}  {standing}</translation>
    </message>
    <message>
        <source>chưa có</source>
        <translation>never</translation>
    </message>
    <message>
        <source>Không có quyền kết nối nào như vậy.</source>
        <translation>There is no such credential.</translation>
    </message>
    <message>
        <source>Đã thu hồi {count} quyền kết nối của {number} {name}; điểm cầu này không vào họp được nữa.</source>
        <translation>{count} credentials of {number} {name} have ended; nothing of the site can join.</translation>
    </message>
    <message>
        <source>{number} {name} không có quyền kết nối nào còn hạn; lời mời chưa dùng đã bị hủy.</source>
        <translation>{number} {name} had no good credential; codes that were open have ended.</translation>
    </message>
    <message>
        <source>Bộ điều khiển đã thu hồi mọi quyền và ngắt kết nối của {number} {name}.</source>
        <translation>The running bridge has ended all credentials and connections of {number} {name}.</translation>
    </message>
    <message>
        <source>Bộ điều khiển chưa thu hồi được quyền của {number} {name}: {why}</source>
        <translation>The bridge did not revoke {number} {name}: {why}</translation>
    </message>
    <message>
        <source>{time}  {person}: {deed} {number} {name}</source>
        <translation>{time}  {person} {deed} {number} {name}</translation>
    </message>
    <message>
        <source>Chưa mời và chưa thu hồi quyền của điểm cầu nào.</source>
        <translation>Nobody has been invited or revoked yet.</translation>
    </message>
    <message>
        <source>Đã ghi {count} việc vào {file}.</source>
        <translation>{count} acts written to {file}.</translation>
    </message>
    <message>
        <source>thời gian;người thực hiện;việc;điểm cầu</source>
        <translation>time;person;act;site</translation>
    </message>
    <message>
        <source>mời</source>
        <translation>invited</translation>
    </message>
    <message>
        <source>cấp khóa bí mật cho thiết bị của</source>
        <translation>made a device secret for</translation>
    </message>
    <message>
        <source>thu hồi quyền kết nối của</source>
        <translation>revoked all credentials of</translation>
    </message>
    <message>
        <source>khóa của chương trình</source>
        <translation>key of a program</translation>
    </message>
    <message>
        <source>trình duyệt</source>
        <translation>secret of a browser</translation>
    </message>
    <message>
        <source>thiết bị, OBS</source>
        <translation>secret of a device</translation>
    </message>
    <message>
        <source>còn hạn</source>
        <translation>good</translation>
    </message>
    <message>
        <source>SẮP HẾT HẠN</source>
        <translation>ENDS SOON</translation>
    </message>
    <message>
        <source>đã hết hạn</source>
        <translation>expired</translation>
    </message>
    <message>
        <source>đã bị thu hồi</source>
        <translation>revoked</translation>
    </message>
    <message>
        <source>khóa và mật khẩu để điểm cầu vào họp: list, revoke, log</source>
        <translation>keys and secrets by which sites join: list, revoke, log</translation>
    </message>
    <message>
        <source>in điểm cầu nào có quyền kết nối gì, từ bao giờ, đến bao giờ</source>
        <translation>print who may join with what, since when, until when</translation>
    </message>
    <message>
        <source>chỉ những quyền còn hạn nhưng sẽ hết hạn trong số ngày này</source>
        <translation>only what is good now and ends within these days</translation>
    </message>
    <message>
        <source>thu hồi mọi quyền và ngắt kết nối của một điểm cầu, cả khi bộ điều khiển không chạy</source>
        <translation>end all credentials and connections of a site, also without a bridge</translation>
    </message>
    <message>
        <source>in ai đã mời hoặc thu hồi quyền của điểm cầu nào, lúc nào, kể cả ngoài phiên họp</source>
        <translation>print who invited or revoked whom, and when, also outside sessions</translation>
    </message>
    <message>
        <source>Chương trình đang điều khiển camera không trả lời; hãy thử lại.</source>
        <translation>The program that drives these cameras does not answer; try again.</translation>
    </message>
    <message>
        <source>xác nhận góc quay lưu ở loại camera trước vẫn dùng được với camera này</source>
        <translation>say that presets saved at the model before hold for this one too</translation>
    </message>
    <message>
        <source>xóa mật khẩu đang lưu của một camera</source>
        <translation>forget the password that is kept for a camera</translation>
    </message>
    <message>
        <source>Xóa mật khẩu đã lưu</source>
        <translation>Forget the password</translation>
    </message>
    <message>
        <source>Chưa xác nhận được: {reason}</source>
        <translation>That could not be said: {reason}</translation>
    </message>
    <message>
        <source>Đang xác nhận…</source>
        <translation>Saying so…</translation>
    </message>
    <message>
        <source>Đang xóa mật khẩu…</source>
        <translation>Forgetting the password…</translation>
    </message>
    <message>
        <source>Đã xóa mật khẩu của camera; camera vẫn ở trong danh sách.</source>
        <translation>The camera's password is forgotten; the camera stays in the list.</translation>
    </message>
    <message>
        <source>Quyền kết nối</source>
        <translation>Credentials</translation>
    </message>
    <message>
        <source>Tạo lúc</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Hết hạn</source>
        <translation>Ends</translation>
    </message>
    <message>
        <source>Dùng lần cuối</source>
        <translation>Last used</translation>
    </message>
    <message>
        <source>cho đến khi thu hồi</source>
        <translation>until revoked</translation>
    </message>
    <message>
        <source>Chỉ quyền hết hạn trong 14 ngày tới</source>
        <translation>Only what ends within 14 days</translation>
    </message>
    <message>
        <source>Đọc lại</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Mời lại…</source>
        <translation>Invite again…</translation>
    </message>
    <message>
        <source>Thu hồi quyền…</source>
        <translation>Revoke…</translation>
    </message>
    <message>
        <source>Xuất nhật ký an toàn…</source>
        <translation>Export the security log…</translation>
    </message>
    <message numerus="yes">
        <source>{n} quyền kết nối</source>
        <translation>
            <numerusform>{n} credential</numerusform>
            <numerusform>{n} credentials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} quyền hết hạn trong 14 ngày tới</source>
        <translation>
            <numerusform>{n} ends within 14 days</numerusform>
            <numerusform>{n} end within 14 days</numerusform>
        </translation>
    </message>
    <message>
        <source>Khóa của chương trình tự gia hạn khi điểm cầu vào họp trong 90 ngày cuối. Trình duyệt và thiết bị cần được mời lại trước ngày hết hạn.</source>
        <translation>A program's key is renewed by itself when its site joins within the last 90 days. Browsers and devices need another invitation before the end.</translation>
    </message>
    <message>
        <source>Mời lại {site}?</source>
        <translation>Invite {site} again?</translation>
    </message>
    <message>
        <source>Lời mời hoặc khóa bí mật mới được tạo và hiện ở đây một lần. Quyền đang có vẫn dùng được đến hết hạn.</source>
        <translation>A new invitation or secret is made and shown here once. What the site has now stays good until its end.</translation>
    </message>
    <message>
        <source>Mời lại</source>
        <translation>Invite again</translation>
    </message>
    <message>
        <source>Lời mời vừa tạo; chỉ hiện ở đây một lần</source>
        <translation>The invitation just made; it is shown here once</translation>
    </message>
    <message>
        <source>{site}: thêm camera {camera} vào danh sách ({after})</source>
        <translation>{site}: camera {camera} written into the list ({after})</translation>
    </message>
    <message>
        <source>{site}: bỏ camera {camera} khỏi danh sách ({before})</source>
        <translation>{site}: camera {camera} taken out of the list ({before})</translation>
    </message>
    <message>
        <source>{site}: sửa camera {camera}: {before} → {after}</source>
        <translation>{site}: camera {camera} changed: {before} → {after}</translation>
    </message>
    <message>
        <source>{site}: đổi hoặc xóa mật khẩu của camera {camera}</source>
        <translation>{site}: the password of camera {camera} was changed or forgotten</translation>
    </message>
    <message>
        <source>{text}; mật khẩu cũng đã đổi</source>
        <translation>{text}; its password is another one too</translation>
    </message>
    <message>
        <source>{text} · người thực hiện: {person}</source>
        <translation>{text} · done by: {person}</translation>
    </message>
    <message>
        <source>Quyền vào họp của máy này hết hạn ngày {day} và chưa gia hạn được; hãy xin điểm cầu chính lời mời mới</source>
        <translation>This machine's right to join ends on {day} and could not be renewed; ask the main endpoint for a new invitation</translation>
    </message>
    <message>
        <source>Quyền vào họp hết hạn ngày {day}; hãy xin lời mời mới</source>
        <translation>Right to join ends on {day}; ask for a new invitation</translation>
    </message>
    <message numerus="yes">
        <source>{n} góc là của camera trước: hãy lưu lại hoặc xác nhận</source>
        <translation>
            <numerusform>{n} preset is of the camera before: save it anew or confirm</numerusform>
            <numerusform>{n} presets are of the camera before: save anew or confirm</numerusform>
        </translation>
    </message>
    <message>
        <source>Đã khóa</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>Phòng chờ</source>
        <translation>Lobby</translation>
    </message>
    <message numerus="yes">
        <source>{n} xin vào</source>
        <translation>
            <numerusform>{n} knocks</numerusform>
            <numerusform>{n} knock</numerusform>
        </translation>
    </message>
    <message>
        <source>Bản ghi hình</source>
        <translation>Recordings</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Độ dài</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>Dung lượng</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Đối chiếu với nhật ký</source>
        <translation>Held against the log</translation>
    </message>
    <message>
        <source>ảnh chụp</source>
        <translation>picture</translation>
    </message>
    <message>
        <source>chưa đối chiếu</source>
        <translation>not held against it yet</translation>
    </message>
    <message>
        <source>đang đối chiếu…</source>
        <translation>being read…</translation>
    </message>
    <message>
        <source>đúng như khi ghi</source>
        <translation>as it was recorded</translation>
    </message>
    <message>
        <source>KHÔNG ĐÚNG như khi ghi</source>
        <translation>NOT as it was recorded</translation>
    </message>
    <message>
        <source>KHÔNG ĐỌC ĐƯỢC</source>
        <translation>CANNOT BE READ</translation>
    </message>
    <message numerus="yes">
        <source>{n} tệp</source>
        <translation>
            <numerusform>{n} file</numerusform>
            <numerusform>{n} files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cả {n} tệp đúng như khi ghi.</source>
        <translation>
            <numerusform>The {n} file is as it was recorded.</numerusform>
            <numerusform>All {n} files are as they were recorded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ {n} tệp không đúng như khi ghi hoặc không đọc được.</source>
        <translation>
            <numerusform>▲ {n} file is not as it was recorded, or cannot be read.</numerusform>
            <numerusform>▲ {n} files are not as they were recorded, or cannot be read.</numerusform>
        </translation>
    </message>
    <message>
        <source>Phát</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>Đối chiếu</source>
        <translation>Hold against the log</translation>
    </message>
    <message>
        <source>Chép ra USB, ổ đĩa…</source>
        <translation>Copy to a stick or disk…</translation>
    </message>
    <message>
        <source>Chép vào thư mục</source>
        <translation>Copy into a folder</translation>
    </message>
    <message>
        <source>Đang chép vào {folder}; tệp lớn thì lâu.</source>
        <translation>Copying into {folder}; large files take long.</translation>
    </message>
    <message>
        <source>▲ Máy này không có chương trình phát loại tệp đó.</source>
        <translation>▲ This machine has no program that plays such files.</translation>
    </message>
    <message>
        <source>▲ Cuộc họp có nội dung bí mật: không được sao chép, bàn giao bản ghi.</source>
        <translation>▲ The meeting is confidential: its recordings are neither copied nor handed over.</translation>
    </message>
    <message>
        <source>Đối chiếu đọc hết tệp và so mã SHA-256 với nhật ký; chỉ tệp đúng như khi ghi mới được chép.</source>
        <translation>Every file is read to its end and its SHA-256 compared with the log; only what is as it was recorded is copied.</translation>
    </message>
    <message>
        <source>Không bắt buộc bàn giao; đơn vị nào nhận bản ghi thì ghi nhận ở đây.</source>
        <translation>Nothing has to be handed over; note here who is given a copy all the same.</translation>
    </message>
    <message>
        <source>Cuộc họp có nội dung bí mật: không được sao chép bản ghi.</source>
        <translation>The meeting is confidential: its recordings are not copied.</translation>
    </message>
    <message>
        <source>phải đăng nhập trước</source>
        <translation>one has to log in first</translation>
    </message>
    <message>
        <source>Cài đặt chung</source>
        <translation>General settings</translation>
    </message>
    <message>
        <source>Tên và giờ làm việc của cơ quan</source>
        <translation>Names and hours of offices</translation>
    </message>
    <message>
        <source>Hồ sơ quy chế</source>
        <translation>Regulation profile</translation>
    </message>
    <message>
        <source>Lịch làm việc</source>
        <translation>Working calendar</translation>
    </message>
    <message>
        <source>Danh sách camera</source>
        <translation>List of cameras</translation>
    </message>
    <message>
        <source>Mật khẩu camera</source>
        <translation>Passwords of cameras</translation>
    </message>
    <message>
        <source>Chứng thư của bộ điều khiển</source>
        <translation>Certificate of the bridge</translation>
    </message>
    <message>
        <source>Khóa ký gói bàn giao</source>
        <translation>Key that signs hand-over packages</translation>
    </message>
    <message>
        <source>Thông tin điểm cầu</source>
        <translation>Facts of sites</translation>
    </message>
    <message>
        <source>Danh sách thiết bị</source>
        <translation>List of devices</translation>
    </message>
    <message>
        <source>Danh sách đường truyền</source>
        <translation>List of lines</translation>
    </message>
    <message>
        <source>thay đổi bằng chương trình</source>
        <translation>changed by the program's means</translation>
    </message>
    <message>
        <source>thay đổi khi đang giữ nguyên, có lý do</source>
        <translation>changed while frozen, with a reason</translation>
    </message>
    <message>
        <source>sửa thẳng vào tệp</source>
        <translation>file changed by hand</translation>
    </message>
    <message>
        <source>CHƯA ĐƯỢC ĐỒNG Ý</source>
        <translation>NOT APPROVED</translation>
    </message>
    <message>
        <source>cuộc họp chính thức đang diễn ra</source>
        <translation>an official meeting runs</translation>
    </message>
    <message>
        <source>kiểm tra kỹ thuật đã đạt, giữ nguyên đến khi họp</source>
        <translation>the technical check was good; it stays so until the meeting</translation>
    </message>
    <message>
        <source>Đã đề nghị</source>
        <translation>Asked for</translation>
    </message>
    <message>
        <source>Được đồng ý</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>THAY ĐỔI CẤU HÌNH CHƯA ĐƯỢC ĐỒNG Ý, {person}: {what}</source>
        <translation>CHANGE OF CONFIGURATION WITHOUT APPROVAL, {person}: {what}</translation>
    </message>
    <message>
        <source>THAY ĐỔI CẤU HÌNH CHƯA ĐƯỢC ĐỒNG Ý, sửa ngoài chương trình: {what}</source>
        <translation>CHANGE OF CONFIGURATION WITHOUT APPROVAL, made beside the program: {what}</translation>
    </message>
    <message>
        <source>Cấu hình bị sửa ngoài chương trình: {what}</source>
        <translation>Configuration changed beside the program: {what}</translation>
    </message>
    <message>
        <source>{person} thay đổi cấu hình khi đang giữ nguyên, lý do “{reason}”: {what}</source>
        <translation>{person} changed frozen configuration, reason “{reason}”: {what}</translation>
    </message>
    <message>
        <source>{person} thay đổi cấu hình: {what}</source>
        <translation>{person} changed the configuration: {what}</translation>
    </message>
    <message>
        <source>Kiểm tra đạt: giữ nguyên cấu hình đến khi họp, chậm nhất {time}</source>
        <translation>Check passed: configuration stays as it is until the meeting, {time} at the latest</translation>
    </message>
    <message>
        <source>Cấu hình đang được giữ nguyên vì cuộc họp chính thức đang diễn ra (từ {since}); nếu vẫn phải thay đổi thì ghi rõ lý do (ô Lý do, hoặc --reason).</source>
        <translation>Configuration stays as it is while an official meeting runs (since {since}); to change it nevertheless, give the reason (field Reason, or --reason).</translation>
    </message>
    <message>
        <source>Cấu hình đang được giữ nguyên đến khi họp vì kiểm tra kỹ thuật đã đạt ({since}); nếu vẫn phải thay đổi thì ghi rõ lý do (ô Lý do, hoặc --reason).</source>
        <translation>Configuration stays as it is until the meeting, for its technical check was good ({since}); to change it nevertheless, give the reason (field Reason, or --reason).</translation>
    </message>
    <message>
        <source>Chưa xác nhận thiết bị của {number} {name} đáp ứng điều kiện truy cập ({article}); hãy xác nhận trong danh sách “Điều kiện truy cập” của cửa sổ văn phòng rồi mới mời.</source>
        <translation>Nobody has confirmed that the device of {number} {name} meets the conditions of access ({article}); confirm it in the list “Conditions of access” of the office window before the site is invited.</translation>
    </message>
    <message>
        <source>{site}: gửi dữ liệu quá mức, tạm ngắt hình và tiếng</source>
        <translation>{site}: sends too much; picture and sound cut off for now</translation>
    </message>
    <message>
        <source>{site}: hình gây quá tải, tạm ngắt hình</source>
        <translation>{site}: its picture overloads the bridge; cut off for now</translation>
    </message>
    <message>
        <source>{site}: gửi dữ liệu sai quy cách</source>
        <translation>{site}: sends malformed data</translation>
    </message>
    <message>
        <source>{site}: kết nối lại quá dồn dập, tạm hoãn</source>
        <translation>{site}: reconnects too often; told to wait</translation>
    </message>
    <message>
        <source>{number} kB</source>
        <translation>{number} kB</translation>
    </message>
    <message>
        <source>Đề nghị thay đổi cấu hình</source>
        <translation>Change requests</translation>
    </message>
    <message>
        <source>Kiểm tra an toàn thông tin</source>
        <translation>Security checks</translation>
    </message>
    <message>
        <source>Điều kiện truy cập</source>
        <translation>Conditions of access</translation>
    </message>
    <message>
        <source>Cấp độ an toàn hệ thống</source>
        <translation>Security level</translation>
    </message>
    <message>
        <source>An toàn thông tin</source>
        <translation>Information security</translation>
    </message>
    <message>
        <source>Nội dung đề nghị</source>
        <translation>What is asked for</translation>
    </message>
    <message>
        <source>Phần cấu hình</source>
        <translation>Part of the configuration</translation>
    </message>
    <message>
        <source>Người đề nghị</source>
        <translation>Asked by</translation>
    </message>
    <message>
        <source>Ngày đề nghị</source>
        <translation>Asked on</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Cơ quan quản lý trả lời</source>
        <translation>Managing body's answer by</translation>
    </message>
    <message>
        <source>Ngày trả lời</source>
        <translation>Answered on</translation>
    </message>
    <message>
        <source>Hình thức kiểm tra</source>
        <translation>Kind of check</translation>
    </message>
    <message>
        <source>Bên kiểm tra</source>
        <translation>Checked by whom</translation>
    </message>
    <message>
        <source>Điểm yếu (mỗi dòng một điểm)</source>
        <translation>Weak points (one per line)</translation>
    </message>
    <message>
        <source>Biện pháp khắc phục</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Hạn khắc phục</source>
        <translation>To be mended by</translation>
    </message>
    <message>
        <source>Ngày khắc phục xong</source>
        <translation>Mended on</translation>
    </message>
    <message>
        <source>Lần kiểm tra sau</source>
        <translation>Next check</translation>
    </message>
    <message>
        <source>Thiết bị dùng để họp</source>
        <translation>Device used for meetings</translation>
    </message>
    <message>
        <source>Đã cập nhật</source>
        <translation>Up to date</translation>
    </message>
    <message>
        <source>Chống mã độc</source>
        <translation>Protected</translation>
    </message>
    <message>
        <source>Tài khoản riêng</source>
        <translation>Account of its own</translation>
    </message>
    <message>
        <source>Đúng mạng quy định</source>
        <translation>On the right network</translation>
    </message>
    <message>
        <source>Người xác nhận</source>
        <translation>Confirmed by</translation>
    </message>
    <message>
        <source>Ngày xác nhận</source>
        <translation>Confirmed on</translation>
    </message>
    <message>
        <source>Có giá trị đến</source>
        <translation>Good until</translation>
    </message>
    <message>
        <source>Hệ thống thông tin</source>
        <translation>Information system</translation>
    </message>
    <message>
        <source>Cấp độ</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Chủ quản hệ thống</source>
        <translation>Owner of the system</translation>
    </message>
    <message>
        <source>Đơn vị vận hành</source>
        <translation>Operating unit</translation>
    </message>
    <message>
        <source>Cơ quan phê duyệt</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>Ngày phê duyệt</source>
        <translation>Approved on</translation>
    </message>
    <message>
        <source>Cấp độ của mạng</source>
        <translation>Level of the network</translation>
    </message>
    <message>
        <source>Đột xuất</source>
        <translation>Unannounced</translation>
    </message>
    <message>
        <source>Phối hợp với Công an</source>
        <translation>Together with the police</translation>
    </message>
    <message>
        <source>Sau nâng cấp, sửa chữa</source>
        <translation>After an upgrade or repair</translation>
    </message>
    <message>
        <source>Thiết bị họp chuyên dùng</source>
        <translation>Room system</translation>
    </message>
    <message>
        <source>Máy tính bảng</source>
        <translation>Tablet</translation>
    </message>
    <message>
        <source>Điện thoại thông minh</source>
        <translation>Smartphone</translation>
    </message>
    <message>
        <source>Đối chiếu tiêu chuẩn kỹ thuật</source>
        <translation>Conformity with the standard</translation>
    </message>
    <message>
        <source>Sự kiện an toàn</source>
        <translation>Security events</translation>
    </message>
    <message>
        <source>Mọi loại sự kiện</source>
        <translation>All kinds of event</translation>
    </message>
    <message>
        <source>Ghi danh sách ra tệp…</source>
        <translation>Write the list to a file…</translation>
    </message>
    <message>
        <source>Người</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Điểm cầu, địa chỉ</source>
        <translation>Site, address</translation>
    </message>
    <message>
        <source>Chi tiết</source>
        <translation>Details</translation>
    </message>
    <message numerus="yes">
        <source>{n} sự kiện</source>
        <translation>
            <numerusform>{n} event</numerusform>
            <numerusform>{n} events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} sự kiện, đang hiện {shown}</source>
        <translation>
            <numerusform>{n} event, {shown} shown</numerusform>
            <numerusform>{n} events, {shown} shown</numerusform>
        </translation>
    </message>
    <message>
        <source>Chương trình tự ghi, kể cả ngoài phiên họp; mỗi nguyên nhân ghi một lần trong 10 phút.</source>
        <translation>The program notes them by itself, outside sessions too; each cause once in 10 minutes.</translation>
    </message>
    <message numerus="yes">
        <source>Đã ghi {n} sự kiện vào {file}.</source>
        <translation>
            <numerusform>{n} event written to {file}.</numerusform>
            <numerusform>{n} events written to {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Chưa có sự kiện nào.</source>
        <translation>There has been no event yet.</translation>
    </message>
    <message>
        <source>Xin vào ngoài dự kiến</source>
        <translation>Unexpected join</translation>
    </message>
    <message>
        <source>DÙNG QUYỀN ĐÃ THU HỒI</source>
        <translation>REVOKED CREDENTIAL USED</translation>
    </message>
    <message>
        <source>Dồn dập gõ cổng</source>
        <translation>Storm at the port</translation>
    </message>
    <message>
        <source>Đồng hồ nhảy</source>
        <translation>Clock jumped</translation>
    </message>
    <message>
        <source>CHUỖI NHẬT KÝ ĐỨT</source>
        <translation>CHAIN BROKEN</translation>
    </message>
    <message>
        <source>Đăng nhập sai</source>
        <translation>Failed login</translation>
    </message>
    <message>
        <source>Tài khoản</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Thay đổi cấu hình</source>
        <translation>Configuration</translation>
    </message>
    <message>
        <source>lý do: {reason}</source>
        <translation>reason: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>{n} lượt bị từ chối trong thời gian ngắn</source>
        <translation>
            <numerusform>{n} refusal within a short time</numerusform>
            <numerusform>{n} refusals within a short time</numerusform>
        </translation>
    </message>
    <message>
        <source>đồng hồ máy nhảy {seconds} giây</source>
        <translation>the machine's clock jumped by {seconds} s</translation>
    </message>
    <message>
        <source>không còn như khi ghi: {what}</source>
        <translation>no longer as it was written: {what}</translation>
    </message>
    <message>
        <source>tạo tài khoản</source>
        <translation>account made</translation>
    </message>
    <message>
        <source>đổi vai trò</source>
        <translation>role changed</translation>
    </message>
    <message>
        <source>khóa tài khoản</source>
        <translation>account disabled</translation>
    </message>
    <message>
        <source>mở lại tài khoản</source>
        <translation>account enabled again</translation>
    </message>
    <message>
        <source>đặt mật khẩu</source>
        <translation>password set</translation>
    </message>
    <message>
        <source>giao quyền</source>
        <translation>rights delegated</translation>
    </message>
    <message>
        <source>thôi giao quyền</source>
        <translation>delegation ended</translation>
    </message>
    <message>
        <source>đăng nhập</source>
        <translation>logged in</translation>
    </message>
    <message>
        <source>đăng xuất</source>
        <translation>logged out</translation>
    </message>
    <message>
        <source>đăng nhập sai</source>
        <translation>failed login</translation>
    </message>
    <message>
        <source>khóa màn hình</source>
        <translation>screen locked</translation>
    </message>
    <message>
        <source>khóa màn hình do không thao tác</source>
        <translation>screen locked, nobody was there</translation>
    </message>
    <message>
        <source>mở màn hình</source>
        <translation>screen unlocked</translation>
    </message>
    <message>
        <source>đổi ca</source>
        <translation>handed over</translation>
    </message>
    <message>
        <source>Cấp độ 1</source>
        <translation>Level 1</translation>
    </message>
    <message>
        <source>Cấp độ 2</source>
        <translation>Level 2</translation>
    </message>
    <message>
        <source>Cấp độ 3</source>
        <translation>Level 3</translation>
    </message>
    <message>
        <source>Cấp độ 4</source>
        <translation>Level 4</translation>
    </message>
    <message>
        <source>Cấp độ 5</source>
        <translation>Level 5</translation>
    </message>
    <message>
        <source>{account:&lt;14} {name:&lt;28} {role:&lt;22} đăng nhập lần cuối {used}  {notes}</source>
        <translation>{account:&lt;14} {name:&lt;28} {role:&lt;22} last login {used}  {notes}</translation>
    </message>
    <message>
        <source>ĐÃ KHÓA</source>
        <translation>DISABLED</translation>
    </message>
    <message>
        <source>chưa tự đổi mật khẩu</source>
        <translation>password not yet the person's own</translation>
    </message>
    <message>
        <source>{rights}, {sites}, đến {until}</source>
        <translation>{rights}, {sites}, until {until}</translation>
    </message>
    <message>
        <source>Chưa có tài khoản nào: ai dùng máy này đều điều khiển được, chương trình chỉ hỏi tên.</source>
        <translation>There are no accounts: whoever uses this machine operates, and the name is only asked.</translation>
    </message>
    <message>
        <source>Chưa ai phải đăng nhập, cho tới khi có một tài khoản vai trò quản trị.</source>
        <translation>Nobody has to log in until there is an account with the role administrator.</translation>
    </message>
    <message>
        <source>Đã thêm tài khoản {account} của {name}.</source>
        <translation>The account {account} of {name} was added.</translation>
    </message>
    <message>
        <source>Từ bây giờ phải đăng nhập mới điều khiển được, kể cả ở cửa sổ đang mở.</source>
        <translation>From now on operating asks for a login, in windows that are open too.</translation>
    </message>
    <message>
        <source>Vai trò của {account} bây giờ: {role}.</source>
        <translation>{account} is now: {role}.</translation>
    </message>
    <message>
        <source>{account} không đăng nhập được nữa.</source>
        <translation>{account} can log in no more.</translation>
    </message>
    <message>
        <source>{account} lại đăng nhập được.</source>
        <translation>{account} can log in again.</translation>
    </message>
    <message>
        <source>Đã đổi mật khẩu của {account}; những lần đăng nhập bằng mật khẩu cũ đã hết hiệu lực.</source>
        <translation>{account} has another password; what was logged in with the old one has ended.</translation>
    </message>
    <message>
        <source>{account} được giao quyền đến {until}: {rights}, {sites}.</source>
        <translation>{account} may, until {until}: {rights}, {sites}.</translation>
    </message>
    <message>
        <source>{account} không còn được giao quyền nào.</source>
        <translation>{account} has no delegation any more.</translation>
    </message>
    <message>
        <source>Đã đăng nhập là {name}, đến {until}; kết thúc bằng main.py accounts logout.</source>
        <translation>Logged in as {name} until {until}; main.py accounts logout ends it.</translation>
    </message>
    <message>
        <source>Đã đăng xuất.</source>
        <translation>Logged out.</translation>
    </message>
    <message>
        <source>Việc này phải đăng nhập: main.py accounts login ACCOUNT</source>
        <translation>This asks for a login: main.py accounts login ACCOUNT</translation>
    </message>
    <message>
        <source>{name} không có quyền làm việc này; việc này dành cho: {role}.</source>
        <translation>{name} may not do this; it is for: {role}.</translation>
    </message>
    <message>
        <source>Tài khoản: </source>
        <translation>Account: </translation>
    </message>
    <message>
        <source>Mật khẩu của {account}: </source>
        <translation>Password of {account}: </translation>
    </message>
    <message>
        <source>Mật khẩu mới của {account}: </source>
        <translation>New password of {account}: </translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu: </source>
        <translation>The same again: </translation>
    </message>
    <message>
        <source>Hai lần nhập không giống nhau; chưa thay đổi gì.</source>
        <translation>The two differ; nothing was changed.</translation>
    </message>
    <message>
        <source>{time}  {person}: {deed} {account} {detail}</source>
        <translation>{time}  {person} {deed} {account} {detail}</translation>
    </message>
    <message>
        <source>Chưa có việc nào về tài khoản.</source>
        <translation>Nothing has been done with accounts yet.</translation>
    </message>
    <message>
        <source>thời gian;người thực hiện;việc;tài khoản;chi tiết</source>
        <translation>time;person;act;account;detail</translation>
    </message>
    <message>
        <source>người vận hành</source>
        <translation>operator</translation>
    </message>
    <message>
        <source>người được giao quyền</source>
        <translation>delegated operator</translation>
    </message>
    <message>
        <source>chỉ xem</source>
        <translation>viewer</translation>
    </message>
    <message>
        <source>quản trị</source>
        <translation>administrator</translation>
    </message>
    <message>
        <source>Họ tên phải có từ 1 đến 80 chữ, trên một dòng.</source>
        <translation>The person's full name has to be 1 to 80 letters on one line.</translation>
    </message>
    <message>
        <source>Mật khẩu phải có ít nhất 10 ký tự; ghép vài từ là dễ nhớ nhất.</source>
        <translation>A password has at least 10 signs; several words are easy to keep.</translation>
    </message>
    <message>
        <source>Mật khẩu không quá 200 ký tự.</source>
        <translation>A password has at most 200 signs.</translation>
    </message>
    <message>
        <source>Mật khẩu không được chứa tên đăng nhập.</source>
        <translation>The password must not have the account's name in it.</translation>
    </message>
    <message>
        <source>Đã có tài khoản {account}.</source>
        <translation>There is an account {account} already.</translation>
    </message>
    <message>
        <source>Không có tài khoản {account}.</source>
        <translation>There is no account {account}.</translation>
    </message>
    <message>
        <source>Đã có 200 tài khoản, không thêm được nữa.</source>
        <translation>There are 200 accounts; no more are kept.</translation>
    </message>
    <message>
        <source>{account} là quản trị cuối cùng còn đăng nhập được; hãy giao vai trò quản trị cho người khác trước, nếu không thì ai cũng điều khiển được.</source>
        <translation>{account} is the last administrator who can log in; make somebody else one first, or everybody could operate.</translation>
    </message>
    <message>
        <source>{account} không có vai trò người được giao quyền; hãy đổi vai trò trước.</source>
        <translation>{account} is no delegated operator; give it that role first.</translation>
    </message>
    <message>
        <source>Phải chọn ít nhất một quyền để giao.</source>
        <translation>A delegation names at least one right.</translation>
    </message>
    <message>
        <source>Thời điểm kết thúc giao quyền đã qua.</source>
        <translation>The end of the delegation has passed already.</translation>
    </message>
    <message>
        <source>Tài khoản hoặc mật khẩu không đúng.</source>
        <translation>The account or the password is wrong.</translation>
    </message>
    <message>
        <source>Nhập sai nhiều lần; hãy thử lại sau {seconds} giây.</source>
        <translation>Too many failed; try again in {seconds} s.</translation>
    </message>
    <message>
        <source>Tài khoản này đã bị khóa; hãy hỏi quản trị.</source>
        <translation>This account is disabled; ask an administrator.</translation>
    </message>
    <message>
        <source>Không phải đăng nhập: chưa có tài khoản nào vai trò quản trị.</source>
        <translation>There is nothing to log in to: no account has the role administrator.</translation>
    </message>
    <message>
        <source>Chưa đọc được kho dữ liệu; hãy thử lại.</source>
        <translation>The office store cannot be read now; try again.</translation>
    </message>
    <message>
        <source>thêm tài khoản</source>
        <translation>added</translation>
    </message>
    <message>
        <source>đổi mật khẩu</source>
        <translation>set the password of</translation>
    </message>
    <message>
        <source>giao quyền cho</source>
        <translation>delegated control to</translation>
    </message>
    <message>
        <source>thu hồi quyền đã giao cho</source>
        <translation>ended the delegation of</translation>
    </message>
    <message>
        <source>đăng nhập:</source>
        <translation>logged in:</translation>
    </message>
    <message>
        <source>đăng xuất:</source>
        <translation>logged out:</translation>
    </message>
    <message>
        <source>ĐĂNG NHẬP SAI:</source>
        <translation>FAILED LOGIN:</translation>
    </message>
    <message>
        <source>khóa bàn điều khiển:</source>
        <translation>locked the console:</translation>
    </message>
    <message>
        <source>bàn điều khiển tự khóa:</source>
        <translation>console locked, idle:</translation>
    </message>
    <message>
        <source>mở khóa bàn điều khiển:</source>
        <translation>unlocked the console:</translation>
    </message>
    <message>
        <source>nhận bàn giao bàn điều khiển:</source>
        <translation>took the console over:</translation>
    </message>
    <message>
        <source>tài khoản của người vận hành: add, list, disable, role, password, delegate, login</source>
        <translation>operators' accounts: add, list, disable, role, password, delegate, login</translation>
    </message>
    <message>
        <source>tên đăng nhập: chữ thường không dấu, chữ số, dấu chấm, gạch</source>
        <translation>name to log in with: small Latin letters, figures, dot, dash</translation>
    </message>
    <message>
        <source>thêm tài khoản của một người; mật khẩu được hỏi sau</source>
        <translation>add an account of one person; the password is asked for</translation>
    </message>
    <message>
        <source>họ tên người dùng, ghi vào nhật ký</source>
        <translation>the person's full name, as the log will name it</translation>
    </message>
    <message>
        <source>in các tài khoản, vai trò và quyền được giao</source>
        <translation>print the accounts, their roles and delegations</translation>
    </message>
    <message>
        <source>không cho tài khoản đăng nhập nữa; nơi đang đăng nhập bị khóa ngay</source>
        <translation>let an account log in no more; where it is logged in, it is locked out</translation>
    </message>
    <message>
        <source>cho tài khoản đăng nhập lại</source>
        <translation>let an account log in again</translation>
    </message>
    <message>
        <source>đổi vai trò của tài khoản</source>
        <translation>give an account another role</translation>
    </message>
    <message>
        <source>đặt mật khẩu; tự đổi thì phải nhập mật khẩu đang dùng</source>
        <translation>set a password; one's own asks for the present one first</translation>
    </message>
    <message>
        <source>giao quyền điều khiển có thời hạn</source>
        <translation>give a delegated operator rights until an end</translation>
    </message>
    <message>
        <source>thu hồi quyền đã giao trước thời hạn</source>
        <translation>take a delegation away before its end</translation>
    </message>
    <message>
        <source>đăng nhập vài giờ cho các lệnh của thư mục dữ liệu này</source>
        <translation>log in for some hours, for the commands of this data folder</translation>
    </message>
    <message>
        <source>kết thúc lần đăng nhập của thư mục dữ liệu này</source>
        <translation>end the login of this data folder</translation>
    </message>
    <message>
        <source>in các lần đăng nhập, kể cả lần sai, và việc đã làm với tài khoản</source>
        <translation>print logins, failed ones too, and what was done with accounts</translation>
    </message>
    <message>
        <source>operator: vận hành; delegated: được giao quyền; viewer: chỉ xem; administrator: quản trị</source>
        <translation>operator, delegated, viewer, administrator</translation>
    </message>
    <message>
        <source>silence: tắt mic; floor: phát biểu; podium: bục; cameras: camera; record: ghi chép</source>
        <translation>silence, floor, podium, cameras, record</translation>
    </message>
    <message>
        <source>chỉ ở các điểm cầu này (tất cả)</source>
        <translation>only at these sites (all)</translation>
    </message>
    <message>
        <source>người quyết định, hoặc số văn bản</source>
        <translation>who decided it, or the paper's number</translation>
    </message>
    <message>
        <source>“{account}” không dùng làm tên đăng nhập được: cần 2 đến 32 chữ thường không dấu, chữ số, dấu chấm, dấu gạch; không bắt đầu bằng dấu.</source>
        <translation>“{account}” is no account name: 2 to 32 small Latin letters, figures, dots, dashes; no dot or dash first.</translation>
    </message>
    <message>
        <source>đổi vai trò của</source>
        <translation>changed the role of</translation>
    </message>
    <message>
        <source>khóa tài khoản của</source>
        <translation>disabled</translation>
    </message>
    <message>
        <source>mở khóa tài khoản của</source>
        <translation>enabled</translation>
    </message>
    <message>
        <source>Kiểm tra an toàn, khắc phục điểm yếu</source>
        <translation>Check security, mend weak points</translation>
    </message>
    <message>
        <source>Rà soát cấp độ an toàn hệ thống</source>
        <translation>Look at the system's security level again</translation>
    </message>
    <message>
        <source>Xác nhận lại điều kiện truy cập</source>
        <translation>Confirm the conditions of access again</translation>
    </message>
    <message>
        <source>Đối chiếu tiêu chuẩn trước khi dùng thiết bị</source>
        <translation>Conformity of devices before they are used</translation>
    </message>
    <message>
        <source>Công an kiểm tra trước khi dùng thiết bị</source>
        <translation>Police check of devices before they are used</translation>
    </message>
    <message>
        <source>Theo {article}, cuộc họp này do {wanted} vận hành.</source>
        <translation>By {article} this meeting is operated by {wanted}.</translation>
    </message>
    <message>
        <source>Theo {article}, {wanted} tự vận hành nếu có phòng họp được phép kết nối; nếu không thì dùng phòng họp của Sở.</source>
        <translation>By {article} {wanted} operates it with a room of its own that may connect; without one the department's room is used.</translation>
    </message>
    <message>
        <source>Cơ quan cấp huyện</source>
        <translation>District authority</translation>
    </message>
    <message>
        <source>Bàn điều khiển đang khóa · {name}</source>
        <translation>Console locked · {name}</translation>
    </message>
    <message>
        <source>Hãy đăng nhập để điều khiển</source>
        <translation>Log in to operate</translation>
    </message>
    <message>
        <source>Cảnh báo và hình vẫn hiện; DỪNG AN TOÀN (F12), tắt chuông (F10) vẫn dùng được.</source>
        <translation>Alarms and pictures go on; SAFE STOP (F12) and silencing the bell (F10) still work.</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Đăng nhập</source>
        <translation>Log in</translation>
    </message>
    <message>
        <source>Đang kiểm tra…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Mất liên lạc với bộ điều khiển; chờ nối lại rồi đăng nhập.</source>
        <translation>The bridge is lost; log in when it is back.</translation>
    </message>
    <message>
        <source>Khóa bàn điều khiển</source>
        <translation>Lock the console</translation>
    </message>
    <message>
        <source>Khóa ngay; cuộc họp vẫn chạy, muốn điều khiển tiếp phải nhập mật khẩu</source>
        <translation>Locks at once; the meeting goes on, to operate again takes the password</translation>
    </message>
    <message>
        <source> — {name} ({role})</source>
        <translation> — {name} ({role})</translation>
    </message>
    <message>
        <source>đang khóa</source>
        <translation>locked</translation>
    </message>
    <message>
        <source>Cửa sổ trình chiếu</source>
        <translation>Content window</translation>
    </message>
    <message>
        <source>Nội dung trình chiếu</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Đang kết nối lại với phiên họp</source>
        <translation>Joining the meeting again</translation>
    </message>
    <message>
        <source>Đang chờ hình trình chiếu</source>
        <translation>Waiting for the picture</translation>
    </message>
    <message>
        <source>Chưa có nội dung trình chiếu</source>
        <translation>No content is shown</translation>
    </message>
    <message>
        <source>Xem trình chiếu riêng</source>
        <translation>Show content apart</translation>
    </message>
    <message>
        <source>Xem chung một hình</source>
        <translation>All in one picture</translation>
    </message>
    <message>
        <source>Chọn màn hình chiếu chương trình, nội dung trình chiếu và màn hình của chủ tọa</source>
        <translation>Choose the screens for the program, the content and the chair's view</translation>
    </message>
    <message>
        <source>Cấu hình đang giữ nguyên: ghi lý do nếu vẫn phải thay đổi</source>
        <translation>Configuration stays as it is: say why it is changed nevertheless</translation>
    </message>
    <message>
        <source>{site}: vọng tiếng, phòng họp gửi trả lại âm thanh nhận được</source>
        <translation>{site}: echo, its room sends back the sound it is sent</translation>
    </message>
    <message>
        <source>Phải đổi cấu hình khi đang họp</source>
        <translation>Configuration must be changed during the meeting</translation>
    </message>
    <message>
        <source>Khi cuộc họp chính thức đang diễn ra, và từ lúc kiểm tra đạt nếu quy chế định, cấu hình được giữ nguyên: ghi lý do vào ô Lý do (hoặc --reason) thì mới đổi được. Mọi thay đổi đều có trong nhật ký và trong Hồ sơ, trang “Sự kiện an toàn”; đề nghị và ý kiến đồng ý ghi ở trang bên cạnh.</source>
        <translation>While an official meeting runs, and from a good check on where the regulation says so, configuration stays as it is: only with a reason (field Reason, or --reason) it can be changed. Every change stands in the log and in the office window's page “Security events”; requests and the managing body's agreement stand in the page beside it.</translation>
    </message>
    <message>
        <source>{gain}, tự cân mức</source>
        <translation>{gain}, levelled automatically</translation>
    </message>
    <message>
        <source>đồng thời tự cân mức âm lượng của người nói</source>
        <translation>bring its speakers to one loudness besides</translation>
    </message>
    <message>
        <source>Tự cân mức âm lượng của người nói</source>
        <translation>Bring its speakers to one loudness automatically</translation>
    </message>
    <message>
        <source>Bàn điều khiển đang khóa ({person}): {wish}</source>
        <translation>Locked console ({person}): {wish}</translation>
    </message>
    <message>
        <source>chưa ai đăng nhập</source>
        <translation>nobody logged in</translation>
    </message>
    <message>
        <source>Điểm cầu gây hại</source>
        <translation>Site does harm</translation>
    </message>
    <message>
        <source>gửi dữ liệu quá mức, tạm ngắt hình và tiếng</source>
        <translation>sends too much; picture and sound cut off for now</translation>
    </message>
    <message>
        <source>hình gây quá tải, tạm ngắt hình</source>
        <translation>its picture overloads the bridge; cut off for now</translation>
    </message>
    <message>
        <source>gửi dữ liệu sai quy cách</source>
        <translation>sends malformed data</translation>
    </message>
    <message>
        <source>kết nối lại quá dồn dập, tạm hoãn</source>
        <translation>reconnects too often; told to wait</translation>
    </message>
    <message>
        <source>Đã ghi {account} là: {employment}.</source>
        <translation>{account} is kept as: {employment}.</translation>
    </message>
    <message>
        <source>Quyền điều khiển gắn với các điều kiện sau; xác nhận bằng --conditions-met:
{conditions}</source>
        <translation>Control is tied to these; confirm them with --conditions-met:
{conditions}</translation>
    </message>
    <message>
        <source>Chưa giao quyền cho {account}: chưa xác nhận đủ các điều kiện để được điều khiển.</source>
        <translation>Nothing was delegated to {account}: the conditions for control were not confirmed.</translation>
    </message>
    <message>
        <source>ghi đơn vị công tác của</source>
        <translation>said whose staff is</translation>
    </message>
    <message>
        <source>ghi đơn vị công tác</source>
        <translation>said whose staff it is</translation>
    </message>
    <message>
        <source>công chức, viên chức</source>
        <translation>civil servant</translation>
    </message>
    <message>
        <source>nhân sự doanh nghiệp dịch vụ</source>
        <translation>provider's staff</translation>
    </message>
    <message>
        <source>thời điểm bắt đầu (bây giờ)</source>
        <translation>when it begins (now)</translation>
    </message>
    <message>
        <source>trong bao nhiêu giờ</source>
        <translation>for how many hours</translation>
    </message>
    <message>
        <source>thời điểm kết thúc, ví dụ “2026-11-25 17:30”</source>
        <translation>when it ends, as "2026-11-25 17:30"</translation>
    </message>
    <message>
        <source>xác nhận đã đáp ứng mọi điều kiện mà quy chế gắn với quyền điều khiển</source>
        <translation>confirm that everything is met that the profile ties control to</translation>
    </message>
    <message>
        <source>ghi người dùng thuộc đơn vị nào</source>
        <translation>say whose staff the person is</translation>
    </message>
    <message>
        <source>civil_servant: công chức, viên chức; provider_staff: nhân sự doanh nghiệp dịch vụ</source>
        <translation>civil_servant, provider_staff (of the enterprise that operates the system)</translation>
    </message>
    <message>
        <source>“{text}” không phải là thời điểm như 2026-11-25 17:30</source>
        <translation>“{text}” is no moment like 2026-11-25 17:30</translation>
    </message>
    <message>
        <source>thôi chiếu phim hoặc màn hình, thu lại quyền trình chiếu của điểm cầu</source>
        <translation>take the film or the screen out of the program, and back from a site that may present</translation>
    </message>
    <message>
        <source>cuộc họp hạn chế hoặc mật: không được ghi hình, điểm cầu không được trình chiếu</source>
        <translation>the meeting is restricted or secret: nothing may be recorded, and no site may present</translation>
    </message>
    <message>
        <source>{site} được phép trình chiếu, chưa bắt đầu</source>
        <translation>{site} may present and has not begun</translation>
    </message>
    <message>
        <source>{site} đang chiếu màn hình của mình</source>
        <translation>{site} shows its screen</translation>
    </message>
    <message>
        <source>{site} đang chiếu phim: {name}</source>
        <translation>{site} shows the film: {name}</translation>
    </message>
    <message>
        <source>{site} trình chiếu màn hình của mình</source>
        <translation>{site} presents its screen</translation>
    </message>
    <message>
        <source>{site} trình chiếu phim {name}</source>
        <translation>{site} presents the film {name}</translation>
    </message>
    <message>
        <source>{site} thôi trình chiếu: không đọc được ({text})</source>
        <translation>{site} presents no more: it could not be read ({text})</translation>
    </message>
    <message>
        <source>{site} thôi trình chiếu</source>
        <translation>{site} presents no more</translation>
    </message>
    <message>
        <source>Cho phép {site} trình chiếu</source>
        <translation>{site} is let present</translation>
    </message>
    <message>
        <source>{site} không còn được trình chiếu: {why}</source>
        <translation>{site} may present no more: {why}</translation>
    </message>
    <message>
        <source>người điều khiển thu lại quyền</source>
        <translation>the operator took it back</translation>
    </message>
    <message>
        <source>đã chiếu nội dung khác hoặc cho điểm cầu khác trình chiếu</source>
        <translation>something else is shown, or another site may present</translation>
    </message>
    <message>
        <source>quyền truy cập của điểm cầu đã bị thu hồi</source>
        <translation>the site's access was revoked</translation>
    </message>
    <message>
        <source>cuộc họp hạn chế hoặc mật</source>
        <translation>the meeting is restricted or secret</translation>
    </message>
    <message>
        <source>cho phép {site} trình chiếu</source>
        <translation>let {site} present</translation>
    </message>
    <message>
        <source>cho phép một điểm cầu trình chiếu màn hình hoặc phim, đến khi có lệnh end-content</source>
        <translation>let a site show its screen or a film to everybody, until end-content</translation>
    </message>
    <message>
        <source>HẠN CHẾ: không lưu hình ảnh</source>
        <translation>RESTRICTED: no pictures kept</translation>
    </message>
    <message>
        <source>HẠN CHẾ</source>
        <translation>RESTRICTED</translation>
    </message>
    <message>
        <source>MẬT: không lưu hình ảnh</source>
        <translation>SECRET: no pictures kept</translation>
    </message>
    <message>
        <source>MẬT</source>
        <translation>SECRET</translation>
    </message>
    <message>
        <source>Họp hạn chế: lưu góc không kèm ảnh</source>
        <translation>Restricted meeting: presets get no pictures</translation>
    </message>
    <message>
        <source>Họp mật: lưu góc không kèm ảnh</source>
        <translation>Secret meeting: presets get no pictures</translation>
    </message>
    <message>
        <source>Tài khoản vận hành</source>
        <translation>Operators' accounts</translation>
    </message>
    <message>
        <source>Đơn vị công tác</source>
        <translation>Whose staff</translation>
    </message>
    <message>
        <source>Đăng nhập lần cuối</source>
        <translation>Last login</translation>
    </message>
    <message>
        <source>Quyền được giao</source>
        <translation>Delegated</translation>
    </message>
    <message>
        <source>Việc đã làm với tài khoản, các lần đăng nhập</source>
        <translation>What was done with accounts, and logins</translation>
    </message>
    <message>
        <source>chưa ghi</source>
        <translation>not said</translation>
    </message>
    <message>
        <source>đã khóa</source>
        <translation>disabled</translation>
    </message>
    <message>
        <source>đang dùng</source>
        <translation>in use</translation>
    </message>
    <message>
        <source>đã hết hạn {time}</source>
        <translation>ended {time}</translation>
    </message>
    <message>
        <source>{begins} đến {ends}</source>
        <translation>{begins} to {ends}</translation>
    </message>
    <message>
        <source>mọi điểm cầu</source>
        <translation>all sites</translation>
    </message>
    <message numerus="yes">
        <source>{n} tài khoản</source>
        <translation>
            <numerusform>{n} account</numerusform>
            <numerusform>{n} accounts</numerusform>
        </translation>
    </message>
    <message>
        <source>chưa ai phải đăng nhập, cho tới khi có một tài khoản vai trò quản trị</source>
        <translation>nobody has to log in until an account has the role administrator</translation>
    </message>
    <message>
        <source>Chỉ tài khoản vai trò quản trị được thay đổi ở đây.</source>
        <translation>Only an administrator's account may change something here.</translation>
    </message>
    <message>
        <source>Mỗi người một tài khoản, không dùng chung; mật khẩu đầu tiên phải được người đó đổi. Thay đổi có hiệu lực trong một giây, kể cả ở bàn điều khiển đang mở.</source>
        <translation>One account for each person, never shared; the first password is changed by that person. A change holds within a second, at consoles that are open too.</translation>
    </message>
    <message>
        <source>Thêm tài khoản…</source>
        <translation>Add account…</translation>
    </message>
    <message>
        <source>Vai trò, đơn vị…</source>
        <translation>Role, staff…</translation>
    </message>
    <message>
        <source>Đặt mật khẩu…</source>
        <translation>Set password…</translation>
    </message>
    <message>
        <source>Giao quyền…</source>
        <translation>Delegate…</translation>
    </message>
    <message>
        <source>Thu hồi quyền đã giao…</source>
        <translation>End delegation…</translation>
    </message>
    <message>
        <source>Khóa tài khoản…</source>
        <translation>Disable…</translation>
    </message>
    <message>
        <source>Mở khóa tài khoản</source>
        <translation>Enable</translation>
    </message>
    <message>
        <source>Xuất nhật ký tài khoản…</source>
        <translation>Write the log of accounts…</translation>
    </message>
    <message>
        <source>Thêm tài khoản</source>
        <translation>Add an account</translation>
    </message>
    <message>
        <source>Nhật ký ghi mọi thao tác dưới họ tên này. Hãy giao mật khẩu tận tay; người dùng tự đổi ngay sau đó.</source>
        <translation>The log has every act under this name. Hand the password over in person; its person changes it right after.</translation>
    </message>
    <message>
        <source>Vai trò và đơn vị của {name}</source>
        <translation>Role and staff of {name}</translation>
    </message>
    <message>
        <source>Đổi vai trò thì quyền đang được giao (nếu có) hết hiệu lực.</source>
        <translation>Another role ends a delegation, if there is one.</translation>
    </message>
    <message>
        <source>Mọi lần đăng nhập bằng mật khẩu cũ hết hiệu lực ngay, kể cả ở bàn điều khiển đang mở.</source>
        <translation>Every login with the old password ends at once, at consoles that are open too.</translation>
    </message>
    <message>
        <source>Đổi mật khẩu của mình</source>
        <translation>Change your own password</translation>
    </message>
    <message>
        <source>Đặt mật khẩu của {account}</source>
        <translation>Set the password of {account}</translation>
    </message>
    <message>
        <source>Đặt mật khẩu</source>
        <translation>Set password</translation>
    </message>
    <message>
        <source>Giao quyền điều khiển cho {name}</source>
        <translation>Delegate control to {name}</translation>
    </message>
    <message>
        <source>Người được giao chỉ làm được những việc đánh dấu, trong thời hạn ghi ở đây.</source>
        <translation>They may do what is marked here and nothing else, between these moments.</translation>
    </message>
    <message>
        <source>Thu hồi quyền đã giao cho {name}?</source>
        <translation>End the delegation of {name}?</translation>
    </message>
    <message>
        <source>Từ lúc đó tài khoản này chỉ xem.</source>
        <translation>From then on this account only sees.</translation>
    </message>
    <message>
        <source>Khóa tài khoản của {name}?</source>
        <translation>Disable the account of {name}?</translation>
    </message>
    <message>
        <source>Nơi đang đăng nhập bằng tài khoản này bị khóa ngay; cuộc họp vẫn chạy.</source>
        <translation>Where it is logged in the console is locked at once; the meeting goes on.</translation>
    </message>
    <message>
        <source>Khóa tài khoản</source>
        <translation>Disable</translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation>Login name</translation>
    </message>
    <message>
        <source>Mật khẩu đang dùng</source>
        <translation>Present password</translation>
    </message>
    <message>
        <source>Hãy nhập mật khẩu đang dùng.</source>
        <translation>Type the present password.</translation>
    </message>
    <message>
        <source>Mật khẩu đầu tiên</source>
        <translation>First password</translation>
    </message>
    <message>
        <source>Mật khẩu mới</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu</source>
        <translation>The same again</translation>
    </message>
    <message>
        <source>Hai lần nhập không giống nhau.</source>
        <translation>The two differ.</translation>
    </message>
    <message>
        <source>Chỉ ở các điểm cầu
(không đánh dấu: tất cả)</source>
        <translation>Only at these sites
(none marked: all)</translation>
    </message>
    <message>
        <source>Từ</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Đến</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Hãy ghi thời điểm như 25/11/2026 17:30.</source>
        <translation>Type moments like 25/11/2026 17:30.</translation>
    </message>
    <message>
        <source>Xác nhận đã đáp ứng đủ các điều kiện để được điều khiển:</source>
        <translation>Confirm that each condition for control is met:</translation>
    </message>
    <message>
        <source>Phải xác nhận đủ các điều kiện trước khi giao quyền.</source>
        <translation>Each condition is to be confirmed before control is delegated.</translation>
    </message>
    <message>
        <source>liệt kê các cửa sổ và màn hình mà lệnh show-content có thể chiếu (JSON)</source>
        <translation>list the windows and screens that show-content may name (JSON)</translation>
    </message>
    <message>
        <source>Đang chiếu cửa sổ “{name}” của máy điều khiển</source>
        <translation>The window “{name}” of the console machine is being shown</translation>
    </message>
    <message>
        <source>Đang chiếu màn hình {name} của máy điều khiển</source>
        <translation>The console machine's screen {name} is being shown</translation>
    </message>
    <message>
        <source>Chiếu cửa sổ “{name}” của máy điều khiển</source>
        <translation>The window “{name}” of the console machine is shown</translation>
    </message>
    <message>
        <source>Chiếu màn hình {name} của máy điều khiển</source>
        <translation>The console machine's screen {name} is shown</translation>
    </message>
    <message>
        <source>Không chiếu được: không có cửa sổ “{name}” đang mở, hoặc có nhiều cửa sổ như vậy</source>
        <translation>Cannot be shown: no window “{name}” is open, or more than one</translation>
    </message>
    <message>
        <source>Thôi chiếu: cửa sổ “{name}” đã đóng</source>
        <translation>Shown no more: the window “{name}” was closed</translation>
    </message>
    <message>
        <source>Thôi chiếu: cửa sổ “{name}” đã thu nhỏ hoặc bị ẩn</source>
        <translation>Shown no more: the window “{name}” was minimised or hidden</translation>
    </message>
    <message>
        <source>Không chiếu được: không có màn hình {name}</source>
        <translation>Cannot be shown: there is no screen {name}</translation>
    </message>
    <message>
        <source>Không chiếu được: máy này không cho chiếu riêng một cửa sổ hay một màn hình ({text})</source>
        <translation>Cannot be shown: this machine lets no single window or screen be shown ({text})</translation>
    </message>
    <message>
        <source>chiếu cửa sổ “{name}”</source>
        <translation>show the window “{name}”</translation>
    </message>
    <message>
        <source>chiếu màn hình {name}</source>
        <translation>show the screen {name}</translation>
    </message>
    <message>
        <source>Chiếu cửa sổ</source>
        <translation>Show window</translation>
    </message>
    <message>
        <source>Màn hình hoặc cửa sổ</source>
        <translation>Screen or window</translation>
    </message>
    <message>
        <source>Màn hình (toàn bộ)</source>
        <translation>Screen (all of it)</translation>
    </message>
    <message>
        <source>Màn hình {name}</source>
        <translation>Screen {name}</translation>
    </message>
    <message>
        <source>Cửa sổ: {name}</source>
        <translation>Window: {name}</translation>
    </message>
    <message>
        <source>Xem lại danh sách</source>
        <translation>Refresh the list</translation>
    </message>
    <message>
        <source>Máy này không cho chiếu riêng một cửa sổ hay một màn hình.</source>
        <translation>This machine lets no single window or screen be shown.</translation>
    </message>
    <message>
        <source>sự kiện an toàn: người lạ, điểm cầu gây hại, tài khoản, quyền, cấu hình</source>
        <translation>security events: strangers, misconduct, accounts, rights, configuration</translation>
    </message>
    <message>
        <source>in các sự kiện an toàn, mới nhất trước</source>
        <translation>print what concerned security, the newest first</translation>
    </message>
    <message>
        <source>từ ngày này, dạng YYYY-MM-DD</source>
        <translation>from this day on, YYYY-MM-DD</translation>
    </message>
    <message>
        <source>chỉ những sự kiện loại này</source>
        <translation>only events of this kind</translation>
    </message>
    <message>
        <source>Hãy đặt tên đăng nhập: chữ thường không dấu, chữ số, dấu chấm, gạch.</source>
        <translation>Choose a login name: small Latin letters, figures, dots, dashes.</translation>
    </message>
    <message>
        <source>tắt chuông</source>
        <translation>silence the bell</translation>
    </message>
    <message>
        <source>mở khóa, sau khi gõ mật khẩu</source>
        <translation>unlock, after the password</translation>
    </message>
    <message>
        <source>Phải đăng nhập mới điều khiển được</source>
        <translation>The console asks for a login</translation>
    </message>
    <message>
        <source>Ô đăng nhập nằm trên hàng chờ: gõ tài khoản, Enter, mật khẩu, Enter. Cuộc họp vẫn chạy, hình và cảnh báo vẫn hiện; F12 dừng an toàn và F10 tắt chuông dùng được cả khi chưa đăng nhập. Nhập sai nhiều lần thì phải chờ, lâu nhất một phút. Quên mật khẩu thì nhờ người có vai trò quản trị đặt lại.</source>
        <translation>The login lies over the queue: type the account, Enter, the password, Enter. The meeting goes on, pictures and alarms stay; F12 (safe stop) and F10 (silence the bell) work without a login too. After several failures the next try has to wait, a minute at most. Who forgot the password has it set anew by an administrator.</translation>
    </message>
    <message>
        <source>Rời bàn điều khiển</source>
        <translation>Leaving the console</translation>
    </message>
    <message>
        <source>Bấm Ctrl+L để khóa ngay; để lâu không chạm, bàn điều khiển tự khóa. Khóa chỉ che nút bấm: cuộc họp, lệnh đang có hiệu lực và tiếng chuông không đổi. Gõ mật khẩu để mở khóa.</source>
        <translation>Ctrl+L locks it at once; untouched for long it locks itself. A lock covers controls only: the meeting, the orders in force and the bell stay as they are. The password unlocks it.</translation>
    </message>
    <message>
        <source>Bàn giao ca cho người khác</source>
        <translation>Handing the console over</translation>
    </message>
    <message>
        <source>Bấm Ctrl+L; người nhận ca sửa tên ở ô tài khoản, gõ mật khẩu của mình. Không phải đóng cửa sổ, cuộc họp không gián đoạn. Nhật ký ghi ai bàn giao cho ai; từ đó mọi thao tác đứng tên người nhận.</source>
        <translation>Press Ctrl+L; whoever takes over types their own account and password in its place. The window stays open and the meeting is not interrupted. The log says who handed over to whom; every act from then on stands under the new name.</translation>
    </message>
    <message>
        <source>Thêm người vận hành, giao quyền có thời hạn</source>
        <translation>Adding an operator, delegating for a time</translation>
    </message>
    <message>
        <source>Trong Hồ sơ (Ctrl+Shift+H), trang “Tài khoản vận hành”, người có vai trò quản trị thêm và khóa tài khoản, đặt mật khẩu, giao quyền từ lúc nào đến lúc nào. Khi chưa có quản trị nào thì không ai phải đăng nhập.</source>
        <translation>In the records (Ctrl+Shift+H), on the page “Operators' accounts”, an administrator adds and disables accounts, sets passwords and delegates from one moment to another. As long as there is no administrator nobody has to log in.</translation>
    </message>
    <message>
        <source>lập báo cáo an toàn thông tin theo cấp độ: cấp độ được phê duyệt, kiểm tra và sự kiện trong kỳ</source>
        <translation>write the report of security by level: approved level, checks and events of a period</translation>
    </message>
    <message>
        <source>Đang trình chiếu cho mọi điểm cầu</source>
        <translation>You present to every site</translation>
    </message>
    <message>
        <source>Đã thôi chiếu: không đọc được ({text})</source>
        <translation>Nothing is shown any more: it could not be read ({text})</translation>
    </message>
    <message>
        <source>Được phép trình chiếu</source>
        <translation>You may present</translation>
    </message>
    <message>
        <source>Chiếu phim…</source>
        <translation>Show a film…</translation>
    </message>
    <message>
        <source>Thôi trình chiếu</source>
        <translation>Stop presenting</translation>
    </message>
    <message>
        <source>Đăng nhập để mở Hồ sơ</source>
        <translation>Log in to open the records</translation>
    </message>
    <message>
        <source>Mọi thay đổi trong Hồ sơ được ghi dưới tên tài khoản.</source>
        <translation>Every change in the records is written under the account's name.</translation>
    </message>
    <message>
        <source>Tài khoản của {name} không được ghi Hồ sơ; hãy đăng nhập bằng tài khoản vận hành.</source>
        <translation>The account of {name} may not write records; log in with an operator's account.</translation>
    </message>
    <message>
        <source>Cho phép trình chiếu</source>
        <translation>Let it present</translation>
    </message>
    <message>
        <source>Thu lại quyền trình chiếu</source>
        <translation>Take presenting back</translation>
    </message>
    <message>
        <source>Cho điểm cầu đang chọn chiếu màn hình hoặc phim của mình cho mọi điểm cầu</source>
        <translation>Let the chosen site show its screen or a film to every site</translation>
    </message>
    <message>
        <source>Điểm cầu thôi trình chiếu ngay</source>
        <translation>The site presents no more, at once</translation>
    </message>
    <message>
        <source>{site} đang trình chiếu</source>
        <translation>{site} presents</translation>
    </message>
    <message>
        <source>{site} được trình chiếu</source>
        <translation>{site} may present</translation>
    </message>
</context>
</TS>

"""A meeting that is called at once, as somebody at the main endpoint's office registers it; one site is to be there."""

from typing import Any, Final

AD_HOC: Final[dict[str, Any]] = {
    "governing_body": "UBND tỉnh",
    "agency": "Văn phòng UBND tỉnh",
    "legal_basis": {"number": "12/GM-UBND", "day": "2026-11-02", "issuer": "UBND tỉnh"},
    "host_unit": "Văn phòng UBND tỉnh",
    "venue": "Phòng họp số 2",
    "chairperson": "Nguyễn Thị Lan",
    "chairperson_title": "Phó Chủ tịch",
    "technician": "Trần Văn Bình",
    "technician_phone": "0905 111 222",
    "urgency": "ad_hoc",
    "urgency_reason": "Ứng phó bão số 12",
    "sites": [{"site": "s001", "name": "Điểm cầu 1", "contact": "Chị Hoa", "phone": "0905 333 444"}],
}

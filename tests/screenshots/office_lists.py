"""Pictures of the office window's lists: the directory, the registers, what is due."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from console.accounts.account import Account, AccountRole, Delegation, Employment
from console.configuration.configuration_parts import ConfigurationPart
from console.configuration.configuration_records import ChangeRequest, RequestState
from console.events import Site
from console.office.account_acts import AccountAct, AccountDeed
from console.office.form_records import Shutdown, shutdown_id
from console.office.office_rules import OfficeRules
from console.office.people import Person, Role
from console.office.places import BackupPower, ControlRight, Device, DeviceKind, Line, LineKind, Room, SitePlace
from console.office.plans import Plan
from console.office.record import Record, Version, kind_of
from console.office.registers import (
    Care,
    ChangeTold,
    Condition,
    DutyDone,
    EquipmentCare,
    Found,
    HouseRules,
    Issue,
    PowerItem,
    PowerKind,
    RoomCheck,
    Training,
)
from console.office.security_events import SecurityEvent, SecurityMatter
from console.office.security_registers import Level, SecurityLevel, SecurityReview
from console.office.session_name import SessionName
from console.ports_identity import CredentialKind
from console.records.house_rules import STANDARD_RULES
from console.regulation.calendar import read_calendar
from console.regulation.profile import read_profile
from console.sites.credential_row import DAY_MS, CredentialRow
from console.words import DelegatedRight, SiteRole
from tests.own_process import ROOT
from widgets.office.accounts.page import LIST as ACCOUNTS
from widgets.office.credentials_page import LIST, CredentialsPage
from widgets.office.office_window import OfficeWindow
from widgets.office.record_page import RecordPage
from widgets.office.register_store import RegisterStore

Shoot = Callable[[Path, str, QWidget], None]
NOW_MS = 1_795_257_600_000  # 21 November 2026, 19:00 in Viet Nam
SESSION = "20261121-081500-ab12"
NAMES = ("Phường Thành Nhất", "Phường Tân Lập", "Xã Ea Nuôl", "Xã Ea Wer", "Xã Ea Tul", "Xã Cư M'gar", "Xã Krông Pắc")
SITES = (
    Site(site="main", number=0, name="UBND tỉnh Đắk Lắk", role=SiteRole.MAIN_ENDPOINT),
    *(
        Site(site=f"s{number:03d}", number=number, name=name, parent="main" if number < 3 else "s001")
        for number, name in enumerate(NAMES, 1)
    ),
)
RECORDS: tuple[Record, ...] = (
    Person(
        id="p1",
        name="Trần Thị Hương",
        title="Phó Chánh Văn phòng",
        unit="Văn phòng UBND tỉnh",
        phone="0905 123 456",
        email="huongtt@daklak.gov.vn",
        zalo="0905123456",
        roles=(Role.LEADER, Role.HOST),
        sites=("main",),
    ),
    Person(
        id="p2",
        name="Nguyễn Văn An",
        title="Chuyên viên",
        unit="Trung tâm Công nghệ và Cổng thông tin điện tử",
        phone="0914 222 333",
        roles=(Role.TECHNICIAN,),
        sites=("main",),
    ),
    Person(
        id="p3",
        name="Y Thơm Niê",
        unit="UBND xã Ea Nuôl",
        phone="0935 444 555",
        roles=(Role.TECHNICIAN,),
        sites=("s003",),
    ),
    Person(id="p4", name="Lê Quốc Bảo", unit="VNPT Đắk Lắk", phone="0913 777 888", roles=(Role.TELECOM,)),
    Room(id="r1", name="Phòng họp số 1", site="main", seats=120, manager="p2"),
    Room(id="r2", name="Hội trường xã", site="s003", seats=60),
    Device(
        id="d1",
        name="Camera quay quét phòng họp số 1",
        kind=DeviceKind.CAMERA,
        site="main",
        room="r1",
        serial="SN-2211",
    ),
    Device(id="d2", name="Micro cổ ngỗng", kind=DeviceKind.MICROPHONE, site="s003", room="r2"),
    Line(
        id="l1",
        site="main",
        provider="VNPT",
        circuit_id="DLK-0001",
        addresses_v4=("10.47.0.10",),
        bandwidth_kbps=20_000,
    ),
    Line(id="l2", site="s003", kind=LineKind.INTERNET, provider="Viettel", circuit_id="FTTH-88", backup=True),
    SitePlace(
        id="main",
        unit="Văn phòng UBND tỉnh",
        control_right=ControlRight.MAIN,
        backup_power=BackupPower.BOTH,
        backup_minutes=60,
    ),
    SitePlace(id="s003", unit="UBND xã Ea Nuôl", nearest="s004"),
    Training(
        id="t1",
        trained="p2",
        course="Vận hành hệ thống họp trực tuyến",
        held_by="Sở Khoa học và Công nghệ",
        first_day="2026-03-10",
        last_day="2026-03-11",
        result="Đạt",
    ),
    EquipmentCare(
        id="e1",
        device="d1",
        care=Care.DAMAGE,
        day="2026-06-02",
        condition=Condition.DAMAGED,
        done_by="Nguyễn Văn An",
        settled_on="2026-06-20",
    ),
    Issue(
        id="i1",
        subject="Đường truyền xã Ea Wer hay mất vào buổi chiều",
        site="s004",
        raised_by="Y Thơm Niê",
        raised_on="2026-10-02",
    ),
    RoomCheck(
        id="c1",
        room="r1",
        day="2026-11-20",
        checked_by="Nguyễn Văn An",
        light=Found.OK,
        sound=Found.OK,
        temperature=Found.NOT_OK,
    ),
    Plan(
        id="k1",
        name="Mất điện lưới tại điểm cầu chính",
        applies_when="Điện lưới mất quá 1 phút trong cuộc họp",
        steps="Chuyển sang bộ lưu điện\nChạy máy phát\nGọi trực ban Điện lực\nBáo chủ trì",
        responsible="Nguyễn Văn An",
        paper="12/PA-VP",
        review_on="2026-11-25",
    ),
    PowerItem(id="w1", name="Pin micro cầm tay số 1", site="main"),
    PowerItem(
        id="w2",
        name="Bộ lưu điện phòng máy",
        power_kind=PowerKind.UPS,
        site="main",
        every_days=90,
        looked_on="2026-05-01",
        next_on="2026-07-30",
    ),
    HouseRules(id="h1", room="r1", issued_by="Văn phòng UBND tỉnh", rules="\n".join(STANDARD_RULES)),
    Shutdown(
        id=shutdown_id(SESSION, "s003"),
        session=SESSION,
        site="s003",
        checked_ms=NOW_MS,
        devices_off_ms=NOW_MS,
        done_by="Y Thơm Niê",
    ),
    SecurityEvent(id="e1", matter=SecurityMatter.REVOKED_CREDENTIAL, site="s001", what="credential_unknown"),
    SecurityEvent(id="e2", matter=SecurityMatter.STORM, count=400),
    SecurityEvent(id="e4", matter=SecurityMatter.MISCONDUCT, site="s002", what="flood"),
    ChangeRequest(
        id="c1",
        what="Đổi địa chỉ camera hội trường",
        part=ConfigurationPart.CAMERAS,
        asked_by="Trần Thị Hương",
        asked_on="2026-11-18",
        state=RequestState.AGREED,
        answered_by="Sở Khoa học và Công nghệ",
        paper="123/SKHCN",
    ),
    SecurityReview(
        id="r1", day="2026-11-02", done_by="Sở KH&CN", weak_points="Mật khẩu camera mặc định", fix_until="2026-12-20"
    ),
    AccountAct(id="a1", deed=AccountDeed.ADDED, account="adm0", detail="administrator"),
    AccountAct(id="a2", deed=AccountDeed.LOGGED_IN, account="adm0", detail="window"),
    AccountAct(id="a3", deed=AccountDeed.LOGIN_FAILED, account="ope1", detail="window"),
    AccountAct(id="a4", deed=AccountDeed.DELEGATED, account="del2", detail="floor, silence, s003; 12/QĐ-UBND"),
    SecurityLevel(id="l1", system="Hệ thống họp trực tuyến tỉnh", level=Level.TWO, paper="45/QĐ-UBND"),
    ChangeTold(id="p1/1", told=("p2",), channel="điện thoại", told_on="2026-11-20"),
    DutyDone(id="duty/training/2026-12-31", done_on="2026-03-11", done_by="Nguyễn Văn An", paper="45/TB-VP"),
)
PAGES = (
    *("people", "changes", "rooms", "devices", "lines", "sites", "credentials", "accounts", "room_checks", "power"),
    *("shutdowns", "obligations", "due", "plans", "training", "equipment", "issues", "house_rules"),
    *("security", "change_requests", "security_reviews", "access", "security_levels"),
)


def office_rules() -> OfficeRules:
    """Returns the rules of one province."""
    profile = read_profile((ROOT / "resources" / "profiles" / "vn-dak-lak.json").read_bytes(), "0")
    calendar = read_calendar(next((ROOT / "resources" / "regulation").glob("*calendar*.json")).read_bytes())
    return OfficeRules(profile=profile, calendar=calendar)


def filled(store: RegisterStore) -> None:
    """Gives a store what an office would have."""
    store.take_sites(SITES)
    store.take_sessions((SessionName(SESSION, "Họp giao ban trực tuyến tháng 11", NOW_MS - 6 * 3600 * 1000),))
    store.take_rules(office_rules())
    by_form: dict[type[Record], list[Record]] = {}
    for record in RECORDS:
        by_form.setdefault(type(record), []).append(record)
    for form, records in by_form.items():
        store.take(form, tuple(_first(record, line) for line, record in enumerate(records, 1)))


def _first(record: Record, line: int) -> Version[Any]:
    return Version(
        line=line,
        kind=kind_of(record),
        id=record.id,
        version=1,
        wall_ms=NOW_MS - line * 3600 * 1000,
        person="Nguyễn Văn An",
        reason="",
        content=record,
    )


def _credentials(store: RegisterStore) -> str:
    """Returns the answer of `credentials list --json`: one of each kind and standing."""
    rows = (
        CredentialRow(
            credential=f"p-{at}",
            site=site.site,
            kind=list(CredentialKind)[at % 3],
            made_ms=NOW_MS - at * 30 * DAY_MS,
            ends_ms=NOW_MS + (60 - at * 10) * DAY_MS,
            used_ms=NOW_MS - at * DAY_MS if at % 4 else None,
            revoked_ms=NOW_MS - DAY_MS if at == 2 else None,
        )
        for at, site in enumerate(store.sites)
    )
    return "\n".join(msgspec.json.encode(row).decode() for row in rows)


def _accounts() -> str:
    """Returns the answer of `accounts list --json`: one of each role, and one that is disabled."""
    given = Delegation(
        rights=(DelegatedRight.FLOOR, DelegatedRight.SILENCE),
        sites=("s003",),
        from_ms=NOW_MS,
        until_ms=NOW_MS + 4 * 3_600_000,
        basis="12/QĐ-UBND",
    )
    names = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Chi", "Phạm Dung", "Vũ Hải")
    roles = (*(AccountRole.ADMINISTRATOR, AccountRole.OPERATOR, AccountRole.DELEGATED), AccountRole.VIEWER)
    rows = (
        Account(
            account=f"{role.value[:3]}{at}",
            name=name,
            role=role,
            personal=at != 1,
            made_ms=1,
            password_ms=1,
            used_ms=None if at == 1 else NOW_MS - at * DAY_MS,
            disabled_ms=NOW_MS if at == 4 else None,
            delegation=given if role is AccountRole.DELEGATED else None,
            employment=(Employment.CIVIL_SERVANT, Employment.PROVIDER_STAFF, None)[at % 3],
        )
        for at, (name, role) in enumerate(zip(names, (*roles, AccountRole.OPERATOR), strict=True))
    )
    return "\n".join(msgspec.json.encode(row).decode() for row in rows)


def shoot_office_lists(folder: Path, shoot: Shoot) -> None:
    """Writes every list at both sizes."""
    for suffix, size in (("1920x1080", (1920, 1080)), ("1366x768", (1366, 768))):
        for name in PAGES:
            store = RegisterStore(lambda: NOW_MS, "Nguyễn Văn An")
            window = OfficeWindow(store)
            filled(store)
            window.resize(*size)
            window.show()
            window.open_page(name)
            page = window.page
            if isinstance(page, CredentialsPage):
                store.show_answer(LIST, True, _credentials(store))
            if name == "accounts":
                store.show_answer(ACCOUNTS, True, _accounts())
            if isinstance(page, RecordPage):
                page.table.selectRow(min(3, page.table.found.rowCount() - 1))
            QTest.qWait(30)
            shoot(folder, f"office_{name}_{suffix}", window)

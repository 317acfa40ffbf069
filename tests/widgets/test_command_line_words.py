"""Whatever the command line, the front and a site's program have to say has a Vietnamese and an English sentence."""

import string
from enum import StrEnum

import msgspec
import pytest

from console.accounts.account import AccountFault, AccountRole, Employment, LoginFault
from console.command_line.accounts.phrasing import AccountSay
from console.command_line.credentials.phrasing import CredentialSay
from console.command_line.department.phrasing import DepartmentSay
from console.command_line.directory.phrasing import DirectorySay
from console.command_line.exits import BadInput
from console.command_line.form.phrasing import FormSay
from console.command_line.meeting.phrasing import MeetingSay
from console.command_line.package_phrasing import PackageSay
from console.command_line.phrasing import EnglishWords, Say, _english
from console.command_line.regulation.phrasing import RegulationSay
from console.commands import BringToPodium, MuteAll
from console.effects import Receipt
from console.log_book.verification import Finding, Fracture
from console.office.account_acts import AccountDeed
from console.office.form_records import CorrectionFault
from console.office.host_rules import HostFault
from console.office.meeting_checks import FieldFinding
from console.office.meeting_steps import StepFault
from console.office.script_list import ScriptFault
from console.office.security_acts import SecurityDeed
from console.office.sheet_faults import SheetFault
from console.ports_identity import CredentialKind
from console.records.department.answer import Answer
from console.records.hand_over.package_verdict import PackageFault
from console.regulation.duties import DutyStatus
from console.regulation.limits import Unit
from console.sites.credential_row import CredentialStanding
from console.sites.directory import Fault
from console.sites.site_standing import SiteStanding
from console.trouble import ENGLISH, Trouble, TroubleKind, trouble
from console.words import MuteRule, Outcome, Reason
from hardware.processes.site.site_wire_messages import never_joined
from hardware.signalling.refusals import Refusal
from widgets.phrases.console.console_words import log_failure
from widgets.phrases.log.entries import phrase_entry
from widgets.phrases.satellite.satellite_words import terminal_line
from widgets.phrases.satellite.satellite_words import trouble as trouble_in_the_window
from widgets.phrases.spoken import Spoken
from widgets.phrases.trouble_words import phrase_trouble

KINDS: list[StrEnum] = [
    *(*Say, *Fault, *Finding, *Fracture, *TroubleKind),
    *(*PackageSay, *PackageFault, *DepartmentSay, *Answer),
    *(*CredentialSay, *SecurityDeed, *CredentialKind, *CredentialStanding),
    *(*AccountSay, *AccountRole, *Employment, *AccountFault, *LoginFault, *AccountDeed),
    *(*FormSay, *CorrectionFault),
    *(*MeetingSay, *StepFault, *FieldFinding, *HostFault, *ScriptFault),
    *(*RegulationSay, *Unit, *MuteRule, *DutyStatus),
    *(*DirectorySay, *SheetFault),
]


def values_of(kind: StrEnum) -> dict[str, object]:
    """Returns a value for each place in the English sentence of a kind."""
    places = string.Formatter().parse(_english(kind))  # type: ignore[arg-type]
    return {name: f"<{name}>" for _, name, _, _ in places if name}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{type(kind).__name__}.{kind}")
def test_every_kind_is_said_in_vietnamese(kind: StrEnum) -> None:
    values = values_of(kind)
    said = Spoken("vi").phrase(kind, values)
    assert said != EnglishWords().phrase(kind, values) or kind is Say.BAD_VALUE  # type: ignore[arg-type]
    assert all(str(value) in said for value in values.values()), "no value is lost"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{type(kind).__name__}.{kind}")
def test_english_says_the_same_with_and_without_the_windows_words(kind: StrEnum, english: None) -> None:
    values = values_of(kind)
    assert Spoken("en").phrase(kind, values) == EnglishWords().phrase(kind, values)  # type: ignore[arg-type]


def test_every_refusal_of_the_front_is_a_trouble() -> None:
    assert {refusal.value for refusal in Refusal} <= set(TroubleKind)
    assert set(ENGLISH) == set(TroubleKind)


def test_a_receipt_names_act_outcome_reason_and_sites() -> None:
    sites = {"s014": "14 Xã Ea Nuôl", "s004": "4 Phường Thành Nhất"}
    spoken = Spoken("vi")
    refused = Receipt(command_id="c", outcome=Outcome.ROLLED_BACK, reason=Reason.NO_SOUND_PATH)
    assert spoken.receipt(BringToPodium(site="s014"), refused, lambda site: sites[site]) == (
        "Đưa 14 Xã Ea Nuôl lên bục: không thành, đã trả về như trước — không thấy âm thanh từ điểm cầu."
    )
    partly = Receipt(command_id="c", outcome=Outcome.PARTLY, unconfirmed=("s004", "s014"))
    assert spoken.receipt(MuteAll(), partly, lambda site: sites[site]).endswith(
        "Chưa xác nhận: 4 Phường Thành Nhất, 14 Xã Ea Nuôl."
    )


def test_a_reason_in_a_trouble_is_phrased_too() -> None:
    assert phrase_trouble(trouble(TroubleKind.SENT_AWAY, reason=Reason.NOT_ALLOWED)) == (
        "Điểm cầu chính đã ngắt kết nối (không có quyền làm việc này)."
    )


def test_a_trouble_in_a_file_names_the_file_first() -> None:
    what = Trouble(TroubleKind.SETTINGS_BAD, {"why": "x"}, file="/d/settings.json")
    assert phrase_trouble(what) == "/d/settings.json: Không dùng được tệp cài đặt: x."


def test_a_sites_window_says_why_it_is_not_in_the_meeting() -> None:
    state = SiteStanding(troubles=(trouble(TroubleKind.CODE_EXPIRED), trouble(TroubleKind.NO_MICROPHONE)))
    assert trouble_in_the_window(state)[1] == (
        "Lời mời đã hết hạn; hãy xin điểm cầu chính lời mời mới."
        " Máy này không có micro; điểm cầu vào họp không có micro."
    )


def test_a_site_that_cannot_begin_tells_its_window_why() -> None:
    told = never_joined(BadInput(trouble(TroubleKind.NOT_JOINED_YET)))
    assert trouble_in_the_window(told)[1].startswith("Máy này chưa vào họp lần nào")
    assert never_joined(BadInput("as it is")).trouble == "as it is"


def test_a_trouble_comes_over_the_wire_as_it_was() -> None:
    assert msgspec.json.decode(msgspec.json.encode(trouble(TroubleKind.BUSY)), type=Trouble).kind is TroubleKind.BUSY


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (SiteStanding(), "Đang kết nối tới điểm cầu chính…"),
        (SiteStanding(stopped=True), "Đã rời cuộc họp"),
        (SiteStanding(joined=True, microphone_open=True, on_podium=True), "Đã vào họp, mic đang mở, đang trên bục"),
        (
            SiteStanding(joined=True, reason=Reason.STANDING_ORDER, on_deck=True),
            "Đã vào họp, mic đang tắt, lệnh tắt mic của điểm cầu chính đang có hiệu lực, là điểm cầu kế tiếp",
        ),
    ],
)
def test_a_satellite_without_a_window_says_its_state_in_one_line(state: SiteStanding, said: str) -> None:
    assert terminal_line(state) == said


def test_the_log_says_why_somebody_was_turned_away() -> None:
    what = {"site": None, "address": "10.9.9.9", "text": ENGLISH[TroubleKind.CODE_USED], "refusal": "code_used"}
    assert phrase_entry("admission-denied", what, str) == (
        "Từ chối kết nối 10.9.9.9: Lời mời đã được dùng; hãy xin điểm cầu chính lời mời mới"
    )
    unknown = {**what, "text": "Go away.", "refusal": ""}
    assert phrase_entry("admission-denied", unknown, str).endswith(": Go away")
    detailed = {**what, "text": "UDP port 8550 cannot be opened.", "refusal": "offer_malformed"}
    assert phrase_entry("admission-denied", detailed, str).endswith(
        "Điểm cầu chính không nhận được đề nghị kết nối này (chi tiết kỹ thuật: UDP port 8550 cannot be opened)"
    )


def test_the_engines_own_words_are_marked_as_technical() -> None:
    down = {"up": False, "incarnation": 1, "text": "media worker 1 ended: signal 9"}
    assert phrase_entry("engine-changed", down, str) == (
        "Bộ xử lý hình và tiếng dừng, đang khởi động lại (chi tiết kỹ thuật: media worker 1 ended: signal 9)"
    )
    assert phrase_entry("engine-changed", {**down, "up": True}, str).startswith("Bộ xử lý hình và tiếng gặp trục trặc")


def test_a_full_disk_is_named_beside_the_log() -> None:
    assert log_failure(trouble(TroubleKind.DISK_FULL)) == (
        "Đĩa đầy; hãy giải phóng dung lượng. Các dòng đang chờ trong bộ nhớ."
    )

"""The ledger of meetings and the statistics of a period."""

from console.records.ledger import Held, ledger
from console.records.ledger_page import ReportHead, ledger_document, statistics_document
from console.records.page_model import Row, Table
from console.words import MAIN_SITE, IncidentCategory, SessionKind
from tests.console.records.a_log import Log, moment_of

YEAR = (moment_of("2026-01-01 00:00:00"), moment_of("2027-01-01 00:00:00"))


def held(start: str, session: str, **more: object) -> Held:
    """A meeting of two satellites, one of which is away for five minutes."""
    kind = more.pop("kind", SessionKind.OFFICIAL)
    meeting = more.pop("meeting_uid", session)
    log = Log(["Hoài Nhơn", "An Lão"], start=start, session=session, meeting_uid=meeting, kind=kind)  # type: ignore[arg-type]
    log.join(MAIN_SITE, "s001")
    log.attend("s001", 12)
    log.wait(600)
    log.lose("s001", 300)
    log.end(2700)
    return Held(facts=log.facts, **more)  # type: ignore[arg-type]


def test_a_meeting_is_one_row_with_who_was_there_and_what_went_wrong() -> None:
    (row,) = ledger([held("2026-11-19 08:00:00", "a")], *YEAR).rows
    assert (row.subject, row.main, row.satellites) == (
        "Họp giao ban ứng phó bão số 13",
        "Văn phòng UBND tỉnh",
        ("Hoài Nhơn",),
    )
    assert row.attendees == 12
    assert row.incident_note == "Hoài Nhơn: mất kết nối 5 phút"


def test_tests_and_rehearsals_do_not_count_and_are_said() -> None:
    sessions = [
        held("2026-11-18 08:00:00", "a", kind=SessionKind.REHEARSAL),
        held("2026-11-18 09:00:00", "b", kind=SessionKind.TEST),
        held("2026-11-19 08:00:00", "c"),
    ]
    told = ledger(sessions, *YEAR)
    assert ([row.session for row in told.rows], told.statistics.left_out) == (["c"], 2)


def test_sessions_of_one_meeting_are_one_row_and_their_interruptions_add_up() -> None:
    sessions = [
        held("2026-11-19 10:00:00", "b", meeting_uid="m"),
        held("2026-11-19 08:00:00", "a", meeting_uid="m"),
    ]
    told = ledger(sessions, *YEAR)
    (row,) = told.rows
    assert (row.session, row.start_ms) == ("a", moment_of("2026-11-19 08:00:00"))
    assert row.end_ms == moment_of("2026-11-19 11:00:00")
    total = told.statistics.total
    assert (total.meetings, total.with_incident, total.interrupted_ms, total.attendees) == (1, 1, 600_000, 12)


def test_a_period_takes_what_began_in_it_and_groups_by_host_and_month() -> None:
    sessions = [
        held("2025-12-31 23:59:00", "a"),
        held("2026-01-01 00:00:00", "b", host_unit="Sở Y tế"),
        held("2026-11-19 08:00:00", "c", host_unit="Văn phòng"),
        held("2026-11-20 08:00:00", "d", host_unit="Văn phòng"),
        held("2027-01-01 00:00:00", "e"),
    ]
    statistics = ledger(sessions, *YEAR).statistics
    assert [(name, counts.meetings) for name, counts in statistics.by_host] == [("Sở Y tế", 1), ("Văn phòng", 2)]
    assert [(name, counts.meetings) for name, counts in statistics.by_month] == [("2026-01", 1), ("2026-11", 2)]
    assert [(name, counts.meetings) for name, counts in statistics.by_main] == [("Văn phòng UBND tỉnh", 3)]


def test_a_site_is_counted_where_it_was_expected_and_where_it_was() -> None:
    log = Log(["Hoài Nhơn", "An Lão"])
    log.join("s001")
    log.incident("s001", "mất tiếng", IncidentCategory.NO_SOUND, 60)
    log.end(3540)
    statistics = ledger([held("2026-11-18 08:00:00", "a"), Held(facts=log.facts)], *YEAR).statistics
    sites = {site.site: site for site in statistics.sites}
    assert (sites["s001"].expected, sites["s001"].joined, sites["s001"].outages) == (2, 2, 1)
    assert sites["s001"].connected_ms == (3600 - 300 + 3600) * 1000
    assert sites["s001"].incidents == {"no_sound": 1}
    assert (sites["s002"].expected, sites["s002"].joined) == (2, 0)


def test_what_nobody_told_is_not_zero() -> None:
    log = Log(["Hoài Nhơn"])
    log.end(60)
    told = ledger([Held(facts=log.facts)], *YEAR)
    assert (told.rows[0].attendees, told.statistics.total.attendees) == (None, None)
    table = next(block for block in ledger_document(told, ReportHead()).blocks if isinstance(block, Table))
    assert table.rows[0][5] == ""  # type: ignore[index]


def test_the_registration_tells_how_many_attend_when_no_site_does() -> None:
    log = Log(["Hoài Nhơn"])
    log.end(60)
    assert ledger([Held(facts=log.facts, attendees=40)], *YEAR).rows[0].attendees == 40


def test_the_ledger_has_the_columns_of_the_regulation_and_ends_with_its_sums() -> None:
    document = ledger_document(ledger([held("2026-11-19 08:00:00", "a")], *YEAR), ReportHead(period="năm 2026"))
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert [column.title for column in table.columns] == [
        "STT",
        "Nội dung cuộc họp",
        "Thời gian",
        "Điểm cầu chính",
        "Các điểm cầu phụ",
        "Tổng số lượng người tham dự",
        "Ghi chú sự cố (nếu có)",
    ]
    sums = table.rows[-1]
    assert isinstance(sums, Row)
    assert sums.cells[1:] == (
        "Cộng: 1 cuộc họp, 2 lượt điểm cầu",
        "12",
        "1 cuộc họp có sự cố, gián đoạn 5,0 phút",
    )


def test_two_hundred_names_stand_below_the_table() -> None:
    log = Log([f"UBND xã {number}" for number in range(1, 201)])
    log.join(*(f"s{number:03}" for number in range(1, 201)))
    log.end(60)
    document = ledger_document(ledger([Held(facts=log.facts)], *YEAR), ReportHead())
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert table.rows[0][4] == "200 điểm cầu (danh sách kèm theo)"  # type: ignore[index]
    assert any("UBND xã 200." in getattr(block, "text", "") for block in document.blocks)


def test_a_period_without_a_meeting_says_so() -> None:
    document = statistics_document(ledger([], *YEAR), ReportHead())
    assert all(block.when_empty for block in document.blocks if isinstance(block, Table))

"""The sheets of one technical check, wherever they stand: in the running session or in the register."""

import msgspec

from console.checks.check_sheet import CheckSheet
from console.checks.check_words import CheckItem, StageName
from console.command_line.actions import BridgeClient
from console.command_line.exits import BadInput
from console.command_line.files import open_office
from console.data_folder import DataFolder
from console.events import Site
from console.meeting.meeting_snapshot import CheckSheetView, ChecksView
from console.office.checks import CheckSummary, sheet_of_summary
from console.office.meeting import Meeting
from console.snapshot import SessionView
from console.trouble import TroubleKind, trouble
from console.words import MAIN_SITE, RehearsalState, SiteId


class CheckBook(msgspec.Struct, frozen=True, kw_only=True):
    """One check: its sheets and what each comes to; `wanted` are the sites that have to report."""

    subject: str
    stage: StageName
    sites: tuple[Site, ...]
    wanted: tuple[SiteId, ...]
    sheets: dict[SiteId, CheckSheet]
    states: dict[SiteId, RehearsalState]
    items: tuple[CheckItem, ...] = tuple(CheckItem)
    start_ms: int | None = None

    @property
    def all_states(self) -> dict[SiteId, RehearsalState]:
        """What each wanted site comes to; those without a sheet have not reported."""
        return {site: self.states.get(site, RehearsalState.NOT_TESTED) for site in self.wanted}


async def running_book(client: BridgeClient, data: DataFolder, stage: StageName) -> CheckBook:
    """Returns the check of the session that runs."""
    whole = await client.whole()
    checks, session = whole.views.get("checks"), whole.views.get("session")
    name = stage or (checks.stages[0].stage if isinstance(checks, ChecksView) and checks.stages else "")
    found = [view for view in whole.views.values() if isinstance(view, CheckSheetView) and view.stage == name]
    with open_office(data) as office:
        sites = tuple(office.sites.all())
    return CheckBook(
        subject=session.title if isinstance(session, SessionView) else "",
        stage=name,
        sites=sites,
        wanted=checks.sites if isinstance(checks, ChecksView) else (),
        sheets={view.site: CheckSheet(site=view.site, stage=name, marks=view.marks) for view in found},
        states={view.site: view.state for view in found},
    )


def kept_book(data: DataFolder, meeting_uid: str, stage: StageName) -> CheckBook:
    """Returns the check of a meeting as the register has it; raises `BadInput` when there is none."""
    with open_office(data) as office:
        sites = tuple(office.sites.all())
        meeting = office.register.get(Meeting, meeting_uid)
        kept = office.register.under(CheckSummary, f"{meeting_uid}/")
    if not kept:
        raise BadInput(trouble(TroubleKind.NO_CHECKS_KEPT, meeting=meeting_uid))
    name = stage or kept[0].stage
    found = [check for check in kept if check.stage == name]
    planned = () if meeting is None else tuple(site.site for site in meeting.sites if site.site)
    return CheckBook(
        subject="" if meeting is None else meeting.subject,
        stage=name,
        sites=sites,
        wanted=planned or tuple(site.site for site in sites if site.site != MAIN_SITE),
        sheets={check.site: sheet_of_summary(check) for check in found},
        states={check.site: check.state for check in found},
        start_ms=None if meeting is None else meeting.start_ms,
    )

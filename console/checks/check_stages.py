"""Which stage of the technical check is meant, whom it is for, and where each sheet of it stands."""

from msgspec.structs import replace

from console.checks.check_messages import ShowCheck
from console.checks.check_replay import sheet_key
from console.checks.check_run import ChecksNow
from console.checks.check_sheet import CheckSheet, result_of, verdict
from console.checks.check_words import TICKED, CheckResult, CheckStage, StageName, StageScope
from console.durable import Durable
from console.state import State
from console.words import MAIN_SITE, RehearsalState, SiteId

UNNAMED = CheckStage(stage="check")
"""What is checked where the profile asks for no stage."""


def stages_of(state: State) -> tuple[CheckStage, ...]:
    """Returns the stages of the profile, one without a name where it has none."""
    return state.rules.check_stages or (UNNAMED,)


def stage_of(state: State, name: StageName) -> CheckStage | None:
    """Returns a stage by its name, the first for an empty one, None for one that the profile does not know."""
    stages = stages_of(state)
    return stages[0] if not name else next((stage for stage in stages if stage.stage == name), None)


def meeting_sites(state: State) -> tuple[SiteId, ...]:
    """Returns the satellites that take part: those of the meeting's file, else all of the directory."""
    file = state.durable.meeting_file
    wanted = file.sites if file is not None and file.sites else tuple(state.directory)
    return tuple(site for site in wanted if site != MAIN_SITE and site in state.directory)


def speaking_sites(state: State) -> frozenset[SiteId]:
    """Returns the satellites that will speak: by the script, and by the requests that wait."""
    file = state.durable.meeting_file
    planned = () if file is None else (cue.site for cue in file.cues)
    asked = (request.site for request in state.durable.requests)
    return frozenset((*planned, *asked)) & frozenset(meeting_sites(state))


def in_scope(state: State, stage: CheckStage) -> tuple[SiteId, ...]:
    """Returns the satellites that have to be checked at a stage, by whomever."""
    sites = meeting_sites(state)
    if stage.scope is not StageScope.SPEAKERS:
        return sites
    speaking = speaking_sites(state)
    return tuple(site for site in sites if site in speaking)


def checked_by_main(state: State, stage: CheckStage) -> tuple[SiteId, ...]:
    """Returns those that the main endpoint itself checks: by tier, the ones right below it and whoever speaks."""
    sites = in_scope(state, stage)
    if stage.scope is not StageScope.BY_TIER:
        return sites
    speaking = speaking_sites(state)
    return tuple(site for site in sites if site in speaking or state.directory[site].parent in (None, MAIN_SITE))


def sheet_of(durable: Durable, stage: StageName, site: SiteId) -> CheckSheet | None:
    """Returns a site's sheet of a stage, None before anything was marked on it."""
    return durable.sheets.get(sheet_key(stage, site))


def judged(state: State) -> ChecksNow:
    """Returns what is under way with the verdicts of the sheets as they are now; only changed ones are judged."""
    durable, checks = state.durable, state.checks
    if checks.judged is durable.sheets:
        return checks
    verdicts: dict[SiteId, RehearsalState] = {}
    for site, name in durable.last_checked.items():
        key = sheet_key(name, site)
        sheet = durable.sheets[key]
        if site in checks.verdicts and checks.judged.get(key) is sheet:
            verdicts[site] = checks.verdicts[site]
        else:
            stage = stage_of(state, name)
            verdicts[site] = verdict(sheet, () if stage is None else stage.items)
    return replace(checks, verdicts=verdicts, judged=durable.sheets)


def wanted_check(state: State, site: SiteId) -> ShowCheck:
    """Returns which items a site's own technician may tick: those of the stage that was begun at the site last."""
    durable, run = state.durable, state.checks.running.get(site)
    name = durable.last_checked.get(site) if run is None else run.stage
    stage = None if name is None else stage_of(state, name)
    if durable.session is None or stage is None or durable.called or stage.stage in durable.closed_stages:
        return ShowCheck()
    sheet = sheet_of(durable, stage.stage, site)
    items = tuple(item for item in stage.items if item in TICKED)
    results = tuple(CheckResult.NOT_CHECKED if sheet is None else result_of(sheet, item) for item in items)
    return ShowCheck(stage=stage.stage, items=items, results=results)


def standing(state: State, site: SiteId) -> RehearsalState | None:
    """Returns where a site's technical check stands; None where the profile asks for none and none was made."""
    if site in state.checks.running:
        return RehearsalState.MEASURING
    found = state.checks.verdicts.get(site)
    if found is not None:
        return found
    file = state.durable.meeting_file
    known = None if file is None else file.checked.get(site)
    if known is not None:
        return known
    wanted = bool(state.rules.check_stages) and state.durable.session is not None and site != MAIN_SITE
    return RehearsalState.NOT_TESTED if wanted else None

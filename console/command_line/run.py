"""Carries out a request: the command line's own actions here, all others by what `main.py` handed in.

Rule: a fault of the person who typed ends with one sentence and an exit code, never with a traceback.
"""

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

from console.command_line import requests
from console.command_line.actions import Actions
from console.command_line.exits import BadInput, BridgeLost, Exit, NoBridgeRuns
from console.command_line.rights import RequestRight, right_of
from console.command_line.speaking_parser import speak_utf8
from console.configuration.frozen import ConfigurationIsFrozen


def run(request: requests.Request, actions: Actions) -> int:
    """Carries out what was typed and returns the exit code of the process."""
    speak_utf8()
    try:
        return _action(_guarded(request, actions), actions)
    except (BadInput, ConfigurationIsFrozen) as error:
        return _say(actions.sentence_of(error), Exit.BAD_INPUT)
    except NoBridgeRuns as error:
        return _say(actions.sentence_of(error), Exit.NO_BRIDGE)
    except BridgeLost as error:
        return _say(actions.sentence_of(error), Exit.FAILED)
    except BrokenPipeError:  # whoever read along, as `head`, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE


def _guarded(request: requests.Request, actions: Actions) -> requests.Request:
    """Returns the request under the name of who may give it; loads nothing for what anybody may, or no office."""
    if right_of(request) is RequestRight.FREE or not request.data.office_file.exists():
        return request
    from console.command_line.accounts.guard import guarded

    return guarded(request, actions)


def _action(request: requests.Request, actions: Actions) -> int:
    run = _processes(actions).get(type(request))
    return run(request) if run is not None else _own_action(request, actions)


def _processes(actions: Actions) -> Mapping[type[requests.Request], Callable[[Any], int]]:
    return {
        requests.OpenConsole: actions.run_console,
        requests.RunBridge: actions.run_bridge,
        requests.RunWindow: actions.run_window,
        requests.RunOffice: actions.run_office,
        requests.RunKeeper: actions.run_keeper,
        requests.RunWorker: actions.run_worker,
        requests.RunRecorder: actions.run_recorder,
        requests.RunContent: actions.run_content,
        requests.RunDemo: actions.run_demo,
        requests.RunHeadphones: actions.run_headphones,
        requests.RunProvince: actions.run_province,
        requests.RunSatellite: actions.run_satellite,
        requests.RunMainRoom: actions.run_main_room,
        requests.RunBench: actions.run_bench,
        requests.RunProofs: actions.run_proofs,
        requests.TryDevices: actions.try_devices,
        requests.ListContentChoices: actions.list_content_choices,
    }


Carrier = Callable[[Any, Actions], int]
Carriers = Mapping[type[requests.Request], Carrier]


def _own_action(request: requests.Request, actions: Actions) -> int:
    """Carries out what is done here; stores and codes are loaded by the request that needs them alone."""
    from console.command_line.cameras.requests import CamerasRequest

    if isinstance(request, CamerasRequest):
        return actions.set_up_cameras(request)
    load = next(load for forms, load in _rooms() if isinstance(request, forms))
    return load()[type(request)](request, actions)


def _sites() -> Carriers:
    from console.command_line import site_actions as sites

    return {
        requests.ImportSites: sites.import_sites,
        requests.ListSites: sites.list_sites,
        requests.AddSite: sites.add_site,
        requests.RemoveSite: sites.remove_site,
    }


def _invitations() -> Carriers:
    from console.command_line import invite_action as invite

    return {requests.InviteSite: invite.invite_site, requests.ExportCertificate: invite.export_certificate}


def _logs() -> Carriers:
    from console.command_line.verify_action import verify

    return {requests.VerifyLog: verify}


def _support() -> Carriers:
    from console.command_line.support_action import make_support_bundle

    return {requests.MakeSupportBundle: make_support_bundle}


def _packages() -> Carriers:
    from console.command_line import export_action, package_actions

    return {
        requests.ExportSession: export_action.export,
        requests.VerifyPackage: package_actions.verify,
        requests.ShowSigningKey: package_actions.show_signing_key,
    }


def _bridge() -> Carriers:
    from console.command_line import ask_action, show_action

    return {requests.AskBridge: ask_action.ask_bridge, requests.ShowState: show_action.show_state}


def _department() -> Carriers:
    from console.command_line.department.actions import CARRIED_OUT

    return CARRIED_OUT


def _credentials() -> Carriers:
    from console.command_line.credentials.actions import CARRIED_OUT

    return CARRIED_OUT


def _security() -> Carriers:
    from console.command_line.security.actions import CARRIED_OUT

    return CARRIED_OUT


def _accounts() -> Carriers:
    from console.command_line.accounts.actions import CARRIED_OUT

    return CARRIED_OUT


def _checks() -> Carriers:
    from console.command_line.checks import actions as checks
    from console.command_line.checks import requests as asked

    return {
        asked.RunChecks: checks.run_checks,
        asked.ListChecks: checks.list_checks,
        asked.TickChecks: checks.tick_checks,
        asked.ReportChecks: checks.report_checks,
    }


def _regulation() -> Carriers:
    from console.command_line.regulation import calendar_actions, duty_actions, profile_actions
    from console.command_line.regulation import requests as asked

    return {
        asked.ListProfiles: profile_actions.list_profiles,
        asked.ShowProfile: profile_actions.show_profile,
        asked.CheckProfile: profile_actions.check_profile,
        asked.UseProfile: profile_actions.use_profile,
        asked.PutOverlay: profile_actions.put_overlay,
        asked.ListCalendar: calendar_actions.list_calendar,
        asked.SetDay: calendar_actions.set_day,
        asked.ConfirmYear: calendar_actions.confirm_year,
        asked.ListDuties: duty_actions.list_duties,
    }


def _forms() -> Carriers:
    from console.command_line.form.actions import CARRIED_OUT

    return CARRIED_OUT


def _meetings() -> Carriers:
    from console.command_line.meeting.actions import CARRIED_OUT

    return CARRIED_OUT


def _directory() -> Carriers:
    from console.command_line.directory.actions import CARRIED_OUT

    return CARRIED_OUT


def _rooms() -> tuple[tuple[tuple[type[requests.Request], ...], Callable[[], Carriers]], ...]:
    """Returns which requests (or all that stand on a base of theirs) which room carries out."""
    from console.command_line.accounts.requests import AccountRequest
    from console.command_line.checks.requests import CheckRequest
    from console.command_line.credentials.requests import CredentialRequest
    from console.command_line.department.requests import DepartmentRequest
    from console.command_line.directory.requests import DirectoryRequest
    from console.command_line.form.requests import FormRequest
    from console.command_line.meeting.requests import MeetingRequest
    from console.command_line.regulation.requests import RegulationRequest
    from console.command_line.security.requests import SecurityRequest

    return (
        ((requests.ImportSites, requests.ListSites, requests.AddSite, requests.RemoveSite), _sites),
        ((requests.InviteSite, requests.ExportCertificate), _invitations),
        ((requests.VerifyLog,), _logs),
        ((requests.MakeSupportBundle,), _support),
        ((requests.ExportSession, requests.VerifyPackage, requests.ShowSigningKey), _packages),
        ((requests.AskBridge, requests.ShowState), _bridge),
        ((CredentialRequest,), _credentials),
        ((SecurityRequest,), _security),
        ((AccountRequest,), _accounts),
        ((DepartmentRequest,), _department),
        ((FormRequest,), _forms),
        ((DirectoryRequest,), _directory),
        ((MeetingRequest,), _meetings),
        ((RegulationRequest,), _regulation),
        ((CheckRequest,), _checks),
    )


def _say(sentence: str, code: Exit) -> int:
    print(sentence, file=sys.stderr)
    return code

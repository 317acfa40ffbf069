"""Carries out a request: the command line's own actions here, all others by what `main.py` handed in.

Rule: a fault of the person who typed ends with one sentence and an exit code, never with a traceback.
"""

import sys
from collections.abc import Callable
from typing import Any

from console.command_line import requests
from console.command_line.actions import Actions
from console.command_line.exits import BadInput, BridgeLost, Exit, NoBridgeRuns
from console.command_line.speaking_parser import speak_utf8


def run(request: requests.Request, actions: Actions) -> int:
    """Carries out what was typed and returns the exit code of the process."""
    speak_utf8()
    try:
        return _action(request, actions)
    except BadInput as error:
        return _say(actions.sentence_of(error), Exit.BAD_INPUT)
    except NoBridgeRuns as error:
        return _say(actions.sentence_of(error), Exit.NO_BRIDGE)
    except BridgeLost as error:
        return _say(actions.sentence_of(error), Exit.FAILED)


def _action(request: requests.Request, actions: Actions) -> int:
    own = _own_action(request)
    if own is not None:
        return own(request, actions)
    given: dict[type[requests.Request], Callable[[Any], int]] = {
        requests.OpenConsole: actions.run_console,
        requests.RunBridge: actions.run_bridge,
        requests.RunWindow: actions.run_window,
        requests.RunOffice: actions.run_office,
        requests.RunKeeper: actions.run_keeper,
        requests.RunWorker: actions.run_worker,
        requests.RunDemo: actions.run_demo,
        requests.RunHeadphones: actions.run_headphones,
        requests.RunProvince: actions.run_province,
        requests.RunSatellite: actions.run_satellite,
        requests.RunMainRoom: actions.run_main_room,
        requests.RunBench: actions.run_bench,
        requests.RunProofs: actions.run_proofs,
        requests.TryDevices: actions.try_devices,
    }
    return given[type(request)](request)


def _own_action(request: requests.Request) -> Callable[[Any, Actions], int] | None:
    """Returns what carries the request out here; stores and codes are loaded by the request that needs them alone."""
    match request:
        case requests.ImportSites() | requests.ListSites() | requests.AddSite():
            return _site_action(request)
        case requests.InviteSite() | requests.ExportCertificate():
            from console.command_line import invite_action as invite

            return invite.invite_site if isinstance(request, requests.InviteSite) else invite.export_certificate
        case requests.VerifyLog():
            from console.command_line.verify_action import verify

            return verify
        case requests.ExportSession() | requests.VerifyPackage() | requests.ShowSigningKey():
            return _package_action(request)
        case requests.AskBridge() | requests.ShowState():
            from console.command_line import ask_action, show_action

            return ask_action.ask_bridge if isinstance(request, requests.AskBridge) else show_action.show_state
        case _:
            return None


def _site_action(request: requests.Request) -> Callable[[Any, Actions], int]:
    from console.command_line import site_actions as sites

    if isinstance(request, requests.ImportSites):
        return sites.import_sites
    return sites.list_sites if isinstance(request, requests.ListSites) else sites.add_site


def _package_action(
    request: requests.ExportSession | requests.VerifyPackage | requests.ShowSigningKey,
) -> Callable[[Any, Actions], int]:
    from console.command_line import export_action, package_actions

    if isinstance(request, requests.ExportSession):
        return export_action.export
    return package_actions.verify if isinstance(request, requests.VerifyPackage) else package_actions.show_signing_key


def _say(sentence: str, code: Exit) -> int:
    print(sentence, file=sys.stderr)
    return code

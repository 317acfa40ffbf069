"""Carries out a request: the command line's own actions here, all others by what `main.py` handed in.

Rule: a fault of the person who typed ends with one sentence and an exit code, never with a traceback.
"""

import io
import sys
from collections.abc import Callable
from typing import Any

from console.command_line import requests
from console.command_line.actions import Actions
from console.command_line.ask_action import ask_bridge
from console.command_line.exits import BadInput, BridgeLost, Exit, NoBridgeRuns
from console.command_line.invite_action import export_certificate, invite_site
from console.command_line.show_action import show_state
from console.command_line.site_actions import add_site, import_sites, list_sites
from console.command_line.verify_action import verify


def run(request: requests.Request, actions: Actions) -> int:
    """Carries out what was typed and returns the exit code of the process."""
    _speak_utf8()
    try:
        return _action(request, actions)
    except BadInput as error:
        return _say(actions.sentence_of(error), Exit.BAD_INPUT)
    except NoBridgeRuns as error:
        return _say(actions.sentence_of(error), Exit.NO_BRIDGE)
    except BridgeLost as error:
        return _say(actions.sentence_of(error), Exit.FAILED)


def _action(request: requests.Request, actions: Actions) -> int:
    own: dict[type[requests.Request], Callable[[Any, Actions], int]] = {
        requests.ImportSites: import_sites,
        requests.ListSites: list_sites,
        requests.AddSite: add_site,
        requests.InviteSite: invite_site,
        requests.ExportCertificate: export_certificate,
        requests.VerifyLog: verify,
        requests.AskBridge: ask_bridge,
        requests.ShowState: show_state,
    }
    if type(request) in own:
        return own[type(request)](request, actions)
    given: dict[type[requests.Request], Callable[[Any], int]] = {
        requests.OpenConsole: actions.run_console,
        requests.RunBridge: actions.run_bridge,
        requests.RunWindow: actions.run_window,
        requests.RunKeeper: actions.run_keeper,
        requests.RunWorker: actions.run_worker,
        requests.RunDemo: actions.run_demo,
        requests.RunSatellite: actions.run_satellite,
        requests.RunMainRoom: actions.run_main_room,
        requests.RunBench: actions.run_bench,
        requests.RunProofs: actions.run_proofs,
    }
    return given[type(request)](request)


def _say(sentence: str, code: Exit) -> int:
    print(sentence, file=sys.stderr)
    return code


def _speak_utf8() -> None:
    # Windows' consoles and pipes are not UTF-8 by themselves.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")

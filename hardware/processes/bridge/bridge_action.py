"""Starts the bridge that the command line names.

Rule: whatever is wrong with settings, profile, ports or folders is one sentence and exit code 2, before anything runs.
"""

import logging
from collections.abc import Sequence

from console.command_line import requests
from console.command_line.exits import BadInput
from console.command_line.files import cameras_of, profile_of, settings_of
from console.entries import Line
from console.log_book.office_store import OfficeStore
from console.log_book.pruning import prune_samples
from console.log_book.restart import open_session_for_restart
from console.trouble import Told
from hardware.processes.bridge.bridge import BridgeOptions, read_now, run_bridge
from hardware.processes.program import version
from hardware.processes.resources import PROFILES
from hardware.processes.window.console_actions import make_folders
from hardware.signalling.doorway import PortInUse

DAY_MS = 24 * 3600 * 1000

_log = logging.getLogger(__name__)


def bridge(request: requests.RunBridge) -> int:
    """Runs the bridge of a data folder until it is asked to end."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s: %(message)s")
    try:
        return run_bridge(_bridge_options(request), _restored)
    except (Told, PortInUse) as error:
        raise BadInput(error.trouble or str(error)) from error


def _restored(options: BridgeOptions) -> Sequence[Line]:
    """Returns the lines of the session that never ended; called under the bridge's lock, for it may mend a file."""
    live = open_session_for_restart(options.data)
    if live is not None and live.trouble:
        _log.error("%s", live.trouble)
    prune_samples(options.data, read_now().wall_ms - options.settings.samples_kept_days * DAY_MS)
    return live.lines if live else ()


def _bridge_options(request: requests.RunBridge) -> BridgeOptions:
    make_folders(request.data)
    settings = settings_of(request.data)
    profile = profile_of(request.data, settings, PROFILES, version())
    with OfficeStore(request.data.office_file) as office:
        office.sites.ensure_main(settings.main_name)
        office.profiles.keep(profile.hash, profile.id, profile.content.decode())
    return BridgeOptions(
        data=request.data,
        settings=settings,
        rules=profile.rules,
        https_port=settings.https_port if request.https_port is None else request.https_port,
        media_port=settings.media_port if request.media_port is None else request.media_port,
        workers=request.workers or settings.media_workers,
        cameras=cameras_of(request.data),
        kept=request.kept,
    )

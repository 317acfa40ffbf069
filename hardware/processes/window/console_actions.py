"""Opens the console and looks after what it opened.

Rule: quick to import, for the window waits for it; whatever is wrong is one sentence before anything runs.
"""

import os
import sys

from console.command_line import requests
from console.command_line.exits import BadInput, BridgeLost, Exit
from console.command_line.files import settings_of
from console.data_folder import DataFolder, FolderUnusable
from console.trouble import TroubleKind, trouble
from hardware.processes.keeper.keeper import AlreadyHeld, BridgeKeepsEnding, BridgeRefused, Keeper, ask_for_window


def make_folders(data: DataFolder) -> None:
    """Makes the data folder's parts; raises `BadInput`."""
    try:
        data.make()
    except FolderUnusable as error:
        raise BadInput(error.trouble or str(error)) from error


def console(request: requests.OpenConsole) -> int:
    """Opens the console: keeps bridge, main room and window until the meeting is over and the window closed."""
    make_folders(request.data)
    settings_of(request.data)
    if no_screen():
        raise BadInput(trouble(TroubleKind.NO_SCREEN))
    window = ["window", "--data", str(request.data.root), "--person", request.person]
    try:
        keeper = Keeper(request.data.run, request.data.root, window_arguments=window, with_main_room=True)
    except AlreadyHeld:
        return _open_window_again(request.data)
    return run_keeper(keeper)


def _open_window_again(data: DataFolder) -> int:
    """Shows a meeting that goes on without a window; the keeper that looks after it opens one."""
    try:
        ask_for_window(data.run)
    except AlreadyHeld as error:
        raise BadInput(trouble(TroubleKind.CONSOLE_OPEN_ALREADY)) from error
    return Exit.DONE


def keeper(request: requests.RunKeeper) -> int:
    """Looks after a bridge and a window whose keeper died."""
    try:
        keeper = Keeper(request.data.run, request.data.root, window_arguments=None, with_main_room=False)
    except AlreadyHeld:
        return Exit.DONE
    keeper.adopt()
    return run_keeper(keeper)


def run_keeper(keeper: Keeper) -> int:
    """Runs a keeper; what ended its bridge becomes a sentence for the person who started it."""
    try:
        return keeper.run()
    except BridgeRefused as error:
        raise BadInput(error.trouble or str(error)) from error
    except BridgeKeepsEnding as error:
        raise BridgeLost(error.trouble or str(error)) from error


def no_screen() -> bool:
    """Tells whether a window could not be shown; Qt would end the process without a word that can be caught."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

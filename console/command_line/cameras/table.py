"""The argument table of `cameras`."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from console.cameras.camera_profile import CameraKind, Framing
from console.command_line.cameras import requests
from console.command_line.requests import Request

Adder = Callable[[Any, str, type[Request], str], argparse.ArgumentParser]
"""Adds a command to commands, by its name, its request and its help."""


def add_cameras(
    commands: Any,
    add: Adder,
    add_group: Callable[..., Any],
    add_person: Callable[[argparse.ArgumentParser], None],
) -> None:
    """Adds the commands; `add_group` makes a command that has commands of its own, `add_person` asks who operates."""
    acts = add_group(commands, "cameras", "this machine's cameras: find, try, list, add, remove, export, import (JSON)")
    find = add(acts, "find", requests.FindCameras, "look for cameras on the network, at USB and on serial ports")
    find.add_argument("hosts", nargs="*", metavar="ADDRESS", help="addresses to look at beside what answers by itself")
    find.add_argument("--serial", action="store_true", help="ask on every serial port; something else may be on it")
    trial = add(acts, "try", requests.TryCamera, "turn a camera a little and back, and say what was seen of it")
    listing = add(acts, "list", requests.ListCameras, "print the cameras")
    listing.add_argument("--ask", action="store_true", help="ask every camera what it can do")
    gone = add(acts, "remove", requests.RemoveCamera, "take a camera out of the list; its presets stay")
    give = add(acts, "export", requests.ExportPresets, "write a camera's presets with their pictures into a file")
    take = add(acts, "import", requests.ImportPresets, "take presets from a file; of one name the file's is kept")
    wake = add(acts, "switch-on", requests.SwitchCameraOn, "wake a camera from standby")
    adopt = add(acts, "adopt", requests.AdoptCamera, "say that presets saved at the model before hold for this one too")
    forget = add(acts, "forget-password", requests.ForgetPassword, "forget the password that is kept for a camera")
    for parser in (trial, gone, give, take, wake, adopt, forget):
        parser.add_argument("camera", metavar="CAMERA", help="as the list names it")
    all_out = add(acts, "export-all", requests.ExportCameras, "write every camera with its presets into a file")
    all_in = add(acts, "import-all", requests.ImportCameras, "take cameras and presets from such a file")
    all_in.add_argument("--into", metavar="CAMERA", help="the camera that gets the presets of a file of one camera")
    all_in.add_argument("--plan", action="store_true", help="only say what would change")
    all_in.add_argument("--overwrite", action="store_true", help="write over what is there otherwise")
    for parser in (give, take, all_out, all_in):
        parser.add_argument("file", type=Path, metavar="FILE")
    one = add(acts, "add", requests.AddCamera, "write a camera into the list, or change the one of this name")
    _add_profile(one)
    for parser in (one, gone, forget, all_in):
        add_person(parser)
        parser.add_argument("--reason", default="", metavar="TEXT", help="why, as the register keeps it")


def _add_profile(one: argparse.ArgumentParser) -> None:
    one.add_argument("camera", metavar="CAMERA", help="its name in commands: small letters, digits, hyphens")
    one.add_argument("--title", metavar="TITLE", help="what people call it")
    one.add_argument("--kind", choices=[kind.value for kind in CameraKind], help="what it understands (visca)")
    one.add_argument("--host", metavar="ADDRESS")
    one.add_argument("--port", type=int, metavar="PORT")
    one.add_argument("--framing", choices=[framing.value for framing in Framing], help="how VISCA goes to it")
    one.add_argument("--device", metavar="DEVICE", help="USB: the camera's device or name")
    one.add_argument("--user", metavar="NAME", help="ONVIF: the name to log in with")
    one.add_argument("--serial-port", metavar="PORT", help="serial port: COM3, /dev/ttyUSB0")
    one.add_argument("--serial-address", type=int, metavar="N", help="which camera of the line, 1 to 7")
    one.add_argument("--baud", type=int, metavar="N", help="speed of the line (9600)")
    one.add_argument("--last-slot", type=int, metavar="N", help="its last memory, counted from 0")
    one.add_argument("--podium-preset", metavar="PRESET", help="the preset that shows whoever speaks at this site")
    one.add_argument("--detect", action="store_true", help="ask the camera how it is spoken to")
    one.add_argument("--password", action="store_true", help="read its password from standard input")

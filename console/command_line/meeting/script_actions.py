"""Carries out `script`: a meeting's script is taken from a table, shown, written as one.

Rule: a table is taken whole or not at all, every bad line named.
"""

from console.command_line.actions import Actions
from console.command_line.exits import BadInput, Exit
from console.command_line.files import open_office, read_octets, write_octets
from console.command_line.meeting import requests
from console.command_line.meeting.common import as_json, find_meeting
from console.command_line.meeting.phrasing import MeetingSay
from console.command_line.phrasing import Say
from console.office.script import Script, keyed
from console.office.script_list import BadScript, cue_time, read_script, write_script


def import_script(request: requests.ImportScript, actions: Actions) -> int:
    """Takes a meeting's script from a table, whole or not at all."""
    octets = read_octets(request.file)
    with open_office(request.data) as office:
        meeting = find_meeting(office, request.meeting, actions)
        try:
            cues = read_script(octets, office.sites.all(), meeting.start_ms)
        except BadScript as error:
            raise BadInput(_bad_script(error, request, actions)) from error
        before = office.register.get(Script, meeting.id)
        cues = keyed(cues, () if before is None else before.cues)
        office.register.put([Script(id=meeting.id, cues=cues, source=request.file.name)], request.person)
    print(actions.phrase(MeetingSay.SCRIPT_TAKEN, {"count": len(cues)}))
    return Exit.DONE


def _bad_script(error: BadScript, request: requests.ImportScript, actions: Actions) -> str:
    told = [actions.phrase(MeetingSay.SCRIPT_BAD, {"file": request.file})]
    for line in error.lines:
        what = actions.phrase(line.fault, {"text": line.text})
        values = {"line": line.line or 1, "what": what}
        told.append(actions.phrase(MeetingSay.SCRIPT_LINE_BAD, values))
    return "\n".join(told)


def show_script(request: requests.ShowScript, actions: Actions) -> int:
    """Prints a meeting's script, or writes it as a table."""
    with open_office(request.data) as office:
        meeting, sites = find_meeting(office, request.meeting, actions), office.sites.all()
        script = office.register.get(Script, meeting.id)
    if script is None:
        print(actions.phrase(MeetingSay.SCRIPT_EMPTY, {}))
        return Exit.DONE
    if request.out is not None:
        write_octets(request.out, write_script(script.cues, sites, meeting.start_ms))
        print(actions.phrase(Say.WRITTEN, {"file": request.out}))
    elif request.json:
        print(as_json(script))
    else:
        names = {site.site: site.name for site in sites}
        for cue in script.cues:
            told = (cue_time(cue, meeting.start_ms), cue.title, cue.speaker, names.get(cue.site, cue.site))
            print(f"{cue.number:3}  " + "  ".join(text for text in told if text))
    return Exit.DONE

"""`duties`: the duty table, by province, status and feature."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from console.command_line.actions import Actions
from console.command_line.exits import BadInput, Exit
from console.command_line.files import in_file, language_of, read_octets
from console.command_line.regulation.phrasing import RegulationSay as Say
from console.command_line.regulation.requests import ListDuties
from console.regulation.duties import BadDuties, Duty, DutyStatus, read_duties


def list_duties(request: ListDuties, actions: Actions) -> int:
    """Prints the duties that were asked for, one per line, and how many stand how."""
    try:
        table = read_duties(read_octets(actions.duties))
    except BadDuties as error:
        raise BadInput(in_file(error, actions.duties)) from error
    status = None if request.status is None else DutyStatus(request.status)
    duties = table.chosen(province=request.province, status=status, feature=request.feature)
    language = language_of(request.data)
    for duty in duties:
        print(msgspec.json.encode(duty).decode() if request.json else _line(duty, language, actions))
    if not request.json:
        print(_count(duties, actions))
    return Exit.DONE


def _line(duty: Duty, language: str, actions: Actions) -> str:
    status = actions.phrase(duty.status, {})
    return f"{duty.id}  {duty.priority}  {status:<15}  {duty.article:<12}  {duty.duty.in_language(language)}"


def _count(duties: Sequence[Duty], actions: Actions) -> str:
    if not duties:
        return actions.phrase(Say.NO_DUTIES, {})
    counted = Counter(duty.status for duty in duties)
    parts = ", ".join(f"{counted[status]} {actions.phrase(status, {})}" for status in DutyStatus if counted[status])
    return actions.phrase(Say.DUTY_COUNT, {"count": len(duties), "parts": parts})

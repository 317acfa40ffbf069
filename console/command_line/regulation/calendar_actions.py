"""`calendar list`, `set` and `official`: what an administrator knows better than the shipped calendar.

Rule: what is kept stands in the data folder and can be read again; the shipped calendar is never changed.
"""

import msgspec
from msgspec.structs import replace

from console.command_line.actions import Actions
from console.command_line.configuration.file_changes import change_files
from console.command_line.exits import BadInput, Exit
from console.command_line.files import calendar_of, in_file, read_octets
from console.command_line.regulation.phrasing import RegulationSay as Say
from console.command_line.regulation.requests import ConfirmYear, ListCalendar, RegulationRequest, SetDay
from console.configuration.configuration_parts import ConfigurationPart
from console.regulation.calendar import BadCalendar, Day, DayOff, Overrides, read_overrides


def list_calendar(request: ListCalendar, actions: Actions) -> int:
    """Prints days off and worked weekend days, and for which years there is an official notice."""
    calendar = calendar_of(request.data, actions.calendar)
    days = {**dict.fromkeys(calendar.off, Say.CALENDAR_OFF), **dict.fromkeys(calendar.worked, Say.CALENDAR_WORKED)}
    for day, work in sorted(days.items()):
        if request.year in (None, day.year):
            print(_row(day, actions.phrase(work, {}), calendar.name_of(day)))
    years = ", ".join(map(str, sorted(calendar.official_years)))
    print(actions.phrase(Say.CALENDAR_OFFICIAL, {"years": years}))
    return Exit.DONE


def set_day(request: SetDay, actions: Actions) -> int:
    """Keeps that offices work on a day, or do not; `shipped` forgets what was kept of it."""
    day = _day(request.day, actions)
    known = _kept(request)
    off, worked = _without(known.off, day), _without(known.worked, day)
    if request.work == "off":
        off = (*off, (day, request.name))
    elif request.work == "worked":
        worked = (*worked, (day, request.name))
    _keep(request, replace(known, off=tuple(sorted(off)), worked=tuple(sorted(worked))))
    if request.work == "shipped":
        print(actions.phrase(Say.CALENDAR_SHIPPED, {"day": day.isoformat()}))
    else:
        work = Say.CALENDAR_OFF if request.work == "off" else Say.CALENDAR_WORKED
        print(_row(day, actions.phrase(work, {}), request.name))
    return Exit.DONE


def confirm_year(request: ConfirmYear, actions: Actions) -> int:
    """Keeps that a year's official notice is in the calendar: its limits are provisional no longer."""
    known = _kept(request)
    _keep(request, replace(known, official_years=tuple(sorted({*known.official_years, request.year}))))
    return list_calendar(ListCalendar(data=request.data, year=request.year), actions)


def _row(day: Day, work: str, name: str) -> str:
    return f"{day.isoformat()}  {work}  {name}".rstrip()


def _day(text: str, actions: Actions) -> Day:
    try:
        return Day.fromisoformat(text)
    except ValueError:
        raise BadInput(actions.phrase(Say.CALENDAR_DAY_BAD, {"text": text})) from None


def _without(days: tuple[DayOff, ...], day: Day) -> tuple[DayOff, ...]:
    return tuple(each for each in days if each[0] != day)


def _kept(request: RegulationRequest) -> Overrides:
    file = request.data.calendar_file
    if not file.exists():
        return Overrides()
    try:
        return read_overrides(read_octets(file))
    except BadCalendar as error:
        raise BadInput(in_file(error, file)) from error


def _keep(request: SetDay | ConfirmYear, known: Overrides) -> None:
    octets = msgspec.json.format(msgspec.json.encode(known), indent=2) + b"\n"
    change_files(request.data, {ConfigurationPart.CALENDAR: octets}, request.person, request.reason)

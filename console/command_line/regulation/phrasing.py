"""The English sentences about profiles and duties, by kind; `phrases/command_line/regulation_words` says the same."""

from collections.abc import Mapping
from enum import StrEnum

from console.regulation.duties import DutyStatus
from console.regulation.limits import Unit
from console.words import MuteRule


class RegulationSay(StrEnum):
    """What the command line has to say about regulations."""

    PROFILE_LINE = "profile_line"
    PROFILE_IN_USE = "profile_in_use"
    PROFILE_GOOD = "profile_good"
    PROFILE_UNKNOWN = "profile_unknown"
    PROFILE_TAKEN = "profile_taken"
    RESTART_NEEDED = "restart_needed"
    CHOICE_NEEDED = "choice_needed"
    OVERLAY_TAKEN = "overlay_taken"
    OVERLAY_GONE = "overlay_gone"
    DOCUMENT = "document"
    TERMS = "terms"
    REGISTERED = "registered"
    REGISTERED_URGENT = "registered_urgent"
    CHECKED = "checked"
    CHECKED_OR = "checked_or"
    CONNECTED = "connected"
    MICROPHONES = "microphones"
    HANDED_OVER = "handed_over"
    PEOPLE = "people"
    AT_LEAST_BEFORE = "at_least_before"
    WITHIN = "within"
    NOT_SAID = "not_said"
    GAPS = "gaps"
    COMPARED = "compared"
    CALENDAR_OFF = "calendar_off"
    CALENDAR_WORKED = "calendar_worked"
    CALENDAR_OFFICIAL = "calendar_official"
    CALENDAR_SHIPPED = "calendar_shipped"
    CALENDAR_DAY_BAD = "calendar_day_bad"
    DUTY_COUNT = "duty_count"
    NO_DUTIES = "no_duties"


SAID: Mapping[RegulationSay, str] = {
    RegulationSay.PROFILE_LINE: "{mark} {id}  version {version}  {name}",
    RegulationSay.PROFILE_IN_USE: "In use: {name} ({id}, version {version}), hash {hash}.",
    RegulationSay.PROFILE_GOOD: "{file} can be used: {name} ({id}, version {version}), hash {hash}.",
    RegulationSay.PROFILE_UNKNOWN: "There is no profile “{text}”, and no such file; main.py profile list shows them.",
    RegulationSay.PROFILE_TAKEN: "Meetings are held under {name} ({id}, version {version}), hash {hash}.",
    RegulationSay.RESTART_NEEDED: "A bridge that runs keeps its profile until it is started again.",
    RegulationSay.CHOICE_NEEDED: "{name} leaves the rule of microphones open; choose one: {options}.",
    RegulationSay.OVERLAY_TAKEN: "Put over {name}: {department}, {province}.",
    RegulationSay.OVERLAY_GONE: "{name} is in force without an overlay.",
    RegulationSay.DOCUMENT: "Document: {title}",
    RegulationSay.TERMS: "Words: {main}; {sub}; {chairperson}; {department}",
    RegulationSay.REGISTERED: "Registered: {when}{article}",
    RegulationSay.REGISTERED_URGENT: "Urgent: {when}{article}",
    RegulationSay.CHECKED: "Technical check {stage}: over {limit} before{article}",
    RegulationSay.CHECKED_OR: "Technical check {stage}: over {limit} before, {other} at least{article}",
    RegulationSay.CONNECTED: "Sites connected: {limit} before{article}",
    RegulationSay.MICROPHONES: "Microphones: {rule}{article}",
    RegulationSay.HANDED_OVER: "Recording handed over: {when}{article}",
    RegulationSay.PEOPLE: "Technicians per unit: {count} at least{article}",
    RegulationSay.AT_LEAST_BEFORE: "at least {limit} before",
    RegulationSay.WITHIN: "within {limit}",
    RegulationSay.NOT_SAID: "the text does not say",
    RegulationSay.GAPS: "What the text leaves open:",
    RegulationSay.COMPARED: "What was compared and put right:",
    RegulationSay.CALENDAR_OFF: "off",
    RegulationSay.CALENDAR_WORKED: "worked",
    RegulationSay.CALENDAR_OFFICIAL: "Official for {years}; other years are computed and provisional.",
    RegulationSay.CALENDAR_SHIPPED: "{day} is as the program's own calendar has it.",
    RegulationSay.CALENDAR_DAY_BAD: "“{text}” is no day; write it as 2027-02-04.",
    RegulationSay.DUTY_COUNT: "{count} duties: {parts}.",
    RegulationSay.NO_DUTIES: "No duty is like that.",
}

LIMITS: Mapping[Unit, str] = {
    Unit.WORKING_DAY: "{amount} working days",
    Unit.DAY: "{amount} days",
    Unit.HALF_DAY: "{amount} half days",
    Unit.HOUR: "{amount} h",
    Unit.MINUTE: "{amount} min",
    Unit.SAME_DAY: "the same day",
    Unit.IMMEDIATELY: "at once",
}

MUTE_RULES: Mapping[MuteRule, str] = {
    MuteRule.MUTE_ALL_WHEN_MAIN_SPEAKS: "all others are closed when the main endpoint speaks",
    MuteRule.ALWAYS_MUTED_WHEN_NOT_SPEAKING: "always closed but for the speech",
    MuteRule.ONLY_ON_HOST_REQUEST: "opened only when the host asks for the speech",
}

STATUSES: Mapping[DutyStatus, str] = {
    DutyStatus.DONE: "done",
    DutyStatus.REMINDED: "reminded",
    DutyStatus.RECORDED: "recorded",
    DutyStatus.LATER: "later",
    DutyStatus.NOT_SOFTWARE: "not software's",
}

RegulationKind = RegulationSay | Unit | MuteRule | DutyStatus


def regulation_english(kind: RegulationKind) -> str:
    """Returns the English sentence of a kind, with its places open."""
    match kind:
        case RegulationSay():
            return SAID[kind]
        case Unit():
            return LIMITS[kind]
        case MuteRule():
            return MUTE_RULES[kind]
        case DutyStatus():
            return STATUSES[kind]

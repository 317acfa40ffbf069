"""Who may type which request where operators have accounts: one row for every request there is, read by the guard.

Rule: keyed by the request's name, so that reading the table loads no room of the command line. What has no row is the
administrator's. Without accounts the table says nothing.
"""

from collections.abc import Mapping
from enum import Enum, auto


class RequestRight(Enum):
    """What a request asks for."""

    FREE = auto()
    """Only reads, is a process of the meeting, or is judged where it arrives: at the bridge, or by its password."""
    OFFICE = auto()
    """Changes what the office keeps, under the name of an operator."""
    ADMINISTRATOR = auto()
    """Accounts, credentials, configuration."""


_FREE = (
    *("OpenConsole", "RunBridge", "RunWindow", "RunKeeper", "RunWorker", "RunRecorder", "RunContent", "RunHeadphones"),
    *("RunProvince", "RunDemo", "RunSatellite", "RunMainRoom", "RunBench", "RunProofs", "TryDevices"),
    "ListContentChoices",
    *("AskBridge", "ShowState", "VerifyLog", "VerifyPackage", "ShowSigningKey", "MakeSupportBundle", "ListSites"),
    *("ExportCertificate", "ListCredentials", "ListSecurityActs", "FindCameras", "TryCamera", "ListCameras"),
    *(
        "ExportPresets",
        "ExportCameras",
        "ListChecks",
        "ReportChecks",
        "ListKeys",
        "ListPackages",
        "ListSilent",
        "WriteReport",
        "CheckReport",
    ),
    *(
        "CheckReceipt",
        "ExportList",
        "ShowList",
        "ShowVersions",
        "WriteSessionForm",
        "WritePeriodForm",
        "WriteSecurityReport",
        "ShowForm",
    ),
    *("ListRecordings", "ListMeetings", "ListDue", "OfferMeetings", "ShowMeeting", "ExportMeeting", "ListNotices"),
    *("ShowScript", "ListProfiles", "ShowProfile", "CheckProfile", "ListCalendar", "ListDuties", "ListAccounts"),
    *("ListAccountActs", "ListSecurityEvents", "LogIn", "LogOut", "SetPassword", "RunOffice"),
)
_OFFICE = (
    *("ExportSession", "RevokeSiteCredentials", "SwitchCameraOn", "RunChecks", "TickChecks"),
    *("TakePackages", "GiveReceipts", "ImportList", "StepBack", "CorrectForm", "ConfirmForm", "RateSite"),
    *("RemindOfHandover", "NewMeeting", "TakeMeetingStep", "TellNotices", "ImportScript"),
)
_ADMINISTRATOR = (
    *("ImportSites", "AddSite", "RemoveSite", "InviteSite", "AddCamera", "RemoveCamera", "AdoptCamera"),
    *("ForgetPassword", "ImportPresets", "ImportCameras", "RegisterKey", "RevokeKey", "UseProfile", "PutOverlay"),
    *("SetDay", "ConfirmYear", "AddAccount", "SetAccountRole", "SetEmployment", "DisableAccount", "EnableAccount"),
    "DelegateTo",
    *("EndDelegation",),
)
REQUEST_RIGHTS: Mapping[str, RequestRight] = {
    **dict.fromkeys(_FREE, RequestRight.FREE),
    **dict.fromkeys(_OFFICE, RequestRight.OFFICE),
    **dict.fromkeys(_ADMINISTRATOR, RequestRight.ADMINISTRATOR),
}


def right_of(request: object) -> RequestRight:
    """Returns what a request asks for."""
    return REQUEST_RIGHTS.get(type(request).__name__, RequestRight.ADMINISTRATOR)

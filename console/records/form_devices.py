"""Which devices of a site Phụ lục II ticks: what was checked and what broke; a device that nobody checked has no tick.

Rule: a line or power that fails damages no device; a measurement that failed says that something is wrong, not which
device is broken. All of it can be corrected by hand. Source: Bình Định, annex II.
"""

from collections.abc import Iterable, Mapping

from console.checks.check_words import CheckItem, CheckResult
from console.office.form_records import DAMAGED, NORMAL, FormField
from console.records.incident_story import IncidentStory
from console.records.session_facts import SiteFacts
from console.words import IncidentCategory

ITEMS_OF: Mapping[FormField, tuple[CheckItem, ...]] = {
    FormField.CAMERA: (CheckItem.PRESET, CheckItem.PICTURE_SIZE, CheckItem.PICTURE_RATE),
    FormField.CONNECTOR: (CheckItem.SOUND_TO_SITE, CheckItem.CONTENT),
    FormField.MICROPHONE: (
        CheckItem.SOUND_FROM_SITE,
        CheckItem.MICROPHONE,
        CheckItem.EVERY_MICROPHONE,
        CheckItem.MICROPHONE_BATTERY,
    ),
    FormField.ADAPTER_CABLE: (CheckItem.POWER,),
    FormField.OTHER: (CheckItem.LOUDSPEAKER, CheckItem.DISPLAY),
}
"""Which checks speak for a device."""
DEVICE_WORDS: Mapping[FormField, tuple[str, ...]] = {
    FormField.CAMERA: ("camera", "máy quay", "ống kính"),
    FormField.CONNECTOR: ("bộ kết nối", "codec", "máy tính", "vcs", "thiết bị đầu cuối"),
    FormField.MICROPHONE: ("micro", "mic "),
    FormField.ADAPTER_CABLE: ("adapter", "dây cáp", "cáp ", "dây nguồn", "bộ đổi nguồn"),
}
"""Words by which people name a damaged device; any other one is "Khác", with its name. All can be corrected."""


def _damaged(incident: IncidentStory) -> FormField | None:
    """Returns the device that an incident says is damaged; a line or power that fails damages none."""
    if incident.category != IncidentCategory.DEVICE:
        return None
    text = f"{incident.text} {incident.cause} ".casefold()
    found = (field for field, words in DEVICE_WORDS.items() if any(word in text for word in words))
    return next(found, FormField.OTHER)


def condition(site: SiteFacts, field: FormField, incidents: Iterable[IncidentStory]) -> str:
    """Returns `NORMAL`, `DAMAGED`, or nothing for a device of which nothing is known."""
    if any(_damaged(incident) is field for incident in incidents):
        return DAMAGED
    marks = [mark for item in ITEMS_OF[field] if (mark := site.marked(item)) is not None]
    if any(mark.result is CheckResult.FAIL and mark.by for mark in marks):
        return DAMAGED
    # A measurement that failed says that something is wrong, not that this device is broken.
    failed = any(mark.result is CheckResult.FAIL for mark in marks)
    return NORMAL if not failed and any(mark.result is CheckResult.OK for mark in marks) else ""


def other_label(incidents: Iterable[IncidentStory]) -> str:
    """Returns what the other damaged devices are called."""
    return ", ".join(incident.text for incident in incidents if _damaged(incident) is FormField.OTHER)

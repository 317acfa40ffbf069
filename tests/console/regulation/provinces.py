"""The shipped profiles and the shipped calendar, as tests use them."""

from pathlib import Path

from console.regulation.calendar import Calendar, Day, moment, read_calendar
from console.regulation.profile import ProfileInForce, read_profile

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
PROVINCES = ("vn-binh-dinh", "vn-thanh-hoa", "vn-dong-nai", "vn-dak-lak", "vn-bac-kan")
PROFILES: dict[str, ProfileInForce] = {
    path.stem: read_profile(path.read_bytes(), "1") for path in (RESOURCES / "profiles").glob("vn-*.json")
}
CALENDAR: Calendar = read_calendar((RESOURCES / "regulation" / "working_calendar_vn.json").read_bytes())


def at(text: str) -> int:
    """Returns the moment of a time in Viet Nam, written "2026-09-08 08:00"."""
    day, time = text.split(" ")
    hour, minute = time.split(":")
    return moment(Day.fromisoformat(day), int(hour) * 60 + int(minute))

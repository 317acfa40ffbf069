"""Where the data that ships with the program lies."""

import sys
from pathlib import Path

_ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[2])) / "resources"

FONTS = _ROOT / "fonts"
BROWSER_PAGES = _ROOT / "browser"
PROFILES = _ROOT / "profiles"
WORKING_CALENDAR = _ROOT / "regulation" / "working_calendar_vn.json"
DUTIES = _ROOT / "regulation" / "duties.json"
DEMO_SITES = _ROOT / "demo" / "sites.csv"
TRANSLATIONS = _ROOT / "i18n"

"""Writes the browser page's table of sentences from the phrases: `python3 dev.py words`.

Rule: the table is a copy that a page can load; nobody edits it, and a test fails when it is older than the phrases.
"""

import json
from pathlib import Path

from widgets.phrases.language import LANGUAGES, use_language
from widgets.phrases.satellite.browser_words import browser_words

TABLE = Path(__file__).parents[2] / "resources" / "browser" / "strings.json"


def table() -> str:
    """Returns the file's text: every sentence of the page in each language, Vietnamese first."""
    spoken: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        use_language(language)
        spoken[language] = browser_words()
    use_language(LANGUAGES[0])
    return json.dumps(spoken, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")

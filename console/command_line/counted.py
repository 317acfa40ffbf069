"""English sentences of the command line with one of something: "1 site", not "1 sites".

Rule: the sentences say the plural; where the value before a known word is one, the word loses it. Vietnamese has none.
"""

import re
from collections.abc import Mapping

ONE = {
    "sites": "site",
    "events": "event",
    "entries": "entry",
    "cues": "cue",
    "duties": "duty",
    "meetings": "meeting",
    "lines": "line",
    "things": "thing",
    "days": "day",
    "working days": "working day",
    "half days": "half day",
}
_COUNTED = re.compile(r"\{(?P<name>\w+)\} (?P<word>" + "|".join(sorted(ONE, key=len, reverse=True)) + r")\b")


def counted(sentence: str, values: Mapping[str, object]) -> str:
    """Returns a sentence, its places still open, with the words that one of something wants."""

    def one(found: re.Match[str]) -> str:
        word = found["word"]
        return f"{{{found['name']}}} {ONE[word] if str(values.get(found['name'])) == '1' else word}"

    return _COUNTED.sub(one, sentence)

"""Takes secrets out of text that may leave the machine: codes, credentials, tokens, passwords, private keys.

Rule: better a harmless word too many is hidden than a secret too few; what is hidden is marked, so that nobody takes
the mark for the text. Works on finished text, because a secret in an error's message came there unforeseen.
"""

import re
from pathlib import Path

HIDDEN = "[hidden]"

_NAMED = re.compile(
    r"""(?ix)
    (?P<name>["']?\b(?:credential|private_key|secret|token|password|passwd|passphrase|authorization|code|mật\s?khẩu)\b["']?
        \s*[:=]\s*)
    (?P<value>(?:bearer\s+|basic\s+)?(?:"[^"]*"|'[^']*'|[^\s,;}&"']+))
    """
)
_BEARER = re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/=-]{8,}")
_IN_LINK = re.compile(r"(?i)([?&](?:c|code|credential|token|key)=)[^&\s\"']+")
_IN_ADDRESS = re.compile(r"(://)[^/\s:@]+:[^/\s@]+@")
_PRIVATE_KEY = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)", re.DOTALL)
_LONG = re.compile(r"(?<![\w/.-])(?=[\w-]*\d)(?=[\w-]*[A-Z])(?=[\w-]*[a-z])[\w-]{32,}(?![\w/-])")
"""What `secrets.token_urlsafe` makes; digests are lower case and stay, for they are what a reader compares."""


def without_secrets(text: str) -> str:
    """Returns the text with every secret in it hidden, and the person's home folder with it."""
    text = _PRIVATE_KEY.sub(HIDDEN, text)
    text = _IN_LINK.sub(rf"\1{HIDDEN}", text)
    text = _IN_ADDRESS.sub(rf"\1{HIDDEN}@", text)
    text = _BEARER.sub(rf"\1 {HIDDEN}", text)
    text = _NAMED.sub(lambda found: found["name"] + HIDDEN, text)
    text = _LONG.sub(HIDDEN, text)
    return text.replace(str(Path.home()), "~")

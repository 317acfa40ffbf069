"""How a package is laid out, and how large it may be.

    NAME/ bagit.txt  bag-info.txt  README.txt  signing-key.pub
          manifest-sha256.txt  tagmanifest-sha256.txt  tagmanifest-sha256.txt.sig
          data/ events.jsonl  session.json  session.sqlite3  profile.json  office.jsonl  nhat-ky-phien-hop.pdf
                forms/ phu-luc-2.pdf  phu-luc-2.json  check-minutes.pdf  check-minutes.json  incident.pdf …

Rule: names inside are ASCII, so that no stick and no system changes them; Vietnamese stands in the contents only.
"""

PACKAGE_SCHEMA = 1

BAGIT = "bagit.txt"
INFO = "bag-info.txt"
README = "README.txt"
PUBLIC_KEY = "signing-key.pub"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
SIGNATURE = "tagmanifest-sha256.txt.sig"

PAYLOAD = "data/"
EVENTS = "data/events.jsonl"
SESSION = "data/session.json"
SNAPSHOT = "data/session.sqlite3"
PROFILE = "data/profile.json"
RECORD = "data/nhat-ky-phien-hop.pdf"
OFFICE = "data/office.jsonl"
"""What the office's register holds of the meeting and the session; packages of the first release have none."""
FORMS = "data/forms/"
"""Each form as a PDF and as JSON, under the name of the form."""
SESSION_FORM = "data/forms/phu-luc-2.json"

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

LARGEST_PACKAGE = 2 * 1024**3 - 1
"""Octets of all files together: what a stick with FAT32 and a ZIP without extensions can carry."""
LARGEST_TAG_FILE = 1024**2
MOST_FILES = 1000
LONGEST_NAME = 200
LONGEST_EVENT = 1024**2
"""Octets of one line of events; the program's own are below 100 kB (a list of 1000 sites)."""

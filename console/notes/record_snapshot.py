"""What windows see of the record of a session: the marked moments and incidents that the state keeps.

Rule: as in `snapshot`, kinds and numbers only.
"""

from console.notes.record_facts import Incident, Mark
from console.view import View


class RecordView(View):
    """Key `record`: what people added to the record of this session."""

    marks: tuple[Mark, ...] = ()
    incidents: tuple[Incident, ...] = ()

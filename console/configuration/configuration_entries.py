"""What the session log says of configuration: every change while the session runs, before, after and by whom."""

from console.configuration.configuration_parts import ConfigurationPart
from console.configuration.configuration_records import ChangeStanding
from console.entry import Entry


class ConfigurationChanged(Entry):
    """A part of the configuration was changed; `person` is empty where it was done beside the program."""

    part: ConfigurationPart
    standing: ChangeStanding
    what: str = ""
    before: str = ""
    after: str = ""
    person: str = ""
    reason: str = ""


class ConfigurationFrozen(Entry):
    """From now on configuration stays as it is, until the meeting is over: a check was closed as good."""

    until_wall_ms: int


AnyConfigurationEntry = ConfigurationChanged | ConfigurationFrozen

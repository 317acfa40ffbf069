"""What whoever wants to change frozen configuration without a reason is told."""

from console.trouble import Told


class ConfigurationIsFrozen(Told):
    """Nothing was changed: configuration stays as it is, and no reason was given for changing it nevertheless."""

"""Who may be heard: the standing order, each microphone's facts, the rules of the profile."""

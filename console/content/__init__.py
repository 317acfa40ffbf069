"""Content: a film or a screen of the main endpoint that everybody sees and hears, in or beside the speaker's place."""

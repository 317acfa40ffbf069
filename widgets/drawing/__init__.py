"""How things look: fonts, colours, icons, and the painting that several rooms share; nothing here knows a meeting."""

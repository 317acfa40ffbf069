"""The technical check and the rehearsal: sheets, what is measured, stages, usual values."""

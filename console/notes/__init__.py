"""What people add to the record: marks, notes, attendance, gains, permission to record."""

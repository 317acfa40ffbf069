"""What the office keeps around meetings: people, lines, registrations, checks, scripts, forms and reminders.

Rule: kinds of records and what follows from them, as pure values; the register keeps every version of each
(`console/log_book/register_table.py`). What happens while a session runs stands in the session's own log, not here.
"""

"""The log that can be trusted: the office store, one chained file per session, and the thread that writes them.

Rule: this package alone knows the data base. Callers use `LogWriter`, `OfficeStore`, `read_session`, `verify_log` and
`open_session_for_restart`, each in the module of its name.
"""

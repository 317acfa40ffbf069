"""The page of operators' accounts, and what it asks before it changes one."""

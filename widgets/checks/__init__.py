"""The technical check before a meeting: the sites' sheets, what is measured, ticked and handed to the chair."""

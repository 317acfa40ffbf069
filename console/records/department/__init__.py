"""The department's side of the hand-over: packages come in on a stick, are judged, kept and receipted.

Rule: what is taken was checked on this machine's own copy, whole and signed by a registered key; everything else is
refused with the place and nothing of it is kept. The same delivery twice changes nothing.
"""

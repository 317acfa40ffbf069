"""What is made from the log for people and authorities: records as page models, and the package that leaves the room.

Rule: facts and pages are computed here without Qt; words come from `widgets/phrases`, paint from `widgets`. Only
`hand_over` touches files.
"""

"""Cells of a page model as text, for files that have no boxes to draw.

Rule: a box that was not ticked is shown as empty, never left out: whoever reads the file sees what was asked.
"""

from console.records.page_model import AnyCell, CellLine, CheckBox, CheckLine, DottedLine
from console.records.safe_text import safe_text

TICKED, EMPTY = "☒", "☐"


def cell_text(cell: AnyCell) -> str:
    """Returns a cell as lines of text with signs for its boxes."""
    if isinstance(cell, str):
        return safe_text(cell)
    return "\n".join(map(line_text, cell.lines))


def line_text(line: CellLine) -> str:
    """Returns one line of a cell."""
    match line:
        case CheckLine():
            parts = ([line.label] if line.label else []) + [box_text(box) for box in line.boxes]
            return safe_text("  ".join(parts))
        case DottedLine():
            return safe_text(line.label)
        case str():
            return safe_text(line)


def box_text(box: CheckBox) -> str:
    """Returns a box and its word."""
    return f"{TICKED if box.ticked else EMPTY} {box.text}"

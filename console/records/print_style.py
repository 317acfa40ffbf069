"""The look of printed documents as settings: margins, sizes of letters, what stands between paragraphs.

Rule: the standard values are those of annex I to Decree 30/2020/NĐ-CP (A4, margins 20/20/30/15 mm, Times-like letters
of 13 to 14 points, the page's number centred in the top margin from page 2 on); an office that follows a later text
changes its settings, never the program.
"""

from typing import Annotated

import msgspec

Margin = Annotated[float, msgspec.Meta(ge=5, le=60)]
Points = Annotated[float, msgspec.Meta(ge=6, le=24)]


class PrintStyle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """How documents are printed; `archival` makes PDF/A-1b, which carries no attached data."""

    top_mm: Margin = 20.0
    bottom_mm: Margin = 20.0
    left_mm: Margin = 30.0
    right_mm: Margin = 15.0
    body_points: Points = 13.0
    title_points: Points = 14.0
    table_points: Points = 12.0
    dense_points: Points = 11.0
    """In tables of many rows."""
    small_points: Points = 9.0
    """At the foot of the page."""
    paragraph_gap_points: Annotated[float, msgspec.Meta(ge=0, le=24)] = 6.0
    signing_mm: Annotated[float, msgspec.Meta(ge=10, le=60)] = 25.0
    """Room for a signature and a seal."""
    added_signatures: bool = True
    """Places to sign under a form whose print in the regulation has none (Bình Định: Phụ lục II, article 12.3)."""
    archival: bool = False


STANDARD = PrintStyle()

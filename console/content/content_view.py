"""What windows see of content."""

from console.content.content_port import ContentSource
from console.view import View
from console.words import SiteId


class ContentView(View):
    """Key `content`: what stands in the program besides the sites; None: nothing."""

    source: ContentSource | None = None
    presenter: SiteId | None = None
    """The satellite that may present."""

"""What browsers get by GET: the page for sites without the program, its files, and the bridge's certificate.

Rule: the files are read once, at the start, and served from memory; a page loads nothing from anywhere else and may
run nothing but its own script.
"""

from pathlib import Path

from aiohttp import web

CONTENT_TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".ttf": "font/ttf",
}
PAGE = "join.html"
SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "media-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Permissions-Policy": "camera=(self), microphone=(self), fullscreen=(self), geolocation=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}


class Pages:
    """The routes that give files."""

    def __init__(self, page_folder: Path, certificate_pem: bytes) -> None:
        self._certificate_pem = certificate_pem
        self._files = {
            path.name: (path.read_bytes(), CONTENT_TYPES[path.suffix])
            for path in page_folder.iterdir()
            if path.suffix in CONTENT_TYPES
        }

    def routes(self) -> list[web.RouteDef]:
        """Returns the routes."""
        return [
            web.get("/", self._to_page),
            web.get("/join", self._page),
            web.get("/static/{name}", self._static),
            web.get("/certificate", self._certificate),
            web.get("/alive", self._alive),
        ]

    async def _to_page(self, request: web.Request) -> web.Response:
        del request
        return web.Response(status=302, headers={"Location": "/join"})

    async def _page(self, request: web.Request) -> web.Response:
        del request
        return self._file(PAGE)

    async def _static(self, request: web.Request) -> web.Response:
        return self._file(request.match_info["name"])

    def _file(self, name: str) -> web.Response:
        if name not in self._files:
            raise web.HTTPNotFound
        content, content_type = self._files[name]
        return web.Response(body=content, content_type=content_type, charset="utf-8", headers=SECURITY_HEADERS)

    async def _certificate(self, request: web.Request) -> web.Response:
        del request
        headers = {"Content-Disposition": 'attachment; filename="diem-cau.crt"'}
        return web.Response(body=self._certificate_pem, content_type="application/x-x509-ca-cert", headers=headers)

    async def _alive(self, request: web.Request) -> web.Response:
        """Answers at once: how a site finds out which of the announced addresses it can reach."""
        del request
        return web.Response(status=204)

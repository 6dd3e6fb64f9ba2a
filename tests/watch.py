"""Keeps an eye on browser contexts: what they ask the network for, and what goes wrong."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

# Chromium writes the status of every page that is not 200 to the console; ours are meant.
_MEANT = (
    "status of 422",
    "status of 404",
    "status of 413",
    "status of 400",
    "Service Worker registration blocked by Playwright",
)


class Watch:
    """Filled while pages run; see the ``watch`` fixture."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.complaints: list[str] = []
        self.meant = list(_MEANT)  # parts of complaints that a test may add its own to

    def over(self, context: BrowserContext) -> None:
        """Begin to watch a context and all its pages."""
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", self._fault)

    @property
    def addresses(self) -> list[str]:
        """Every address asked for, in order."""
        return [request.url for request in self.requests]

    def _request(self, request: Request) -> None:
        self.requests.append(request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type not in ("error", "warning"):
            return
        if not any(status in message.text for status in self.meant):
            self.complaints.append(f"{message.type}: {message.text}")

    def _fault(self, fault: WebError) -> None:
        self.complaints.append(f"script: {fault.error}")

"""An empty screen, for when somebody walks in (T2). It says nothing, not even its name."""

from __future__ import annotations

from textual import events
from textual.screen import Screen


class Cover(Screen[None]):
    """Any key but those that leave brings back what was there."""

    AUTO_FOCUS = None

    def on_key(self, event: events.Key) -> None:
        """Back to the page."""
        event.stop()
        _ = self.app.pop_screen()

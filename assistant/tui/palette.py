"""The list of all actions (Ctrl+P), in the reader's language, from the one register."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from assistant.i18n import Translator

from .actions import ACTIONS, Action


class Actions(Provider):
    """Offers our actions and nothing else: no screenshot, no framework words."""

    async def discover(self) -> Hits:
        """All actions, before anything is typed."""
        for name, told, run in self._entries():
            yield DiscoveryHit(name, run, help=told)

    async def search(self, query: str) -> Hits:
        """Actions whose words fit."""
        matcher = self.matcher(query)
        for name, told, run in self._entries():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, matcher.highlight(name), run, help=told)

    def _entries(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        tr: Translator = self.app.state.tr  # type: ignore[attr-defined]
        for action in ACTIONS:
            if action.name != "command_palette":
                yield tr(action.words), tr(action.told), partial(self._run, action)

    async def _run(self, action: Action) -> None:
        await self.app.run_action(action.name)

"""What every page has: a line that says where one is, a body that scrolls, a line of keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus, Key, Resize, ScreenResume
from textual.screen import Screen
from textual.widget import Widget

from assistant.i18n import Translator
from assistant.model import N_
from assistant.tui.messages import PlaceChosen
from assistant.tui.places import Sources, To
from assistant.tui.state import State
from assistant.tui.widgets import BULLET, Act, Row, Say, Tell, fixed
from assistant.tui.widgets.keysline import KeysLine, key_lines

if TYPE_CHECKING:  # the first screen must not wait for the records
    from assistant.model import Cite

SOURCES_KEY = N_("Sources")


class Body(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The part of a page that scrolls. It can be filled again, in another language or with news.

    The keys are the page's: those of a scrolling part would take the arrows before the page moves the mark.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(id="body")
        self.page = page
        self._seen = False
        """Whether what has the focus was in sight, as far as is known."""

    def compose(self) -> ComposeResult:
        """What the page has to say."""
        yield from self.page.content()

    def shows_focus(self) -> bool:
        """Whether what has the focus is in it, and in sight."""
        focused = self.page.focused
        return focused is not None and self in focused.ancestors and self.region.overlaps(focused.region)

    def look(self) -> None:
        """Bring what has the focus into sight. A danger at the top comes first."""
        focused = self.page.focused
        inside = focused is not None and self in focused.ancestors
        if focused is not None and inside and not self.shows_focus() and (self.scroll_y or not self.query(".danger")):
            focused.scroll_visible(animate=False, immediate=True)

    async def fill_again(self, focus: str | None) -> None:
        """Say everything anew. It stays where it was, with the focus on the thing of that id, in sight if it was so."""
        at, seen = self.scroll_y, self.shows_focus()
        await self.recompose()
        if focus and (again := self.query(f"#{focus}")):
            self.page.set_focus(again.first(), scroll_visible=False)
        self.call_after_refresh(self._filled, at, seen)

    def _filled(self, at: float, seen: bool) -> None:
        self.scroll_to(y=at, animate=False, immediate=True)
        if seen:
            self.call_after_refresh(self.look)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Whoever scrolls on to read may leave the focus behind."""
        super().watch_scroll_y(old_value, new_value)
        self.call_after_refresh(self._note)

    @on(DescendantFocus)
    def _moved(self) -> None:
        self.call_after_refresh(self._note)

    def _note(self) -> None:
        self._seen = self.shows_focus()

    @on(Resize)
    def _resized(self) -> None:
        if self._seen:
            self.call_after_refresh(self.look)


class Foot(Vertical):
    """The lines below the body that do not scroll."""

    def __init__(self, page: Page) -> None:
        super().__init__(id="foot")
        self.page = page

    def compose(self) -> ComposeResult:
        """What the page wants to show always; nothing on most pages."""
        yield from self.page.foot()


class Page(Screen[None]):
    """The base of all pages. Subclasses give ``section`` and ``content``."""

    AUTO_FOCUS = ""  # ours is set in ``begin``: Textual would scroll past what comes first
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
        Binding("s", "sources", SOURCES_KEY, show=False),
    ]
    section: ClassVar[str] = ""
    """Where one is; marked for the catalogues."""
    refills: ClassVar[bool] = True
    """Whether a change of language or of answers simply fills the body again. False for pages with fields."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self.state = state
        self.place: To | None = None
        self._seen = state.changes
        self._speaks = state.tr.locale
        self.whose = state.opened
        """The case that stands in the title row."""

    @property
    def tr(self) -> Translator:
        """The reader's language."""
        return self.state.tr

    def content(self) -> Iterator[Widget]:
        """The widgets of the body, with focus order = reading order. A page without any is empty."""
        return iter(())

    def cites(self) -> tuple[Cite, ...]:
        """The sources of what is shown, in order."""
        return ()

    def back(self) -> bool:
        """Go one step back within the page; whether there was one."""
        return False

    def compose(self) -> ComposeResult:
        """The frame of every page."""
        with Horizontal(classes="top"):
            yield self.say(self.whereabouts, classes="section")
            yield self.say(self.state.whose, classes="whereto", id="whose")
        yield self.say(
            lambda tr: tr("This window is small. Make it larger if you can; line mode is recourse --plain."),
            classes="small-hint",
        )
        yield from self.frame()
        yield KeysLine(self._keys, self.tr)

    def whereabouts(self, tr: Translator) -> str:
        """Where one is, in words."""
        return tr(self.section)

    def frame(self) -> Iterator[Widget]:
        """The body, and below it what always shows."""
        yield Body(self)
        yield Foot(self)

    def foot(self) -> Iterator[Widget]:
        """The way on, where it must not scroll away."""
        yield from ()

    def say(self, tell: Tell, *, classes: str | None = None, id: str | None = None) -> Say:  # noqa: A002 - Textual's name
        """A text in the reader's language."""
        return Say(tell, self.tr, classes=classes, id=id)

    def stale(self, checked: date) -> Iterator[Widget]:
        """A warning at the top where nobody has looked at the law for over a year (T18)."""
        from assistant.guide.marks import old

        for warning in old(checked, self.state.on, self.tr):
            yield self.say(fixed(warning), classes="warn gap")

    def item(self, tell: Tell, *, classes: str = "") -> Row:
        """An item of a list."""
        return Row(BULLET, tell, self.tr, classes=classes)

    def go(self, to: To, *, instead: bool = False) -> None:
        """Ask for another page."""
        self.post_message(PlaceChosen(to, instead=instead))

    def _keys(self, tr: Translator) -> list[Content]:
        return key_lines([("sources", "s", tr(SOURCES_KEY))] if self.cites() else [], tr)

    def on_mount(self) -> None:
        """Put the focus on the first thing to do. Subclasses do not define this; they use ``begin``."""
        self.call_after_refresh(self._begin_if_there)

    def _begin_if_there(self) -> None:
        """Two keys can come so quickly that a page is gone before it begins."""
        if self in self.app.screen_stack:
            self.begin()

    def turn_to(self, act: Act) -> None:
        """Put the focus on what was shown just now, and bring it into sight once it has its place."""
        self.set_focus(act, scroll_visible=False)
        self.call_after_refresh(self.query_one(Body).look)

    def begin(self) -> None:
        """Focus the first thing to do. A danger stays in sight, even where that lies below it."""
        if self.focused is None:
            first = next(iter(self.query(".primary").results(Act)), None) or next(iter(self.focus_chain), None)
            if first is not None:
                first.focus(scroll_visible=not self.query(".danger"))

    @on(ScreenResume)
    async def catch_up(self) -> None:
        """Catch up with a language or with answers that changed while another page was on top."""
        if self._speaks != self.tr.locale:
            await self.respeak()
        if self.whose is not self.state.opened:
            self.show_whose()
        if self._seen != self.state.changes:
            self._seen = self.state.changes
            await self.renew()

    def show_whose(self) -> None:
        """Show in the title row which case is open now."""
        self.whose = self.state.opened
        self.query_one("#whose", Say).speak(self.tr)

    async def renew(self) -> None:
        """Show what is new."""
        if self.refills:
            await self.refill()

    async def respeak(self) -> None:
        """Say everything in the language of the state."""
        body, self._speaks = self.query_one(Body), self.tr.locale
        seen = body.shows_focus()
        for one in self.query(Say):
            one.speak(self.tr)
        if self.refills:
            self._seen = self.state.changes
            await self.refill()
        elif seen:
            self.call_after_refresh(body.look)

    async def refill(self) -> None:
        """Fill the body again, keeping scroll and focus."""
        focused = self.focused.id if self.focused is not None else None
        await self.query_one(Body).fill_again(focused)
        await self.query_one(Foot).recompose()
        if focused and self.focused is None and (again := self.query(f"#{focused}")):
            self.set_focus(again.first(), scroll_visible=False)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys, described in the reader's language."""
        return {
            key: active._replace(
                binding=Binding(
                    active.binding.key,
                    active.binding.action,
                    self.tr(active.binding.description),
                    show=active.binding.show,
                    key_display=active.binding.key_display,
                    priority=active.binding.priority,
                )
                if active.binding.description
                else active.binding
            )
            for key, active in super().active_bindings.items()
        }

    def on_key(self, event: Key) -> None:
        """A digit chooses the line of that number; a field that has the focus took it before."""
        if event.character and event.character.isdecimal() and event.character.isascii():
            for act in self.query(Act):
                if act.number == int(event.character) and act.display:
                    event.stop()
                    act.focus()
                    act.action_press()
                    return

    def action_sources(self) -> None:
        """Show where the statements come from."""
        if self.cites():
            self.go(Sources(self.cites()))

    def action_move(self, step: int) -> None:
        """To the next thing that can be seen, or scroll towards it."""
        body, chain = self.query_one(Body), self.focus_chain
        at = chain.index(self.focused) if self.focused in chain else -1 if step > 0 else len(chain)
        target = chain[at + step] if 0 <= at + step < len(chain) else None
        room = body.max_scroll_y > body.scroll_y if step > 0 else body.scroll_y > 0
        seen = target is not None and body.region.contains_region(target.region)
        if target is not None and (seen or not room):
            self.set_focus(target, scroll_visible=not seen)
        else:
            body.scroll_relative(y=step, animate=False)

    def action_page(self, step: int) -> None:
        """A screenful up or down."""
        body = self.query_one(Body)
        body.scroll_relative(y=step * max(1, body.size.height - 2), animate=False)

    def action_edge(self, step: int) -> None:
        """To the start of the page, or to its end."""
        body = self.query_one(Body)
        body.scroll_to(y=0 if step < 0 else body.max_scroll_y, animate=False)

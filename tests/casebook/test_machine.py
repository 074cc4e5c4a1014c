"""Both stores and a dict, side by side, through any row of calls."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule

from assistant.casebook import Book, Memory, Store, open_book
from assistant.casebook.cells import DATA
from tests.casebook.helpers import KINDS, SECRET, new_book

SIZES = st.sampled_from([0, 1, 17, DATA - 1, DATA, DATA + 1, 2 * DATA, 2 * DATA + 1, 20_000])


class Machine(RuleBasedStateMachine):
    """A record is known by its names in both stores; the dict holds what it should be."""

    records: Bundle[int] = Bundle("records")

    def __init__(self) -> None:
        super().__init__()
        memory = Path("/dev/shm")  # noqa: S108 - thousands of saves need not wait for a disk here
        self.folder = tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None)
        self.path = Path(self.folder.name) / "a.book"
        self.stores: list[Store] = [Memory(), new_book(self.path)]
        self.names: dict[int, list[str]] = {}
        self.wanted: dict[int, tuple[str, bytes]] = {}
        self.changes = 1

    @initialize()
    def begin(self) -> None:
        pass

    @rule(target=records, kind=st.sampled_from(["case", "person", "file"]), size=SIZES, fill=st.integers(0, 255))
    def add(self, kind: str, size: int, fill: int) -> int:
        label, data = len(self.names), bytes([fill]) * size
        self.names[label] = []
        for store in self.stores:
            with store.changing() as change:
                self.names[label].append(change.add(kind, data))  # type: ignore[arg-type]
        self.wanted[label] = (kind, data)
        self.changes += 1
        return label

    @rule(label=records, size=SIZES, fill=st.integers(0, 255))
    def put(self, label: int, size: int, fill: int) -> None:
        data = bytes([fill]) * size
        for store, name in zip(self.stores, self.names[label], strict=True):
            with store.changing() as change:
                change.put(name, data)
        self.wanted[label] = (self.wanted[label][0], data)
        self.changes += 1

    @rule(label=records, more=st.binary(max_size=300))
    def append(self, label: int, more: bytes) -> None:
        for store, name in zip(self.stores, self.names[label], strict=True):
            with store.changing() as change:
                change.put(name, change.read(name) + more)
        self.wanted[label] = (self.wanted[label][0], self.wanted[label][1] + more)
        self.changes += 1

    @rule(label=consumes(records))
    def remove(self, label: int) -> None:
        for store, name in zip(self.stores, self.names[label], strict=True):
            with store.changing() as change:
                change.remove(name)
        del self.wanted[label]
        self.changes += 1

    @rule(label=records, size=SIZES)
    def break_off(self, label: int, size: int) -> None:
        for store, name in zip(self.stores, self.names[label], strict=True):
            try:
                with store.changing() as change:
                    change.put(name, b"lost" * size)
                    change.add("case", b"lost")
                    change.remove(name)
                    raise KeyError  # noqa: TRY301 - from inside the change
            except KeyError:
                pass

    @rule()
    def open_again(self) -> None:
        self.stores[1].close()
        self.stores[1] = open_book(self.path, SECRET)

    @invariant()
    def all_alike(self) -> None:
        for place, store in enumerate(self.stores):
            for kind in KINDS:
                wanted = tuple(self.names[label][place] for label, (one, _) in self.wanted.items() if one == kind)
                assert store.roots(kind) == wanted
            for label, (_, data) in self.wanted.items():
                assert store.read(self.names[label][place]) == data
            assert store.counter == self.changes

    def teardown(self) -> None:
        book = self.stores[1]
        assert isinstance(book, Book)
        book.verify()
        book.close()
        self.folder.cleanup()


Machine.TestCase.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestStores = Machine.TestCase

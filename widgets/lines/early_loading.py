"""Loads pyqtgraph in small pieces between the turns of the event loop, so that opening the plots holds nothing up.

Rule: loaded at once it takes half a second, more than a window may stand still at any time. Here one turn takes about
`TURN_SECONDS`: first what Qt makes of itself on demand (pyqtgraph touches all of it), then pyqtgraph's modules one by
one, in the order in which they need each other. Whoever imports pyqtgraph calls `finish_loading` before.
"""

import ast
import dis
import importlib
import importlib.util
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.abc import InspectLoader
from types import CodeType

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

PACKAGE = "pyqtgraph"
TURN_SECONDS = 0.004
PAUSE_MS = 10
BESIDES = ("cProfile", "colorama", "multiprocessing.connection", "numpy.typing", "pydoc", "xml.etree.ElementTree")
"""What pyqtgraph imports of others and nothing else here does."""
QT_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtOpenGL", "QtOpenGLWidgets", "QtTest")


def all_pieces() -> Iterator[None]:
    """Loads everything; between two steps something else may be done."""
    for name in BESIDES:
        with suppress(ImportError):
            importlib.import_module(name)
        yield
    for name in QT_MODULES:
        module = importlib.import_module(f"PySide6.{name}")
        for attribute in dir(module):
            getattr(module, attribute)
            yield
    if PACKAGE not in sys.modules:
        yield from _package_pieces()


def _package_pieces() -> Iterator[None]:
    """Runs the package's own file a statement at a time: its modules need what the first of them define."""
    spec = importlib.util.find_spec(PACKAGE)
    loader = None if spec is None else spec.loader
    source = loader.get_source(PACKAGE) if isinstance(loader, InspectLoader) else None
    if spec is None or source is None:  # as in a program that was built without sources
        importlib.import_module(PACKAGE)
        return
    module = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = module
    try:
        for statement in ast.parse(source).body:
            if isinstance(statement, ast.ImportFrom) and statement.level and statement.module:
                yield from _module_pieces(f"{PACKAGE}.{statement.module}", set())
            exec(compile(ast.Module([statement], []), spec.origin or PACKAGE, "exec"), vars(module))  # noqa: S102
            yield
    except Exception:
        for name in [name for name in sys.modules if name.split(".")[0] == PACKAGE]:
            del sys.modules[name]
        raise


def _module_pieces(name: str, under_way: set[str]) -> Iterator[None]:
    """Loads a module after those of the package that it needs, each by itself."""
    if name in sys.modules or name in under_way:
        return
    under_way.add(name)
    spec = importlib.util.find_spec(name)
    loader = None if spec is None else spec.loader
    code = loader.get_code(name) if isinstance(loader, InspectLoader) else None
    if code is not None:
        home = name if spec is not None and spec.submodule_search_locations is not None else name.rpartition(".")[0]
        for needed in _needed_by(code, home):
            yield from _module_pieces(needed, under_way)
    # What needs each other in a circle is loaded by whoever comes first.
    with suppress(ImportError, AttributeError):
        importlib.import_module(name)
    yield


def _needed_by(code: CodeType, home: str) -> list[str]:
    """Returns the modules of the package that a module's own level imports by relative names."""
    needed: list[str] = []
    instructions = list(dis.get_instructions(code))
    for at, instruction in enumerate(instructions):
        if instruction.opname == "IMPORT_NAME" and at >= 2:
            level, names = instructions[at - 2].argval, instructions[at - 1].argval
            if not isinstance(level, int) or level < 1:
                continue
            base = importlib.util.resolve_name("." * level + instruction.argval, home)
            further = [f"{base}.{name}" for name in names or ()] if not instruction.argval else [base]
            needed += [name for name in further if importlib.util.find_spec(name) is not None]
    return needed


class EarlyLoading(QObject):
    """The loading of this process."""

    loaded = Signal()

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())
        self._pieces: Iterator[None] | None = all_pieces()
        self._hurried = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._turn)

    @property
    def done(self) -> bool:
        """Tells whether everything is there."""
        return self._pieces is None

    def begin(self) -> None:
        """Loads from now on, with pauses."""
        if not self.done and not self._timer.isActive():
            self._timer.start(PAUSE_MS)

    def hurry(self) -> None:
        """Loads from now on without pauses: somebody waits for it."""
        if not self.done:
            self._hurried = True
            self._timer.start(0)

    def finish(self) -> None:
        """Loads what is left at once."""
        if not self.done:
            for _ in self._pieces or ():
                pass
            self._end()

    def _turn(self) -> None:
        began = time.perf_counter()
        while self._pieces is not None and time.perf_counter() - began < TURN_SECONDS:
            if next(self._pieces, self) is self:
                self._end()
        if not self.done:
            self._timer.start(0 if self._hurried else PAUSE_MS)

    def _end(self) -> None:
        self._pieces = None
        self._timer.stop()
        self.loaded.emit()


@cache
def early_loading() -> EarlyLoading:
    """Returns the loading of this process."""
    return EarlyLoading()


def finish_loading() -> None:
    """Makes sure that pyqtgraph is whole."""
    if PACKAGE in sys.modules and QCoreApplication.instance() is not None:
        early_loading().finish()

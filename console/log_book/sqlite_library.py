"""sqlite-utils, loaded as if there were no NumPy.

Rule: where it finds NumPy it loads it, to take its numbers as values. Nobody here gives it any, and every process that
opens a store would start a fifth of a second later. Everybody takes `Database` from here.
"""

import importlib
import sys
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from sqlite_utils import Database
else:
    modules = cast("dict[str, Any]", sys.modules)
    hidden = [name for name in ("numpy", "pandas") if name not in modules]
    modules.update(dict.fromkeys(hidden))
    try:
        Database = importlib.import_module("sqlite_utils").Database
    finally:
        for name in hidden:
            del modules[name]

__all__ = ["Database"]

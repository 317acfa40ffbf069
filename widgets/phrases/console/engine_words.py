"""Sentences about the engine itself: whether it runs, and what it gives up while it is overloaded."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from console.words import LoadStep
from widgets.phrases.language import say


def phrase_load_steps(steps: Iterable[str]) -> str:
    """Returns what is given up, in a list."""
    texts = {
        LoadStep.TILE_RATE: say("hình các điểm cầu chỉ còn 5 hình/giây"),
        LoadStep.TILE_SIZE: say("hình các điểm cầu kém nét hơn"),
        LoadStep.HIDDEN_TILES: say("hình bị khuất cập nhật thưa"),
    }
    return ", ".join(texts[LoadStep(step)] for step in steps)


def load_shed(steps: Iterable[str]) -> str:
    """Returns the calm line above the grid; the podium is never touched."""
    return say("Máy quá tải, tạm thời: {steps}", steps=phrase_load_steps(steps))


def load_shed_short() -> str:
    return say("Máy quá tải, tạm giảm hình nhỏ")


def load_shed_shortest() -> str:
    return say("Quá tải: giảm hình nhỏ")


def phrase_load_line(what: Mapping[str, Any], _site_name: Callable[[str], str]) -> str:
    """Returns the log's line."""
    if not what.get("steps"):
        return say("Máy điểm cầu chính hết quá tải, hình các điểm cầu trở lại như thường")
    return say("Máy điểm cầu chính quá tải, tạm thời: {steps}", steps=phrase_load_steps(what["steps"]))


def phrase_engine_line(what: Mapping[str, Any], _site_name: Callable[[str], str]) -> str:
    """Returns the log's line about the engine's life and troubles."""
    text = str(what.get("text") or "")
    if what.get("up"):
        told = say("Bộ xử lý hình và tiếng gặp trục trặc") if text else say("Bộ xử lý hình và tiếng đang chạy")
    else:
        told = say("Bộ xử lý hình và tiếng dừng, đang khởi động lại")
    return told + say(" (chi tiết kỹ thuật: {text})", text=text) if text else told

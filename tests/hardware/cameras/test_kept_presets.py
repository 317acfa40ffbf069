"""Presets as they are kept: names, one undo, memories that are never taken from something that can be restored."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.cameras.kept_presets import (
    Entries,
    KeptPreset,
    deleted,
    deleted_names,
    find,
    free_slot,
    presents,
    renamed,
    restored,
    saved,
    slug_of,
    without_slot,
)


def preset(name: str, slot: int, at: int = 0) -> KeptPreset:
    return KeptPreset(name=name, saved_ms=at, slot=slot, position=(slot, slot, slot))


def names(entries: Entries) -> list[str]:
    return [known.name for known in presents(entries)]


def slot_of(entries: Entries, name: str) -> int | None:
    found = find(entries, name)
    assert found is not None
    return found.slot


TWO = saved(saved((), preset("Bàn chủ tọa", 0)), preset("Bục", 1))


def test_order_stays_and_names_that_sound_the_same_are_one() -> None:
    entries = saved(TWO, preset("bàn chủ  tọa", 2))
    assert names(entries) == ["bàn chủ  tọa", "Bục"]
    assert slot_of(entries, "BÀN CHỦ TỌA") == 2


def test_an_overwritten_preset_comes_back_and_goes_again() -> None:
    over = saved(TWO, preset("Bục", 5))
    back = restored(over, "Bục")
    assert back is not None
    assert slot_of(back, "Bục") == 1
    again = restored(back, "Bục")
    assert again is not None
    assert slot_of(again, "Bục") == 5
    assert restored(TWO, "Bục") is None
    assert restored(TWO, "Sân") is None


def test_a_deleted_preset_comes_back_under_its_name() -> None:
    gone = deleted(TWO, "Bục")
    assert (names(gone), deleted_names(gone)) == (["Bàn chủ tọa"], ("Bục",))
    back = restored(gone, "bục")
    assert back is not None
    assert (names(back), deleted_names(back)) == (["Bàn chủ tọa", "Bục"], ())


def test_a_preset_saved_under_a_deleted_name_keeps_the_deleted_one() -> None:
    anew = saved(deleted(TWO, "Bục"), preset("Bục", 7))
    back = restored(anew, "Bục")
    assert back is not None
    assert slot_of(back, "Bục") == 1


def test_a_new_name_pushes_a_deleted_one_of_that_name_out() -> None:
    entries = renamed(deleted(TWO, "Bục"), "Bàn chủ tọa", "Bục")
    assert (names(entries), deleted_names(entries)) == (["Bục"], ())


def test_a_memory_of_something_restorable_is_used_last() -> None:
    over = saved(TWO, preset("Bục", 2, at=9))
    assert free_slot(over, (0, 1, 2, 3)) == 3
    assert free_slot(over, (0, 1, 2)) == 1
    assert restored(without_slot(over, 1), "Bục") is None
    assert free_slot(TWO, (0, 1)) is None
    assert names(without_slot(over, 1)) == names(over)


@given(st.lists(st.tuples(st.sampled_from(["save", "delete", "restore"]), st.sampled_from("abc")), max_size=30))
def test_no_memory_is_ever_shared(acts: list[tuple[str, str]]) -> None:
    entries: Entries = ()
    for moment, (act, name) in enumerate(acts):
        if act == "save":
            slot = free_slot(entries, tuple(range(7)))
            assert slot is not None
            entries = saved(without_slot(entries, slot), preset(name, slot, moment))
        elif act == "delete":
            entries = deleted(entries, name)
        else:
            entries = restored(entries, name) or entries
        slots = [version.slot for entry in entries for version in entry.versions]
        assert len(slots) == len(set(slots))
        kept = [known.name for known in presents(entries)]
        assert len(kept) == len(set(kept))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Bàn chủ tọa", "ban-chu-toa"),
        ("Đại biểu hàng đầu", "dai-bieu-hang-dau"),
        ("ĐIỂM CẦU số 7", "diem-cau-so-7"),
        ("  --  ", "preset"),
        ("../../etc/passwd", "etc-passwd"),
        ("x" * 100, "x" * 32),
    ],
)
def test_slugs_are_plain_ascii(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_entries_survive_the_disk() -> None:
    octets = msgspec.json.encode(TWO)
    assert msgspec.json.decode(octets, type=Entries) == TWO

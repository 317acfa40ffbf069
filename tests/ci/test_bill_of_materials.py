"""The bill names every package of the lock with its octets, and no licence stands in the way."""

from tests.ci.bill_of_materials import LOCK, bill, pinned, strange_licences

SMALL = """\
one==1.0 \\
    --hash=sha256:{a}
two==2.0 ; sys_platform == 'win32' \\
    --hash=sha256:{b} \\
    --hash=sha256:{a}
""".format(a="a" * 64, b="b" * 64)


def test_every_package_of_a_lock_is_read_with_its_octets() -> None:
    one, two = pinned(SMALL)
    assert (one.name, one.version, one.marker, one.digests) == ("one", "1.0", "", ("a" * 64,))
    assert (two.name, two.version, two.marker) == ("two", "2.0", "sys_platform == 'win32'")
    assert two.digests == ("b" * 64, "a" * 64)


def test_the_bill_is_of_the_lock() -> None:
    lock = LOCK.read_text(encoding="utf-8")
    components = bill(lock)["components"]
    assert [part["name"] for part in components] == [package.name for package in pinned(lock)]
    assert all(package.digests for package in pinned(lock))
    assert "pkg:pypi/aiortc@" in " ".join(part["purl"] for part in components)


def test_every_licence_goes_with_ours() -> None:
    assert strange_licences(LOCK.read_text(encoding="utf-8")) == {}

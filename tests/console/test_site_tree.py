"""The tiers of the directory: any depth, no loop, two sites of one name only under two parents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.events import Site
from console.sites.directory import BadList, Fault
from console.sites.site_list import read_site_list
from console.sites.site_tree import above, all_below, stands_above_itself, tier_of


def site(number: int, parent: int | None = None) -> Site:
    return Site(site=f"s{number:03d}", number=number, name=f"Xã {number}", parent=f"s{parent:03d}" if parent else None)


def directory(*sites: Site) -> dict[str, Site]:
    return {each.site: each for each in sites}


def faults_in(text: str, known: tuple[Site, ...] = ()) -> list[tuple[int, Fault, str]]:
    with pytest.raises(BadList) as refused:
        read_site_list(text.encode(), known)
    return [(line.line, line.fault, line.text) for line in refused.value.lines]


def test_tiers_go_as_deep_as_the_parents_say() -> None:
    sites = directory(*(site(number, number - 1 or None) for number in range(1, 9)))
    assert [each.number for each in above("s008", sites)] == [7, 6, 5, 4, 3, 2, 1]
    assert (tier_of("s001", sites), tier_of("s008", sites)) == (1, 8)
    assert [each.number for each in all_below("s006", sites.values())] == [7, 8]


def test_a_parent_that_is_gone_ends_the_way_up() -> None:
    assert above("s002", directory(site(2, 99))) == ()


def test_a_loop_is_told_and_never_followed() -> None:
    sites = directory(site(1, 3), site(2, 1), site(3, 2), site(4, 3))
    assert [stands_above_itself(name, sites) for name in ("s001", "s002", "s003", "s004")] == [True, True, True, False]
    assert [each.number for each in above("s004", sites)] == [3, 2, 1]
    assert {each.number for each in all_below("s001", sites.values())} == {2, 3, 4}


@given(st.lists(st.integers(0, 12), min_size=12, max_size=12))
def test_any_tangle_of_parents_is_walked_in_the_end(parents: list[int]) -> None:
    sites = directory(*(site(number, parent or None) for number, parent in enumerate(parents, 1)))
    for name in sites:
        assert tier_of(name, sites) <= len(sites)
        assert len(all_below(name, sites.values())) < len(sites)


def test_a_list_that_closes_a_loop_is_refused_with_every_site_in_it() -> None:
    text = "number;name;parent\n1;A;3\n2;B;1\n3;C;2\n4;D;\n"
    assert faults_in(text) == [(2, Fault.PARENT_LOOP, "A"), (3, Fault.PARENT_LOOP, "B"), (4, Fault.PARENT_LOOP, "C")]


def test_one_line_can_close_a_loop_with_what_is_known() -> None:
    known = (site(1), site(2, 1))
    assert faults_in("number;name;parent\n1;Xã 1;2\n", known) == [(2, Fault.PARENT_LOOP, "Xã 1")]


def test_two_sites_of_one_name_need_two_parents() -> None:
    text = "number;name;parent\n1;Cư Kuin;\n2;Krông Ana;\n3;Hòa Hiệp;1\n4;Hòa Hiệp;2\n"
    assert [each.name for each in read_site_list(text.encode())][2:] == ["Hòa Hiệp", "Hòa Hiệp"]
    assert faults_in(text.replace("Hiệp;2", "Hiệp;1")) == [(5, Fault.NAME_TWICE, "Hòa Hiệp")]


def test_a_name_that_the_directory_has_is_refused_under_the_same_parent() -> None:
    known = (site(1), Site(site="s002", number=2, name="Hòa Hiệp", parent="s001"))
    assert faults_in("number;name;parent\n7;hòa hiệp;1\n", known) == [(2, Fault.NAME_TWICE, "hòa hiệp")]
    assert read_site_list("number;name\n2;Hòa Hiệp mới\n".encode(), known)[0].name == "Hòa Hiệp mới"

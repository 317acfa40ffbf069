"""The automatic level of a site: asked for, told to the engine, shown, kept over a restart and taken back."""

from console.commands import SetGain
from console.words import Outcome, Reason
from tests.console.province import Province, meeting


def asked(province: Province, *, gain_db: int, automatic: bool) -> tuple[Outcome, Reason | None]:
    province.wait_ms(1000)
    receipt = province.ask(SetGain(site="s001", gain_db=gain_db, automatic=automatic))
    return receipt.outcome, receipt.reason


def test_a_site_may_be_levelled_automatically_beside_its_gain() -> None:
    province = meeting(3)
    assert asked(province, gain_db=-3, automatic=True) == (Outcome.DONE, None)
    assert province.state.engine.auto_levels == frozenset({"s001"})
    assert province.state.engine.gains_db == {"s001": -3}
    view = province.views["site/s001"]
    assert (view.gain_db, view.automatic_level) == (-3, True)
    assert asked(province, gain_db=-3, automatic=True)[1] is Reason.NOTHING_TO_DO
    province.check_replay()
    assert asked(province, gain_db=-3, automatic=False) == (Outcome.DONE, None)
    assert province.state.engine.auto_levels == frozenset()
    assert not province.views["site/s001"].automatic_level
    province.check_replay()

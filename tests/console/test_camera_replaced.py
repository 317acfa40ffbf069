"""Another model of camera, and another list of cameras, as the desk sees and logs them."""

from msgspec.structs import replace

from console.cameras.camera_entries import CameraListed, CameraReplaced, PresetsAdopted
from console.cameras.camera_facts import CameraFacts
from console.cameras.camera_profile import CameraProfile
from console.cameras.camera_wishes import Adopt
from console.cameras.list_changes import CameraChange, ListAct, ListChange, changes_between
from console.commands import AdoptPresets, BringToPodium, RecallPreset
from console.effects import AskCamera
from console.events import CameraListChanged, CameraReported, CameraSeen, CamerasRead
from console.sites.site_messages import SiteCameraSeen, SiteCamerasListed
from console.snapshot import CameraView
from console.words import MAIN_SITE, Outcome, Reason
from tests.console.province import Province, meeting

OLD = CameraFacts(camera="main", presets=("Bục", "Toàn cảnh"), model="A")
NEW = replace(OLD, model="B", of_another=OLD.presets, model_before="A")


def entries(province: Province, kind: type[object]) -> list[object]:
    return [line.entry for line in province.lines if isinstance(line.entry, kind)]


def with_main() -> Province:
    province = meeting()
    province.tell(CamerasRead(cameras=(OLD,)))
    province.ask(BringToPodium(site="s002"))
    province.ask(RecallPreset(site=MAIN_SITE, camera="main", preset="Bục"), command_id="there")
    province.tell(CameraReported(request_id="there", arrived=True))
    province.effects.clear()
    return province


def test_another_model_is_one_line_in_the_log_and_stands_at_no_preset() -> None:
    province = with_main()
    for facts in (NEW, replace(NEW, stands_at=()), NEW):
        province.tell(CameraSeen(camera=facts))
    logged = CameraReplaced(site=MAIN_SITE, camera="main", before="A", after="B", presets=OLD.presets)
    assert entries(province, CameraReplaced) == [logged]
    view = province.views["camera/main"]
    assert isinstance(view, CameraView)
    assert (view.model, view.model_before, view.of_another, view.current) == ("B", "A", OLD.presets, None)


def test_a_person_says_that_the_presets_hold() -> None:
    province = with_main()
    province.tell(CameraSeen(camera=NEW))
    province.ask(RecallPreset(site=MAIN_SITE, camera="main", preset="Toàn cảnh"), command_id="blind")
    province.tell(CameraReported(request_id="blind", arrived=False, reason=Reason.PRESET_OF_ANOTHER))
    assert province.receipts["blind"][-1].reason is Reason.PRESET_OF_ANOTHER
    province.ask(AdoptPresets(site=MAIN_SITE, camera="main"), command_id="hold")
    asked = [effect for effect in province.effects if isinstance(effect, AskCamera)]
    assert asked == [AskCamera(request_id="hold", camera="main", wish=Adopt())]
    province.tell(CameraReported(request_id="hold", arrived=True))
    assert province.receipts["hold"][-1].outcome is Outcome.DONE
    assert entries(province, PresetsAdopted) == [
        PresetsAdopted(site=MAIN_SITE, camera="main", model="B", presets=OLD.presets)
    ]
    view = province.views["camera/main"]
    assert isinstance(view, CameraView)
    assert view.failure is None


def test_a_satellites_other_camera_is_noticed_too() -> None:
    province = meeting()
    province.say("s001", SiteCameraSeen(camera=NEW))
    assert [line.entry.site for line in province.lines if isinstance(line.entry, CameraReplaced)] == ["s001"]


def test_changes_of_the_list_are_in_the_log_with_before_after_and_person() -> None:
    province = meeting()
    here = CameraProfile(camera="main", host="10.0.0.1", user="admin")
    there = replace(here, host="10.0.0.2")
    changes = changes_between({"main": here, "old": here}, {"main": there, "new": here}, ["main"])
    assert changes == (
        CameraChange(
            camera="main", act=ListAct.CHANGED, before="host=10.0.0.1", after="host=10.0.0.2", password_changed=True
        ),
        CameraChange(camera="old", act=ListAct.REMOVED, before="host=10.0.0.1, user=admin"),
        CameraChange(camera="new", act=ListAct.ADDED, after="host=10.0.0.1, user=admin"),
    )
    assert changes_between({"main": here}, {"main": here}, []) == ()
    province.tell(CameraListChanged(change=ListChange(changes=changes, person="An")))
    province.say("s001", SiteCamerasListed(cameras=(), change=ListChange(changes=changes[:1])))
    said = [line.entry for line in province.lines if isinstance(line.entry, CameraListed)]
    assert [(entry.site, entry.camera, entry.act, entry.person) for entry in said] == [
        (MAIN_SITE, "main", ListAct.CHANGED, "An"),
        (MAIN_SITE, "old", ListAct.REMOVED, "An"),
        (MAIN_SITE, "new", ListAct.ADDED, "An"),
        ("s001", "main", ListAct.CHANGED, ""),
    ]

"""Another camera stands where presets were saved: noticed by what it says of itself; nothing is recalled blindly."""

import itertools
from pathlib import Path

from console.cameras.camera_facts import CameraFacts
from console.cameras.camera_profile import CameraKind, CameraProfile, Framing
from console.cameras.camera_wishes import Adopt, CameraWish, Rehearse, Restore, Save
from console.cameras.camera_words import CameraLink
from console.events import CameraReported
from console.words import Reason
from hardware.cameras.camera_passwords import keep_password
from hardware.cameras.kept_presets import KeptPreset, PresetEntry
from hardware.cameras.preset_book import PresetBook
from hardware.cameras.preset_camera import PresetCamera
from hardware.cameras.visca.known_models import called, code_of
from hardware.cameras.visca.visca_codec import Version
from hardware.cameras.whose_presets import adopted, bound, of_another, others
from hardware.simulator.cameras.onvif_camera import OnvifCamera
from hardware.simulator.cameras.onvif_server import OnvifServer
from hardware.simulator.cameras.onvif_temper import OnvifTemper
from tests.hardware.cameras.stand import LEFT, RIGHT, Stand, stand, until

X400, X400_UPDATED, ANOTHER = (0x0001, 0x051C, 0x0100), (0x0001, 0x051C, 0x0200), (0x0020, 0x0510, 0x0001)
NUMBERS = itertools.count(1)


async def ask(made: Stand, wish: CameraWish) -> Reason | None:
    request_id = f"a{next(NUMBERS)}"
    made.port.ask(request_id, wish)
    return await made.ended(request_id)


async def recall(made: Stand, preset: str) -> Reason | None:
    request_id = f"r{next(NUMBERS)}"
    made.port.recall(request_id, preset)
    return await made.ended(request_id)


async def put_up(made: Stand, version: tuple[int, int, int]) -> None:
    """Puts a camera of this model in the place of the one that is there, as fast as no person can."""
    made.temper.version = version
    made.head.memories.clear()
    told = len(made.facts)
    made.server.drop_connections()
    await until(lambda: any(not facts.link.usable for facts in made.facts[told:]))
    await made.ready()
    await until(lambda: made.port.facts().model == called(code_of(Version(version[0], version[1], 0, 0))))


async def saved_at(made: Stand, version: tuple[int, int, int], *names: str) -> None:
    await put_up(made, version)
    for name in names:
        made.head.place = LEFT
        assert await ask(made, Save(preset=name)) is None


async def test_presets_of_another_model_move_nothing_until_they_are_saved_anew_or_said_to_hold(tmp_path: Path) -> None:
    async with stand(tmp_path, Framing.RAW_TCP) as made:
        await saved_at(made, X400, "trái", "bục")
        await put_up(made, ANOTHER)
        made.head.place = RIGHT
        facts = made.port.facts()
        assert (facts.of_another, facts.model_before) == (("trái", "bục"), "Sony BRC-X400/SRG-X400")
        assert await recall(made, "trái") is Reason.PRESET_OF_ANOTHER
        assert await ask(made, Rehearse()) is None
        assert {trial.reason for trial in made.port.facts().rehearsed} == {Reason.PRESET_OF_ANOTHER}
        assert (made.head.place, made.head.recalls) == (RIGHT, []), "nothing has moved"

        assert await ask(made, Save(preset="trái", overwrite=True)) is None
        assert made.port.facts().of_another == ("bục",)
        assert await recall(made, "trái") is None
        assert await ask(made, Restore(preset="trái")) is None
        assert made.port.facts().of_another == ("trái", "bục"), (
            "what was saved at the other camera is the other's still"
        )

        assert await ask(made, Adopt()) is None
        assert made.port.facts().of_another == ()
        assert await recall(made, "bục") is None
        assert made.head.place.rounded() == LEFT.rounded(), "by its place: no memory of this camera is it"
    async with stand(tmp_path, Framing.RAW_TCP, server=made.server) as again:
        await until(lambda: bool(again.port.facts().model))
        assert again.port.facts().of_another == ()


async def test_the_first_model_back_in_its_place_is_known_again_whatever_its_firmware(tmp_path: Path) -> None:
    async with stand(tmp_path, Framing.RAW_TCP) as made:
        await saved_at(made, X400, "trái")
        await put_up(made, ANOTHER)
        await put_up(made, X400_UPDATED)
        assert made.port.facts().of_another == ()
        assert await recall(made, "trái") is None


async def test_presets_of_an_older_version_are_taken_to_be_of_the_first_model_that_says_so(tmp_path: Path) -> None:
    kept = KeptPreset(name="cũ", saved_ms=1, position=LEFT.rounded())
    PresetBook(tmp_path, "main").write((PresetEntry(present=kept),))
    async with stand(tmp_path, Framing.RAW_TCP) as made:
        await until(lambda: PresetBook(tmp_path, "main").entries[0].versions[0].model == "0001:0519")
        await put_up(made, ANOTHER)
        assert made.port.facts().of_another == ("cũ",)


async def test_an_onvif_camera_of_another_model_is_noticed(tmp_path: Path) -> None:
    server = OnvifServer(OnvifCamera(temper=OnvifTemper(model="Dome 12x")))
    port = await server.open()
    kept = KeptPreset(name="bục", saved_ms=1, position=(400, 0, 0), model="Simulated PTZ 20x")
    PresetBook(tmp_path, "main").write((PresetEntry(present=kept),))
    keep_password(tmp_path, "main", "admin123")
    profile = CameraProfile(camera="main", kind=CameraKind.ONVIF, host="127.0.0.1", port=port, user="admin")
    told: list[CameraReported] = []
    seen: list[CameraFacts] = []
    camera = PresetCamera(profile, tmp_path, tell=told.append, tell_facts=seen.append)
    camera.open()
    try:
        await until(lambda: camera.facts().link is CameraLink.READY, 30)
        facts = camera.facts()
        assert (facts.model, facts.model_before) == ("Simulated Dome 12x", "Simulated PTZ 20x")
        assert facts.of_another == ("bục",)
        camera.recall("1", "bục")
        assert [report.reason for report in told] == [Reason.PRESET_OF_ANOTHER]
    finally:
        camera.close()
        await server.close()


def test_what_is_not_known_is_no_proof() -> None:
    known, unknown = (KeptPreset(name=name, saved_ms=1, slot=3, model=model) for name, model in (("a", "X"), ("b", "")))
    entries = (PresetEntry(present=known, earlier=unknown), PresetEntry(present=unknown), PresetEntry(present=None))
    assert not of_another(known, "")
    assert not of_another(unknown, "Y")
    assert others(entries, "Y") == (known,)
    assert [version.model for entry in bound(entries, "Y") for version in entry.versions] == ["X", "Y", "Y"]
    taken = adopted(entries, "Y", by_place=True)[0].present
    assert taken is not None
    assert (taken.model, taken.slot) == ("Y", 3), "where no place is known, the memory is all there is"
    assert called("0001:0516") == "Sony SRG-300SE/301SE"
    assert called("Axis M5075") == "Axis M5075"

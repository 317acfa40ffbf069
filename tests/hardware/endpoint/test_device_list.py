"""The list of cameras: one entry per camera, and none where there is nothing to look at."""

from pathlib import Path

from hardware.endpoint.device_list import cameras


def test_a_camera_stands_there_once_though_it_has_several_files(tmp_path: Path) -> None:
    for name, index in (("video0", 0), ("video1", 1), ("video2", 0)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index").write_text(f"{index}\n")
    assert cameras("linux", tmp_path) == ("/dev/video0", "/dev/video2")


def test_no_folder_is_no_camera(tmp_path: Path) -> None:
    assert cameras("linux", tmp_path / "missing") == ()

"""Which devices there are."""

import os
from pathlib import Path

import pytest

from lianmai.core.errors import SourceError
from lianmai.media.capturing import devices
from lianmai.media.capturing.devices import Device, Platform, find_device, has_camera, list_devices

CAMERAS = [
    Device("camera", "/dev/video0", "Integrated Camera", "/dev/video0", "v4l2"),
    Device("camera", "/dev/video2", "Logitech C920", "/dev/video2", "v4l2"),
]
TWO_CAMERAS = Platform(lambda: CAMERAS)
NOTHING = Platform(list)


def test_this_machine_can_be_asked() -> None:
    for device in list_devices():
        assert device.kind in ("camera", "mic", "screen")
        assert device.name
    assert has_camera() == any(it.kind == "camera" for it in list_devices())


def test_no_devices_make_an_empty_list() -> None:
    assert list_devices(NOTHING) == []
    assert not has_camera(NOTHING)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("", CAMERAS[0]),
        ("/dev/video2", CAMERAS[1]),
        ("Logitech C920", CAMERAS[1]),
        ("logitech", CAMERAS[1]),
        ("INTEGRATED CAMERA", CAMERAS[0]),
    ],
)
def test_a_device_is_found_by_name_or_label(name: str, found: Device) -> None:
    assert find_device("camera", name, TWO_CAMERAS) == found


def test_a_missing_camera_gets_a_sentence_that_says_what_to_do() -> None:
    with pytest.raises(SourceError) as caught:
        find_device("camera", "", NOTHING)
    assert str(caught.value) == ("No camera was found: connect one, or choose the test pattern.")


def test_a_wrong_name_gets_the_right_ones() -> None:
    with pytest.raises(SourceError, match=r"called 'Elgato'.*'/dev/video0', '/dev/video2'\.$"):
        find_device("camera", "Elgato", TWO_CAMERAS)


def test_cameras_are_read_from_sysfs_without_their_metadata_nodes(tmp_path: Path) -> None:
    for node, name, index in (
        ("video0", "Front", "0"),
        ("video1", "Front", "1"),
        ("video10", "", ""),
    ):
        (tmp_path / node).mkdir()
        (tmp_path / node / "name").write_text(f"{name}\n")
        (tmp_path / node / "index").write_text(index)
    found = devices._linux_cameras(tmp_path)
    assert [(it.name, it.label) for it in found] == [
        ("/dev/video0", "Front"),
        ("/dev/video10", "video10"),
    ]


def test_microphones_are_read_from_alsas_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    for variable in ("ALSA_CONFIG_PATH", "ALSA_PLUGIN_DIR"):
        monkeypatch.setitem(os.environ, variable, "as it was")
    (tmp_path / "pcm").write_text(
        "00-00: ALC257 Analog : ALC257 Analog : playback 1 : capture 1\n"
        "00-03: HDMI 0 : HDMI 0 : playback 1\n"
        "02-00: USB Audio : USB Audio : capture 1\n"
    )
    found = devices._linux_microphones(tmp_path)
    assert [(it.name, it.label) for it in found] == [
        ("default", "Default microphone"),
        ("plughw:0,0", "ALC257 Analog"),
        ("plughw:2,0", "USB Audio"),
    ]
    assert os.environ["ALSA_CONFIG_PATH"] == "as it was"


def test_without_sound_hardware_there_is_no_microphone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    assert devices._linux_microphones(tmp_path) == []


def test_a_screen_needs_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    assert devices._x11_screens() == []
    monkeypatch.setenv("DISPLAY", ":7")
    assert [it.address for it in devices._x11_screens()] == [":7"]


@pytest.mark.parametrize("table", [devices._windows_devices, devices._mac_devices])
def test_a_table_of_another_platform_can_be_asked_here(table: object) -> None:
    assert all(isinstance(it, Device) for it in table())  # type: ignore[operator]

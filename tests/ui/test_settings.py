"""What is remembered from one start to the next."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from lianmai.core.source import Source, parse_source
from lianmai.ui.settings import Entries, load_entries, save_entries, without_secrets

pytestmark = pytest.mark.usefixtures("own_settings")


def test_what_was_entered_comes_back() -> None:
    entries = Entries("ws://10.0.0.2:8440", "room-7", "林晓", parse_source("pattern,mic"))
    save_entries(entries)
    assert load_entries() == entries


def test_a_first_start_suggests_the_built_in_server_and_the_camera() -> None:
    assert load_entries() == Entries("", "room-1", "", Source())


def test_a_source_that_cannot_be_read_any_more_is_forgotten() -> None:
    store = QSettings("lianmai", "lianmai")
    store.setValue("start/source", "hologram")
    store.sync()
    assert load_entries().source == Source()


def test_secrets_in_an_address_never_reach_the_disk(own_settings: Path) -> None:
    save_entries(Entries("wss://user:hunter2@rooms.example/x?token=hunter2#hunter2", "r", "n"))
    QSettings("lianmai", "lianmai").sync()
    written = "".join(path.read_text() for path in own_settings.rglob("*") if path.is_file())
    assert "rooms.example" in written
    assert "hunter2" not in written


def test_an_address_that_is_none_is_kept_nowhere() -> None:
    assert without_secrets("ws://[::1") == ""

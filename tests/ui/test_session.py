"""The life of the window: into a call, out of it for every reason, and to the end."""

import asyncio
import os
import signal
import time

import pytest
from pytestqt.qtbot import QtBot

from lianmai.core.call_settings import CallSettings
from lianmai.core.messages import CloseRoom, Kick
from lianmai.interrupts import INTERRUPTED
from lianmai.server.serve import ServeOptions, room_server
from lianmai.ui import app
from lianmai.ui.options import OpenOptions
from lianmai.ui.session import Session
from lianmai.ui.window import Window
from tests.ui.visits import PATTERN, Run, Visit, scenario, until

pytestmark = pytest.mark.usefixtures("own_settings")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    async def interrupt(session: Session) -> int:
        os.kill(os.getpid(), number)
        await asyncio.sleep(10)
        return 0

    assert app.run(OpenOptions(source=PATTERN), interrupt) == INTERRUPTED


def test_what_runs_beside_the_window_ends_the_program(qtbot: QtBot) -> None:
    async def beside(session: Session) -> int:
        await until(lambda: session.start.preview.has_picture)
        return 3

    assert app.run(OpenOptions(source=PATTERN), beside) == 3


def test_a_bug_beside_the_window_is_loud(qtbot: QtBot) -> None:
    async def beside(session: Session) -> int:
        raise RuntimeError("a bug")

    with pytest.raises(RuntimeError, match="a bug"):
        app.run(OpenOptions(source=PATTERN), beside)


@pytest.mark.parametrize(
    ("options", "named"),
    [(OpenOptions(geometry="big"), "'big'"), (OpenOptions(layout="circle"), "use grid, ")],
)
def test_wrong_options_are_refused_before_anything_opens(
    qtbot: QtBot, options: OpenOptions, named: str
) -> None:
    with pytest.raises(ValueError, match=named):
        app.run(options)


def test_the_built_in_server_serves_the_first_start(run: Run) -> None:
    async def whole() -> None:
        session = Session(OpenOptions(CallSettings(room="r"), PATTERN, join=True), Window())
        running = asyncio.create_task(session.run())
        await until(lambda: session.page is not None, 20)
        assert session.call is not None
        assert session.call.settings.server.startswith("ws://127.0.0.1:")
        session.close()
        assert await running == 0

    run(whole())


def test_closing_the_window_ends_everything_in_time(run: Run) -> None:
    async def play(visit: Visit) -> None:
        await visit.entered()
        await visit.guest("anna")
        started_s = time.monotonic()
        visit.session.window.close()
        await visit.running
        assert time.monotonic() - started_s < 2.0

    scenario(run, play)


def test_leaving_goes_back_to_the_start_page(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        page.actions_.leave.trigger()
        await until(lambda: visit.session.page is None)
        assert visit.session.start.isVisible()
        assert visit.session.start.form.error.text() == ""
        await until(lambda: visit.session.start.preview.has_picture)

    scenario(run, play)


def test_who_is_removed_is_told_so(run: Run) -> None:
    async def play(visit: Visit) -> None:
        host = await visit.guest("anna", "none")
        visit.session.start.form.join_wanted.emit(visit.session.start.form.entries())
        await visit.entered()
        await host.request(Kick("me"))
        await until(lambda: visit.session.page is None)
        assert visit.session.start.form.error.text() == "You were removed from the room."

    scenario(run, play, join=False)


def test_a_room_closed_for_all_is_said(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await page.call.request(CloseRoom())
        await until(lambda: visit.session.page is None)
        assert visit.session.start.form.error.text() == "The room was closed for everybody."

    scenario(run, play)


def test_a_refused_connection_is_said_on_the_start_page(run: Run) -> None:
    async def play(visit: Visit) -> None:
        form = visit.session.start.form
        await until(lambda: form.error.text())
        assert "127.0.0.1:9" in form.error.text()
        assert form.error.isVisible()
        assert form.room.isEnabled()

    scenario(run, play, call={"server": "ws://127.0.0.1:9"})


def test_a_lost_link_is_said_above_the_stage_and_the_call_goes_on(run: Run) -> None:
    async def whole() -> None:
        async with room_server(ServeOptions()) as server:
            visit = Visit(server)
            await visit.__aenter__()
            page = await visit.entered()
        await until(lambda: "cannot be reached" in page.banner.text)
        assert visit.session.page is page
        await visit.__aexit__()

    run(whole())

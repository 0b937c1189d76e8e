"""One run of the window: start page, call, start page again, until it is closed."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from lianmai.call import Call, CallSettings
from lianmai.core.errors import LianmaiError
from lianmai.core.redact import redact
from lianmai.core.stage.devices import screen_named
from lianmai.media.sound.mixer import Mixer
from lianmai.processes import Child
from lianmai.ui import settings
from lianmai.ui.heartbeat import Heartbeat
from lianmai.ui.loudspeaker.sound_output import SoundOutput
from lianmai.ui.options import OpenOptions
from lianmai.ui.room.call_page import CallPage
from lianmai.ui.room.farewell import farewell
from lianmai.ui.room.panel_set import make_panel
from lianmai.ui.settings import Entries
from lianmai.ui.start.device_list import DeviceList
from lianmai.ui.start.preview import Preview
from lianmai.ui.start.start_page import StartPage
from lianmai.ui.wake import Wake
from lianmai.ui.window import Window
from lianmai.ui.words import translated

LEAVE_S = 0.7
"""How long the room is given to say goodbye when the window closes."""


class Session:
    """The window with everything behind it. All on the Qt thread."""

    def __init__(self, options: OpenOptions, window: Window) -> None:
        """Prepare everything; *window* shows it from `run` on."""
        self.options = options
        self.heartbeat = Heartbeat()
        self.devices = DeviceList()
        self.mixer = Mixer()
        self.sound = SoundOutput(self.mixer)
        self.start = StartPage(self.devices)
        self.window = window
        self.call: Call | None = None
        self.page: CallPage | None = None
        self._page: CallPage | None = None  # the same, from before it is shown
        self.exit_code = 0
        self._server = Child("serve", "--port", "0", "--rtmp-port", "0", "--http-port", "0")
        self._preview = Preview(self.start.preview)
        self._server_url = ""
        self._closing = asyncio.Event()
        self._visit: asyncio.Task[None] | None = None
        self._connect()

    # --- what others may ask for ------------------------------------------------------------

    def close(self, exit_code: int = 0) -> None:
        """End the program soon; safe to call more than once."""
        self.exit_code = self.exit_code or exit_code
        self._closing.set()

    async def join(self, wanted: CallSettings) -> None:
        """Visit a room until it is left; the window shows it from the entry on.

        Raises:
            LinkError: If the server cannot be reached, or not any more.
            RoomError: If the room refuses the entry.
        """
        self.start.form.show_busy(True)
        await self._preview.stopped()
        wake = Wake(self._take_pictures, self.window)
        self.call = call = Call(wanted, mixer=self.mixer, wake=wake, changed=self._call_changed)
        self._page = self._make_page(call)
        try:
            await call.run()
        finally:
            wake.close()
            wake.deleteLater()
            await self._page.ended()
            rescued = self._page.desk.rescue()
            self._leave_page(self._page)
            self.call = self.page = self._page = None
            self.start.form.show_busy(False)
            told = (farewell(call.journal), rescued)
            self.start.form.say_error("\n".join(it for it in told if it))

    async def run(self) -> int:
        """Show the window until it is closed; return the exit code."""
        self.heartbeat.start()
        self.window.set_start(self.start)
        self.window.show()
        upkeep: list[asyncio.Task[Any]] = [
            asyncio.create_task(self.devices.run(), name="devices"),
            asyncio.create_task(self._preview.run(), name="own picture"),
            asyncio.create_task(self._closing.wait(), name="closing"),
        ]
        if self.options.join:
            self._start_visit(self.start.form.entries())
        else:
            self._show_preview()
        try:
            ended, _ = await asyncio.wait(upkeep, return_when=asyncio.FIRST_COMPLETED)
            for task in ended:
                task.result()  # a bug in the upkeep is loud
        finally:
            await self._end(upkeep)
        if self._visit is not None and not self._visit.cancelled():
            self._visit.result()  # a bug in a call is loud, too
        return self.exit_code

    # --- life -------------------------------------------------------------------------------

    async def _end(self, upkeep: list[asyncio.Task[Any]]) -> None:
        """Leave the room, free devices, end the server; within 2 s."""
        self.window.hide()
        if self.call is not None:
            self.call.leave()
        if self._visit is not None:
            await asyncio.wait([self._visit], timeout=LEAVE_S)
            self._visit.cancel()
            upkeep = [*upkeep, self._visit]
        for task in upkeep:
            task.cancel()
        await asyncio.gather(*upkeep, self._server.stop(), return_exceptions=True)
        self.sound.stop()
        self.heartbeat.stop()

    def _start_visit(self, entries: Entries) -> None:
        if self._visit is None or self._visit.done():
            self._visit = asyncio.create_task(self._visit_room(entries), name="visit")
            self._visit.add_done_callback(self._visit_ended)

    def _visit_ended(self, visit: asyncio.Task[None]) -> None:
        """End the program when a call ended by a bug: its state can no longer be trusted."""
        if not visit.cancelled() and visit.exception() is not None:
            self.close()

    async def _visit_room(self, entries: Entries) -> None:
        """Join as *entries* say; what goes wrong is said on the start page."""
        form = self.start.form
        form.show_busy(True)
        try:
            server = entries.server or await self._built_in_server()
            settings.save_entries(entries)
            await self.join(self._settings(server, entries))
        except LianmaiError as error:
            form.say_error(translated(redact(str(error))))
        finally:
            form.show_busy(False)
            self._show_preview()

    async def _built_in_server(self) -> str:
        """Return the address of the server in a process of our own, starting it when needed."""
        if not self._server.is_running:
            ready = await self._server.start()
            self._server_url = str(ready["ws"])
        return self._server_url

    def _settings(self, server: str, entries: Entries) -> CallSettings:
        return replace(
            self.options.call,
            server=server,
            room=entries.room,
            name=entries.name,
            source=entries.source,
        )

    # --- pages ------------------------------------------------------------------------------

    def _call_changed(self) -> None:
        """Show the call once the room has let us in, then whatever changes in it."""
        if self.call is None or self._page is None:
            return
        if self.page is None and self.call.room.me is not None:
            self._show_page(self._page)
        self._page.refresh_soon()

    def _make_page(self, call: Call) -> CallPage:
        """Prepare the page while the link is being made: showing it then is quick."""
        page = CallPage(
            call, partial(make_panel, call), self.devices, self.sound.devices, self.heartbeat
        )
        page.set_layout_name(self.options.layout)
        if self.options.device:
            page.actions_.frame_menu.choose(screen_named(self.options.device))
        if self.options.canvas:
            page.desk.open(Path(self.options.canvas))
        page.devices_menu.output = settings.load_output()
        page.output_chosen.connect(self._choose_output)
        page.actions_.names.setChecked(self.options.names)
        page.stage.plan.float_at = settings.load_float()
        page.stage.acts.float_moved.connect(settings.save_float)
        if self.options.clean:
            page.set_clean(True)
        return page

    def _show_page(self, page: CallPage) -> None:
        self.page = page
        self.window.show_call(page)
        self.sound.start(settings.load_output())

    def _leave_page(self, page: CallPage) -> None:
        page.close_call()
        self.window.show_start()
        page.deleteLater()

    def _take_pictures(self) -> None:
        if self.page is not None:
            self.page.stage.take_pictures()

    def _show_preview(self) -> None:
        if not self._closing.is_set():
            self._preview.show(self.start.form.picker.source)

    # --- wiring -----------------------------------------------------------------------------

    def _connect(self) -> None:
        form, options = self.start.form, self.options
        known = settings.load_entries()
        server = options.call.server or ("" if options.join else known.server)
        form.show_entries(
            Entries(
                server=server,
                room=options.call.room or known.room,
                name=options.call.name or known.name,
                source=options.source or known.source,
            )
        )
        form.join_wanted.connect(self._start_visit)
        form.cancel_wanted.connect(self._cancel_visit)
        form.picker.source_changed.connect(self._show_preview)
        self.window.close_wanted.connect(self.close)
        self.sound.failed.connect(self._say_sound_problem)
        self.sound.playing.connect(lambda device: self._say_sound_problem(""))

    def _cancel_visit(self) -> None:
        if self._visit is not None:
            self._visit.cancel()
        elif self.call is not None:
            self.call.leave()

    def _choose_output(self, device_id: str) -> None:
        settings.save_output(device_id)
        self.sound.set_device(device_id)

    def _say_sound_problem(self, sentence: str) -> None:
        if self.page is not None:
            self.page.notices.say_sound_problem(sentence)

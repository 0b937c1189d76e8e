"""A call on the screen: stage, bar, panels, status; reads the call and states wishes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from lianmai.call import Call
from lianmai.core.invitation import invitation_to
from lianmai.core.messages import StreamId
from lianmai.core.source import Source
from lianmai.core.stage.devices import Screen
from lianmai.ui.canvas.desk import CanvasDesk
from lianmai.ui.frames.frame import DeviceFrame
from lianmai.ui.heartbeat import Heartbeat
from lianmai.ui.panels.inspector.panel import ComponentPanel
from lianmai.ui.panels.outgoing import Outgoing
from lianmai.ui.presentation.presentation import Presentation
from lianmai.ui.room.banner import Banner
from lianmai.ui.room.call_actions import COMPONENT, OUTGOING, VERIFY, CallActions
from lianmai.ui.room.control_bar import ControlBar
from lianmai.ui.room.link_notes import link_of
from lianmai.ui.room.notices import Notices
from lianmai.ui.room.side_panel import MakePanel, SidePanel
from lianmai.ui.room.status_line import Status, StatusLine
from lianmai.ui.settings import without_secrets
from lianmai.ui.stage.feeds import feeds
from lianmai.ui.stage.layouts import show_chosen
from lianmai.ui.stage.stage import Stage
from lianmai.ui.stage.tile_acts import TileActs
from lianmai.ui.start.device_list import DeviceList
from lianmai.ui.start.source_menu import Outputs, SourceMenu
from lianmai.ui.verify.keys import verify_actions
from lianmai.ui.verify.tools import VerifyTools
from lianmai.ui.widgets.timers import delayed, repeating

CHANGE_MS = 30
"""Changes of the call that come within this time are shown together."""
SLOW_MS = 500
LEVELS_MS = 100
HANDLE_PX = 5
NARROW_PX = 720
"""Below this width a panel takes the stage's place."""


class CallPage(QWidget):
    """Shows *call*; *make_panel* gives what stands beside the stage.

    `refresh_soon` is the call's *changed*, ``stage.take_pictures`` its *wake*.
    """

    presentation_toggled = Signal(bool)
    output_chosen = Signal(str)

    def __init__(
        self,
        call: Call,
        make_panel: MakePanel,
        devices: DeviceList,
        outputs: Outputs,
        heartbeat: Heartbeat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.call = call
        self._heartbeat = heartbeat
        self.devices_menu = SourceMenu(devices, outputs, self)
        self.actions_ = CallActions(self)
        self.stage = Stage(self)
        self.presentation = Presentation(self.stage)
        self.frame = DeviceFrame(self.stage, self)
        self.desk = CanvasDesk(call.room, self.frame, self)
        self.verify = VerifyTools(self.stage, self._layout_scale)
        self.addActions(verify_actions(self.verify, self))
        self.outgoing = Outgoing(call, self.stage, self.desk, self)
        self._make_panel = make_panel
        self.side = SidePanel(self._panel_titles(), self._make_connected_panel, self)
        self.banner = Banner(self)
        self.bar = ControlBar(self.actions_, self.devices_menu, self)
        self.status = StatusLine(self)
        self.notices = Notices(call, self.banner, self.copy_join_line)
        self.acts = TileActs(call, self.stage, self.notices.note, self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._lay_out()
        self._soon = delayed(self, CHANGE_MS, self.refresh)
        self._slow = repeating(self, SLOW_MS, self._refresh_slowly)
        self._levels = repeating(self, LEVELS_MS, self.stage.show_levels)
        self.is_clean = False
        self._connect()
        self.refresh()
        self._refresh_slowly()
        self.stage.setFocus()

    # --- what the call says ---------------------------------------------------------------

    @Slot()
    def refresh_soon(self) -> None:
        """Refresh after `CHANGE_MS`, however often this is called until then."""
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def refresh(self) -> None:
        """Show the call as it is now."""
        call = self.call
        self._show_stage()
        self.actions_.show_own(
            microphone_on=call.microphone_on if call.source.has_audio else None,
            camera_on=call.camera_on if call.source.has_video else None,
        )
        self.devices_menu.source = call.source
        self.bar.show_states()
        self.side.refresh()
        self.desk.refresh()
        self.notices.show()

    def _show_stage(self) -> None:
        call, actions = self.call, self.actions_
        numbers, badges = actions.numbers.isChecked(), actions.badges.isChecked()
        self.stage.show_feeds(feeds(call, with_numbers=numbers, with_badges=badges))
        invitation = invitation_to(call.settings.server, call.settings.room)
        is_alone = call.room.me is not None and not call.room.others and not call.streams
        self.presentation.show_room(call.settings.room, invitation, is_alone=is_alone)

    def set_layout_name(self, name: str) -> None:
        """Arrange the stage by the layout called *name*, and mark it in the menu.

        Raises:
            ValueError: If there is none of that name.
        """
        self.stage.set_layout_name(name)
        show_chosen(self.actions_.layout_menu, name)

    @Slot(QAction)
    def _choose_layout(self, action: QAction) -> None:
        """Arrange the stage as *action* says, unless it is about a canvas."""
        if action.data():
            self.stage.set_layout_name(str(action.data()))

    def _show_screen(self, screen: Screen | None) -> None:
        """Show the stage on the screen of a phone."""
        self.frame.show_screen(screen)
        self._refresh_slowly()

    def close_call(self) -> None:
        """Stop reading the call: it is over."""
        for timer in (self._soon, self._slow, self._levels):
            timer.stop()
        self.notices.stop()
        self.acts.stop()

    async def ended(self) -> None:
        """Wait until nothing leaves the call any more, and files are complete."""
        await self.outgoing.ended()

    @property
    def join_line(self) -> str:
        """What others need to join, without anything secret."""
        settings = self.call.settings
        server = without_secrets(settings.server)
        return f"lianmai open --server {server} --room {settings.room} --join"

    @Slot()
    def _refresh_slowly(self) -> None:
        """Show numbers, which change all the time."""
        if self.actions_.numbers.isChecked() or self.actions_.badges.isChecked():
            self._show_stage()
        self.side.refresh()
        if not self.is_clean:
            self.status.show_status(self._status())

    def _status(self) -> Status:
        call = self.call
        return Status(
            room=call.settings.room,
            view=self.desk.sentence,
            server=without_secrets(call.settings.server),
            link=link_of(call),
            peer_count=len(call.room.peers),
            up_kbps=call.publish_stats().kbps,
            down_kbps=sum(stats.kbps for stats in call.play_stats().values()),
            late_ms=self._heartbeat.lateness().recent_ms,
        )

    # --- wishes ---------------------------------------------------------------------------

    def set_clean(self, clean: bool) -> None:
        """Show the stage alone, edge to edge, or everything."""
        self.is_clean = self.notices.is_quiet = clean
        self.actions_.presentation.setChecked(clean)
        self.bar.setHidden(clean)
        self.status.setHidden(clean)
        self.presentation.set_on(clean)
        self.desk.set_clean(clean)
        if clean:
            self._show_panel("")
            self.verify.turn_off()
        self.outgoing.mark.set_wanted(not clean)
        self.notices.show()

    @Slot()
    def copy_join_line(self) -> None:
        """Put the join line on the clipboard, and say so for a moment."""
        QGuiApplication.clipboard().setText(self.join_line)
        self.notices.note(self.tr("The join line is on the clipboard, ready to be pasted."))

    @Slot(object)
    def _choose_source(self, source: Source) -> None:
        self.call.source = source
        self.refresh_soon()

    @Slot(bool)
    def _show_recording(self, on: bool) -> None:
        self.actions_.show_recording(on)
        self.bar.show_states()

    def _toggle_microphone(self, on: bool) -> None:
        self.call.microphone_on = on
        self.refresh()

    def _toggle_camera(self, on: bool) -> None:
        self.call.camera_on = on
        self.refresh()

    def _show_panel(self, name: str) -> None:
        """Show one panel or none, and let the buttons tell which."""
        self.side.show_panel(name)
        for known, action in self.actions_.panels.items():
            action.setChecked(known == name)
        self._share_width()

    @Slot(StreamId)
    def _inspect(self, stream_id: StreamId) -> None:
        """Show the component of *stream_id*."""
        self._show_panel(COMPONENT)
        panel = self.side.panel(COMPONENT)
        assert isinstance(panel, ComponentPanel)
        panel.choose(stream_id)

    def _share_width(self) -> None:
        """Let a panel take the stage's place where there is no room for both."""
        self.desk.setHidden(bool(self.side.shown) and self.width() < NARROW_PX)

    # --- Qt -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and try failed streams again, wherever the focus is."""
        match event.key():
            case Qt.Key.Key_PageUp:
                self.stage.turn_to(self.stage.page - 1)
            case Qt.Key.Key_PageDown:
                self.stage.turn_to(self.stage.page + 1)
            case Qt.Key.Key_R:
                self.stage.retry_failed()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between stage and panel."""
        self._share_width()
        super().resizeEvent(event)

    # --- making ---------------------------------------------------------------------------

    def _layout_scale(self) -> float:
        """Return how large a px of the layout is drawn: on a phone made to fit, smaller."""
        screen = self.frame.screen_shown
        return self.stage.width() / screen.whole.width if screen is not None else 1.0

    def _make_connected_panel(self, name: str) -> QWidget:
        if name == VERIFY:
            from lianmai.ui.verify.panel import VerifyPanel  # what it needs is not needed to start

            return VerifyPanel(self.call, self.verify)
        if name == OUTGOING:
            return self.outgoing.make_panel()
        panel = self._make_panel(name)
        if isinstance(panel, ComponentPanel):
            panel.act_wanted.connect(self.acts.do)
        return panel

    def _panel_titles(self) -> dict[str, str]:
        return {name: action.text() for name, action in self.actions_.panels.items()}

    def _lay_out(self) -> None:
        self._splitter.addWidget(self.desk)
        self._splitter.addWidget(self.side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(HANDLE_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._splitter, 1)
        column.addWidget(self.bar)
        column.addWidget(self.status)
        self.banner.raise_()
        self._seat_banner()

    @Slot()
    def _seat_banner(self) -> None:
        """Let the banner lie over what is seen of pictures."""
        self.banner.lie_over(self.desk.view, otherwise=self._splitter)

    def _connect(self) -> None:
        actions = self.actions_
        actions.microphone.triggered.connect(self._toggle_microphone)
        actions.camera.triggered.connect(self._toggle_camera)
        actions.numbers.triggered.connect(self.refresh)
        actions.badges.triggered.connect(self.refresh)
        actions.names.toggled.connect(self.stage.set_names_shown)
        actions.code.toggled.connect(self.presentation.set_card_shown)
        actions.screenshot.triggered.connect(self.acts.shoot_stage)
        self.stage.set_menu(actions.of_stage())
        for name, action in actions.panels.items():
            action.triggered.connect(lambda on, name=name: self._show_panel(name if on else ""))
        actions.presentation.triggered.connect(self.presentation_toggled)
        actions.copy.triggered.connect(self.copy_join_line)
        self.acts.inspect_wanted.connect(self._inspect)
        self.acts.done.connect(self.refresh_soon)
        actions.snapshot.triggered.connect(self.acts.snap_focused)
        actions.leave.triggered.connect(lambda: self.desk.leave_safely(self.call.leave))
        actions.layout_menu.triggered.connect(self._choose_layout)
        actions.edit_canvas.triggered.connect(self.desk.toggle)
        actions.open_canvas.triggered.connect(self.desk.ask_which)
        self.desk.editing_changed.connect(actions.edit_canvas.setChecked)
        self.desk.editing_changed.connect(self._seat_banner)
        actions.frame_menu.screen_chosen.connect(self._show_screen)
        actions.frame_menu.true_size_chosen.connect(self.frame.set_true_size)
        actions.frame_menu.marks_chosen.connect(self.frame.set_marks)
        self.outgoing.recording.toggled.connect(self._show_recording)
        self.outgoing.recording.told.connect(self.notices.note)
        self.stage.sound_changed.connect(self.refresh)
        self.side.close_wanted.connect(lambda: self._show_panel(""))
        self.status.copy_wanted.connect(self.copy_join_line)
        self.devices_menu.source_chosen.connect(self._choose_source)
        self.devices_menu.output_chosen.connect(self.output_chosen)

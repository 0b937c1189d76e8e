"""Numbers and choices of what is selected: a user's tile or a picture."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from lianmai.core.stage.canvas import MOST_Z, Canvas, CanvasImage, CanvasUser, Item
from lianmai.core.stage.canvas_edits import placed, with_image, with_user
from lianmai.core.stage.geometry import Rect
from lianmai.ui.canvas.boxes import FitBox, RectBoxes, add_row, form_of
from lianmai.ui.canvas.document import CanvasDocument
from lianmai.ui.canvas.number_box import NumberBox
from lianmai.ui.widgets.check_box import CheckBox


class UserForm(QWidget):
    """Everything of a user's tile."""

    def __init__(self, document: CanvasDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._index = document, 0
        self.uid = QLineEdit(self)
        self.uid.setAccessibleName("uid")
        self.rect_boxes = RectBoxes(self)
        self.z_order = NumberBox(0, MOST_Z, "zOrder", self)
        self.fit = FitBox(self)
        self.push_video = CheckBox(self.tr("Picture goes out (pushVideo)"), self)
        self.push_audio = CheckBox(self.tr("Sound goes out (pushAudio)"), self)
        form = form_of(self)
        add_row(form, "uid", self.uid)
        form.addRow(self.rect_boxes)
        add_row(form, "zOrder", self.z_order)
        add_row(form, "adaption", self.fit)
        form.addRow(self.push_video)
        form.addRow(self.push_audio)
        self.uid.editingFinished.connect(self._take)
        self.rect_boxes.moved.connect(self._move)
        self.z_order.valueChanged.connect(self._take)
        self.fit.activated.connect(self._take)
        self.push_video.clicked.connect(self._take)
        self.push_audio.clicked.connect(self._take)

    def show_item(self, canvas: Canvas, index: int) -> None:
        """Show the user at *index*."""
        self._index, user = index, canvas.users[index]
        if self.uid.text() != user.uid:
            self.uid.setText(user.uid)
        self.rect_boxes.show_rect(user.rect)
        self.z_order.show_value(canvas.z_of(index))
        self.fit.show_fit(user.fit)
        self.push_video.setChecked(user.push_video)
        self.push_audio.setChecked(user.push_audio)

    @property
    def _user(self) -> CanvasUser | None:
        users = self._document.canvas.users
        return users[self._index] if self._index < len(users) else None

    @Slot(Rect)
    def _move(self, rect: Rect) -> None:
        if self._user is not None:
            item: Item = ("users", self._index)
            self._document.change(placed(self._document.canvas, item, rect), f"numbers {item}")

    @Slot()
    def _take(self) -> None:
        canvas, user = self._document.canvas, self._user
        if user is None:
            return
        z_order = self.z_order.value()
        changed = replace(
            user,
            uid=self.uid.text().strip(),
            z_order=z_order if z_order != canvas.z_of(self._index) else user.z_order,
            fit=self.fit.currentData(),
            push_video=self.push_video.isChecked(),
            push_audio=self.push_audio.isChecked(),
        )
        if changed != user:
            self._document.change(with_user(canvas, self._index, changed))


class ImageForm(QWidget):
    """Everything of a picture; `file_wanted` asks for another file."""

    file_wanted = Signal()

    def __init__(self, document: CanvasDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._index = document, 0
        self.url = QLineEdit(self)
        self.url.setAccessibleName(self.tr("File or address"))
        choose = QPushButton(self.tr("Choose a file…"), self)
        self.rect_boxes = RectBoxes(self)
        self.fit = FitBox(self)
        form = form_of(self)
        add_row(form, "url", self.url)
        form.addRow("", choose)
        form.addRow(self.rect_boxes)
        add_row(form, "adaption", self.fit)
        choose.clicked.connect(self.file_wanted)
        self.url.editingFinished.connect(self._take)
        self.rect_boxes.moved.connect(self._move)
        self.fit.activated.connect(self._take)

    def show_item(self, canvas: Canvas, index: int) -> None:
        """Show the picture at *index*."""
        self._index, image = index, canvas.images[index]
        if self.url.text() != image.url:
            self.url.setText(image.url)
        self.rect_boxes.show_rect(image.rect)
        self.fit.show_fit(image.fit)

    def set_url(self, url: str) -> None:
        """Show another file."""
        self.url.setText(url)
        self._take()

    @property
    def _image(self) -> CanvasImage | None:
        images = self._document.canvas.images
        return images[self._index] if self._index < len(images) else None

    @Slot(Rect)
    def _move(self, rect: Rect) -> None:
        if self._image is not None:
            item: Item = ("images", self._index)
            self._document.change(placed(self._document.canvas, item, rect), f"numbers {item}")

    @Slot()
    def _take(self) -> None:
        canvas, image = self._document.canvas, self._image
        if image is None:
            return
        changed = replace(image, url=self.url.text().strip(), fit=self.fit.currentData())
        if changed != image:
            self._document.change(with_image(canvas, self._index, changed))

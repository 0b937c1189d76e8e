"""The picture that a pusher shows while its program is in the background."""

from __future__ import annotations

from hashlib import md5
from pathlib import Path

import av

from lianmai.core.errors import SourceError
from lianmai.core.sentences import sentence
from lianmai.media.capturing.sources.still import read_image
from lianmai.media.picture.planes import upright


def waiting_image(path: str, digest: str = "") -> av.VideoFrame:
    """Return the picture in the file at *path*, which must have the MD5 *digest*, if given.

    Raises:
        SourceError: If it cannot be used, and why.
    """
    if "://" in path:  # not repeated in the sentence: addresses may hold keys
        raise SourceError(
            sentence("The waiting image is an address: give the path of a file."), "format"
        )
    image = upright(read_image(path))
    if digest and md5(Path(path).read_bytes(), usedforsecurity=False).hexdigest() != digest.lower():
        raise SourceError(
            sentence(
                "Image {path!r} is not the one that waiting-image-hash names: correct one of "
                "the two.",
                path=path,
            ),
            "format",
        )
    return image

"""Short films whose colours and sounds a test can recognise."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

COLOURS = {"red": "#dd2222", "green": "#22bb22", "blue": "#2222dd", "yellow": "#dddd22"}


def make_film(
    path: Path, colours: Sequence[str], *, seconds_each: float = 3.0, beeps: bool = True
) -> Path:
    """Write a film that shows *colours* one after the other, with a beep a second or silence."""
    look = f"size=320x180:rate=15:duration={seconds_each}"
    pictures = ";".join(
        f"color={COLOURS[colour].replace('#', '0x')}:{look}[p{n}]"
        for n, colour in enumerate(colours)
    )
    joined = "".join(f"[p{n}]" for n in range(len(colours)))
    seconds = seconds_each * len(colours)
    wave = "0.5*sin(2*PI*1000*t)*lt(mod(t\\,1)\\,0.2)" if beeps else "0"
    graph = (
        f"{pictures};{joined}concat=n={len(colours)}[v];"
        f"aevalsrc=exprs={wave}:sample_rate=48000:duration={seconds}[a]"
    )
    subprocess.run(
        [
            *(
                "ffmpeg",
                "-v",
                "error",
                "-y",
                "-filter_complex",
                graph,
                "-map",
                "[v]",
                "-map",
                "[a]",
            ),
            *("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac"),
            path,
        ],
        check=True,
        timeout=30,
        stdin=subprocess.DEVNULL,
    )
    return path


def name_colour(rgb: str) -> str:
    """Return which of `COLOURS` is nearest to *rgb*, written ``#rrggbb``."""

    def distance(other: str) -> int:
        pairs = [(int(rgb[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5)]
        return sum((a - b) ** 2 for a, b in pairs)

    return min(COLOURS, key=lambda name: distance(COLOURS[name]))

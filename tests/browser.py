"""Headless Chromium: what a page shows, says on its console, asks the network for, and measures."""

import html
import json
import re
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from outside import needed

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
UNPAINTED = 120
"""Rows at the foot of a window that a headless Chromium can leave unpainted."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
OWN = (".googleapis.com", ".google.com")
"""Hosts that Chromium itself looks for at every start, whatever page it shows."""

_MEASURING = """<!doctype html><title>measuring</title><pre id="found"></pre><script>
const pages = PAGES, widths = WIDTHS, found = [];
function measure(page, width) {
  return new Promise(done => {
    const frame = document.createElement("iframe");
    frame.style.cssText = `width:${width}px;height:4000px;border:0`;
    frame.onload = () => {
      const root = frame.contentDocument.documentElement;
      const texts = [...frame.contentDocument.querySelectorAll("svg text")].filter(one => {
        const box = one.getBoundingClientRect();
        return box.width && (box.right > width + 12 || box.left < 0);
      });
      found.push({page, width, needs: root.scrollWidth, height: root.scrollHeight,
                  cut: texts.map(one => one.textContent)});
      frame.remove();
      done();
    };
    frame.src = page;
    document.body.append(frame);
  });
}
(async () => {
  for (const page of pages) for (const width of widths) await measure(page, width);
  document.getElementById("found").textContent = JSON.stringify(found);
})();
</script>"""


class Browser:
    """Chromium with a profile of its own; each call is a start of it."""

    def __init__(self, folder: Path) -> None:
        self.program = needed("chromium", "chromium-browser", "google-chrome")
        self.folder = folder

    def shows(self, page: Path) -> tuple[str, list[str], set[str]]:
        """The document as it stands after loading, its console, and the addresses it asked for."""
        log = self.folder / "net.json"
        done = self._run(
            *("--enable-logging=stderr", f"--log-net-log={log}", "--dump-dom"), page.as_uri()
        )
        said = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
        events = json.loads(log.read_text("utf-8"))["events"]
        asked = {one["params"]["url"] for one in events if "url" in one.get("params", {})}
        hosts = {url for url in asked if not (urlsplit(url).hostname or "").endswith(OWN)}
        return done.stdout, said, hosts

    def measures(self, pages: list[Path], widths: list[int]) -> list[dict]:
        """For each page and width: the width it needs, its height, and words that are cut off."""
        harness = self.folder / "measuring.html"
        text = _MEASURING.replace("PAGES", json.dumps([page.as_uri() for page in pages]))
        harness.write_text(text.replace("WIDTHS", json.dumps(widths)))
        done = self._run(
            *("--allow-file-access-from-files", "--virtual-time-budget=60000", "--dump-dom"),
            harness.as_uri(),
        )
        found = re.search(r'<pre id="found">(.*?)</pre>', done.stdout, re.DOTALL)
        assert found, done.stderr
        return json.loads(html.unescape(found[1]))

    def photographs(self, page: Path, width: int, *, high: int = 2000, dark: bool = False) -> bytes:
        """The page as a PNG file of that width, or as much of it as is so high."""
        picture = self.folder / "picture.png"
        self._run(
            *(["--blink-settings=preferredColorScheme=0"] if dark else []),
            f"--window-size={width},{high + UNPAINTED}",
            f"--screenshot={picture}",
            page.as_uri(),
        )
        return upper_part(picture.read_bytes(), high)

    def prints(self, page: Path) -> bytes:
        """The page as a PDF file."""
        paper = self.folder / "paper.pdf"
        self._run("--no-pdf-header-footer", f"--print-to-pdf={paper}", page.as_uri())
        return paper.read_bytes()

    def _run(self, *flags: str) -> subprocess.CompletedProcess[str]:
        profile = f"--user-data-dir={self.folder / 'profile'}"
        return subprocess.run(
            [self.program, *FLAGS, profile, *flags],
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )


def ground(png: bytes) -> tuple[int, ...]:
    """The color of the pixel in the upper left corner of a picture."""
    # the first pixel of the first row is itself under every filter of the format
    return tuple(_rows(png)[1:4])


def upper_part(png: bytes, high: int) -> bytes:
    """The first rows of a picture; a row is written from those above it alone."""
    head = next(content for kind, content in _chunks(png) if kind == b"IHDR")
    rows = _rows(png)
    long = len(rows) // int.from_bytes(head[4:8])
    parts = {
        b"IHDR": head[:4] + high.to_bytes(4) + head[8:],
        b"IDAT": zlib.compress(rows[: high * long], 9),
        b"IEND": b"",
    }
    return _SIGNATURE + b"".join(
        len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)
        for kind, content in parts.items()
    )


def _rows(png: bytes) -> bytes:
    """The rows of a picture without gaps between them, each behind the number of its filter."""
    return zlib.decompress(b"".join(part for kind, part in _chunks(png) if kind == b"IDAT"))


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    assert png.startswith(_SIGNATURE)
    place = len(_SIGNATURE)
    while place < len(png):
        long = int.from_bytes(png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + long]
        place += long + 12

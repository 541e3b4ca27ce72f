"""The watch over pages (conftest.py) sees what it is there to see."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from conftest import watch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HARMLESS = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Türkiye</title>
<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="><p id="p">Türkiye</p>
<script>document.getElementById("p").dataset.ready = URL.createObjectURL(new Blob(["x"]));</script></html>"""

HARMFUL = """<!doctype html><title>x</title><script src="https://example.org/a.js"></script>
<script>alert("hello"); console.error("told"); setTimeout(() => { throw new Error("thrown"); });
try { new WebSocket("wss://example.org/w"); } catch (e) {}</script>"""


def test_a_harmless_page_passes(page: Page, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(HARMLESS, encoding="utf-8")
    page.goto((tmp_path / "page.html").as_uri())
    assert page.locator("#p[data-ready^=blob]").inner_text() == "Türkiye"


def test_a_harmful_page_is_seen(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(HARMFUL, encoding="utf-8")
    context = browser.new_context(offline=True)
    seen = watch(context)
    page = context.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    page.wait_for_timeout(300)
    context.close()
    for wanted in ("dialog: hello", "console: told", "error: ", "thrown", "https://example.org/a.js", "wss://"):
        assert any(wanted in line for line in seen), (wanted, seen)

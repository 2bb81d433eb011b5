"""Pages are escaped, clean, and know what they use."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from copilot.stores.html_page import page_template


def page(folder: Path, text: str) -> Path:
    path = folder / "page.html.j2"
    path.write_text(text, "utf-8")
    return path


def test_what_is_untrusted_is_escaped_and_without_control_characters(tmp_path: Path) -> None:
    shown = page_template(page(tmp_path, "<p>{{ said }}</p>")).render(said="<b>\x1b[31mred")
    assert shown == "<p>&lt;b&gt;red</p>"


def test_a_page_calls_and_pipes_through_what_it_is_given(tmp_path: Path) -> None:
    path = page(tmp_path, "{{ twice(2) }} {{ 1000|number }}")
    assert page_template(path, {"number": "{:,}".format}, twice=lambda n: 2 * n).render() == (
        "4 1,000"
    )


def test_a_name_that_nobody_has_told_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError):
        page_template(page(tmp_path, "{{ unknown }}")).render()

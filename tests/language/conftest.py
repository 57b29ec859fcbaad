"""The texts that the language tools look at, read once."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.model.kit import Kit
from tests.language.pages import Text, hand_written, read_page, situation_texts


@pytest.fixture(scope="session")
def markdown(root: Path) -> Mapping[str, str]:
    """Return the pages by hand, by path below docs/."""
    pages = hand_written(root)
    assert len(pages) >= 10
    return pages


@pytest.fixture(scope="session")
def pages(markdown: Mapping[str, str]) -> list[Text]:
    """Return the prose of the pages by hand."""
    return [read_page(name, text) for name, text in markdown.items()]


@pytest.fixture(scope="session")
def situations(kit: Kit, root: Path) -> list[Text]:
    """Return the words of the situations."""
    texts = situation_texts(kit, root)
    assert len(texts) >= 36
    return texts

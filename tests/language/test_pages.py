"""What counts as prose."""

from tests.language.pages import read_page

PAGE = """---
title: x
---
# Head *line*

One [link](a.md) and **bold**, <b>said</b> `code`
on two lines.

- first
- second
  goes on

> A quotation.

!!! known "What is known"

    Inside.

```sh
make site
```

| a | b |
|---|---|

<figure>
<img src="x" alt="y">
<figcaption>Left out.</figcaption>
</figure>

--8<-- "docs/kit/parts/cards.html"
"""


def test_prose_is_what_is_left_without_markup_tables_code_quotations_and_figures() -> None:
    page = read_page("x", PAGE)
    assert page.headings == ("Head line", "What is known")
    assert page.paragraphs == (
        "One link and bold, said it on two lines.",
        "first",
        "second goes on",
        "Inside.",
    )

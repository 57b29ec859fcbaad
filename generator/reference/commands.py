"""The verbs of the command line with all of their options, as a page in Markdown."""

from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_type_hints

import typer

from generator.cli import app
from generator.reference.code_words import mark_code

PAGE = "command-line.md"
HEAD = """---
title: Command line
description: Every verb of the command line, with every option, its default and an example.
---

# Command line

All is done with one program, from the folder of the kit:

```sh
.venv/bin/afternote --help
```

Its first word is a verb. `make site` puts the program there. It ends with 0 when all is done,
with 1 when something in your files or words is wrong, and with 2 when an option is not known.
With 1 or 2, nothing is written.

Lengths take a unit: `5mm`, `0.125in` or `9pt`. A bare number is in mm.
"""
EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "build": ("build",),
    "check": ("check", "check --design open-door"),
    "card": (
        'card --design laurel --set recipient="Ms Okafor" --out note.png',
        "card --design open-door --fold side --panel spread --dpi 150 --out opened.png",
        "card --design laurel --format us-a7 --cmyk --marks --out shop.pdf",
    ),
    "sheet": (
        "sheet --design laurel --form inset --paper letter --out sheet.pdf",
        "sheet --design laurel --stock avery-8315 --fold side --format us-a2 --out pack.pdf",
    ),
    "liner": ("liner --design next-chapter --out liner.pdf",),
    "envelope": (
        'envelope --format us-a2 --to "Ms Okafor\\n12 Hill Road\\nLeeds LS1 4AP\\nUnited Kingdom" '
        '--from "Jo Martin\\n5 Mill Lane\\nYork YO1 7HH\\nUnited Kingdom" --out envelope.pdf',
    ),
    "guides": ("guides --format us-a2 --line 8mm --out lines.pdf",),
    "calibrate": ("calibrate --paper letter --out test.pdf",),
    "followups": ("followups --from 2026-11-02 --out days.ics",),
    "contact-sheet": (
        "contact-sheet --out sheet.png",
        "contact-sheet --design laurel --form grey --out laurel.png",
    ),
    "new": ("new palette seaside",),
    "list": ("list designs", "list palettes --json"),
    "schema": ("schema --out schemas",),
}
"""What stands below a verb; each is run by the test of the page."""
KINDS: Mapping[Any, str] = {int: "NUMBER", float: "NUMBER", Path: "PATH", str: "TEXT"}
EVERYWHERE = "--kit"
"""The option of every verb, told once."""


def command_page() -> str:
    """Return the page of all verbs, in the order in which `--help` lists them."""
    verbs = _verbs()
    kit = next(p for p in verbs["build"].params if EVERYWHERE in p.opts)
    parts = [HEAD, "Every verb takes this:\n", *_option(kit, Path)]
    for name, verb in verbs.items():
        parts += _verb(name, verb)
    return "\n".join(parts)


def _verbs() -> Mapping[str, Any]:
    group: Any = typer.main.get_command(app)
    commands: Mapping[str, Any] = group.commands
    return commands


def _verb(name: str, verb: Any) -> Iterator[str]:
    hints = get_type_hints(verb.callback)
    yield f"## {name}\n"
    yield f"{mark_code(verb.help)}\n"
    yield "```sh\n" + "".join(f".venv/bin/afternote {line}\n" for line in EXAMPLES[name]) + "```\n"
    for param in verb.params:
        if EVERYWHERE not in param.opts:
            yield from _option(param, _bare(hints[param.name]))


def _bare(hint: Any) -> Any:
    """Return what one value is: `list[X] | None` and `X | None` are an X."""
    for part in get_args(hint):
        if part is not NoneType:
            return _bare(part)
    return hint


def _option(param: Any, kind: Any) -> Iterator[str]:
    """Yield an option or an argument as a term, and what it means, its bounds and its default."""
    is_flag = kind is bool
    value = "" if is_flag else KINDS.get(kind, "ONE")
    is_option = param.opts[0].startswith("-")
    term = f"{param.opts[0]} {value}" if is_option else (param.metavar or param.name).upper()
    said = [mark_code(f"{param.help.rstrip('.')}.")] if param.help else []
    if isinstance(kind, type) and issubclass(kind, Enum):
        said.append(f"One of {', '.join(f'`{one.value}`' for one in kind)}.")
    if param.min is not None and param.max is not None:
        said.append(f"From {param.min} to {param.max}.")
    yield f"`{term.strip()}`"
    if not any("left out" in words for words in said):
        said.append(_default(param, is_flag=is_flag))
    yield f":   {' '.join(said)}\n"


def _default(param: Any, *, is_flag: bool) -> str:
    if param.required:
        return "**Needed.**"
    if is_flag:
        return "Off unless you write it."
    if param.default is None:
        return "May be left out."
    return f"`{param.default}` if left out."

"""Every key of every YAML file, from the schemas that the files are checked against."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.load.schema import ID
from generator.load.schemas import kit_schemas
from generator.reference.code_words import mark_code

PAGE = "yaml-reference.md"
HEAD = """---
title: YAML files
description: Every key of every file that you may write, with what it takes, its default and its meaning.
---

# YAML files

All that is yours stands in `mine/`, in the files below. A key may be
left out, unless it says **Needed.** A key that is not listed here is a problem that names the
nearest one.

Each file may name its schema in its first line, as those in `assets/` do. Editors such as VS Code
then complete the keys and explain them. In `mine/kit.yml` this line is:

```yaml
# yaml-language-server: $schema=../assets/schema/kit.json
```

A length has a unit: `5mm`, `0.2in` or `9pt`. A bare number is in mm. An id is made of small
letters, digits and hyphens. Days are written `3d`, weeks `2w`.
"""  # noqa: E501


@dataclass(frozen=True, slots=True)
class File:
    """A kind of file: where it stands, what it is for, how it may look."""

    path: str
    words: str
    example: str


FILES: Mapping[str, File] = {
    "kit": File(
        "mine/kit.yml",
        "Whose kit it is, and what the site offers. Laid over ours key by key.",
        """\
name: Thank You, Anyway
owner: Jo Martin
monogram: JM
logo: mine/logo.svg
locale: en-GB
format: iso-a6
palette: moss
seed: Jo Martin
site_url: https://jo-martin.example/notes/
designs: {except: [guilloche]}       # or all, or {only: [laurel]}
publish: {palettes: first, formats: [us-a2, iso-a6], folds: all}
""",
    ),
    "palettes": File(
        "mine/palettes.yml",
        "Palettes, each under its id.",
        """\
heather:
  name: Heather
  paper:  {rgb: "#FBF7F4", cmyk: [1, 2, 3, 0]}
  ink:    {rgb: "#2A1F2D", cmyk: [0, 0, 0, 100]}
  accent: {rgb: "#6B2D5C"}
  second: {rgb: "#C9A9BF"}
  muted:  {rgb: "#7A6A76"}
""",
    ),
    "typefaces": File(
        "mine/typefaces.yml",
        "Faces, and the roles that they play. Laid over ours key by key. A face of your own needs "
        "`package`, `upright`, `weights` and `licence`.",
        """\
roles: {text: spectral, display: my-serif}
faces:
  my-serif:
    package: fontpkg-fraunces
    upright: "Fraunces[SOFT,WONK,opsz,wght].ttf"
    italic: "Fraunces-Italic[SOFT,WONK,opsz,wght].ttf"
    weights: [100, 900]
    axes: {opsz: 72, SOFT: 100, WONK: 0}
    scale: 0.98
    index: 0
    fallback: [eb-garamond]
    licence: OFL-1.1
  my-book:
    package: fontpkg-spectral
    upright: Spectral-Regular.ttf
    weights: [400]
    statics: {600: [Spectral-SemiBold.ttf, Spectral-SemiBoldItalic.ttf]}
    licence: OFL-1.1
last_resort:                         # takes the place of the whole list
  - {face: noto-sans, scale: 0.96}
  - {face: noto-cjk, index: {zh: 2, ja: 0, ko: 1}}
""",
    ),
    "design": File(
        "mine/designs/ID/design.yml",
        "A design; its drawings stand beside it.",
        """\
name: Quiet
summary: A bare card with room for a hand.
family: typographic
use: [rejection, anytime]
orientation: portrait
formats: [us-a2]
palettes: [ink, clay]
panels:
  flat: {front: card, back: none}
liner: lining
colours: {"#a4502f": accent, "#e3cdb7": accent-40}
slots:
  message:
    kind: text
    typeface: text
    weight: 400
    italic: false
    size: 9pt..13pt
    leading: 1.4
    tracking: 0
    features: [onum]
    align: left
    valign: middle
    colour: ink
    max_lines: 30
    required: true
    lang: en
  greeting: {size: 14pt, text: "{% if cover %}{{ cover }}{% endif %}", required: false}
  photo: {kind: picture, file: harbor.png, alt: "The harbor at dawn", fit: cover, required: false}
""",
    ),
    "situation": File(
        "mine/situations/ID.yml",
        "A situation and its notes.",
        """\
title: They met you for coffee
summary: Someone told you about their work.
group: Your own
order: 1
to: the person who met you
when: {from: 0d, by: 2d, card_by: 2w}
medium: {email: yes, card: when it changed your mind}
must_say:
  - {id: time, text: thanks for the time}
avoid: [asking whether there is a job]
fields:
  place: {label: Where you met, example: the café, required: false}
wordings:
  plain:
    card:
      text: "Dear {{ recipient }},\\n\\nThank you for your time at {{ place }}."
      covers: {time: "Thank you for your time at {{ place }}."}
    email:
      subject: Thank you
      text: "Dear {{ recipient }},\\n\\nThank you for your time at {{ place }}."
      covers: {time: "Thank you for your time at {{ place }}."}
sources: [our-survey]
""",
    ),
    "formats": File(
        "mine/formats.yml",
        "Sizes of cards, each under its id.",
        """\
square-120:
  name: Small square
  trim: [120, 120]
  folds: [flat, side]
  envelopes:
    EU: [{name: Square 125, size: [125, 125]}]
  source: my paper cutter
""",
    ),
    "stock": File(
        "mine/stock/MAKER.yml",
        "Packs of pre-cut sheets, each under its id.",
        """\
my-cards:
  name: Cards from the corner shop
  maker: The corner shop
  page: a4
  card: [105, 148.5]
  fold: flat
  first: [0, 0]
  pitch: [105, 148.5]
  grid: [2, 2]
  round: 0
  also: [4711]
  measured: true
  note: Feed it face down.
  source: my ruler
""",
    ),
    "sources": File(
        "mine/sources.yml",
        "Where advice comes from, each under its id.",
        """\
our-survey:
  title: What our graduates wrote
  who: Careers Office
  year: 2026
  kind: survey
  note: Forty answers, all from one school.
""",
    ),
    "sample": File(
        "mine/samples/ID.yml",
        "The invented people of the previews that are marked as samples.",
        """\
situation: mentor
tone: warm
fields: {recipient: Ms. Okafor, sender: Robin Ellis}
""",
    ),
    "chooser": File(
        "mine/chooser.yml",
        "The questions that lead a reader to a note. Laid over ours key by key. Ours, in "
        "`assets/chooser.yml`, uses every key.",
        """\
questions:
  told: {ask: How did they tell you?}
""",
    ),
    "followups": File(
        "mine/followups.yml",
        "When to write again. Laid over ours key by key. Ours, in `assets/followups.yml`, uses "
        "every key.",
        """\
note: {title: Send your note, text: Post it before the last collection.}
""",
    ),
    "lint": File(
        "mine/lint.yml",
        "What notes are looked over for. Laid over ours key by key. Ours, in `assets/lint.yml`, "
        "shows how its keys are used.",
        """\
length: {email: {most: 150}}
""",
    ),
}
"""By the schema's name, in the order of the page; a test reads each example as a kit."""
PATTERNS: Mapping[str, str] = {
    ID: "an id",
    "^#": "a colour in quotes",
    r"^\s*[+-]?([0-9]": "a length",
    "^[0-9]{1,4}[dw]": "days or weeks",
    "^((paper|ink": "an ink, or a part of it such as `accent-40`",
    "^https?": "a web address",
    "^[A-Za-z0-9]{4}": "four letters",
    "^[a-z]{2,3}(-": "a language and a country",
}
"""How the pattern of a value begins, and what such a value is called."""


def key_page() -> str:
    """Return the page of all files, each mapping in them under a heading of its own."""
    schemas = {name: json.loads(text) for name, text in kit_schemas().items()}
    parts = [HEAD]
    for name, file in FILES.items():
        parts += _Reader(name, schemas[f"{name}.json"]).file(file)
    return "\n".join(parts)


class _Reader:
    """Writes down one schema."""

    def __init__(self, name: str, schema: Mapping[str, Any]) -> None:
        self.name, self.schema = name, schema
        self.defs: Mapping[str, Any] = schema.get("$defs", {})

    def file(self, file: File) -> Iterator[str]:
        """Yield a file's section: what it is, an example, its keys, and the mappings in it."""
        yield f"## {file.path} {{: #{self.name} }}\n"
        yield f"{file.words}\n"
        yield f"```yaml\n{file.example}```\n"
        done: list[str] = []
        if "properties" in self.schema:
            yield from self.keys(self.schema)
        for row in self._rows(self.schema):
            if row not in done:
                done.append(row)
                yield f"### {self._title(row)} {{: #{self._anchor(row)} }}\n"
                yield from self.keys(self.defs[row])

    def keys(self, schema: Mapping[str, Any]) -> Iterator[str]:
        """Yield each key as a term with what it takes, what it means, and its default."""
        needed = schema.get("required", ())
        for key, value in schema["properties"].items():
            said = mark_code(value.get("description", ""))
            yield f"`{key}`: {self.kind(value)}"
            default = _default(value, is_needed=key in needed)
            yield f":   {' '.join(filter(None, (said, default)))}\n"

    def kind(self, schema: Any) -> str:
        """Return in words what may stand behind a key."""
        if not isinstance(schema, dict):
            return "anything"
        if "$ref" in schema:
            row = self._named(schema)
            return f"a mapping: [{self._title(row).lower()}](#{self._anchor(row)})"
        if "anyOf" in schema:
            return self._either([s for s in schema["anyOf"] if s.get("type") != "null"])
        if schema.get("type") == "array":
            return f"a list, each {self.kind(schema.get('items'))}"
        if "properties" in schema:
            return "a mapping of " + ", ".join(f"`{key}`" for key in schema["properties"])
        if schema.get("type") == "object":
            return f"names, each with {self.kind(schema.get('additionalProperties'))}"
        return _plain(schema)

    def _either(self, schemas: list[Any]) -> str:
        if any(schema.get("type") == "boolean" for schema in schemas):
            return "`true` or `false`"
        return ", or ".join(dict.fromkeys(self.kind(schema) for schema in schemas))

    def _rows(self, schema: Any) -> Iterator[str]:
        """Yield the mappings that a schema leads to, in the order of its keys."""
        if isinstance(schema, list):
            for part in schema:
                yield from self._rows(part)
        elif isinstance(schema, dict):
            if "$ref" in schema:
                row = self._named(schema)
                yield row
                yield from self._rows(self.defs[row])
            for key, part in schema.items():
                if key != "$defs":
                    yield from self._rows(part)

    def _named(self, schema: Mapping[str, Any]) -> str:
        return str(schema["$ref"]).removeprefix("#/$defs/")

    def _title(self, row: str) -> str:
        said = str(self.defs[row].get("description", row)).partition(": ")[2] or row
        return said[:1].upper() + said[1:].rstrip(".")

    def _anchor(self, row: str) -> str:
        return f"{self.name}-{row.removesuffix('Row').lower()}"


def _plain(schema: Mapping[str, Any]) -> str:
    """Return in words what a single value is."""
    if "enum" in schema or "const" in schema:
        words = [f"`{word}`" for word in schema.get("enum", [schema.get("const")])]
        return f"one of {', '.join(words)}" if len(words) > 1 else words[0]
    if "pattern" in schema:
        return _patterned(schema["pattern"])
    if schema.get("type") in ("integer", "number"):
        noun = "a whole number" if schema["type"] == "integer" else "a number"
        if "minimum" in schema and "maximum" in schema:
            return f"{noun} from {schema['minimum']} to {schema['maximum']}"
        return noun
    return "words"


def _patterned(pattern: str) -> str:
    """Return what words of a pattern are called, by how the pattern begins."""
    if r"\.\." in pattern:
        return "a size, or two with .. between"
    return next((noun for start, noun in PATTERNS.items() if pattern.startswith(start)), "words")


def _default(schema: Mapping[str, Any], *, is_needed: bool) -> str:
    if is_needed:
        return "**Needed.**"
    default = schema.get("default")
    if default in (None, [], "") or isinstance(default, dict):
        return ""
    shown = ", ".join(map(str, default)) if isinstance(default, list) else json.dumps(default)
    return f"`{shown.strip(chr(34))}` if left out."

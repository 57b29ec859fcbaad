"""Which properties an element has: attributes, style sheet rules, `style`, in CSS's order.

Only what editors write is read of CSS: rules for classes, ids, elements and `*`, alone or joined
(`rect.wall`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.load.svg.document import Element

INHERITED = frozenset(
    (
        "clip-rule", "color", "fill", "fill-opacity", "fill-rule", "paint-order", "stroke",
        "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin",
        "stroke-miterlimit", "stroke-opacity", "stroke-width", "visibility",
    )
)  # fmt: skip
OWN = frozenset(
    (
        "clip-path", "display", "filter", "marker", "marker-end", "marker-mid", "marker-start",
        "mask", "mix-blend-mode", "opacity", "stop-color", "stop-opacity", "transform",
        "transform-origin", "vector-effect",
    )
)  # fmt: skip
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(\*|[A-Za-z][\w-]*)?((?:[.#][A-Za-z_][\w-]*)*)")
Declarations = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """Declarations for the elements that a selector names; `weight` is its specificity."""

    tag: str
    ids: tuple[str, ...]
    classes: frozenset[str]
    weight: tuple[int, int, int, int]
    declarations: Declarations

    def holds_for(self, element: Element, classes: frozenset[str]) -> bool:
        """Return whether an element is one that the rule names."""
        return (
            self.tag in ("*", element.tag)
            and all(element.attributes.get("id") == name for name in self.ids)
            and self.classes <= classes
        )


def parse_rules(text: str) -> list[Rule]:
    """Return a style sheet's rules, weakest first; raises ValueError for what is not read."""
    text = _COMMENT.sub(" ", text).replace("<![CDATA[", "").replace("]]>", "").strip()
    rules: list[Rule] = []
    at = 0
    for match in _RULE.finditer(text):
        if text[at : match.start()].strip() or "@" in match[1]:
            break
        at = match.end()
        declarations = parse_declarations(match[2])
        for selector in match[1].split(","):
            rules.append(_rule(selector.strip(), len(rules), declarations))
    if text[at:].strip():
        raise ValueError(f"{text[at:].strip()[:30]!r} is no plain rule")
    return sorted(rules, key=lambda rule: rule.weight)


def parse_declarations(text: str) -> dict[str, str]:
    """Return `name: value` pairs; raises ValueError for what is none."""
    pairs = {}
    for part in _COMMENT.sub(" ", text).split(";"):
        name, colon, value = part.partition(":")
        if part.strip() and not colon:
            raise ValueError(f"{part.strip()[:30]!r} is no style")
        if colon:
            pairs[name.strip().lower()] = value.replace("!important", "").strip()
    return pairs


def class_names(element: Element) -> frozenset[str]:
    """Return the classes of an element."""
    return frozenset(element.attributes.get("class", "").split())


def own_properties(element: Element, rules: list[Rule]) -> dict[str, str]:
    """Return the properties that an element sets itself; raises ValueError as its parts do."""
    known = INHERITED | OWN
    properties = {n: v.strip() for n, v in element.attributes.items() if n in known}
    classes = class_names(element)
    for rule in rules:
        if rule.holds_for(element, classes):
            properties.update((n, v) for n, v in rule.declarations.items() if n in known)
    style = element.attributes.get("style")
    if style:
        properties.update((n, v) for n, v in parse_declarations(style).items() if n in known)
    return properties


def _rule(selector: str, order: int, declarations: Declarations) -> Rule:
    match = _SELECTOR.fullmatch(selector)
    if match is None or not selector:
        raise ValueError(f"the selector {selector[:30]!r} is not read")
    parts = re.findall(r"[.#][^.#]+", match[2])
    ids = tuple(part[1:] for part in parts if part[0] == "#")
    classes = frozenset(part[1:] for part in parts if part[0] == ".")
    tag = match[1] or "*"
    weight = (len(ids), len(classes), int(tag != "*"), order)
    return Rule(tag, ids, classes, weight, declarations)

"""What the kit is made with: each typeface and library with the licence that it names itself."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution as Package
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from generator.model.kit import Kit, Typeface

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
UNNAMED = "see its project page"
GRANTS = {
    "Permission is hereby granted, free of charge, to any person obtaining a copy": "MIT",
}
"""How the texts of licences that bear no title begin, by https://spdx.org/licenses/."""
HOME_LABELS = ("homepage", "home", "source", "source code", "repository", "documentation")


@dataclass(frozen=True, slots=True)
class Credit:
    """A package or typeface: its name, licence, and where it comes from ("" if it does not say).

    `also` names what else of a family comes under the same licence, such as scripts.
    """

    name: str
    licence: str
    url: str
    also: tuple[str, ...] = ()


def typeface_credits(kit: Kit) -> tuple[Credit, ...]:
    """Return the kit's typefaces by name: a family that is cut up by script stands as one."""
    faces = sorted(kit.typefaces.faces.values(), key=lambda f: f.id)
    families: dict[tuple[str, str], list[Typeface]] = {}
    for face in faces:
        heads = (id_ for id_, licence in families if licence == face.licence)
        head = next((id_ for id_ in heads if face.id.startswith(f"{id_}-")), face.id)
        families.setdefault((head, face.licence), []).append(face)
    return tuple(_family(*members) for members in families.values())


def _family(face: Typeface, *others: Typeface) -> Credit:
    also = tuple(_title(other.id.removeprefix(f"{face.id}-")) for other in others)
    return Credit(_title(face.id), face.licence, _url_of(face.package), also)


def profile_credits() -> tuple[Credit, ...]:
    """Return the colour profile that CMYK files name, with the licence of its data."""
    return (Credit("Afternote coated, made from FOGRA39L data", "Zlib", ""),)


def library_credits(kit: Kit) -> tuple[Credit, ...]:
    """Return every installed package that a build needs, those of typefaces left out."""
    fonts = {canonicalize_name(face.package) for face in kit.typefaces.faces.values()}
    found = (credit for name, credit in _needed() if name not in fonts)
    return tuple(sorted(found, key=lambda credit: credit.name.lower()))


@cache
def _needed() -> tuple[tuple[str, Credit], ...]:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    return tuple((canonicalize_name(p.name), _credit(p)) for p in _closure(wanted))


def _closure(wanted: Iterable[str]) -> Iterator[Package]:
    seen: set[tuple[str, str]] = set()
    named: set[str] = set()
    waiting = [(requirement, "") for requirement in wanted]
    while waiting:
        text, extra = waiting.pop()
        requirement = Requirement(text)
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(requirement.name)
        package = _installed(name)
        if package is None:
            continue
        if name not in named:
            named.add(name)
            yield package
        for part in ("", *sorted(requirement.extras)):
            if (name, part) not in seen:
                seen.add((name, part))
                waiting.extend((needed, part) for needed in package.requires or ())


def _installed(name: str) -> Package | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _credit(package: Package) -> Credit:
    return Credit(package.metadata["Name"], _licence(package), _home(package))


def _licence(package: Package) -> str:
    if named := _named(package, "License-Expression"):
        return named
    classifiers = package.metadata.get_all("Classifier") or []
    from_classifier = [c.split(" :: ")[-1] for c in classifiers if c.startswith("License :: ")]
    if named := ", ".join(c for c in from_classifier if c != "OSI Approved"):
        return named
    words = _named(package, "License")
    return words if words and "\n" not in words and len(words) < 60 else _from_file(package)


def _named(package: Package, key: str) -> str:
    return package.metadata[key].strip() if key in package.metadata else ""


def _from_file(package: Package) -> str:
    for path in package.files or ():
        if re.search(r"(licen[cs]e|copying)[^/]*$", str(path), re.IGNORECASE):
            text = path.read_text()
            flowing = " ".join(text.split())
            if granted := next((name for words, name in GRANTS.items() if words in flowing), ""):
                return granted
            first = next((x.strip() for x in text.splitlines() if x.strip()), "")
            if re.search(r"licen[cs]e", first, re.IGNORECASE):
                return first
    return UNNAMED


def _home(package: Package) -> str:
    urls: dict[str, str] = {}
    for line in package.metadata.get_all("Project-URL") or []:
        label, _, url = str(line).partition(",")
        urls.setdefault(label.strip().lower(), url.strip())
    fallback = _named(package, "Home-page")
    found = next((urls[label] for label in HOME_LABELS if label in urls), fallback)
    return found if found.startswith(("https://", "http://")) else ""


def _url_of(package_name: str) -> str:
    package = _installed(package_name)
    return _home(package) if package else ""


def _title(face_id: str) -> str:
    small = {"cjk": "CJK", "eb": "EB", "ibm": "IBM"}
    return " ".join(small.get(word, word.capitalize()) for word in face_id.split("-"))

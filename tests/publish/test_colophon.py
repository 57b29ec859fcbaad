from importlib.metadata import distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from sample_kit import sample_kit

from generator.publish import colophon


def test_every_typeface_is_credited_with_its_licence() -> None:
    (face,) = colophon.typeface_credits(sample_kit())
    assert (face.name, face.licence) == ("EB Garamond", "OFL-1.1")


def test_libraries_come_with_what_they_need_themselves() -> None:
    names = {canonicalize_name(c.name) for c in colophon.library_credits(sample_kit())}
    assert {"mkdocs", "jinja2", "markupsafe", "pillow", "uharfbuzz", "setuptools"} <= names
    assert "pytest" not in names
    assert "fontpkg-eb-garamond" not in names, "a typeface's package stands with the typefaces"


def test_what_the_installed_packages_ask_for_is_listed_too() -> None:
    names = {canonicalize_name(c.name) for c in colophon.library_credits(sample_kit())}
    wanted = [Requirement(text) for text in distribution("mkdocs").requires or ()]
    always = {canonicalize_name(r.name) for r in wanted if r.marker is None}
    assert len(always) > 5 and always <= names


def test_licences_are_what_the_packages_say() -> None:
    by_name = {c.name: c for c in colophon.library_credits(sample_kit())}
    assert by_name["mkdocs-material"].licence == "MIT"
    assert by_name["rich"].licence == "MIT License"
    assert all(c.licence for c in by_name.values())
    unnamed = [c.name for c in by_name.values() if c.licence == colophon.UNNAMED]
    assert len(unnamed) <= 2, unnamed


def test_addresses_are_web_addresses() -> None:
    urls = [c.url for c in colophon.library_credits(sample_kit())]
    assert urls and all(u == "" or u.startswith(("https://", "http://")) for u in urls)

from dataclasses import replace
from importlib.metadata import distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from sample_kit import sample_kit

from generator.model.kit import Kit
from generator.publish import colophon


def test_every_typeface_is_credited_with_its_licence() -> None:
    (face,) = colophon.typeface_credits(sample_kit())
    assert (face.name, face.licence) == ("EB Garamond", "OFL-1.1")


def test_a_family_that_is_cut_up_by_script_stands_as_one() -> None:
    kit = sample_kit()
    face = kit.typefaces.faces["eb-garamond"]
    ids = {"sans": "OFL-1.1", "sans-arabic": "OFL-1.1", "sans-thai": "OFL-1.1", "sans-x": "MIT"}
    faces = {id_: replace(face, id=id_, licence=licence) for id_, licence in ids.items()}
    made = replace(kit, typefaces=replace(kit.typefaces, faces=faces))
    shown = [(c.name, c.licence, c.also) for c in colophon.typeface_credits(made)]
    assert shown == [("Sans", "OFL-1.1", ("Arabic", "Thai")), ("Sans X", "MIT", ())]


def test_every_typeface_of_the_kit_names_its_licence(kit: Kit) -> None:
    credits = colophon.typeface_credits(kit)
    assert len(credits) < len(kit.typefaces.faces)
    assert all(c.licence for c in credits)


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
    assert [c.name for c in by_name.values() if c.licence == colophon.UNNAMED] == []
    assert by_name["resvg_py"].licence == "MIT", "named by the text of its licence alone"


def test_addresses_are_web_addresses() -> None:
    urls = [c.url for c in colophon.library_credits(sample_kit())]
    assert urls and all(u == "" or u.startswith(("https://", "http://")) for u in urls)

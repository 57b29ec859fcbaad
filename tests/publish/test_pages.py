import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import markdown as python_markdown
import yaml
from sample_kit import design, sample_kit, sample_plan, situation

from generator.model.kit import Kit, MustSay, Note, Source
from generator.model.wording import Wording, Words
from generator.publish.pages import render_pages
from generator.publish.plan import Plan

EVIL = '"><script>alert(1)</script>\n\n# x\n[a](javascript:b) {: onclick=c }'
EXTENSIONS = ["attr_list", "def_list", "md_in_html", "tables", "pymdownx.superfences"]


def rendered(kit: Kit) -> dict[str, str]:
    return {path: data.decode() for path, data in render_pages(kit, sample_plan(kit)).items()}


def parts(page: str) -> tuple[dict[str, str], str]:
    """Return a page's front matter and its HTML."""
    _, front, body = page.split("---\n", 2)
    return yaml.safe_load(front), python_markdown.markdown(body, extensions=EXTENSIONS)


def test_every_design_and_situation_has_a_page() -> None:
    assert {
        "site.yml",
        "cards/index.md",
        "cards/open-door/index.md",
        "cards/laurel/index.md",
        "situations/index.md",
        "situations/hiring-manager/index.md",
        "colophon/index.md",
        "parts/hero.html",
        "parts/cards.html",
    } == set(rendered(sample_kit()))


def test_the_same_kit_gives_the_same_bytes() -> None:
    assert rendered(sample_kit()) == rendered(sample_kit())


def test_every_page_has_title_description_and_picture() -> None:
    pages = {p: t for p, t in rendered(sample_kit()).items() if p.endswith(".md")}
    assert len(pages) == 6
    for path, text in pages.items():
        front, html = parts(text)
        assert front["title"] and 20 <= len(front["description"]) <= 200, path
        assert front["image"].startswith("kit/links/") and front["image"].endswith(".png")
        assert html.count("<h1") == 1, path


def test_headings_go_down_one_level_at_a_time() -> None:
    for path, text in rendered(sample_kit()).items():
        if not path.endswith(".md"):
            continue
        levels = [int(n) for n in re.findall(r"<h([1-6])", parts(text)[1])]
        assert levels[0] == 1
        assert all(b <= a + 1 for a, b in pairwise(levels)), path


def test_every_picture_has_size_and_words() -> None:
    count = 0
    for path, text in rendered(sample_kit()).items():
        for tag in re.findall(r"<img[^>]*>", text):
            count += 1
            assert re.search(r' width="\d+" height="\d+" alt="[^"]{8,}"', tag), (path, tag)
    assert count > 20


def test_every_download_is_linked_once_and_every_link_is_planned() -> None:
    kit = sample_kit()
    plan = sample_plan(kit)
    text = rendered(kit)["cards/open-door/index.md"]
    linked = re.findall(r'href="\.\./\.\./(files/[^"]+)"', text)
    planned = [s.path for s in plan.of("open-door", "shop", "home", "screen")]
    planned += [d.path for d in plan.documents_of("open-door", "shop")]
    planned += [d.path for d in plan.documents_of("open-door", "home")]
    assert len(planned) > 20
    usual = linked[:2]
    assert usual == [
        f"files/open-door/open-door-us-a2-side-ink-inset-{p}.pdf" for p in ("letter", "a4")
    ]
    assert sorted(linked[2:]) == sorted(planned)


def test_the_usual_card_is_offered_on_top_for_the_usual_paper_first() -> None:
    kit = sample_kit()
    abroad = replace(kit, settings=replace(kit.settings, locale="en-GB", format="iso-a6"))
    top = rendered(abroad)["cards/open-door/index.md"].split('<div class="stage"')[0]
    links = re.findall(r'<a class="([^"]+)" href="[^"]+-(a4|letter).pdf" download>([^<]+)</a>', top)
    assert links == [
        ("button button--full", "a4", "Print at home on A4"),
        ("button", "letter", "on US Letter"),
    ]
    assert "A6, side fold, in Ink." in top


def test_a_cards_sides_stand_in_two_rows_or_one() -> None:
    kit = sample_kit()
    rows = rendered(kit)["cards/open-door/index.md"].split('<div class="stage__row">')[1:]
    assert [re.findall(r"<figcaption>([^<.]+)</figcaption>", row) for row in rows] == [
        ["the front", "Sample: the inside, opened, with a note"],
        ["Sample: the front of a flat card, with a note", "the back"],
    ]
    flat = design("plain", "pattern", panels={"flat": {"front": "card", "back": None}})
    page = rendered(replace(kit, designs={"plain": flat}))["cards/plain/index.md"]
    assert page.count('<div class="stage__row">') == 1 and page.count("<figure") > 1


def test_pictures_come_from_the_plan() -> None:
    kit = sample_kit()
    planned = {s.path for s in sample_plan(kit).shots}
    texts = rendered(kit).values()
    used = {m for t in texts for m in re.findall(r"previews/[\w.-]+\.webp", t)}
    assert used and used <= planned


def test_downloads_stand_in_three_groups_with_their_sizes() -> None:
    html = parts(rendered(sample_kit())["cards/open-door/index.md"])[1]
    ids = ["home", "shop", "screen"]
    assert re.findall(r'<details class="drawer"><summary><h3 id="(\w+)">', html) == ids
    shop = html[html.index('id="shop"') : html.index('id="screen"')]
    assert "1350 × 1725 px" in shop and "4¼ × 5½ in (108 × 139.7 mm)" in shop


def test_a_page_says_why_a_row_lacks_a_form_and_only_then() -> None:
    kit, words = sample_kit(), "Is a form or a paper not in a row?"
    plan = sample_plan(kit)
    full = [d for d in plan.documents_of("open-door", "home") if d.order.fold == "flat"]
    shots = tuple(shot for shot in plan.shots if shot.order.fold == "flat" or shot.use != "home")
    for documents, is_said in ((full, False), (full[1:], True)):
        pages = render_pages(kit, Plan(shots, tuple(documents)))
        assert (words in pages["cards/open-door/index.md"].decode()) == is_said


def test_the_usual_format_is_offered_first_and_the_others_are_folded_away() -> None:
    html = parts(rendered(sample_kit())["cards/open-door/index.md"])[1]
    shop = html[html.index('id="shop"') : html.index('id="screen"')]
    shown, folded = shop.split('<details class="more"')
    assert "-us-a2-" in shown and "-iso-a6-" not in shown
    assert "<summary>Other sizes: A6</summary>" in folded and "-iso-a6-" in folded


def test_sample_pictures_say_so_and_downloads_hold_none() -> None:
    text = rendered(sample_kit())["cards/open-door/index.md"]
    samples = re.findall(r"<figure.*?</figure>", text, re.S)
    marked = [f for f in samples if "-sample-" in f]
    assert len(marked) == 2
    assert all('alt="Sample: ' in f and "<figcaption>Sample: " in f for f in marked)
    assert "sample" not in "".join(re.findall(r'href="\.\./\.\./files/[^"]+"', text))


def test_a_card_stands_in_its_true_width() -> None:
    text = rendered(sample_kit())["cards/open-door/index.md"]
    assert "--mm:108.0" in text and "--mm:215.9" in text


def test_an_envelopes_region_is_written_as_one() -> None:
    kit = sample_kit()
    a2 = kit.formats["us-a2"]
    formats = {
        **kit.formats,
        "us-a2": replace(a2, envelopes=(replace(a2.envelopes[0], region="us"),)),
    }
    assert "<td>A2 (US)</td>" in rendered(replace(kit, formats=formats))["cards/open-door/index.md"]


def test_the_gallery_names_what_it_can_be_filtered_by() -> None:
    text = rendered(sample_kit())["cards/index.md"]
    assert 'data-family="metaphor" data-use="rejection anytime" data-format="us-a2 iso-a6"' in text
    assert "<option>botanical</option>" in text and '<option value="iso-a6">A6</option>' in text


def test_home_shows_the_guides_own_image_or_the_first_card() -> None:
    assert "previews/open-door-" in rendered(sample_kit())["parts/hero.html"]
    others = {k: d for k, d in sample_kit().designs.items() if k != "open-door"}
    assert "previews/laurel-" in rendered(sample_kit(designs=others))["parts/hero.html"]


def test_a_situation_is_given_cards_that_name_its_use_first() -> None:
    fit = design("thanks", "pattern", use=("interview",))
    kit = sample_kit()
    kit = replace(
        kit,
        designs={**kit.designs, "thanks": fit},
        situations={"a": situation("a"), "video-interview": situation("video-interview")},
    )
    shown = {
        id_: re.findall(
            r'href="\.\./\.\./cards/([\w-]+)/"', rendered(kit)[f"situations/{id_}/index.md"]
        )
        for id_ in kit.situations
    }
    assert shown["video-interview"][0] == "thanks"
    assert shown["a"] == ["open-door", "laurel", "thanks"]


def test_situations_of_a_group_stand_in_their_order_and_the_others_after_them() -> None:
    made = [
        situation("a", title="last"),
        situation("b", title="second", order=2),
        situation("c", title="first", order=1),
    ]
    kit = replace(sample_kit(), situations={s.id: s for s in made})
    text = rendered(kit)["situations/index.md"]
    titles = re.findall(r'<dt><a href="\w+/">(\w+)</a>', text)
    assert titles == ["first", "second", "last"]


def test_when_is_said_in_words() -> None:
    text = rendered(sample_kit())["situations/hiring-manager/index.md"]
    assert "from the same day to 2 days after; a card is welcome up to 14 days after" in text


def test_site_data_is_valid_yaml_for_any_name() -> None:
    kit = sample_kit()
    settings = replace(kit.settings, name=EVIL, owner="x: [y] #")
    data = yaml.safe_load(rendered(replace(kit, settings=settings))["site.yml"])
    assert data["site_name"] == " ".join(EVIL.split())
    assert data["site_author"] == "x: [y] #"
    assert data["site_url"] == "https://example.org/afternote/"


def evil_kit() -> Kit:
    """Return a kit in which every string that a page shows tries to become markup."""
    kit = sample_kit()
    wording = Wording((Words(EVIL),))
    return replace(
        kit,
        designs={"open-door": design("open-door", EVIL, name=EVIL, summary=EVIL, use=(EVIL,))},
        situations={
            "s": replace(
                situation("s"),
                title=EVIL,
                summary=EVIL,
                group=EVIL,
                to=EVIL,
                must_say=(MustSay("a", EVIL),),
                avoid=(EVIL,),
                cards={"warm": Note(wording, wording, {})},
                emails={"warm": Note(wording, wording, {})},
            )
        },
        palettes={k: replace(p, name=EVIL) for k, p in kit.palettes.items()},
        formats={k: replace(f, name=EVIL) for k, f in kit.formats.items()},
        sources={"one": Source("one", EVIL, EVIL, 2021, "guide", EVIL)},
        settings=replace(kit.settings, name=EVIL, owner=EVIL),
    )


class Seen(HTMLParser):
    """What a page is made of: its tags and its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend((name, value or "") for name, value in attrs)


def is_dangerous(seen: Seen) -> bool:
    events = [name for name, _ in seen.attributes if name.startswith("on")]
    links = [v for name, v in seen.attributes if name in {"href", "src"} and "javascript:" in v]
    return bool(events or links or "script" in seen.tags or seen.tags.count("h1") > 1)


def test_no_string_of_a_kit_becomes_markup() -> None:
    pages = rendered(evil_kit())
    assert len(pages) > 6
    for path, text in pages.items():
        if path != "site.yml":
            seen = Seen(parts(text)[1] if path.endswith(".md") else text)
            assert len(seen.tags) > 1 and not is_dangerous(seen), path


def test_the_check_sees_markup_that_got_through() -> None:
    for bad in ("<script>", "<p onclick=c>", '<a href="javascript:b">', "<h1></h1><h1></h1>"):
        assert is_dangerous(Seen(bad)), bad


def test_a_plan_without_shots_is_a_bug_not_an_empty_page() -> None:
    kit = sample_kit()
    try:
        render_pages(kit, Plan(()))
    except (IndexError, ValueError):
        return
    raise AssertionError("a page without pictures was rendered")

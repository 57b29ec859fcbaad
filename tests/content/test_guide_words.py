"""The guide says what it set out to say, each point in its place, and nothing without a source."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from readability import blocks, measure, plain

from generator.model.kit import Kit

HIGHEST_GRADE = 8


@dataclass(frozen=True)
class Point:
    """A point that the guide has to make: its page, the headings that make it, its card and note.

    `says` are words that the page cannot do without.
    """

    page: str
    headings: tuple[str, ...]
    design: str
    situation: str
    says: tuple[str, ...]


POINTS: Mapping[str, Point] = {
    "thanks are an old courtesy; why write when the job is gone": Point(
        "why-write",
        ("A courtesy that everybody knows", "The honest question", "Our answer"),
        "horizon",
        "rejected-after-interviews",
        ("Why thank people who chose someone else?", "promise nobody a job"),
    ),
    "a search runs on people, and a card by hand is not one more e-mail": Point(
        "a-card-among-emails",
        ("Why people remember paper", "When a card is right", "Make it personal"),
        "correspondence",
        "form-mail-after-rounds",
        ("wrote on it", "Getting to know people"),
    ),
    "whoever is out of sight is soon forgotten: interest, reasons, smaller work, now": Point(
        "stay-in-mind",
        (
            "Say that you are still interested",
            "Give one or two real reasons",
            "Leave the door open to smaller work",
            "Write now, while they know your face",
            "Follow up later, lightly",
        ),
        "seigaiha",
        "rejected-by-recruiter",
        ("contract or temporary work",),
    ),
    "say again, as one fact, what you can do, and stay positive": Point(
        "say-what-you-bring",
        (
            "One line, and make it a fact",
            "Skills and achievements, in small words",
            "Why it can help",
            "Stay on the bright side of true",
        ),
        "guilloche",
        "runner-up",
        ("short list", "Another opening may be only a matter of time"),
    ),
    "a no hurts and is not for ever: feel first, thank them, end on an open door": Point(
        "a-no-is-not-for-ever",
        (
            "It hurts, and that is not weakness",
            "Feel first, write second",
            "Thank them, and keep the channel open",
            "End on an open door",
        ),
        "open-door",
        "rejected-with-feedback",
        ("trust in yourself", "your worth"),
    ),
    "keep the faith and begin: from reading to a card in the post": Point(
        "begin",
        ("1. Choose", "2. Write", "3. Print", "4. Stamp", "5. Post"),
        "laurel",
        "rejected-after-interviews",
        ("next chapter", "glad you did it"),
    ),
}

QUESTIONS: Mapping[str, Point] = {
    "should I write at all, and when not": Point(
        "should-i-write",
        ("The short answer", "When not to write", "To whom"),
        "open-door",
        "rejected-after-interviews",
        ("only an automatic e-mail", "../kit/choose/index.md"),
    ),
    "a card or an e-mail": Point(
        "card-or-email",
        ("The case for the e-mail", "The case for the card", "How to choose"),
        "correspondence",
        "rejected-by-recruiter",
        ("a-card-among-emails.md",),
    ),
    "when, from the day of the no to a year after": Point(
        "when",
        ("From the day of the no to a year after", "Put it in your calendar", "If you are late"),
        "horizon",
        "late-thanks",
        ("1. **The day itself.**", "9. **After a year"),
    ),
    "I already sent an angry reply, and other mistakes": Point(
        "mistakes",
        ("I already sent an angry reply", "In what you say", "In how you send it"),
        "horizon",
        "angry-reply",
        ("**What:**", "**Why:**", "**Instead:**"),
    ),
    "there were five people on the panel": Point(
        "several-interviewers",
        ("After a no: one note is enough", "Getting the names right"),
        "guilloche",
        "panel-interview",
        ("There were five people on the panel",),
    ),
    "how to keep in touch, and when to stop": Point(
        "staying-in-touch",
        ("Choose one person", "Good reasons to write", "How often", "When to stop"),
        "seigaiha",
        "runner-up",
        ("#later", "Three of your messages had no answer"),
    ),
    "what research shows and does not show": Point(
        "research",
        ("The short answer", "Thanks before a decision", "How to read such numbers"),
        "open-door",
        "rejected-after-interviews",
        ("**No survey that we know measures notes sent after a rejection.**",),
    ),
}
"""What readers ask beyond the points: the page that answers, held to the same."""

PAGES = {**POINTS, **QUESTIONS}

PROMISES = re.compile(
    r"\b(guarantee|will get you|is sure to|proven to|always works|studies show|experts agree)",
    re.IGNORECASE,
)
FIGURE = re.compile(
    r"\d+(?:\.\d+)?\s?%|\b(?:19|20)\d\d\b|\b\d[\d,.]*\s+(?:managers|recruiters|workers|people)"
)
CITED = re.compile(r"\]\(sources\.md#([a-z0-9-]+)\)")


@pytest.fixture(scope="module")
def guide(root: Path) -> Mapping[str, str]:
    """Return the guide's pages by name, the list of sources apart."""
    pages = {path.stem: path.read_text("utf-8") for path in (root / "docs/guide").glob("*.md")}
    pages.pop("sources")
    assert len(pages) >= len(POINTS)
    return pages


@pytest.fixture(scope="module")
def source_page(root: Path) -> str:
    """Return the page that lists the sources."""
    return (root / "docs/guide/sources.md").read_text("utf-8")


def headings(page: str) -> list[str]:
    return [line.lstrip("#").strip() for line in page.split("\n") if line.startswith("#")]


def anchor(heading: str) -> str:
    """Return the anchor that Markdown gives a heading."""
    return re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", heading).strip().lower())


def uncited(page: str) -> list[str]:
    """Return the blocks of a page that hold a figure and name no source."""
    return [
        block
        for block in blocks(page)
        if FIGURE.search(re.sub(r"\[[^\]]*\]\([^)]*\)", "", block)) and not CITED.search(block)
    ]


@pytest.mark.parametrize("point", PAGES.values(), ids=list(PAGES))
def test_each_point_has_its_page_headings_card_and_note(
    point: Point, guide: Mapping[str, str], kit: Kit
) -> None:
    page = guide[point.page]
    missing = set(point.headings) - set(headings(page))
    assert not missing
    assert "The card and the note for this page" in headings(page)
    links = page.rsplit("## The card and the note for this page", 1)[1]
    assert f"../kit/cards/{point.design}" in links
    assert f"../kit/situations/{point.situation}" in links
    assert point.design in kit.designs
    assert point.situation in kit.situations
    for words in point.says:
        assert words in page


def test_a_point_without_its_heading_is_seen() -> None:
    assert {"2. Write"} == {"1. Choose", "2. Write"} - set(headings("# Begin\n\n## 1. Choose\n"))


@pytest.mark.parametrize("point", PAGES.values(), ids=list(PAGES))
def test_each_page_shows_both_sides_and_what_nobody_has_shown(
    point: Point, guide: Mapping[str, str]
) -> None:
    page = guide[point.page]
    assert "Where people disagree" in headings(page)
    known = page.split('!!! known "What is known, and what is not"', 1)
    assert len(known) == 2
    box = known[1].split("\n## ", 1)[0]
    assert "**Known.**" in box
    assert "**Not known.**" in box


def test_every_figure_names_its_source(guide: Mapping[str, str]) -> None:
    figures = [block for page in guide.values() for block in blocks(page) if FIGURE.search(block)]
    assert len(figures) >= 10
    assert {name: found for name, page in guide.items() if (found := uncited(page))} == {}


def test_the_research_page_tables_every_survey_of_the_list(
    guide: Mapping[str, str], source_page: str
) -> None:
    listed = source_page.split("## Surveys", 1)[1].split("## Career offices", 1)[0]
    surveys = {anchor(line[4:]) for line in listed.split("\n") if line.startswith("### ")}
    lines = [line for line in guide["research"].split("\n") if line.startswith("| ")]
    rows = [line for line in lines if not line.startswith(("| What", "| ---"))]
    assert all(line.count(" | ") == 3 and CITED.search(line) for line in rows)
    assert len(surveys) >= 13
    assert surveys == {name for line in rows for name in CITED.findall(line)}


def test_a_figure_without_a_source_is_seen() -> None:
    assert uncited("In 2017 about 24% of people wrote one.") != []
    assert uncited("About 24% wrote one ([A](sources.md#a-2017)).") == []
    assert uncited("A link of [2017](other.md) is no figure.") == []


def test_sources_are_one_list_in_three_places(
    guide: Mapping[str, str], source_page: str, kit: Kit, root: Path
) -> None:
    listed = {anchor(line[4:]) for line in source_page.split("\n") if line.startswith("### ")}
    assert listed == set(kit.sources)
    printed = [path.read_text("utf-8") for path in (root / "docs/print").glob("*.md")]
    cited = {name for page in guide.values() for name in CITED.findall(page)}
    cited |= set(re.findall(r"guide/sources\.md#([a-z0-9-]+)", "\n".join(printed)))
    assert len(cited) > 20
    assert cited <= listed
    used = cited | {name for situation in kit.situations.values() for name in situation.sources}
    assert listed - used == set()


def test_the_list_says_of_each_source_what_the_data_says(source_page: str, kit: Kit) -> None:
    parts = {
        anchor(part.split("\n", 1)[0]): part for part in re.split(r"^### ", source_page, flags=re.M)
    }
    for source in kit.sources.values():
        for words in (source.who, source.title, source.note, str(source.year or "")):
            assert words in parts[source.id], source.id


def test_the_guide_is_easy_to_read(guide: Mapping[str, str], root: Path) -> None:
    pages = dict(guide)
    for name in ("index", "print/index", "customise/index", "guide/sources"):
        pages[name] = (root / f"docs/{name}.md").read_text("utf-8")
    grades = {
        name: measure([plain(block) for block in blocks(page) if not block.startswith("#")])
        for name, page in pages.items()
    }
    assert all(reading.words > 200 for reading in grades.values())
    hard = {name: round(r.grade, 1) for name, r in grades.items() if r.grade > HIGHEST_GRADE}
    assert hard == {}


def test_no_page_promises_or_shouts(guide: Mapping[str, str]) -> None:
    assert PROMISES.search("This will get you the job")
    for name, page in guide.items():
        assert not PROMISES.search(page), name
        assert "!" not in "".join(blocks(page)), name


def test_home_answers_four_questions(root: Path) -> None:
    home = (root / "docs/index.md").read_text("utf-8")
    asked = [heading for heading in headings(home) if heading.endswith("?")]
    assert asked == ["Should I write?", "What do I say?", "Which card?", "How do I print it?"]
    assert "We promise nobody a job" in home


def test_those_who_cannot_write_by_hand_are_told_how(guide: Mapping[str, str], root: Path) -> None:
    assert "If you cannot write by hand" in headings(guide["a-card-among-emails"])
    for page in (guide["begin"], (root / "docs/index.md").read_text("utf-8")):
        assert re.search(r"do not write by hand|need not write by hand", page)


def test_each_question_is_one_click_from_home(root: Path) -> None:
    home = (root / "docs/index.md").read_text("utf-8")
    asked = [f"(guide/{point.page}.md)" for point in QUESTIONS.values()]
    assert [link for link in asked if link not in home] == []


def test_every_mistake_says_why_and_what_instead(guide: Mapping[str, str]) -> None:
    parts = re.split(r"^#{2,3} ", guide["mistakes"], flags=re.M)
    mistakes = [part for part in parts if "**What:**" in part]
    assert len(mistakes) >= 12
    bare = [part for part in mistakes if not {"**Why:**", "**Instead:**"} <= set(part.split())]
    assert bare == []

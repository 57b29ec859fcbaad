from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from sample_kit import situation, wording

from generator.model.kit import Note
from generator.model.wording import Field, If, Words
from generator.publish.notes import offered_tones, shown_notes, used_blanks


def test_a_field_is_shown_as_a_gentle_blank() -> None:
    card, mail = shown_notes(situation("s"), "warm")
    assert (card.medium, mail.medium) == ("card", "e-mail")
    assert '<span class="blank" data-field="recipient">their name</span>' in card.html
    assert card.html.startswith("<p>Dear <span")
    assert "<br>I was glad of it.</p>" in card.html


def test_the_plain_text_has_its_blanks_in_brackets() -> None:
    card, _ = shown_notes(situation("s"), "warm")
    assert card.plain == (
        "Dear [their name],\n\nThank you for telling me about [the company].\n"
        "I was glad of it.\n\nYours,\n[your name]"
    )


def test_the_mail_link_carries_subject_and_body() -> None:
    _, mail = shown_notes(situation("s"), "warm")
    parts = urlsplit(mail.mailto)
    query = parse_qs(parts.query)
    assert (parts.scheme, parts.path) == ("mailto", "")
    assert query["subject"] == ["Thank you, [their name]"]
    assert query["body"][0].replace("\r\n", "\n") == mail.plain


def test_a_card_has_no_mail_link() -> None:
    card, _ = shown_notes(situation("s"), "warm")
    assert card.mailto == "" and card.subject == ""


def test_only_written_tones_are_offered() -> None:
    assert offered_tones(situation("s")) == ("warm", "plain")
    assert [note.medium for note in shown_notes(situation("s"), "plain")] == ["e-mail"]


def test_a_field_of_the_situation_has_its_own_label() -> None:
    (mail,) = shown_notes(situation("s"), "plain")
    assert mail.plain == "Thanks, [who interviewed you]"


def test_a_field_only_inside_a_clause_may_stay_empty() -> None:
    blanks = {blank.name: blank.optional for blank in used_blanks(situation("s"))}
    assert blanks == {"recipient": False, "company": True, "sender": False, "interviewer": False}


def test_nested_clauses_show_their_fuller_reading() -> None:
    nested = wording(
        If("role", (Words("as "), Field("role"), If("company", (Words(" at "), Field("company")))))
    )
    shown = replace(situation("s"), cards={"warm": Note(None, nested, {})}, emails={})
    (card,) = shown_notes(shown, "warm")
    assert card.plain == "as [job title] at [the company]\n[your name]"


def test_words_of_a_stranger_stay_words() -> None:
    text = wording("<script>x</script>\n\n", Field("recipient"))
    shown = replace(situation("s"), cards={"warm": Note(text, text, {})}, emails={})
    (card,) = shown_notes(shown, "warm")
    assert "<script" not in card.html + card.subject
    assert "&lt;script&gt;" in card.html


def test_a_card_is_signed_once() -> None:
    unsigned = Note(None, wording("Warmly,"), {})
    for note, plain in ((unsigned, "Warmly,\n[your name]"), (situation("s").cards["warm"], None)):
        (card,) = shown_notes(replace(situation("s"), cards={"warm": note}, emails={}), "warm")
        assert card.plain.count("[your name]") == 1
        assert plain is None or card.plain == plain

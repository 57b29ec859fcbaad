"""Addresses set by country."""

from pathlib import Path

import pytest

from generator.load.address import country_code, country_name, read_address
from generator.model.problem import Problems

HERE = "name: Sam Lee\nstreet: 1 Main St\ncity: Denver\nregion: CO\npostcode: 80202"


def lines(text: str, home: str = "US") -> tuple[str, ...]:
    return read_address("--to", text, home).lines


def test_an_address_is_set_by_its_country_and_not_in_capitals() -> None:
    assert lines(HERE) == ("Sam Lee", "1 Main St", "Denver, CO 80202")
    german = "name: Anna\nstreet: Hauptstraße 5\ncity: Berlin\npostcode: 10115\ncountry: Germany"
    assert lines(german)[-1] == "10115 Berlin"
    british = "name: Jo\nstreet: 4 Elm Road\ncity: Leeds\npostcode: LS1 1AA\ncountry: UK"
    assert lines(british) == ("Jo", "4 Elm Road", "Leeds", "LS1 1AA")


def test_japan_keeps_its_city() -> None:
    japan = "name: 佐藤花子\nstreet: 銀座1-2-3\ncity: 中央区\nregion: 東京都\npostcode: 104-0061"
    assert lines(japan, "JP") == ("〒104-0061", "東京都", "中央区銀座1-2-3", "佐藤花子")
    latin = "name: H. Sato\nstreet: 1-2-3 Ginza\ncity: Chuo-ku\nregion: Tokyo\npostcode: 104-0061"
    assert lines(latin, "JP") == ("H. Sato", "1-2-3 Ginza, Chuo-ku, Tokyo", "104-0061")


def test_a_region_is_written_short_and_one_without_use_is_told() -> None:
    assert lines(HERE.replace("CO", "Colorado"))[-1] == "Denver, CO 80202"
    text = "name: A\nstreet: B 1\ncity: Bonn\nregion: NRW\npostcode: 53111"
    address = read_address("--to", text, "DE")
    assert "NRW" not in " ".join(address.lines)
    assert "NRW" in address.left_out[0]


def test_plain_lines_are_kept_as_given(tmp_path: Path) -> None:
    file = tmp_path / "to.txt"
    file.write_text("Frau Anna Weiß\nc/o: Müller\n\nHauptstraße 5\n10115 Berlin\n", "utf-8")
    kept = ("Frau Anna Weiß", "c/o: Müller", "Hauptstraße 5", "10115 Berlin")
    assert read_address("--to", str(file), "US").lines == kept
    assert lines("Sam\\n1 Main St") == ("Sam", "1 Main St")
    assert len(lines("\\n".join(["W" * 90] * 4))) == 4


def test_a_street_of_two_lines_stays_two_lines() -> None:
    assert lines(HERE.replace("1 Main St", "1 Main St\n  Apt 2"))[1:3] == ("1 Main St", "Apt 2")


def test_all_missing_parts_are_named_with_the_countrys_rule() -> None:
    with pytest.raises(Problems) as found:
        lines("name: A\ncity: Denver\ncountry: US")
    (problem,) = found.value.problems
    assert "street, region, postcode" in problem.what
    assert "UNITED STATES" in problem.hint and "street, city, region, postcode" in problem.hint
    with pytest.raises(Problems, match="lacks name"):
        lines(HERE.replace("name: Sam Lee\n", ""))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HERE + "\nzip: 80202\n", "did you mean postcode"),
        (HERE.replace("80202", "8020"), "is no zip code of UNITED STATES"),
        (HERE.replace("CO", "Bavaria"), "has no state 'Bavaria'"),
        (HERE + "\ncountry: Narnia", "no country 'Narnia'"),
        ("zip: 1\n" + HERE, "no part 'zip'"),
        ("Sam Lee", "has 1 line"),
        ("", "empty"),
        ("no-such-file.txt", "no file no-such-file.txt"),
    ],
)
def test_impossible_addresses_are_refused(text: str, said: str) -> None:
    with pytest.raises(Problems, match=said):
        lines(text)


def test_countries_go_by_code_and_by_name() -> None:
    assert country_code("x", "uk") == country_code("x", "United Kingdom") == "GB"
    assert country_code("x", "de") == "DE"
    assert country_name("JP") == "JAPAN"

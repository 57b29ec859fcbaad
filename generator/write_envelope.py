"""The verb `envelope`: an addressed envelope for a card format, as a PDF."""

import sys
from dataclasses import dataclass
from pathlib import Path

from generator.layout.envelope import Written, choose_envelope, envelope_pages, region_of
from generator.layout.post import post_of, size_warnings
from generator.load.address import Address, country_code, country_name, read_address
from generator.load.kit import load_kit
from generator.model.kit import Envelope, Format, Kit
from generator.model.problem import Problem, Problems
from generator.press import Press
from generator.write_pages import check_pdf_name, known_format, write_pages

LANGUAGES = {"JP": "ja", "CN": "zh", "TW": "zh", "HK": "zh", "KR": "ko"}
"""Which language's forms a Han character takes in an address."""
HOME = "US"
"""The country of a kit whose locale names none."""


@dataclass(frozen=True, slots=True)
class AskedEnvelope:
    """What the command line says; `country` is where it is posted, the sender's if None."""

    out: Path
    format: str
    to: str
    sender: str
    country: str | None
    envelope: str | None
    capitals: bool


def write_envelope(root: Path, asked: AskedEnvelope) -> None:
    """Write an addressed envelope, and say on standard error what its post may object to.

    Raises Problems: all that are wrong in the options and both addresses; nothing is written.
    """
    kit = load_kit(root)
    home = kit_country(kit)
    problems: list[Problem] = []
    format_ = known_format(kit, asked.format, problems)
    check_pdf_name(asked.out, problems)
    given = _country(asked.country, problems)
    sender = _read("--from", asked.sender, given or home, problems)
    origin = given or (sender and sender.country) or home
    to = _read("--to", asked.to, origin, problems)
    envelope = _envelope(format_, origin, asked.envelope, problems)
    if problems or format_ is None or sender is None or to is None or envelope is None:
        raise Problems(problems)
    _say(envelope, origin, sender, to)
    press = Press(kit)
    pages = envelope_pages(
        envelope.size,
        post_of(origin),
        _written(press, _with_country(to, origin, asked.capitals), to.country or origin),
        _written(press, _with_country(sender, to.country or origin, asked.capitals), origin),
    )
    write_pages(asked.out, pages, f"Envelope {envelope.name}")


def kit_country(kit: Kit) -> str:
    """Return the country of the kit's locale."""
    parts = kit.settings.locale.replace("_", "-").split("-")[1:]
    return next((part.upper() for part in parts if len(part) == 2), HOME)


def _country(named: str | None, problems: list[Problem]) -> str | None:
    try:
        return country_code("--country", named) if named else None
    except Problems as found:
        problems.extend(found.problems)
        return None


def _read(option: str, given: str, home: str, problems: list[Problem]) -> Address | None:
    try:
        return read_address(option, given, home)
    except Problems as found:
        problems.extend(found.problems)
        return None


def _envelope(
    format_: Format | None, origin: str, named: str | None, problems: list[Problem]
) -> Envelope | None:
    try:
        return choose_envelope(format_, origin, named) if format_ else None
    except Problems as found:
        problems.extend(found.problems)
        return None


def _with_country(address: Address, other: str, capitals: bool) -> tuple[str, ...]:
    """Return an address's lines; its country is the last where the letter crosses a border."""
    lines = tuple(line.upper() for line in address.lines) if capitals else address.lines
    if address.country and address.country != other:
        return (*lines, country_name(address.country))
    return lines


def _written(press: Press, lines: tuple[str, ...], country: str) -> Written:
    faces = press.faces("sans", 400, False, "\n".join(lines))
    return Written(lines, faces, LANGUAGES.get(country, "en"))


def _say(envelope: Envelope, origin: str, sender: Address, to: Address) -> None:
    """Say on standard error which envelope it is and what to look out for."""
    post = post_of(origin)
    said = [*sender.left_out, *to.left_out]
    if envelope.region != region_of(origin):
        said.append(f"no envelope of your region is listed for this card; {envelope.name} is taken")
    said.extend(size_warnings(envelope.size, post))
    if post.sender == "back":
        said.append("the second page is the back: the return address goes on the flap there")
    for words in said:
        print(f"Note: {words}.", file=sys.stderr)

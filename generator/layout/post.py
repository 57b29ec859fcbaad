"""What each post asks of an envelope, as data with its source and its date."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from generator.model.length import MPT_PER_INCH, Box, Mpt, Size, mm


def inches(value: float) -> Mpt:
    """Return a length in inches as the nearest 1/1000 pt."""
    return round(value * MPT_PER_INCH)


@dataclass(frozen=True, slots=True)
class Edges:
    """How far the address keeps from each edge; `from_bottom` is how high it may reach, 0 if free.

    All in 1/1000 pt.
    """

    left: Mpt
    right: Mpt
    bottom: Mpt
    top: Mpt = 0
    from_bottom: Mpt = 0


@dataclass(frozen=True, slots=True)
class Post:
    """One post's rules for a plain letter.

    `least` and `most` are length × height of the letters that it sorts by machine; `ratio` is
    length ÷ height in thousandths, 0 where there is no limit. `stamp` is kept free at the top
    right, `code` at the bottom right. `sender` says where the return address goes.
    """

    name: str
    least: Size
    most: Size
    ratio: tuple[int, int]
    address: Edges
    stamp: Size
    code: Size
    sender: Literal["front", "back"]
    rule: str
    date: str


_STAMP = Size(mm(30), mm(35))
_CODE = Size(mm(140), mm(15))
_PLAIN = Edges(mm(15), mm(15), mm(15), top=mm(40))
_READ = "read on 2026-11-23"

USPS = Post(
    name="the United States Postal Service",
    least=Size(inches(5), inches(3.5)),
    most=Size(inches(11.5), inches(6.125)),
    ratio=(1300, 2500),
    address=Edges(inches(0.5), inches(0.5), inches(0.625), from_bottom=inches(2.75)),
    stamp=_STAMP,
    code=Size(inches(4.75), inches(0.625)),
    sender="front",
    rule="Domestic Mail Manual 201 and 202, Publication 28",
    date=f"copies up to 2020, {_READ}",
)
CANADA = Post(
    name="Canada Post",
    least=Size(mm(140), mm(90)),
    most=Size(mm(245), mm(156)),
    ratio=(0, 0),
    address=USPS.address,
    stamp=_STAMP,
    code=USPS.code,
    sender="front",
    rule="its page of letter sizes; where the address stands is taken from USPS",
    date=_READ,
)
ROYAL_MAIL = Post(
    name="Royal Mail",
    least=Size(mm(140), mm(90)),
    most=Size(mm(240), mm(165)),
    ratio=(0, 0),
    address=_PLAIN,
    stamp=_STAMP,
    code=_CODE,
    sender="back",
    rule="letter sizes as Ofcom and others give them; the smallest is that of its guide to abroad",
    date=_READ,
)
DEUTSCHE_POST = Post(
    name="Deutsche Post",
    least=Size(mm(140), mm(90)),
    most=Size(mm(235), mm(125)),
    ratio=(1400, 0),
    address=_PLAIN,
    stamp=Size(mm(74), mm(40)),
    code=Size(mm(150), mm(15)),
    sender="front",
    rule="standard letters and the address field, as printers and mailers quote them",
    date=_READ,
)
JAPAN_POST = Post(
    name="Japan Post",
    least=Size(mm(140), mm(90)),
    most=Size(mm(235), mm(120)),
    ratio=(1400, 0),
    address=_PLAIN,
    stamp=_STAMP,
    code=_CODE,
    sender="back",
    rule="sizes to abroad, as two other sites tell them",
    date=_READ,
)
GENERAL = Post(
    name="many posts",
    least=Size(mm(140), mm(90)),
    most=Size(mm(235), mm(120)),
    ratio=(1400, 0),
    address=_PLAIN,
    stamp=_STAMP,
    code=_CODE,
    sender="front",
    rule="the rule that Canada's and Japan's posts share for letters to abroad; not looked up here",
    date=_READ,
)
FRANCE = Post(
    name="many posts (none of La Poste's own rules was read)",
    least=GENERAL.least,
    most=GENERAL.most,
    ratio=GENERAL.ratio,
    address=_PLAIN,
    stamp=_STAMP,
    code=_CODE,
    sender="back",
    rule=GENERAL.rule,
    date=_READ,
)
POSTS: Mapping[str, Post] = MappingProxyType(
    {
        "US": USPS,
        "CA": CANADA,
        "GB": ROYAL_MAIL,
        "DE": DEUTSCHE_POST,
        "JP": JAPAN_POST,
        "FR": FRANCE,
    }
)


def post_of(country: str) -> Post:
    """Return the rules of a country's post, a careful general rule where it is not known."""
    return POSTS.get(country, GENERAL)


def reading_area(size: Size, post: Post) -> Box:
    """Return where the delivery address must stand on an envelope, from its top left."""
    edges = post.address
    top = max(edges.top, post.stamp.height)
    if edges.from_bottom:
        top = max(size.height - edges.from_bottom, post.stamp.height)
    bottom = size.height - max(edges.bottom, post.code.height)
    return Box(edges.left, top, size.width - edges.left - edges.right, bottom - top)


def stamp_space(size: Size, post: Post) -> Box:
    """Return the top right corner that is kept free for the stamp."""
    return Box(size.width - post.stamp.width, 0, post.stamp.width, post.stamp.height)


def code_space(size: Size, post: Post) -> Box:
    """Return the bottom right corner that is kept free for the post's own barcode."""
    width = min(post.code.width, size.width)
    return Box(size.width - width, size.height - post.code.height, width, post.code.height)


def size_warnings(size: Size, post: Post) -> tuple[str, ...]:
    """Return what the post may object to in an envelope of this size, each with rule and date."""
    said = []
    if size.width < post.least.width or size.height < post.least.height:
        said.append(f"smaller than {_mm(post.least)}, the least for letters")
    if size.width > post.most.width or size.height > post.most.height:
        said.append(f"larger than {_mm(post.most)}, so it may cost more than a plain letter")
    low, high = post.ratio
    shape = size.width * 1000
    if low and shape < low * size.height:
        said.append(f"less than {low / 1000:g} times as long as high, so it may cost more")
    if high and shape > high * size.height:
        said.append(f"more than {high / 1000:g} times as long as high, so it may cost more")
    return tuple(
        f"{_mm(size)} is {words} ({post.name}: {post.rule}; {post.date})" for words in said
    )


def _mm(size: Size) -> str:
    width, height = (round(side * 25.4 / MPT_PER_INCH, 1) for side in (size.width, size.height))
    return f"{width:g} × {height:g} mm"

"""How much two thumbnails look alike: where their ink lies, and where its edges are."""

from collections.abc import Iterator
from itertools import combinations

from PIL import Image, ImageChops, ImageFilter

SIGHT = (48, 60)
"""What is left of a thumbnail at a glance, in pixels; also of one that lies down."""
Signature = tuple[bytes, bytes]


def signature(image: Image.Image, mode: str) -> Signature:
    """Return the ink on a picture's paper and the edges in it, blurred, in grey or in colour."""
    seen = image.convert(mode)
    small = seen.resize(SIGHT, Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(1.2))
    fine = ImageChops.difference(seen, seen.filter(ImageFilter.GaussianBlur(2)))
    edges = fine.filter(ImageFilter.GaussianBlur(1)).resize(SIGHT, Image.Resampling.BOX)
    return b"".join(map(_ink, small.split())), edges.tobytes()


def distance(one: Signature, other: Signature) -> float:
    """Return how unlike two signatures are: 0 for the same, 1 where nothing is shared."""
    return sum(_unlike(a, b) for a, b in zip(one, other, strict=True)) / 2


def pairs(images: dict[str, Image.Image]) -> Iterator[tuple[float, str, str]]:
    """Yield the distance of each two pictures: the less of that in grey and that in colour."""
    modes = ("L", "RGB")
    found = {name: [signature(image, mode) for mode in modes] for name, image in images.items()}
    for one, other in combinations(found, 2):
        yield (
            min(distance(a, b) for a, b in zip(found[one], found[other], strict=True)),
            one,
            other,
        )


def _ink(band: Image.Image) -> bytes:
    """Return how far each pixel is from the commonest one, which is the paper."""
    counts = band.histogram()
    paper = counts.index(max(counts))
    return band.point([abs(paper - value) for value in range(256)]).tobytes()


def _unlike(one: bytes, other: bytes) -> float:
    whole = sum(one) + sum(other)
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / whole if whole else 0

"""The press: words set, placed in a Scene and painted, as for any card of the kit."""

from typing import Literal

from bench.drawn import JobCard
from bench.job import words
from generator.export.png import encode_png
from generator.export.raster.cache import Cache
from generator.export.raster.job import prepare
from generator.export.raster.paint import RgbBands, ground_image
from generator.export.raster.view import View
from generator.model.scene import Scene


class OurCards:
    """Makes cards with the press; artwork is drawn once."""

    def __init__(self, colour: Literal["fewest", "rgb"] = "fewest") -> None:
        self.drawn = JobCard()
        self.dpi: int = self.drawn.job["dpi"]
        self.colour = colour
        self.cache = Cache()

    def card(self, number: int) -> bytes:
        """Return a card as PNG."""
        return encode_png(self.scene(number), self.dpi, self.cache, colour=self.colour)

    def paint_message(self, number: int) -> None:
        """Set and paint a card's message alone, as bands that are not encoded."""
        scene = self.drawn.page(self.drawn.set_slot("message", words(number).message))
        view = View.at_dpi(scene.media, self.dpi)
        job = prepare(scene, view, self.cache)
        bands = RgbBands(ground_image(job.ground, view, self.cache), job.marks)
        for index in bands.touched:
            bands.paint(index)

    def scene(self, number: int) -> Scene:
        """Return a card's Scene."""
        drawn, said = self.drawn, words(number)
        return drawn.page(
            *drawn.art,
            drawn.set_slot("headline", said.headline),
            drawn.set_slot("message", said.message),
            drawn.set_slot("signature", said.signature),
        )

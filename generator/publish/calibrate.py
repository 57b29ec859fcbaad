"""The test sheets for a printer, to download."""

from io import BytesIO

from generator.export.pdf import Edition, write_pdf
from generator.layout.calibrate import TITLE, draw_test_sheet
from generator.model.paper import PAPERS
from generator.model.scene import Face


def render_test_sheets(faces: tuple[Face, ...]) -> dict[str, bytes]:
    """Return the test sheet on each paper, as a PDF by its path below docs/kit/."""
    sheets = {}
    for paper, page in PAPERS.items():
        held = BytesIO()
        write_pdf(held, draw_test_sheet(page, faces), Edition(TITLE, "en"))
        sheets[f"test-sheets/{paper}.pdf"] = held.getvalue()
    return sheets

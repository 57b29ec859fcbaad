"""The verbs: parse, call, print problems, exit code. A verb imports what it needs when called."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal

import typer

from generator.listing import Beginning, Catalogue
from generator.model.problem import Problem, Problems

app = typer.Typer(
    name="afternote",
    help="A guide and a stationery press for the thank-you note you send after the no.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

KitFolder = Annotated[
    Path | None,
    typer.Option("--kit", help="The kit's folder; the nearest parent with assets/ if left out."),
]

DesignId = Annotated[str, typer.Option(help="The design's id.")]
FormatId = Annotated[
    str | None,
    typer.Option("--format", help="The card format's id; your usual card if left out."),
]
FoldName = Annotated[str, typer.Option(help="flat, side, tent or quarter.")]
PaletteId = Annotated[
    str | None, typer.Option(help="The palette's id; the design's first if left out.")
]
SituationId = Annotated[
    str | None,
    typer.Option(help="Whose note the card takes; if left out, that after a no, for a recipient."),
]
ToneName = Annotated[str, typer.Option(help="warm, plain or formal.")]
Language = Annotated[
    str | None, typer.Option(help="The language of the words, as en or ja; yours if left out.")
]
NoteFile = Annotated[
    str | None, typer.Option(help='A file with the message, "-" for standard input.')
]
Fields = Annotated[list[str] | None, typer.Option("--set", help="field=value, as often as needed.")]
FormName = Annotated[str, typer.Option(help="bleed, inset, low-ink, grey or blank.")]
BleedWidth = Annotated[str | None, typer.Option(help="0 to 5mm; 3.175mm if left out.")]
Offset = Annotated[str | None, typer.Option(help="Shift to the right and down, as 1.5,-0.5 (mm).")]
BackOffset = Annotated[
    str | None, typer.Option(help="The back's shift, as you look at it; the front's if left out.")
]
Scale = Annotated[str | None, typer.Option(help="Scale, as 0.998.")]
WayUp = Annotated[
    str | None, typer.Option(help="portrait or landscape; the design's own if left out.")
]


@app.command()
def build(kit: KitFolder = None) -> None:
    """Render the kit into docs/kit/, only what changed."""
    with told_plainly():
        from generator.build import build_kit

        build_kit(kit_root(kit))


@app.command()
def check(
    design: Annotated[
        str | None, typer.Option(help="Only this design, which is sooner done; all if left out.")
    ] = None,
    kit: KitFolder = None,
) -> None:
    """Validate assets/ and mine/ and every text; print all Problems."""
    with told_plainly():
        from generator.check import check_kit, check_one

        root = kit_root(kit)
        print(check_kit(root) if design is None else check_one(root, design))


@app.command()
def card(
    out: Annotated[Path, typer.Option(help="Where to write: x.png, x.pdf or x.json.")],
    design: DesignId,
    format_: FormatId = None,
    fold: FoldName = "flat",
    palette: PaletteId = None,
    situation: SituationId = None,
    tone: ToneName = "warm",
    lang: Language = None,
    text: NoteFile = None,
    set_: Fields = None,
    panel: Annotated[
        str | None,
        typer.Option(help="front, inside, inside-left, back, spread or spread-outside."),
    ] = None,
    form: FormName = "bleed",
    bleed: BleedWidth = None,
    orientation: WayUp = None,
    marks: Annotated[bool, typer.Option("--marks", help="Add crop marks.")] = False,
    dpi: Annotated[int, typer.Option(min=36, max=1200, help="Pixels an inch.")] = 300,
    pages: Annotated[
        str, typer.Option(help="Of a PDF: panels (one a page) or spreads (the opened card).")
    ] = "panels",
    cmyk: Annotated[
        bool, typer.Option("--cmyk", help="A PDF in process inks, for a print shop.")
    ] = False,
    kit: KitFolder = None,
) -> None:
    """Write one card as a picture, as a PDF or as JSON."""
    with told_plainly():
        from generator.orders import Asked
        from generator.write_card import Copy, write_card

        asked = Asked(
            design,
            format_,
            fold,
            palette,
            situation,
            tone,
            lang,
            text,
            tuple(set_ or ()),
            form,
            bleed,
            orientation,
        )
        inks: Literal["rgb", "cmyk"] = "cmyk" if cmyk else "rgb"
        write_card(kit_root(kit), asked, Copy(out, panel, dpi, marks, pages, inks))


@app.command()
def envelope(
    out: Annotated[Path, typer.Option(help="Where to write: x.pdf.")],
    format_: Annotated[str, typer.Option("--format", help="The card format's id.")],
    to: Annotated[str, typer.Option(help="The address: a file, or its lines with \\n between.")],
    from_: Annotated[str, typer.Option("--from", help="The return address, likewise.")],
    country: Annotated[
        str | None, typer.Option(help="Where it is posted; the sender's country if left out.")
    ] = None,
    envelope_: Annotated[
        str | None,
        typer.Option("--envelope", help="The envelope's name, as C6; your region's if left out."),
    ] = None,
    capitals: Annotated[bool, typer.Option("--capitals", help="Addresses in capitals.")] = False,
    kit: KitFolder = None,
) -> None:
    """Write an addressed envelope for a card format."""
    with told_plainly():
        from generator.write_envelope import AskedEnvelope, write_envelope

        asked = AskedEnvelope(out, format_, to, from_, country, envelope_, capitals)
        write_envelope(kit_root(kit), asked)


@app.command()
def guides(
    out: Annotated[Path, typer.Option(help="Where to write: x.pdf.")],
    format_: FormatId = None,
    fold: FoldName = "flat",
    line: Annotated[str, typer.Option(help="From line to line, as 8mm; or seyes.")] = "8mm",
    x_height: Annotated[
        float | None, typer.Option(help="A dashed line at this part of a line, as 0.45.")
    ] = None,
    slant: Annotated[int, typer.Option(help="Slant lines, in degrees from the upright.")] = 0,
    landscape: Annotated[bool, typer.Option("--landscape", help="The card lies down.")] = False,
    situation: SituationId = None,
    tone: ToneName = "warm",
    text: Annotated[
        str | None, typer.Option(help="A file with the note, to trace in light grey.")
    ] = None,
    set_: Fields = None,
    practice: Annotated[
        bool, typer.Option("--practice", help="A whole page of letters to copy instead.")
    ] = False,
    kit: KitFolder = None,
) -> None:
    """Write a ruled sheet to slip under a card, or a sheet to trace."""
    with told_plainly():
        from generator.orders import Asked
        from generator.write_guides import AskedGuides, write_guides

        note = Asked("", situation=situation, tone=tone, text=text, fields=tuple(set_ or ()))
        asked = AskedGuides(out, format_, fold, line, x_height, slant, landscape, note, practice)
        write_guides(kit_root(kit), asked)


@app.command()
def sheet(
    out: Annotated[Path, typer.Option(help="Where to write: x.pdf.")],
    design: DesignId,
    format_: FormatId = None,
    fold: FoldName = "flat",
    palette: PaletteId = None,
    situation: SituationId = None,
    tone: ToneName = "warm",
    lang: Language = None,
    text: NoteFile = None,
    set_: Fields = None,
    form: FormName = "bleed",
    bleed: BleedWidth = None,
    orientation: WayUp = None,
    paper: Annotated[
        str | None, typer.Option(help="letter or a4; the one of your place if left out.")
    ] = None,
    stock: Annotated[
        str | None, typer.Option(help="The pack of pre-cut sheets, as avery-8315.")
    ] = None,
    start: Annotated[
        int | None, typer.Option(help="The first free place of the stock, counted row by row.")
    ] = None,
    skip: Annotated[str | None, typer.Option(help="Places to leave empty, as 2,3.")] = None,
    flip: Annotated[str, typer.Option(help="The edge you flip on: long or short.")] = "long",
    offset: Offset = None,
    back_offset: BackOffset = None,
    scale: Scale = None,
    cmyk: Annotated[
        bool, typer.Option("--cmyk", help="In process inks, for a print shop.")
    ] = False,
    kit: KitFolder = None,
) -> None:
    """Write a sheet of cards to print at home, on paper or on pre-cut stock."""
    with told_plainly():
        from generator.orders import Asked
        from generator.write_sheet import AskedSheet, write_sheet

        asked = Asked(
            design,
            format_,
            fold,
            palette,
            situation,
            tone,
            lang,
            text,
            tuple(set_ or ()),
            form,
            bleed,
            orientation,
        )
        inks: Literal["rgb", "cmyk"] = "cmyk" if cmyk else "rgb"
        figures = {"offset": offset, "back-offset": back_offset, "scale": scale}
        on = AskedSheet(out, paper, stock, start, skip, flip, figures, inks)
        write_sheet(kit_root(kit), asked, on)


@app.command()
def liner(
    out: Annotated[Path, typer.Option(help="Where to write: x.pdf.")],
    design: DesignId,
    format_: FormatId = None,
    palette: PaletteId = None,
    form: FormName = "bleed",
    envelope: Annotated[
        str | None, typer.Option(help="The envelope's name, as C6; your region's if left out.")
    ] = None,
    paper: Annotated[
        str | None, typer.Option(help="letter, a4, or none for a page of the liner's size.")
    ] = None,
    cmyk: Annotated[
        bool, typer.Option("--cmyk", help="In process inks, for a print shop.")
    ] = False,
    kit: KitFolder = None,
) -> None:
    """Write the liner of a design's envelope, to cut out."""
    with told_plainly():
        from generator.orders import Asked
        from generator.write_liner import AskedLiner, write_liner

        asked = Asked(design, format_, palette=palette, form=form)
        inks: Literal["rgb", "cmyk"] = "cmyk" if cmyk else "rgb"
        write_liner(kit_root(kit), asked, AskedLiner(out, envelope, paper, inks))


@app.command()
def calibrate(
    out: Annotated[Path | None, typer.Option(help="Where to write the test sheet: x.pdf.")] = None,
    paper: Annotated[
        str | None, typer.Option(help="letter or a4; the one of your place if left out.")
    ] = None,
    offset: Offset = None,
    back_offset: BackOffset = None,
    scale: Scale = None,
    kit: KitFolder = None,
) -> None:
    """Write a test sheet for your printer, or keep what you measured on it."""
    with told_plainly():
        from generator.write_sheet import keep_correction, write_test_sheet

        figures = {"offset": offset, "back-offset": back_offset, "scale": scale}
        if any(words is not None for words in figures.values()):
            keep_correction(kit_root(kit), figures)
        elif out is None:
            hint = "--out test.pdf writes it; --offset X,Y --scale S keeps what you measured"
            raise Problems([Problem("--out", "there is no name for the test sheet", hint)])
        if out is not None:
            write_test_sheet(kit_root(kit), paper, out)


@app.command()
def followups(
    from_: Annotated[str, typer.Option("--from", help="The day they told you, YYYY-MM-DD.")],
    out: Annotated[Path, typer.Option(help="Where to write: x.ics.")],
    situation: Annotated[str | None, typer.Option(help="Whose rhythm to take.")] = None,
    kit: KitFolder = None,
) -> None:
    """Write the days for a later word as a calendar file."""
    with told_plainly():
        from generator.followups import write_followups

        write_followups(kit_root(kit), from_, situation, out)


@app.command()
def new(
    what: Beginning,
    id_: Annotated[str, typer.Argument(metavar="ID", help="Small letters, digits, hyphens.")],
    from_: Annotated[
        str | None, typer.Option("--from", help="The id of one to begin from.")
    ] = None,
    kit: KitFolder = None,
) -> None:
    """Begin a design, a palette or a situation of your own in mine/."""
    with told_plainly():
        from generator.begin import begin

        print(begin(kit_root(kit), what, id_, from_))


@app.command()
def schema(
    out: Annotated[Path, typer.Option(help="The folder to write into; made if it is not there.")],
) -> None:
    """Write the JSON Schemas by which editors complete and check the kit's files."""
    with told_plainly():
        from generator.write_schemas import write_schemas

        print(write_schemas(out))


@app.command("contact-sheet")
def contact_sheet(
    out: Annotated[Path, typer.Option(help="Where to write: x.png.")],
    design: Annotated[
        str | None, typer.Option(help="One design in full; all of them if left out.")
    ] = None,
    format_: Annotated[str | None, typer.Option("--format", help="Only this format.")] = None,
    fold: Annotated[str | None, typer.Option(help="Only this fold.")] = None,
    palette: Annotated[str | None, typer.Option(help="In this palette.")] = None,
    form: Annotated[str | None, typer.Option(help="In this form.")] = None,
    against: Annotated[
        Path | None,
        typer.Option(help="An older kit's folder: show what looks different, before and after."),
    ] = None,
    kit: KitFolder = None,
) -> None:
    """Write one picture of all designs, of one design in full, or of what has changed."""
    with told_plainly():
        from generator.write_contact import AskedContact, write_contact

        asked = AskedContact(out, design, format_, fold, palette, form, against)
        said = write_contact(kit_root(kit), asked)
        if said:
            print(said)


@app.command("list")
def list_(
    what: Catalogue,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON array.")] = False,
    kit: KitFolder = None,
) -> None:
    """List what the kit has."""
    with told_plainly():
        from generator.listing import list_rows
        from generator.load.kit import load_kit

        rows = list_rows(load_kit(kit_root(kit)), what)
        if as_json:
            print(json.dumps(rows, ensure_ascii=False, indent=1))
            return
        wide = max((len(row["id"]) for row in rows), default=0)
        for row in rows:
            print(f"{row['id']:{wide}}  {row['name']}")


def kit_root(folder: Path | None) -> Path:
    """Return the kit's folder; raises Problems where there is none."""
    for candidate in [folder] if folder else [Path.cwd(), *Path.cwd().parents]:
        if (candidate / "assets").is_dir():
            return candidate.resolve()
    where = str(folder) if folder else "this folder"
    raise Problems([Problem("--kit", f"{where} holds no kit", "name a folder that has assets/")])


@contextmanager
def told_plainly() -> Iterator[None]:
    """Print Problems to standard error, all of them, and exit with 1."""
    try:
        yield
    except Problems as found:
        for problem in found.problems:
            print(problem, file=sys.stderr)
        count = len(found.problems)
        print(f"{count} problem{'s' if count > 1 else ''}; nothing was written.", file=sys.stderr)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        print("Stopped; run it again to go on from here.", file=sys.stderr)
        raise typer.Exit(130) from None

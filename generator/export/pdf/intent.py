"""What makes a CMYK document PDF/X-4 (ISO 15930-7): its printing condition, said in its metadata.

The condition is the kit's own profile, made from the FOGRA39L data (assets/profiles/). Pictures
go through the same profile.
"""

from html import escape

from generator.export.pdf.objects import Writer, text_string
from generator.load.profile import PROFILE

VERSION = "PDF/X-4"
CONDITION = "FOGRA39"
"""The name of the data's printing condition in the registry of the ICC."""
INFO = "Afternote coated, made from FOGRA39L data"
DATE = "2026-01-01T00:00:00Z"
"""PDF/X asks for dates; the same card must give the same bytes, so none comes from a clock."""
INFO_DATE = "D:20260101000000Z"
SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
    'xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" '
    'xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"'
)


def write_intent(writer: Writer, title: str, lang: str, producer: str) -> str:
    """Write the profile and the metadata; return the catalog's entries that name them."""
    profile = writer.stream("/N 4", PROFILE.read_bytes())
    intent = writer.write(
        f"<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier({CONDITION})"
        f"/RegistryName(http://www.color.org)/Info{text_string(INFO)}"
        f"/DestOutputProfile {profile} 0 R>>"
    )
    packet = xmp_packet(title, lang, producer, writer.fingerprint())
    # A reader of metadata alone looks for plain text, so this stream is not deflated.
    metadata = writer.raw_stream("/Type/Metadata/Subtype/XML", packet)
    return f"/OutputIntents[{intent} 0 R]/Metadata {metadata} 0 R"


def info_entries() -> str:
    """Return what PDF/X wants in the Info dictionary beyond title and producer."""
    return f"/CreationDate({INFO_DATE})/ModDate({INFO_DATE})/Trapped/False"


def xmp_packet(title: str, lang: str, producer: str, fingerprint: str) -> bytes:
    """Return the document's XMP; `fingerprint` is 32 hexadecimal digits, its name."""
    parts = (fingerprint[:8], fingerprint[8:12], fingerprint[12:16], fingerprint[16:20])
    name = "-".join((*parts, fingerprint[20:32]))
    plain = {
        "pdfxid:GTS_PDFXVersion": VERSION,
        "pdf:Producer": producer,
        "pdf:Trapped": "False",
        "xmp:CreatorTool": producer,
        "xmp:CreateDate": DATE,
        "xmp:ModifyDate": DATE,
        "xmp:MetadataDate": DATE,
        "xmpMM:DocumentID": f"uuid:{name}",
        "xmpMM:VersionID": "1",
        "xmpMM:RenditionClass": "default",
        "dc:format": "application/pdf",
    }
    rows = "".join(f"<{key}>{escape(value)}</{key}>\n" for key, value in plain.items())
    words = escape(title)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {SPACES}>\n{rows}'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt></dc:title>\n'
        f"<dc:language><rdf:Bag><rdf:li>{escape(lang)}</rdf:li></rdf:Bag></dc:language>\n"
        '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()

"""What an exhibit's files say inside of what they are: one record, written as XMP and read back from it."""

from __future__ import annotations

from dataclasses import MISSING, asdict, dataclass, fields
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from townbook.publishing.citations.publication import LICENCE_ADDRESS

NAMESPACE = "urn:townbook:exhibit:1#"
LICENCE = "CC BY 4.0"
_OPEN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_CLOSE = '\n<?xpacket end="r"?>'
_DESCRIPTION = """\
<rdf:Description rdf:about=""
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
  xmlns:townbook="{namespace}">
 <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
 <dc:creator><rdf:Seq>{creators}</rdf:Seq></dc:creator>
 <dc:identifier>{permalink}</dc:identifier>
 <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
 <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{licence}</rdf:li></rdf:Alt></dc:rights>
 <dc:source>{citation}</dc:source>
 <xmpRights:WebStatement>{address}</xmpRights:WebStatement>
{own}
</rdf:Description>"""
_PACKET = """\
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
{description}
</rdf:RDF>
</x:xmpmeta>"""


@dataclass(frozen=True)
class Identity:
    """What a file is.

    Attributes
    ----------
    exhibit, edition, language : str
    title : str
        As a list of figures would name it.
    data_sha256 : str
        Of the exhibit's CSV.
    citation : str
        One line.
    licence : str
    permalink : str
        The exhibit's address, or as long as the book is served nowhere its path within the edition.
    authors : str
        By name, parted by semicolons; files made before there was this field say none.
    """

    exhibit: str
    edition: str
    language: str
    title: str
    data_sha256: str
    citation: str
    licence: str
    permalink: str
    authors: str = ""


def describe_in_rdf(identity: Identity) -> str:
    """Return the identity as one RDF description: Dublin Core for all programs, and our own words."""
    plain = {key: escape(value) for key, value in asdict(identity).items()}
    own = "\n".join(f" <townbook:{key}>{value}</townbook:{key}>" for key, value in plain.items())
    creators = "".join(f"<rdf:li>{escape(name)}</rdf:li>" for name in identity.authors.split("; "))
    return _DESCRIPTION.format(
        **plain, namespace=NAMESPACE, creators=creators, address=LICENCE_ADDRESS, own=own
    )


def to_xmp(identity: Identity) -> str:
    """Return the identity as an XMP packet."""
    return _OPEN + _PACKET.format(description=describe_in_rdf(identity)) + _CLOSE


def from_xml(text: str | bytes) -> Identity | None:
    """Return the identity in an XMP packet or another document that carries its description, else None."""
    try:
        tree = ElementTree.fromstring(text)
    except ElementTree.ParseError:
        return None
    found = {
        field.name: element.text or ""
        for field in fields(Identity)
        if (element := tree.find(f".//{{{NAMESPACE}}}{field.name}")) is not None
    }
    return from_fields(found)


def from_fields(found: dict[str, str]) -> Identity | None:
    """Return the identity of these values by name, None where one is missing."""
    known = {field.name: found[field.name] for field in fields(Identity) if field.name in found}
    if any(field.name not in known for field in fields(Identity) if field.default is MISSING):
        return None
    return Identity(**known)

"""Pages as reference managers read them: by tags, else JSON-LD, or by context objects."""

import json
from urllib.parse import parse_qs


def read_tags(soup):
    """Read a page as reference managers do that know the tags of Highwire Press, else JSON-LD."""
    tags = {}
    for tag in soup.select('meta[name^="citation_"]'):
        tags.setdefault(tag["name"], []).append(tag["content"])
    if "citation_title" in tags:
        return {
            "title": tags["citation_title"][0],
            "authors": [split_name(author) for author in tags.get("citation_author", [])],
            "date": tags.get("citation_publication_date", [""])[0].replace("/", "-"),
            "language": tags.get("citation_language", [""])[0],
            "address": tags.get("citation_public_url", [""])[0],
        }
    described = read_json(soup)
    return {
        "title": described["name"],
        "authors": [read_described_author(author) for author in described["author"]],
        "date": described.get("datePublished", ""),
        "language": described["inLanguage"],
        "address": described.get("url", ""),
    }


def split_name(name):
    """Return family and given name as those programs tell them: by the comma, else at the last space."""
    if "," in name:
        family, _, given = name.partition(",")
        return (family.strip(), given.strip())
    given, _, family = name.rpartition(" ")
    return (family, given)


def read_described_author(author):
    if author["@type"] == "Organization":
        return (author["name"], "")
    return (author["familyName"], author["givenName"])


def read_context_object(soup):
    """Read a page as reference managers do that know context objects, which they prefer to tags."""
    [span] = soup.select("body span.Z3988[title]")
    read = parse_qs(span["title"], strict_parsing=True)
    title = {"report": "rft.btitle", "bookitem": "rft.atitle", "document": "rft.title"}
    return {
        "title": read[title[read["rft.genre"][0]]][0],
        "authors": [split_name(name) for name in read.get("rft.au", [])]
        + [(name, "") for name in read.get("rft.aucorp", [])],
        "date": read.get("rft.date", [""])[0],
        "language": read.get("rft.language", [""])[0],
        "address": read.get("rft_id", [""])[0],
    }


READERS = {"tags": read_tags, "context object": read_context_object}


def undivide(authors):
    """Return names with common spaces in place of those that hold an institution's words together."""
    return [tuple(part.replace("\xa0", " ") for part in author) for author in authors]


def read_json(soup):
    [script] = soup.select('script[type="application/ld+json"]')
    return json.loads(script.string)

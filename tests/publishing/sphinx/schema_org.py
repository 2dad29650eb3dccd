"""The published vocabulary of schema.org, against which descriptions are held."""

import importlib.resources
import json

# Range of what is written as a text or a number; a term of the vocabulary each.
_DATA = {"Text", "URL", "Date", "DateTime", "Number", "Integer"}


class Vocabulary:
    """The vocabulary of schema.org as rocrate ships it: types, properties, and what goes with what.

    It is as of that release, and tells neither which properties a search engine demands nor whether a text is
    a date or an address.
    """

    def __init__(self):
        text = importlib.resources.files("rocrate").joinpath("data/schema.jsonld").read_text("utf-8")
        self.terms = {one["@id"].removeprefix("schema:"): one for one in json.loads(text)["@graph"]}

    def find_faults(self, described):
        """Return what a description, or one within it, says that the vocabulary does not have."""
        kind, faults = described["@type"], []
        if self._read(kind, "@type") != ["rdfs:Class"]:
            return [f"{kind}: no type"]
        for name, value in described.items():
            if name.startswith("@"):
                continue
            if value in ("", [], {}, None):
                faults.append(f"{kind}.{name}: empty")
            elif self._read(name, "@type") != ["rdf:Property"] or self._read(name, "schema:supersededBy"):
                faults.append(f"{kind}.{name}: no property")
            elif not self._is_any(kind, self._read(name, "schema:domainIncludes")):
                faults.append(f"{kind}.{name}: not of this type")
            else:
                for one in value if isinstance(value, list) else [value]:
                    faults += self._judge(
                        f"{kind}.{name}", one, allowed=self._read(name, "schema:rangeIncludes")
                    )
        return faults

    def _judge(self, place, value, *, allowed):
        if not isinstance(value, dict):
            return [] if _DATA & set(allowed) else [f"{place}: {value!r} for one of {allowed}"]
        if not self._is_any(value["@type"], allowed):
            return [f"{place}: {value['@type']} for one of {allowed}"]
        return self.find_faults(value)

    def _is_any(self, kind, wanted):
        """Tell whether a type is one of others or beneath one."""
        return kind in wanted or any(self._is_any(one, wanted) for one in self._read(kind, "rdfs:subClassOf"))

    def _read(self, term, key):
        """Return the terms that one names under a key."""
        found = self.terms.get(term, {}).get(key, [])
        several = found if isinstance(found, list) else [found]
        return [one if isinstance(one, str) else one["@id"].removeprefix("schema:") for one in several]

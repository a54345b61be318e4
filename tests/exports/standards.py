"""The standards' own schemas, which every export is held against."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import jsonschema
from lxml import etree
from referencing import Registry, Resource

FOLDER = Path(__file__).parent.parent / "schemas"
_XSD = {"nitf": "nitf/nitf-3-5.xsd", "newsmlg2": "newsmlg2/NewsML-G2_2.24-spec-All-Core.xsd"}
_GEOJSON = "https://geojson.org/schema/GeoJSON.json"
_ANYTHING = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def faults(format: str, document: bytes) -> list[str]:
    """What is wrong with a document by the schema of its format; nothing, where there is none."""
    if format == "ninjs":
        return [error.message for error in _ninjs().iter_errors(json.loads(document))]
    if format in _XSD:
        schema = _schema(format)
        schema.validate(etree.fromstring(document))
        return [str(error) for error in schema.error_log]
    return []


@cache
def _schema(format: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(FOLDER / _XSD[format]))


@cache
def _ninjs() -> jsonschema.Draft202012Validator:
    schema = json.loads((FOLDER / "ninjs/ninjs-schema_3.0.json").read_text(encoding="utf-8"))
    registry = Registry().with_resource(_GEOJSON, Resource.from_contents(_ANYTHING))
    kind = jsonschema.Draft202012Validator
    return kind(schema, registry=registry, format_checker=kind.FORMAT_CHECKER)

"""Gazetteer: places with all their names, compiled once into an SQLite index of the user's cache."""

from contested.grounding.gazetteer.added import add
from contested.grounding.gazetteer.build import build, index_path
from contested.grounding.gazetteer.index import Gazetteer
from contested.grounding.gazetteer.records import Place

__all__ = ["Gazetteer", "Place", "add", "build", "index_path"]

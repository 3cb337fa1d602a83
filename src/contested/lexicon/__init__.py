"""Reviewed words: loads the files of `data/` once and searches texts for them."""

from contested.lexicon.load import data_bytes, data_file, data_names, word_set, yaml_data
from contested.lexicon.search import Hit, Matcher, fold

__all__ = ["Hit", "Matcher", "data_bytes", "data_file", "data_names", "fold", "word_set", "yaml_data"]

"""What a type of happening is called in a sentence ("air strike", "exchange of prisoners")."""

from contested.lexicon.load import yaml_data
from contested.model.codebook import codebook


def event_noun(code: str) -> str:
    """The noun for the type (`nouns` of data/lexicon/questions.yml), else the codebook's label, else the code."""
    noun: str | None = yaml_data("lexicon/questions.yml")["nouns"].get(code)
    known = codebook().get(code)
    return noun or (known.label if known else code)

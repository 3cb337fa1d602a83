"""The parts of actor grounding: the catalogue, names, descriptions, coreference, parties and sides."""

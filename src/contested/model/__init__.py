"""The words all rooms speak: frozen dataclasses, standard library only."""

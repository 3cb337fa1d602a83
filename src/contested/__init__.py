"""contested reads reports about armed conflict and keeps every side's account.

>>> import contested
>>> reading = contested.read("Rebels said they left the town overnight.", published="2013-06-05")
"""

from contested.errors import ContestedError, DataError, InputError, SettingsError
from contested.model.claim import Claim, Figure, Ref, Voice, When
from contested.model.event import Event
from contested.model.grounding import Attribution, Entity, Mention, Time
from contested.model.place import PlaceRef
from contested.model.question import Question
from contested.model.reading import Reading
from contested.model.reconciled import Reconciled, SharedEvent, Story
from contested.model.report import Report
from contested.model.text import Block
from contested.reader import Reader, read, reconcile

__version__ = "0.1.0"
__all__ = [
    "Attribution",
    "Block",
    "Claim",
    "ContestedError",
    "DataError",
    "Entity",
    "Event",
    "Figure",
    "InputError",
    "Mention",
    "PlaceRef",
    "Question",
    "Reader",
    "Reading",
    "Reconciled",
    "Ref",
    "Report",
    "SettingsError",
    "SharedEvent",
    "Story",
    "Time",
    "Voice",
    "When",
    "read",
    "reconcile",
]

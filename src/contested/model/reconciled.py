"""What many readings together give: stories, events told by several reports, and the questions between them."""

from dataclasses import dataclass

STORY_SCHEMA = "contested/story/1"


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of the same happening. `copies`: groups of reports that are one text, the earliest first.

    `lead_event` is the id of the shared event most of the reports tell, None where none was found.
    """

    id: str
    reports: tuple[str, ...]
    copies: tuple[tuple[str, ...], ...] = ()
    lead_event: str | None = None

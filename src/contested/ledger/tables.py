"""The ledger's tables. `reading` and `claim` are the truth; `event` and what hangs on it is a view that can be rebuilt.

The claim is kept as the contract's JSON beside the columns that are searched by. Days are ISO strings (they sort as
days), moments UTC in ISO.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

run = Table(
    "run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started_at", Text, nullable=False),
    Column("finished_at", Text),
    Column("version", Text, nullable=False),
    Column("options", Text, nullable=False),
)

report = Table(
    "report",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("source", Text),
    Column("url", Text),
    Column("title", Text),
    Column("published_at", Text),
    Column("language", Text),
    Column("first_seen", Text, nullable=False),
    Column("last_seen", Text, nullable=False),
    Index(None, "published_at"),
    Index(None, "source"),
)

reading = Table(
    "reading",
    metadata,
    Column("report_id", Text, ForeignKey("report.id"), primary_key=True),
    Column("text_id", Text, primary_key=True),
    Column("run_id", Integer, ForeignKey("run.id"), nullable=False),
    Column("current", Boolean, nullable=False),
    Column("first_seen", Text, nullable=False),
    Column("last_seen", Text, nullable=False),
    Column("json", Text, nullable=False),
)

claim = Table(
    "claim",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("report_id", Text, ForeignKey("report.id"), nullable=False),
    Column("text_id", Text, nullable=False),
    Column("local_id", Text, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("status", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("type", Text),
    Column("stance", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("source", Text),
    Column("place", Text),
    Column("country", Text),
    Column("geonames_id", Integer),
    Column("lat", Float),
    Column("lon", Float),
    Column("day_low", Text),
    Column("day_high", Text),
    Column("published_at", Text),
    Column("measure", Text),
    Column("num_low", Float),
    Column("num_high", Float),
    Column("event", Text),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("method", Text, nullable=False),
    Column("score", Float),
    Column("first_seen", Text, nullable=False),
    Column("last_seen", Text, nullable=False),
    Column("run_id", Integer, ForeignKey("run.id"), nullable=False),
    Column("json", Text, nullable=False),
    Index(None, "report_id", "text_id"),
    Index(None, "current", "kind", "number"),
    Index(None, "current", "type", "number"),
    Index(None, "current", "country", "number"),
    Index(None, "current", "place", "number"),
    Index(None, "current", "speaker", "number"),
    Index(None, "current", "source", "number"),
    Index(None, "current", "day_low"),
    Index(None, "current", "lat", "lon"),
    Index(None, "current", "number"),
    Index(None, "current", "measure", "number"),
)

actor = Table(
    "claim_actor",
    metadata,
    Column("claim_number", Integer, ForeignKey("claim.number"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("party", Text),
    Index(None, "name", "claim_number"),
    Index(None, "party", "claim_number"),
)

decision = Table(
    "decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("a_report", Text, nullable=False),
    Column("a_claim", Text, nullable=False),
    Column("b_report", Text, nullable=False),
    Column("b_claim", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text),
    Column("made_at", Text, nullable=False),
    Column("undone_at", Text),
)

review = Table(
    "review",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("claim_id", Text, ForeignKey("claim.id"), nullable=False),
    Column("field", Text, nullable=False),
    Column("machine_value", Text),
    Column("human_value", Text),
    Column("who", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Index(None, "claim_id"),
)

issue = Table(
    "issue",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("run_id", Integer, ForeignKey("run.id"), nullable=False),
    Column("report", Text),
    Column("line", Integer),
    Column("code", Text, nullable=False),
    Column("message", Text, nullable=False),
    UniqueConstraint("run_id", "report", "line", "code"),
)

event = Table(
    "event",
    metadata,
    Column("id", Text, primary_key=True),
    Column("type", Text),
    Column("status", Text),
    Column("place", Text),
    Column("country", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("day_low", Text),
    Column("day_high", Text),
    Column("reports", Integer, nullable=False),
    Column("disputed", Integer, nullable=False),
    Column("json", Text, nullable=False),
    Index(None, "type"),
    Index(None, "country"),
    Index(None, "place"),
    Index(None, "day_low"),
)
"""What `contested reconcile` made of the current readings; written anew each time."""

event_claim = Table(
    "event_claim",
    metadata,
    Column("event_id", Text, ForeignKey("event.id"), primary_key=True),
    Column("claim_number", Integer, ForeignKey("claim.number"), primary_key=True),
    Index(None, "claim_number"),
)

event_actor = Table(
    "event_actor",
    metadata,
    Column("event_id", Text, ForeignKey("event.id"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Index(None, "name"),
)
"""Parties as the event names them; the names that its claims use are in claim_actor."""

event_bond = Table(
    "event_bond",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("event_id", Text, ForeignKey("event.id"), nullable=False),
    Column("a_report", Text, nullable=False),
    Column("a_claim", Text, nullable=False),
    Column("b_report", Text, nullable=False),
    Column("b_claim", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", Text, nullable=False),
    Index(None, "event_id"),
)
"""Why two happenings of two readings stand in one event: reasons as a JSON list of [name, points]."""

state = Table(
    "state",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("changes", Integer, nullable=False),
    Column("seen", Integer),
    Column("made_at", Text),
    Column("rule", Text),
)
"""One row. `changes` grows when claims or decisions change; `seen` is what it was when the events were made."""

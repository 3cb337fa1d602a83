"""The first tables of the ledger."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and the index for the search of words."""
    _decision()
    _event()
    _report()
    _run()
    _claim()
    _issue()
    _reading()
    _claim_actor()
    _review()
    _searchable()


def _decision() -> None:
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("a_report", sa.Text(), nullable=False),
        sa.Column("a_event", sa.Text(), nullable=False),
        sa.Column("b_report", sa.Text(), nullable=False),
        sa.Column("b_event", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )


def _event() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("day_low", sa.Text(), nullable=True),
        sa.Column("day_high", sa.Text(), nullable=True),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("disputed", sa.Integer(), nullable=False),
        sa.Column("json", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    op.create_index(op.f("ix_event_country"), "event", ["country"], unique=False)
    op.create_index(op.f("ix_event_day_low"), "event", ["day_low"], unique=False)
    op.create_index(op.f("ix_event_type"), "event", ["type"], unique=False)


def _report() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published_at", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.Column("last_seen", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sa.UniqueConstraint("name", name=op.f("uq_report_name")),
    )
    op.create_index(op.f("ix_report_published_at"), "report", ["published_at"], unique=False)
    op.create_index(op.f("ix_report_source"), "report", ["source"], unique=False)


def _run() -> None:
    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("finished_at", sa.Text(), nullable=True),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run")),
    )


def _claim() -> None:
    op.create_table(
        "claim",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("text_id", sa.Text(), nullable=False),
        sa.Column("local_id", sa.Text(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("polarity", sa.Text(), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("geonames_id", sa.Integer(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("day_low", sa.Text(), nullable=True),
        sa.Column("day_high", sa.Text(), nullable=True),
        sa.Column("published_at", sa.Text(), nullable=True),
        sa.Column("measure", sa.Text(), nullable=True),
        sa.Column("num_low", sa.Float(), nullable=True),
        sa.Column("num_high", sa.Float(), nullable=True),
        sa.Column("event", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.Column("last_seen", sa.Text(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("json", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_claim_report_id")),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_claim_run_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_claim")),
        sa.UniqueConstraint("id", name=op.f("uq_claim_id")),
    )
    _claim_indexes()


def _claim_indexes() -> None:
    op.create_index(op.f("ix_claim_current_country_number"), "claim", ["current", "country", "number"], unique=False)
    op.create_index(op.f("ix_claim_current_lat_lon"), "claim", ["current", "lat", "lon"], unique=False)
    op.create_index(op.f("ix_claim_current_day_low"), "claim", ["current", "day_low"], unique=False)
    op.create_index(op.f("ix_claim_current_kind_number"), "claim", ["current", "kind", "number"], unique=False)
    op.create_index(op.f("ix_claim_current_measure_number"), "claim", ["current", "measure", "number"], unique=False)
    op.create_index(op.f("ix_claim_current_number"), "claim", ["current", "number"], unique=False)
    op.create_index(op.f("ix_claim_current_place_number"), "claim", ["current", "place", "number"], unique=False)
    op.create_index(op.f("ix_claim_current_source_number"), "claim", ["current", "source", "number"], unique=False)
    op.create_index(op.f("ix_claim_current_speaker_number"), "claim", ["current", "speaker", "number"], unique=False)
    op.create_index(op.f("ix_claim_current_type_number"), "claim", ["current", "type", "number"], unique=False)
    op.create_index(op.f("ix_claim_report_id_text_id"), "claim", ["report_id", "text_id"], unique=False)


def _issue() -> None:
    op.create_table(
        "issue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("report", sa.Text(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_issue_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issue")),
        sa.UniqueConstraint("run_id", "report", "line", "code", name=op.f("uq_issue_run_id_report_line_code")),
    )


def _reading() -> None:
    op.create_table(
        "reading",
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("text_id", sa.Text(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.Column("last_seen", sa.Text(), nullable=False),
        sa.Column("json", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_reading_report_id")),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_reading_run_id")),
        sa.PrimaryKeyConstraint("report_id", "text_id", name=op.f("pk_reading")),
    )


def _claim_actor() -> None:
    op.create_table(
        "claim_actor",
        sa.Column("claim_number", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("party", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["claim_number"], ["claim.number"], name=op.f("fk_claim_actor_claim_number")),
        sa.PrimaryKeyConstraint("claim_number", "role", "name", name=op.f("pk_claim_actor")),
    )
    op.create_index(op.f("ix_claim_actor_name_claim_number"), "claim_actor", ["name", "claim_number"], unique=False)
    op.create_index(op.f("ix_claim_actor_party_claim_number"), "claim_actor", ["party", "claim_number"], unique=False)


def _review() -> None:
    op.create_table(
        "review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("machine_value", sa.Text(), nullable=True),
        sa.Column("human_value", sa.Text(), nullable=True),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_review_claim_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
    )
    op.create_index(op.f("ix_review_claim_id"), "review", ["claim_id"], unique=False)


def _searchable() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE claim_words USING fts5(quote, content='claim', content_rowid='number')")
        op.execute(
            "CREATE TRIGGER claim_words_filled AFTER INSERT ON claim BEGIN "
            "INSERT INTO claim_words(rowid, quote) VALUES (new.number, new.quote); END"
        )
    else:
        words = "to_tsvector('english', quote)"
        op.execute(f"CREATE INDEX ix_claim_words ON claim USING gin ({words})")

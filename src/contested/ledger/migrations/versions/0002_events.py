"""Events with their claims, parties and bonds; whether they are older than the claims; decisions are about claims."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of the view anew (nothing wrote to the old one) and the row that tells its age."""
    for side in ("a", "b"):
        op.execute(f"ALTER TABLE decision RENAME COLUMN {side}_event TO {side}_claim")
    op.drop_table("event")
    op.create_table(
        "event",
        sa.Column("id", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("type", "status", "place", "country")),
        *(sa.Column(name, sa.Float(), nullable=True) for name in ("lat", "lon")),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("day_low", "day_high")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("reports", "disputed")),
        sa.Column("json", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    for column in ("type", "country", "place", "day_low"):
        op.create_index(op.f(f"ix_event_{column}"), "event", [column], unique=False)
    _parts()
    op.create_table(
        "state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.Text(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_state")),
    )
    op.execute("INSERT INTO state (id, changes) VALUES (1, 0)")


def _parts() -> None:
    op.create_table(
        "event_claim",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("claim_number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_claim_event_id")),
        sa.ForeignKeyConstraint(["claim_number"], ["claim.number"], name=op.f("fk_event_claim_claim_number")),
        sa.PrimaryKeyConstraint("event_id", "claim_number", name=op.f("pk_event_claim")),
    )
    op.create_index(op.f("ix_event_claim_claim_number"), "event_claim", ["claim_number"], unique=False)
    op.create_table(
        "event_actor",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("event_id", "role", "name")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_actor_event_id")),
        sa.PrimaryKeyConstraint("event_id", "role", "name", name=op.f("pk_event_actor")),
    )
    op.create_index(op.f("ix_event_actor_name"), "event_actor", ["name"], unique=False)
    op.create_table(
        "event_bond",
        sa.Column("number", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("event_id", "a_report", "a_claim")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("b_report", "b_claim")),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_bond_event_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_event_bond")),
    )
    op.create_index(op.f("ix_event_bond_event_id"), "event_bond", ["event_id"], unique=False)

"""Alembic's entry: it gets its connection from `ledger/migrating.py` and nothing from a file."""

from alembic import context

from contested.ledger.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()

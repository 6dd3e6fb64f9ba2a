"""Runs the migrations on the connection that `letterwriter.counts.schema` hands over."""

from alembic import context

from letterwriter.counts.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()

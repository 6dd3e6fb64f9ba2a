"""The table of letters: a number a day, constituency, door and campaign."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "letters",
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("constituency", sa.String(9), primary_key=True),
        sa.Column("door", sa.String(16), primary_key=True),
        sa.Column("campaign", sa.String(100), primary_key=True),
        sa.Column("letters", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("letters > 0", name="letters_counted"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take it away, with what was counted."""
    op.drop_table("letters")

"""Sentences as a campaign's files have them: a table each, with words for some roles besides."""

from letterwriter.campaigns.role_passage import ROLE_NAMES, RolePassage, by_sentence
from letterwriter.files.toml_files import Table
from letterwriter.text.passage import Passage


def passage_by_role(top: Table, name: str) -> RolePassage:
    """The table of a name, and those whose names add a role's: ``opening-vacant``."""
    keys = {role: f"{name}-{role}" for role in ROLE_NAMES if f"{name}-{role}" in top.values}
    return RolePassage(
        Passage(top.table(name).sentences()),
        {role: Passage(top.table(key).sentences()) for role, key in keys.items()},
    )


def sentences_by_role(table: Table, name: str) -> RolePassage:
    """A table a sentence: ``wordings``, and for a role or group its own below that name."""
    told: list[dict[str, tuple[str, ...]]] = []
    for part in table.tables(name):
        part.only("wordings", *ROLE_NAMES)
        roles = [role for role in ROLE_NAMES if role in part.values]
        told.append({"": part.texts("wordings"), **{role: part.texts(role) for role in roles}})
    return by_sentence(told)

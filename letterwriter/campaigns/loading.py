"""Campaign files to a Campaign, with errors that name the file, the key and the fix."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from letterwriter.campaigns.again import again_cases
from letterwriter.campaigns.campaign import Ask, Campaign, ChangePart, Concern, Fact, Frame, Prompt
from letterwriter.campaigns.editor import editor_words
from letterwriter.campaigns.open_letter import open_letter_of, readings_of
from letterwriter.campaigns.paper import Layout
from letterwriter.campaigns.promoter import Colours, Promoter
from letterwriter.campaigns.role_passage import ROLE_NAMES
from letterwriter.campaigns.sentences import passage_by_role, sentences_by_role
from letterwriter.files.faults import Fault, FaultyFiles
from letterwriter.files.toml_files import Table, read_toml
from letterwriter.parliament.members import Role
from letterwriter.paths import CAMPAIGNS
from letterwriter.text.passage import Passage

CAMPAIGN_FILE: Final = "campaign.toml"
DEFAULT_CAMPAIGN: Final = "restoring-order-and-control"
_TEXTS = ("title", "summary", "quick_prompt", "poster_text")
_OTHERS = (
    "subjects",
    "again_subjects",
    "quick_prompt_at_home",
    "layout",
    "hosts",
    "colours",
    "changing",
)
_ON_ITS_PAGE = ("open_letter", "find_out_more")
PROMOTER: Final = ("group", "imprint_name", "imprint_address", "contact")


def bundled_campaign(id_: str) -> Campaign:
    """The campaign as it comes with the program; raises FaultyFiles, also where there is none."""
    return load_campaign(CAMPAIGNS / id_)


def load_campaign(folder: Path) -> Campaign:
    """Read a campaign's folder; raises FaultyFiles with every mistake in its form.

    Whether the words are fit to be printed (lengths, dates, slots) is for
    ``letterwriter check``, which reads the Campaign that this returns.
    """
    faults: list[Fault] = []
    top = read_toml(folder / CAMPAIGN_FILE, CAMPAIGN_FILE, faults)
    top.only(*_TEXTS, *PROMOTER, *_OTHERS, *_ON_ITS_PAGE)
    facts = _facts(read_toml(folder / "facts.toml", "facts.toml", faults))
    campaign = Campaign(
        id=folder.name,
        **{name: top.text(name) for name in _TEXTS},
        quick_prompt_at_home=top.text(
            "quick_prompt_at_home", default=top.text("quick_prompt", default="")
        ),
        subjects=top.texts("subjects"),
        layout=layout_of(top),
        hosts=top.texts("hosts") if "hosts" in top.values else (),
        promoter=Promoter(**{name: top.text(name, default="") for name in PROMOTER}),
        colours=colours_of(top),
        frame=_frame(read_toml(folder / "frame.toml", "frame.toml", faults)),
        facts=facts,
        changes=_changes(top, facts),
        open_letter=open_letter_of(top),
        further_reading=tuple(readings_of(top)),
        prompts=_prompts(read_toml(folder / "prompts.toml", "prompts.toml", faults)),
        concerns=_concerns(folder / "concerns", faults),
        asks=_asks(read_toml(folder / "asks.toml", "asks.toml", faults)),
        again=again_cases(folder / "again", faults),
        editor=editor_words(folder, faults),
        again_subjects=top.texts("again_subjects") if "again_subjects" in top.values else (),
    )
    _check_quick_prompts(campaign, top)
    if faults:
        raise FaultyFiles(faults)
    return campaign


def _check_quick_prompts(campaign: Campaign, top: Table) -> None:
    known = {prompt.id for prompt in campaign.prompts}
    for key in ("quick_prompt", "quick_prompt_at_home"):
        if (id_ := getattr(campaign, key)) not in known and (key in top.values or not id_):
            top.wrong(key, f'"{id_}" is not the id of a prompt in prompts.toml')


def _changes(top: Table, facts: Mapping[str, Fact]) -> tuple[ChangePart, ...]:
    parts = []
    for table in top.tables("changing") if "changing" in top.values else ():
        table.only("title", "facts")
        ids = table.texts("facts")
        if not ids or not set(ids) <= facts.keys():
            table.wrong("facts", "should name one or more facts of facts.toml, and no others")
            continue
        parts.append(ChangePart(table.text("title"), ids))
    return tuple(parts)


def layout_of(top: Table) -> Layout:
    """The envelope that a table names, the usual one where it names none; notes a fault."""
    name = top.text("layout", default=Layout.C5)
    if name in [layout.value for layout in Layout]:
        return Layout(name)
    what = f'"{name}" is not a layout; known are {", ".join(Layout)}'
    top.wrong("layout", what)
    return Layout.C5


def colours_of(top: Table) -> Colours | None:
    """The colours that a table has, None where it has none; notes what cannot be read."""
    if "colours" not in top.values:
        return None
    table = top.table("colours")
    table.only("brand", "brand_dark")
    colours = Colours(table.text("brand"), table.text("brand_dark"))
    for key, what in colours.faults():
        table.wrong(key, what)
    return colours


def _frame(top: Table) -> Frame:
    passages = ("opening", "thanks", "reply", "reply-by-email")
    by_role = [f"{name}-{role}" for name in passages[:2] for role in ROLE_NAMES]
    top.only("review_by", *passages, *by_role)
    return Frame(
        opening=passage_by_role(top, "opening"),
        thanks=passage_by_role(top, "thanks"),
        reply=Passage(top.table("reply").sentences()),
        reply_by_email=Passage(top.table("reply-by-email").sentences()),
        review_by=top.day("review_by"),
    )


_FACT = ("says", "note", "source", "url", "look_up", "as_at", "true_from", "review_by", "figures")


def _facts(top: Table) -> dict[str, Fact]:
    facts = {}
    for fact_id in top.values:
        table = top.table(fact_id)
        table.only(*_FACT)
        figures = table.table("figures") if "figures" in table.values else None
        facts[fact_id] = Fact(
            id=fact_id,
            says=table.text("says"),
            note=table.text("note", default=""),
            source=table.text("source"),
            url=table.text("url"),
            look_up=table.text("look_up", default=""),
            as_at=table.day("as_at"),
            true_from=table.day("true_from") if "true_from" in table.values else date.min,
            review_by=table.day("review_by"),
            figures={name: figures.text(name) for name in figures.values} if figures else {},
        )
    return facts


def _prompts(top: Table) -> tuple[Prompt, ...]:
    top.only("prompt")
    names = ("id", "label", "question", "hint", "example")
    prompts = []
    for table in top.tables("prompt"):
        table.only(*names, "lead_in", "private")
        texts = {name: table.text(name) for name in names}
        lead_in = table.text("lead_in", default="")
        private = table.yes("private") if "private" in table.values else False
        prompts.append(Prompt(**texts, lead_in=lead_in, private=private))
    return tuple(prompts)


_CONCERN: Final = (
    *("label", "topic", "about", "stands", "facts", "review_by", "suggested", "order"),
    *("objection", "sentence", "evergreen"),
)


def _concerns(folder: Path, faults: list[Fault]) -> tuple[Concern, ...]:
    """One file a concern; its name is the concern's id, its ``order`` the place in the list."""
    found: list[tuple[int, Concern]] = []
    for path in sorted(folder.glob("*.toml")):
        table = read_toml(path, f"concerns/{path.name}", faults)
        table.only(*_CONCERN)
        concern = Concern(
            id=path.stem,
            label=table.text("label"),
            topic=table.text("topic"),
            about=table.text("about"),
            stands=table.text("stands", default=""),
            passage=sentences_by_role(table, "sentence"),
            evergreen=sentences_by_role(table, "evergreen")
            if "evergreen" in table.values
            else None,
            fact_ids=table.texts("facts"),
            review_by=table.day("review_by"),
            suggested=table.yes("suggested"),
            objection=table.text("objection"),
        )
        found.append((table.number("order", len(found)), concern))
    if not found:
        faults.append(Fault("concerns", "", "has no files; a campaign needs a file a concern"))
    return tuple(concern for _, concern in sorted(found, key=lambda pair: pair[0]))


_ASK = ("id", "label", "roles", "facts", "review_by", "concerns", "whole", "sentences")


def _asks(top: Table) -> tuple[Ask, ...]:
    top.only("ask")
    asks = []
    for table in top.tables("ask"):
        table.only(*_ASK)
        asks.append(
            Ask(
                id=table.text("id"),
                label=table.text("label"),
                roles=_roles(table),
                passage=Passage(table.sentences()),
                fact_ids=table.texts("facts"),
                review_by=table.day("review_by"),
                concern_ids=table.texts("concerns") if "concerns" in table.values else (),
                whole=table.yes("whole") if "whole" in table.values else True,
            )
        )
    return tuple(asks)


def _roles(table: Table) -> frozenset[Role]:
    known = {role.value for role in Role}
    names = table.texts("roles")
    for name in names:
        if name not in known:
            table.wrong("roles", f'"{name}" is not a role; known are {", ".join(sorted(known))}')
    return frozenset(Role(name) for name in names if name in known)

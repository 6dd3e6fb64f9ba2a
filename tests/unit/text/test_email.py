"""An address for email: what people may type, and what may go into a link."""

import csv
import tomllib
from pathlib import Path

import pytest

from letterwriter.paths import DATA
from letterwriter.text.email import is_email, is_plain_email

_SHARED = Path(__file__).parents[2] / "shared" / "safety.toml"  # the browser's too
EMAILS = tomllib.loads(_SHARED.read_text("utf-8"))["emails"]


def test_what_can_be_an_address_is_told_from_what_cannot() -> None:
    assert [email for email in EMAILS["whole"] if not is_email(email)] == []
    assert [email for email in EMAILS["others"] if is_email(email)] == []


def test_the_name_before_the_at_has_64_characters_at_most() -> None:
    assert is_email("a" * 64 + "@c.uk")
    assert not is_email("a" * 65 + "@c.uk")


def test_all_our_emails_are_taken() -> None:
    with (DATA / "mps.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    given = [row["email"] for row in rows if row["email"]]
    assert len(given) > 600
    assert [email for email in given if not is_plain_email(email)] == []


@pytest.mark.parametrize(
    "email",
    [
        "a@b.c",
        "a@b.co.uk?bcc=x@y.org",
        "a@b.uk&cc=x@y.org",
        "a%0Abcc@b.uk",
        "a@b.uk\nbcc:x@y.org",
        "a@b.uk\n",
        "a b@c.uk",
        '"a b"@c.uk',
        "o'neill@c.uk",
        "a@b@c.uk",
        "a@b.uk,x@y.org",
        "a@b.uk;x@y.org",
        "<a@b.uk>",
        "mailto:a@b.uk",
        "a@localhost",
        "a@[127.0.0.1]",
        "a@127.0.0.1",
        "a..b@c.uk",
        ".a@c.uk",
        "-a@c.uk",
        "a@-c.uk",
        "a@c-.uk",
        "a@c..uk",
        "а@c.uk",
        "a@ç.uk",
        "a@c.uk\u202e",
        "@c.uk",
        "a@",
        "",
        "a" * 65 + "@c.uk",
        "a@" + "b" * 250 + ".uk",
        "a" * 2**20,
    ],
)
def test_what_is_no_plain_email_is_refused(email: str) -> None:
    assert not is_plain_email(email)


@pytest.mark.parametrize(
    "email", ["jo.o-hara.mp@parliament.uk", "Office+MP_2@my-site.org.uk", "2nd@a.b.c.london"]
)
def test_plain_emails_are_taken(email: str) -> None:
    assert is_plain_email(email)

"""Addresses of databases that an operator writes down: taken, or refused with how to mend them."""

from pathlib import Path

import pytest

from letterwriter.counts import address as module
from letterwriter.counts.address import counts_address, sqlite_file


def test_databases_that_we_know_are_taken(tmp_path: Path) -> None:
    file = f"sqlite:///{tmp_path}/counts.sqlite"
    assert counts_address(file) == file
    assert sqlite_file(file) == tmp_path / "counts.sqlite"
    for server in (
        "postgresql://writer@db.example.org/counts",
        "postgresql://writer:a%3Aword@[::1]:5432/counts?sslmode=verify-full&sslrootcert=/etc/ca",
        "postgresql:///counts?host=/run/postgresql",
    ):
        assert counts_address(server) == server
        assert sqlite_file(server) is None


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("counts.sqlite", "it can be sqlite:"),
        ("sqlite:///", "name a file"),
        ("sqlite:///:memory:", "name a file"),
        ("sqlite:////tmp/counts.sqlite?mode=ro", "name a file"),
        ("sqlite:////no/such/folder/counts.sqlite", "make it first"),
        ("sqlite:////tmp", "that is a folder"),
        ("mysql://hunter2@127.0.0.1/counts", "it can be sqlite:"),
        ("postgresql+psycopg://127.0.0.1/counts", "it can be sqlite:"),
        ("postgresql://127.0.0.1", "write it as postgresql://user@host:5432/database"),
        ("postgresql:///counts", "write it as postgresql://user@host:5432/database"),
        ("postgresql://writer:hunter2@127.0.0.1:port/counts", "in a password, write"),
        ("postgresql://writer:hun/ter2@127.0.0.1/counts", "in a password, write"),
        ("postgresql://127.0.0.1/counts?connect_timeout=100", "after \\? there can be"),
        ("postgresql://127.0.0.1/counts counts", "it can be sqlite:"),
    ],
)
def test_others_are_refused_with_the_mend_and_without_a_password(address: str, why: str) -> None:
    with pytest.raises(ValueError, match=why) as refused:
        counts_address(address)
    assert "hunter2" not in str(refused.value)


def test_what_is_not_installed_is_told_with_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    with pytest.raises(ValueError, match=r"pip install 'letterwriter\[counts\]'") as refused:
        counts_address("postgresql://127.0.0.1/counts")
    assert "requirements/counts.txt" in str(refused.value)

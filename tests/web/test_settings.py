"""Every setting is tried at the start, and refused in words that say how to mend it."""

import importlib.util
import logging
import os
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from letterwriter.cli import main
from letterwriter.postcodes.outside_service import PostcodeService
from letterwriter.processes.limit_share import share_of
from letterwriter.web import create_app
from letterwriter.web.environment import KNOWN
from letterwriter.web.settings import BadSetting, Settings
from tests.packaging.installs import CHECKOUT

LONG = "9" * 5000


def refusal(name: str, value: str) -> str:
    with pytest.raises(BadSetting) as refused:
        Settings.from_environment({name: value})
    return str(refused.value)


@pytest.mark.parametrize(
    ("name", "value", "mend"),
    [
        ("ENV", "prod", "development or production"),
        ("SECRET_KEY", "short", "16 characters or more"),
        ("PROXIES", "-1", "a whole number from 0 to 9"),
        ("PROXIES", "10", "a whole number from 0 to 9"),
        ("PROXIES", "²", "a whole number"),
        ("PROXIES", "١", "a whole number"),
        ("PROXIES", LONG, "a whole number"),
        ("PDFS_A_MINUTE", "0", "a whole number from 1 to 100000"),
        ("PDFS_A_MINUTE", "100001", "a whole number from 1 to 100000"),
        ("PDFS_A_MINUTE", "many", "a whole number"),
        ("TODAY", "22/11/2026", "write it as 2026-11-22"),
        ("TODAY", "2026-02-30", "write it as 2026-11-22"),
        ("TODAY", "0001-01-01", "a day from 2000-01-01 to 2099-12-31"),
        ("TODAY", "9999-12-31", "a day from 2000-01-01 to 2099-12-31"),
        ("SITE", "letters.example.org", "must begin with https://"),
        ("SITE", "ftp://letters.example.org", "must begin with https://"),
        ("SITE", "https://", "write it as https://letters.example.org"),
        ("SITE", "https://letters.example.org/mine", "without a path"),
        ("SITE", "https://letters.example.org?a=b", "without ? or #"),
        ("SITE", "https://letters.example.org/#a", "without ? or #"),
        ("SITE", "https://letters example.org", "write it as"),
        ("SITE", "https://letters.example.org:port", "write it as"),
        ("SITE", "https://letters.example.org:0", "write it as"),
        ("SITE", "https://letters.example.org:70000", "write it as"),
        ("SITE", "https://letters.example.org:", "write it as"),
        ("SITE", "https://[::1", "write it as"),
        ("SITE", "https://me:secret@letters.example.org", "without a name, a password"),
        ("SITE", "https://letters.example.org\\mine", "write it as"),
        ("MEMBERS_API", "members", "must begin with https://"),
        ("MEMBERS_API", "http://members.example.org", "must begin with https://"),
        ("MEMBERS_API", "https://members.example.org/?a", "without ? or #"),
        ("POSTCODE_SERVICE", "http://api.postcodes.io", "must begin with https://"),
        ("COUNTS", "counts.sqlite", "it can be sqlite:"),
        ("COUNTS", "postgresql://127.0.0.1", "write it as postgresql://user@host"),
        ("LIMITS_STORAGE", "redis", "it can be memory://, redis://"),
        ("LIMITS_STORAGE", "memory", "it can be memory://, redis://"),
        ("LIMITS_STORAGE", "memcached://127.0.0.1:11211", "it can be memory://, redis://"),
        ("LIMITS_STORAGE", "async+redis://127.0.0.1", "it can be memory://, redis://"),
        ("LIMITS_STORAGE", "redis://", "write it as redis://host:6379/0"),
        ("LIMITS_STORAGE", "redis://127.0.0.1:port", "write it as"),
        ("LIMITS_STORAGE", "redis://127.0.0.1/first", "0 is the database"),
        ("LIMITS_STORAGE", "redis://127.0.0.1?socket_timeout=100", "db, ssl_ca_certs"),
        ("LIMITS_STORAGE", "redis://127.0.0.1?db=x", "number of the database"),
        ("LIMITS_STORAGE", "rediss://127.0.0.1?ssl_ca_certs=/nowhere/ca", "no file where"),
        ("LIMITS_STORAGE", "redis+unix://", "redis+unix:///run/redis/redis.sock"),
        ("LIMITS_STORAGE", "redis+unix://run/redis.sock", "redis+unix:///run/redis/redis.sock"),
    ],
)
def test_a_setting_that_makes_no_sense_is_named_with_the_mend(
    name: str, value: str, mend: str
) -> None:
    told = refusal(f"LETTERWRITER_{name}", value)
    assert told.startswith(f"LETTERWRITER_{name} ")
    assert mend in told
    assert len(told) < 500


@pytest.mark.parametrize("value", ["0", "1001", "two", LONG])
def test_a_number_of_processes_that_makes_no_sense_is_refused(value: str) -> None:
    assert "WEB_CONCURRENCY is" in refusal("WEB_CONCURRENCY", value)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("LETTERWRITER_PROXYS", "did you mean LETTERWRITER_PROXIES?"),
        ("LETTERWRITER_PDF_A_MINUTE", "did you mean LETTERWRITER_PDFS_A_MINUTE?"),
        ("LETTERWRITER_LIMIT_STORAGE", "did you mean LETTERWRITER_LIMITS_STORAGE?"),
        ("LETTERWRITER_site", "did you mean LETTERWRITER_SITE?"),
        ("LETTERWRITER_QQQQQQ", "take it away"),
        ("LETTERWRITER_" + "X" * 5000, "take it away"),
    ],
)
def test_a_name_that_is_no_setting_is_told_with_the_nearest_one(name: str, meant: str) -> None:
    assert meant in refusal(name, "")


def test_what_others_set_and_what_our_tests_are_told_is_no_matter() -> None:
    Settings.from_environment({"LETTERS": "x", "PATH": "/", "LETTERWRITER_CHROMIUM": "/usr/bin/x"})


def test_every_setting_is_in_the_readme() -> None:
    table = (CHECKOUT / "README.md").read_text("utf-8")
    assert [name for name in KNOWN if f"| `{name}` |" not in table] == []


@pytest.mark.parametrize(
    "value",
    [
        "redis://me:hunter2@127.0.0.1:port",
        "redis://:hunter2@127.0.0.1/x",
        "redis://:hunter2",
        "redis://:hunter2@",
        "redis://:hunt/hunter2@127.0.0.1",
        "redis://:1/hunter2@127.0.0.1:6379",
        "redis://:hunt?hunter2@127.0.0.1",
        "redis://:hunt#hunter2@127.0.0.1",
        "redis://:hunt@hunter2@127.0.0.1/x",
        "redis://127.0.0.1?password=hunter2",
        "redis:/me:hunter2@127.0.0.1",
        "redjs://:hunter2@127.0.0.1",
        "me:hunter2@127.0.0.1",
        "redis+unix://:hunter2@/?x=1",
    ],
)
def test_no_message_shows_a_password(value: str) -> None:
    told = refusal("LETTERWRITER_LIMITS_STORAGE", value)
    assert "hunter2" not in told
    with pytest.raises(BadSetting) as refused:
        Settings.from_environment({"LETTERWRITER_SITE": value})
    assert "hunter2" not in str(refused.value)


def test_no_settings_show_a_password_or_key_when_they_are_printed() -> None:
    environ = {
        "LETTERWRITER_COUNTS": "postgresql://writer:hunter2@127.0.0.1/counts",
        "LETTERWRITER_LIMITS_STORAGE": "redis://:hunter2@127.0.0.1:6379",
        "LETTERWRITER_SECRET_KEY": "hunter2-hunter2-hunter2",
    }
    assert "hunter2" not in repr(Settings.from_environment(environ))


@given(
    st.sampled_from(KNOWN),
    st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=40),
    st.sampled_from(["", "https://", "redis://", "redis+unix://", "http://["]),
)
def test_whatever_is_given_is_taken_or_refused_in_words(name: str, value: str, scheme: str) -> None:
    try:
        Settings.from_environment({f"LETTERWRITER_{name}": scheme + value})
    except BadSetting as refused:
        told = str(refused)
    else:
        told = f"LETTERWRITER_{name} is taken"
    assert told.startswith(f"LETTERWRITER_{name} ")


@pytest.mark.parametrize(
    "value",
    [
        "memory://",
        "redis://127.0.0.1",
        "redis://127.0.0.1:6379/0",
        "redis://:a%3Ab@[::1]:6379/15",
        "rediss://me:word@redis.example.org:6380?db=2",
        "redis+unix:///run/redis/redis.sock",
        "redis+unix://:word@/run/redis/redis.sock?db=1",
    ],
)
def test_storages_that_we_know_are_taken(value: str) -> None:
    settings = Settings.from_environment({"LETTERWRITER_LIMITS_STORAGE": value})
    assert settings.limits_storage == value


def test_a_missing_client_is_told_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("letterwriter.web.limits.limit_storage.find_spec", lambda _: None)
    told = refusal("LETTERWRITER_LIMITS_STORAGE", "redis://127.0.0.1")
    assert "pip install 'letterwriter[redis]'" in told
    assert "requirements/redis.txt" in told
    assert (CHECKOUT / "requirements" / "redis.txt").exists()
    assert importlib.util.find_spec("redis")


def test_a_sites_address_loses_its_slash() -> None:
    settings = Settings.from_environment({"LETTERWRITER_SITE": "https://letters.example:8443/"})
    assert settings.site == "https://letters.example:8443"


def test_a_folder_that_is_none_or_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "instance").mkdir()
    (tmp_path / "instance" / "members").symlink_to(tmp_path / "loop")
    for folder, why in (
        (tmp_path / "file", "Not a directory"),
        (tmp_path / "file" / "in-it", "Not a directory"),
        (tmp_path / "loop", "Too many levels of symbolic links"),
        (tmp_path / "instance", "Too many levels of symbolic links"),
        (tmp_path / ("x" * 300), "File name too long"),
    ):
        told = refusal("LETTERWRITER_INSTANCE", str(folder))
        assert "LETTERWRITER_INSTANCE is" in told
        assert why in told


def test_what_is_rarely_meant_is_told_as_the_site_starts(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    create_app(Settings(today=date(2026, 11, 22), production=True, instance=tmp_path / "instence"))
    assert "instence, which is not there" in caplog.text
    assert "LETTERWRITER_TODAY is set in production" in caplog.text


@pytest.mark.parametrize(
    ("limit", "processes", "each"), [(120, 1, 120), (120, 2, 60), (5, 2, 2), (1, 2, 1), (7, 100, 1)]
)
def test_a_limit_is_divided_and_rounded_down_to_one_at_least(
    limit: int, processes: int, each: int
) -> None:
    assert share_of(limit, processes) == each


def test_ten_tablets_at_a_stall_stay_within_the_part_of_one_process() -> None:
    assert Settings(processes=2).pdfs_each >= 2 * 10 * 2


def test_each_process_asks_the_postcode_service_its_part_of_sixty_times_a_minute() -> None:
    address = "https://api.postcodes.io"
    app = create_app(Settings(today=date(2026, 11, 22), postcode_service=address, processes=30))
    service: PostcodeService = app.extensions["letterwriter-opinion"]
    assert [service._within_limit() for _ in range(3)] == [True, True, False]


def check(**given: str) -> Result:
    names = [name for name in os.environ if name.startswith("LETTERWRITER_")]
    environ = dict.fromkeys((*names, "WEB_CONCURRENCY"))
    environ |= {"LETTERWRITER_SECRET_KEY": "0123456789abcdef"} | given
    return CliRunner(env=environ).invoke(main, ["check", "--settings"])


def test_check_tells_what_each_process_gives_and_what_proxies_must_send() -> None:
    result = check(LETTERWRITER_PROXIES="1", LETTERWRITER_PDFS_A_MINUTE="50", WEB_CONCURRENCY="4")
    assert result.exit_code == 0
    assert "can have 50 a minute" in result.stdout
    assert "each of 4 gives 12 (rounded down, at least 1)" in result.stdout
    assert "fewer than the 20 a minute that a stall of ten tablets makes" in result.stdout
    for header in ("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Host"):
        assert f"proxy_set_header {header} " in result.stdout


def test_check_tells_of_no_proxies_and_of_two_processes_where_nobody_says() -> None:
    result = check()
    assert result.exit_code == 0
    assert "none is trusted" in result.stdout
    assert "each of 2 gives 60" in result.stdout
    assert "fewer than" not in result.stdout


def test_check_divides_what_the_postcode_service_is_asked() -> None:
    asking = check(LETTERWRITER_POSTCODE_SERVICE="https://api.postcodes.io", WEB_CONCURRENCY="3")
    assert "api.postcodes.io is asked at most 20 times a minute by each of 3" in asking.stdout


@pytest.mark.parametrize(
    ("name", "value"), [("PROXYS", "1"), ("CAMPAIGN", "buses"), ("PROXIES", "many")]
)
def test_check_refuses_what_the_site_would_not_start_with(name: str, value: str) -> None:
    result = check(**{f"LETTERWRITER_{name}": value})
    assert result.exit_code == 1
    assert f"LETTERWRITER_{name} is" in result.stdout


def test_check_tells_of_a_redis_that_is_away_and_shows_no_password() -> None:
    result = check(LETTERWRITER_LIMITS_STORAGE="redis://:hunter2@127.0.0.1:1/0")
    assert result.exit_code == 1
    assert "redis://***@127.0.0.1:1/0, which fails" in result.stdout
    assert "hunter2" not in result.output

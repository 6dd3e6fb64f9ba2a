"""docs/deploy/nginx.conf before the site: nothing on a disk or in a log, and nobody is deceived."""

import time
from contextlib import ExitStack, closing

import pytest

from letterwriter.web.requests.security import HEADERS
from tests.deploy.front import Front, front
from tests.server.apps import LARGE
from tests.serving import served

pytestmark = pytest.mark.slow

_LIST = b"Name,Address,Postcode\n" + b"Amina,1 High Street,M14 5TP\n" * 180_000  # 5 MB


def test_a_slow_list_of_five_megabytes_is_in_no_file_meanwhile(echo: Front) -> None:
    with closing(echo.begin("/volunteers/stack", len(_LIST))) as connection:
        for start in range(0, len(_LIST), 100_000):
            connection.send(_LIST[start : start + 100_000])
        told = connection.getresponse().read().decode()

    assert f'"bytes": {len(_LIST)}' in told
    assert echo.temporary() == []


def test_a_large_answer_that_is_taken_slowly_is_in_no_file(echo: Front) -> None:
    with closing(echo.connection()) as connection:
        connection.request("GET", "/large")
        answer = connection.getresponse()
        taken = len(answer.read(100_000))
        time.sleep(1)  # in which nginx fetches as much as it has room for
        taken += len(answer.read())

    assert taken == len(LARGE)
    assert echo.temporary() == []


def test_a_list_that_a_browser_sends_is_read(site: Front) -> None:
    answer = site.ask(
        "POST",
        "/volunteers/stack",
        b'--b\r\nContent-Disposition: form-data; name="list"; filename="a.csv"'
        b"\r\n\r\nName,Address,Postcode\nAmina,1 High Street,M14 5TP\n\r\n--b--\r\n",
        {"Content-Type": "multipart/form-data; boundary=b"},
    )

    assert answer.status == 200
    assert "Afzal Khan" in answer.text


@pytest.mark.parametrize(("path", "length"), [("/find", 70_000), ("/volunteers/stack", 6_400_000)])
def test_bodies_over_the_limit_are_refused(site: Front, path: str, length: int) -> None:
    with closing(site.begin(path, length)) as connection:
        assert connection.getresponse().status == 413


def test_the_visitors_address_is_the_one_that_nginx_sees(echo: Front) -> None:
    told = echo.told(X_Forwarded_For="198.51.100.7", X_Forwarded_Proto="http", X_Forwarded_Host="x")

    assert told["HTTP_X_FORWARDED_FOR"] == "127.0.0.1"
    assert told["HTTP_X_FORWARDED_PROTO"] == "https"
    assert told["HTTP_X_FORWARDED_HOST"] == f"localhost:{echo.port}"


def test_a_limit_is_not_passed_by_a_forged_address(nginx: str) -> None:
    letter = "letter-sender=A&letter-recipient=B&letter-salutation=Dear+B&letter-signed=A"
    body = f"constituency=E14001353&{letter}&letter-paragraphs-0-text=Please+help."
    settings = {"LETTERWRITER_PROXIES": "1", "LETTERWRITER_PDFS_A_MINUTE": "2"}
    with (
        served("wsgi:app", WEB_CONCURRENCY="1", **settings) as behind,
        front(nginx, behind.port) as before,
    ):
        forged = [{"X-Forwarded-For": f"198.51.100.{n}"} for n in range(3)]
        statuses = [before.ask("POST", "/letter.pdf", body, each).status for each in forged]

    assert statuses == [200, 200, 429]


def test_an_older_browsers_form_is_taken_for_its_own(site: Front) -> None:
    """It sends an Origin and no Sec-Fetch-Site, so Host and scheme have to reach the site."""
    own = {"Origin": f"https://localhost:{site.port}"}

    assert site.ask("POST", "/find", "postcode=M14+5TP", own).status == 200
    assert site.ask("POST", "/find", "postcode=M14+5TP", {"Origin": "https://other"}).status == 403


def test_pages_have_all_their_headers(site: Front) -> None:
    answer = site.ask("POST", "/find", "postcode=M14+5TP")

    assert all(answer.headers[name] == value for name, value in HEADERS.items())
    assert answer.headers["Cache-Control"] == "no-store"


def test_slow_visitors_keep_nobody_waiting(site: Front) -> None:
    with ExitStack() as opened:
        for _ in range(60):
            connection = opened.enter_context(closing(site.begin("/find", 60_000)))
            connection.send(b"postcode=")

        assert "Rusholme" in site.ask("POST", "/find", "postcode=M14+5TP").text


def test_nginx_logs_no_word_of_a_visit(echo: Front) -> None:
    for path in ("/volunteers/stack?zebrafish", "/%zebrafish"):
        echo.ask("POST", path, "zebrafish", {"Host": "zebrafish"})
    with closing(echo.begin("/zebrafish", 10**9)) as connection:  # which nginx counts as a fault
        assert connection.getresponse().status == 413
    for request in (b"zebrafish zebrafish", b"GET /%b HTTP/1.1" % (b"zebrafish" * 2000)):
        with echo.line() as line:
            line.sendall(request + b"\r\n\r\n")
            line.recv(1000)

    files = [each for each in echo.folder.rglob("*") if each.is_file()]
    assert not [each for each in files if "zebrafish" in each.read_text(errors="replace")]
    assert "client:" not in echo.logged()


def test_another_name_than_ours_never_reaches_the_site(echo: Front) -> None:
    assert echo.ask("POST", "/", "x", {"Host": "elsewhere.example"}).status == 421

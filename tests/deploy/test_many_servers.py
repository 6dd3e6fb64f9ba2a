"""Several servers behind one address: any of them for any step, and one limit for both.

They have the same secret key, the same data, and a Redis that is stopped and started meanwhile.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest

from tests.deploy.front import Front, front
from tests.deploy.relay import visitor_of
from tests.redis_server import RedisServer
from tests.serving import Served, served
from tests.web.walking import STORY, short_lettered

pytestmark = pytest.mark.slow

_LIMIT = 8  # documents a minute for one visitor


@dataclass(frozen=True, slots=True)
class Servers:
    """Two servers, their Redis, and the address that visitors have."""

    site: Front
    one: Served
    two: Served
    redis: RedisServer

    def document(self, _: int = 0) -> int:
        return self.site.ask("GET", "/test-sheet.pdf").status

    def page(self, _: int = 0) -> int:
        return self.site.ask("POST", "/find", "postcode=M14+5TP").status


@pytest.fixture(scope="module")
def servers(nginx: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    redis = RedisServer(tmp_path_factory.mktemp("redis")).start()
    settings = {
        "WEB_CONCURRENCY": "1",
        "LETTERWRITER_PROXIES": "1",
        "LETTERWRITER_ENV": "production",
        "LETTERWRITER_SECRET_KEY": "the same for all servers",
        "LETTERWRITER_LIMITS_STORAGE": redis.address,
        "LETTERWRITER_PDFS_A_MINUTE": str(_LIMIT),
    }
    try:
        with (
            served("wsgi:app", **settings) as one,
            served("wsgi:app", **settings) as two,
            front(nginx, one.port, two.port) as site,
        ):
            yield Servers(site, one, two, redis)
    finally:
        redis.stop()


def test_a_letter_is_written_by_both_and_they_publish_the_same_edition(servers: Servers) -> None:
    visitor = short_lettered(visitor_of(servers.site))
    assert any(STORY in paragraph for paragraph in visitor.paragraphs)
    # A device that met two editions in turn would fetch everything again and again.
    assert _edition(servers.one) == _edition(servers.two)


def _edition(server: Served) -> bytes:
    connection = server.connection()
    connection.request("GET", "/sw.js")
    edition = connection.getresponse().read()
    connection.close()
    assert edition
    return edition


def test_redis_goes_and_comes_back_and_nobody_meets_an_error(servers: Servers) -> None:
    with ThreadPoolExecutor(6) as pool:
        together = list(pool.map(servers.document, range(_LIMIT + 4)))
        assert sorted(together) == [200] * _LIMIT + [429] * 4  # one limit, whichever answers
        asked = [pool.submit(servers.page) for _ in range(20)]
        asked += [pool.submit(servers.document) for _ in range(20)]
        servers.redis.stop()
        asked += [pool.submit(servers.document) for _ in range(20)]
        asked += [pool.submit(servers.page) for _ in range(20)]
        while_away = [future.result() for future in asked]
        servers.redis.start()
        back = [*pool.map(servers.document, range(20)), *pool.map(servers.page, range(20))]
    assert set(while_away) <= {200, 429}
    assert while_away[:20] + while_away[-20:] == [200] * 40  # pages have no limit
    assert set(back) <= {200, 429}


def test_one_server_goes_and_the_other_has_its_visitors(servers: Servers) -> None:
    servers.two.said()  # it is stopped
    assert [servers.page() for _ in range(6)] == [200] * 6

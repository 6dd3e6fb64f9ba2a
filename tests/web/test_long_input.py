"""One form full of one character is answered about as soon as any other of its size."""

import pytest
from flask.testing import FlaskClient

from tests.growth import is_linear

FILLED = (" ", "\n", "(", "\u0301\u0323", "a@", ",", "1 ")


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/find", "constituency"),
        ("/find", "postcode"),
        ("/write", "story-befriend"),
        ("/write", "email"),
        ("/volunteers", "constituencies"),
        ("/volunteers", "councils"),
        ("/volunteers", "districts"),
        ("/volunteers/postcards", "message"),
    ],
)
def test_a_long_field_costs_no_more_than_its_length(
    client: FlaskClient, path: str, field: str
) -> None:
    for run in FILLED:

        def send(length: int, run: str = run) -> None:
            typed = run * (length // len(run)) + "x"
            answer = client.post(path, data={field: typed})
            assert answer.status_code < 500

        assert is_linear(send, floor=0.05), run


def test_the_field_that_stopped_the_site_is_answered(client: FlaskClient) -> None:
    answer = client.post("/find", data={"constituency": " " * 65_000 + "x"})
    assert answer.status_code in {413, 422}

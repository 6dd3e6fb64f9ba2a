from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread

import pytest

from letterwriter.outputs.pdf import as_pdf
from letterwriter.outputs.press import Busy, Press
from tests.unit.paper import letter, of_words


def test_the_press_makes_the_same_pdf_and_frees_its_place() -> None:
    press = Press(at_once=1, wait=0)
    assert press.pdf(of_words(50)) == press.pdf(of_words(50)) == as_pdf(of_words(50))


def test_letters_made_at_the_same_time_stay_with_their_writers() -> None:
    people = [letter(f"I am writer {n}.", name=f"Writer {n}") for n in range(12)]
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(Press(at_once=2, wait=60).pdf, people))
    assert made == [as_pdf(person) for person in people]


def test_a_full_press_says_so_and_works_again_afterwards() -> None:
    press = Press(at_once=1, wait=0)
    held, done = Event(), Event()

    def hold() -> None:
        with press.place():
            held.set()
            done.wait(60)

    holder = Thread(target=hold)
    holder.start()
    held.wait(60)
    with pytest.raises(Busy):
        press.pdf(of_words(50))
    done.set()
    holder.join()
    assert press.pdf(of_words(50)).startswith(b"%PDF")

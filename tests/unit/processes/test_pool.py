"""Work in processes of its own: whatever becomes of them, we go on."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event, Thread

import pytest

from letterwriter.packs.pack import TooMuch
from letterwriter.processes.budget import Abandoned, Budget, Busy, Elsewhere, Limit, Spent
from letterwriter.processes.pool import Pool
from tests.descendants import GENEROUS, comes, descendants, running
from tests.unit.processes import misbehaving

MB = 1 << 20
AMPLE = Budget(seconds=60, cpu=60, memory=1024 * MB, answer=8 * MB)
PATIENT = 60.0  # seconds to wait for a place: others may be busy on this machine


@pytest.fixture(scope="module")
def pool() -> Pool:
    return Pool(2, wait=PATIENT)


def works(pool: Pool) -> bool:
    return pool.run(partial(misbehaving.doubled, 21), AMPLE) == 42


def test_a_result_comes_back_from_a_process_that_is_used_again(pool: Pool) -> None:
    pids = {pool.run(misbehaving.own_pid, AMPLE) for _ in range(3)}
    assert os.getpid() not in pids
    assert len(pids) == 1
    assert works(pool)


def test_an_error_comes_back_with_what_it_knows_and_where_it_was_raised(pool: Pool) -> None:
    with pytest.raises(TooMuch, match=r"^700 wanted, 600 possible$") as raised:
        pool.run(partial(misbehaving.wants_too_much, 700, 600), AMPLE)
    assert (raised.value.key, raised.value.wanted) == ("too-many-letters", 700)
    assert isinstance(raised.value.__cause__, Elsewhere)
    assert "in wants_too_much" in raised.value.__cause__.places
    assert works(pool)


@pytest.mark.parametrize(
    "work",
    [
        misbehaving.aborts,
        misbehaving.reads_at_nowhere,
        partial(misbehaving.leaves, 0),
        partial(misbehaving.leaves, 1),
        misbehaving.stops_the_program,
        misbehaving.hangs_up,
    ],
)
def test_a_process_that_breaks_is_told_as_that_and_the_next_one_works(
    pool: Pool, work: Callable[[], object]
) -> None:
    with pytest.raises(Spent) as spent:
        pool.run(work, AMPLE)
    assert spent.value.limit is Limit.CRASHED
    assert works(pool)


@pytest.mark.parametrize(
    ("work", "budget"),
    [
        (misbehaving.works_for_ever, replace(AMPLE, seconds=1)),
        (misbehaving.sleeps_for_ever, replace(AMPLE, seconds=1)),
        (misbehaving.holds_the_interpreter, replace(AMPLE, seconds=1)),
    ],
)
def test_what_never_ends_is_ended(pool: Pool, work: Callable[[], object], budget: Budget) -> None:
    with pytest.raises(Spent) as spent:
        pool.run(work, budget)
    assert spent.value.limit is Limit.TIME
    assert works(pool)


@pytest.mark.parametrize("work", [misbehaving.works_for_ever, misbehaving.holds_the_interpreter])
def test_what_never_ends_is_ended_by_the_kernel_too(pool: Pool, work: Callable[[], object]) -> None:
    """After so many seconds of work, however long its parent would wait."""
    end = time.monotonic() + GENEROUS
    with pytest.raises(Spent) as spent:
        pool.run(work, replace(AMPLE, seconds=3600, cpu=1), lambda: time.monotonic() > end)
    assert spent.value.limit is Limit.TIME
    assert works(pool)


@pytest.mark.parametrize(
    "work",
    [partial(misbehaving.takes, 4096), misbehaving.grows_for_ever, misbehaving.kills_itself],
)
def test_what_takes_too_much_memory_is_ended(pool: Pool, work: Callable[[], object]) -> None:
    """As is what the kernel kills, which it does when there is none left."""
    with pytest.raises(Spent) as spent:
        pool.run(work, replace(AMPLE, memory=256 * MB))
    assert spent.value.limit is Limit.MEMORY
    assert works(pool)


def test_an_answer_that_is_too_large_is_not_taken(pool: Pool) -> None:
    assert len(pool.run(partial(misbehaving.answers, 7), AMPLE)) == 7 * MB
    with pytest.raises(Spent) as spent:
        pool.run(partial(misbehaving.answers, 9), AMPLE)
    assert spent.value.limit is Limit.ANSWER
    assert works(pool)


def test_a_long_question_arrives_whole(pool: Pool) -> None:
    assert pool.run(partial(len, b"x" * (30 * MB)), AMPLE) == 30 * MB


def test_what_cannot_be_sent_is_an_error_of_ours(pool: Pool) -> None:
    with pytest.raises(Exception, match="pickle"):
        pool.run(misbehaving.cannot_be_sent, AMPLE)
    assert works(pool)


def test_work_ends_when_nobody_waits_for_it(pool: Pool) -> None:
    before = descendants(os.getpid())
    seen: set[int] = set()

    def left() -> bool:
        seen.update(descendants(os.getpid()) - before)
        return bool(seen)

    fresh = Pool(1, wait=PATIENT)
    with pytest.raises(Abandoned):
        fresh.run(misbehaving.sleeps_for_ever, AMPLE, left)
    assert seen
    assert not any(map(running, seen))
    assert works(pool)


def test_a_full_pool_says_so_and_works_again_afterwards() -> None:
    full = Pool(1, wait=0)
    with full.place(), pytest.raises(Busy):
        works(full)
    assert works(full)


def test_nobody_waits_for_a_place_whose_visitor_has_left() -> None:
    full = Pool(1, wait=PATIENT)
    with full.place(), pytest.raises(Abandoned):
        full.run(misbehaving.own_pid, AMPLE, lambda: True)


def test_of_ten_at_once_each_gets_its_own_and_no_more_than_two_are_at_work() -> None:
    busy = Pool(2, wait=PATIENT)
    with ThreadPoolExecutor(10) as threads:
        numbers = list(
            threads.map(lambda n: busy.run(partial(misbehaving.doubled, n), AMPLE), range(10))
        )
        spans = list(threads.map(lambda _: busy.run(misbehaving.begun_and_ended, AMPLE), range(10)))
    assert numbers == [2 * n for n in range(10)]
    for moment, _ in spans:
        assert sum(begun <= moment < ended for begun, ended in spans) <= 2


def test_a_pool_for_files_of_others_has_a_new_process_for_each() -> None:
    careful = Pool(1, wait=PATIENT, reused=False)
    pids = [careful.run(misbehaving.own_pid, AMPLE) for _ in range(3)]
    assert len(set(pids)) == 3
    assert not any(map(running, pids))


def test_a_process_that_has_grown_is_not_used_again(pool: Pool) -> None:
    grown = pool.run(partial(misbehaving.keeps, 600), AMPLE)
    assert not running(grown)
    assert works(pool)


def test_an_idle_process_ends_and_another_does_the_next_work() -> None:
    hasty = Pool(1, wait=PATIENT, idle=0.1)
    first = hasty.run(misbehaving.own_pid, AMPLE)
    assert comes(lambda: not running(first))
    assert hasty.run(misbehaving.own_pid, AMPLE) != first


def test_processes_end_with_their_pool() -> None:
    short = Pool(1, wait=PATIENT)
    pid = short.run(misbehaving.own_pid, AMPLE)
    assert running(pid)
    del short
    assert comes(lambda: not running(pid))


def test_a_process_gives_way_to_single_letters() -> None:
    assert Pool(1, wait=PATIENT, nice=7).run(misbehaving.niceness, AMPLE) == os.nice(0) + 7


def test_a_process_leaves_the_signals_of_a_terminal_to_its_parent(pool: Pool) -> None:
    assert pool.run(misbehaving.is_told_to_stop, AMPLE) == "still here"


def test_a_process_writes_no_file_and_says_nothing_into_a_log(
    pool: Pool, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "spooled"
    with pytest.raises(OSError, match="too large"):
        pool.run(partial(misbehaving.writes, str(file)), AMPLE)
    assert file.read_bytes() == b""
    fresh = Pool(1, wait=PATIENT)
    fresh.run(partial(misbehaving.says, "marker"), AMPLE)
    assert "marker" not in "".join(capfd.readouterr())


_PARENT = """
from functools import partial
from letterwriter.processes.budget import Budget
from letterwriter.processes.pool import Pool
from tests.unit.processes import misbehaving
ample = Budget(600, 600, 1 << 30, 1 << 20)
pool = Pool(1)
pool.run(misbehaving.own_pid, ample)
print("begun", flush=True)
{then}
"""


@pytest.fixture
def parent() -> Iterator[Callable[[str], subprocess.Popen[str]]]:
    started: list[subprocess.Popen[str]] = []

    def start(then: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", _PARENT.format(then=then)]
        started.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.mark.parametrize(
    "then",
    [
        "import time; time.sleep(600)",
        "pool.run(misbehaving.sleeps_for_ever, ample)",
        "pool.run(misbehaving.works_for_ever, ample)",
        "pool.run(misbehaving.holds_the_interpreter, ample)",
    ],
)
def test_nothing_is_left_where_the_site_itself_is_killed(
    parent: Callable[[str], subprocess.Popen[str]], then: str
) -> None:
    site = parent(then)
    assert site.stdout is not None
    assert site.stdout.readline() == "begun\n"
    (child,) = descendants(site.pid)
    if "pool" in then:
        assert comes(lambda: _is_working(child))
    site.kill()
    assert comes(lambda: not running(child))


def _is_working(pid: int) -> bool:
    """Whether it has left the wait for questions: its socket then signals what happens to it."""
    for path in Path(f"/proc/{pid}/fdinfo").iterdir():
        flags = next(line for line in path.read_text().splitlines() if line.startswith("flags"))
        if int(flags.split()[1], 8) & os.O_ASYNC:
            return True
    return False


_FORKS = """
import os
from letterwriter.processes.budget import Budget
from letterwriter.processes.pool import Pool
from tests.unit.processes import misbehaving
ample = Budget(60, 60, 1 << 30, 1 << 20)
pool = Pool(1, wait=60)
first = pool.run(misbehaving.own_pid, ample)
forked = os.fork()
second = pool.run(misbehaving.own_pid, ample)
if not forked:
    os._exit(0 if second != first else 1)
assert os.waitstatus_to_exitcode(os.waitpid(forked, 0)[1]) == 0
assert second == first == pool.run(misbehaving.own_pid, ample)
"""


def test_a_server_that_forks_shares_no_process_with_its_fork() -> None:
    subprocess.run([sys.executable, "-W", "error", "-c", _FORKS], check=True, timeout=120)


def test_waiting_for_one_holds_up_no_other(pool: Pool) -> None:
    ended = Event()

    def wait() -> None:
        with pytest.raises(Abandoned):
            pool.run(misbehaving.sleeps_for_ever, AMPLE, ended.is_set)

    waiting = Thread(target=wait)
    waiting.start()
    assert all(works(pool) for _ in range(5))
    ended.set()
    waiting.join()

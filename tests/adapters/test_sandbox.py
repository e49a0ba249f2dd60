"""What input does to the child of a sandbox stays there: a reason for the item, and a fresh child for the next."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from tests.adapters.sandbox_items import entries, misbehave, read

from kuzet.adapters.sandbox import Broken, Limits, Sandbox
from kuzet.basis.dates import EventDate
from kuzet.basis.errors import Missing
from kuzet.observatory.collect.found import Entry, Page, SetAside

PARENT = """
import time
from kuzet.adapters.sandbox import Sandbox
from tests.adapters.sandbox_items import misbehave
call = Sandbox(misbehave)
print(call("well"), flush=True)
time.sleep(60)
"""


@pytest.fixture
def sandbox():
    with Sandbox(misbehave, Limits(memory=2**29, cpu=20, seconds=10.0)) as call:
        yield call


def test_a_call_gives_what_the_function_gives():
    with Sandbox(read) as call:
        page = Page(text="Сәлем", canonical="http://site.kz/", published=EventDate.parse("2024-09-20"))
        assert call("Сәлем".encode(), url="http://site.kz/") == page
        assert call(b"") == SetAside(why="nothing there")


def test_results_of_several_words_come_whole():
    with Sandbox(entries) as call:
        assert call(1000) == tuple(Entry(url=f"http://site.kz/{number}") for number in range(1000))


def test_one_child_does_call_after_call(sandbox):
    assert len({sandbox("well") for _ in range(5)}) == 1


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ("raise", "ValueError: invalid literal for int() with base 10: 'қате'"),
        ("recurse", "RecursionError: maximum recursion depth exceeded"),
        ("lie", "what came is not what tests.adapters.sandbox_items:misbehave gives"),
        ("write", "OSError: [Errno 27] File too large"),
    ],
)
def test_an_error_is_the_reason_of_its_item_and_the_child_lives(sandbox, how, why):
    before = sandbox("well")
    assert sandbox(how).why.startswith(why)
    assert sandbox("well") == before
    Path("planted.txt").unlink(missing_ok=True)


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ("memory", "more memory than it may take"),
        ("crash", "the child died (SIGSEGV)"),
        ("exit", "the child died (exit code 3)"),
    ],
)
def test_a_child_that_dies_gives_a_reason_and_is_replaced(sandbox, how, why):
    before = sandbox("well")
    assert sandbox(how) == Broken(why)
    after = sandbox("well")
    assert after.startswith("done by ")
    assert after != before


def test_an_endless_loop_ends_at_the_processor_time():
    with Sandbox(misbehave, Limits(cpu=1, seconds=60.0)) as call:
        assert call("loop") == Broken("more processor time than it may take")
        assert call("well").startswith("done by ")


def test_a_child_that_sleeps_ends_at_the_clock():
    with Sandbox(misbehave, Limits(seconds=0.5)) as call:
        start = time.monotonic()
        assert call("sleep") == Broken("no result in time")
        assert time.monotonic() - start < 5
        assert call("well").startswith("done by ")


def test_processor_time_is_given_anew_for_each_call():
    with Sandbox(misbehave, Limits(cpu=1)) as call:
        assert {call("work") for _ in range(14)} == {"worked"}


def test_a_result_that_is_too_large_is_not_taken_in():
    with Sandbox(misbehave, Limits(seconds=60.0)) as call:
        assert call("much").why.endswith("bytes, expected at most 67,108,864")
        assert call("well").startswith("done by ")


def test_a_child_has_no_handle_but_its_socket_and_what_goes_nowhere(sandbox, tmp_path):
    with (tmp_path / "open").open("w") as file:
        os.set_inheritable(file.fileno(), True)
        assert sandbox("handles") == "0,1,2,3"  # 3 is the listing itself


def test_a_child_knows_no_variables_but_where_modules_are(sandbox, monkeypatch):
    monkeypatch.setenv("SECRET", "x")
    assert set(sandbox("variables").split(",")) <= {"PYTHONPATH", "LC_CTYPE"}


def test_what_a_child_prints_does_not_disturb_its_answers(sandbox):
    assert sandbox("speak") == "5"
    assert sandbox("well").startswith("done by ")


def test_a_child_reaches_no_network_where_the_kernel_can_shut_it_out(sandbox):
    if not can_leave_network():
        pytest.skip("this kernel lets no process leave its network")
    assert "Network is unreachable" in sandbox("connect").why


def can_leave_network() -> bool:
    return subprocess.run(["unshare", "-Un", "true"], check=False, capture_output=True).returncode == 0


def test_several_children_work_at_once():
    with Sandbox(misbehave, count=3) as call:
        found, start = [], threading.Barrier(3)

        def take():
            start.wait()
            found.append(call("well"))

        threads = [threading.Thread(target=take) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(set(found)) == 3


def test_no_child_is_left_behind():
    with Sandbox(misbehave) as call:
        number = int(call("well").removeprefix("done by "))
        os.kill(number, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_no_child_outlives_a_parent_that_was_killed():
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", PARENT]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as parent:
        child = int(parent.stdout.readline().removeprefix("done by "))
        os.kill(child, 0)
        parent.kill()
    assert gone_within(child, 10.0)


def gone_within(number, seconds):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        state = Path(f"/proc/{number}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.02)
    return False


def test_a_call_that_is_broken_off_does_not_answer_the_next_one(sandbox):
    def interrupt(*_):
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        sandbox("well")
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        with pytest.raises(KeyboardInterrupt):
            sandbox("work")
    finally:
        signal.signal(signal.SIGALRM, before)
    assert sandbox("well").startswith("done by ")


def test_a_child_that_was_killed_between_two_calls_costs_one_item():
    with Sandbox(misbehave) as call:
        os.kill(int(call("well").removeprefix("done by ")), 9)
        assert call("well") == Broken("the child died (SIGKILL)")
        assert call("well").startswith("done by ")


def test_a_function_that_no_child_can_find_is_told():
    def local() -> str:
        return ""

    with Sandbox(local) as call, pytest.raises(Missing, match=r"no child process for .*local: the child died"):
        call()


def test_a_large_body_goes_in_and_comes_back():
    with Sandbox(read) as call:
        body = ("ә" * 5_000_000).encode()
        assert call(body).text == body.decode()

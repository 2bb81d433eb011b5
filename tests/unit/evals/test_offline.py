"""The network is kept out of a replay; each time in a process of its own, since it stays out."""

import subprocess
import sys

import pytest

REFUSING = "from copilot.evals.offline import refuse_network\nrefuse_network()\n"
LISTENING = "import socket\nserver = socket.create_server(('127.0.0.1', 0))\n"

DATAGRAM = "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize(
    ("call", "event"),
    [
        ("socket.create_connection(server.getsockname())", "socket.getaddrinfo"),
        ("socket.socket().connect(server.getsockname())", "socket.connect"),
        ("socket.socket().connect_ex(server.getsockname())", "socket.connect"),
        ("socket.getaddrinfo('example.org', 443)", "socket.getaddrinfo"),
        ("socket.gethostbyname('example.org')", "socket.gethostbyname"),
        ("socket.gethostbyname_ex('example.org')", "socket.gethostbyname"),
        ("socket.gethostbyaddr('192.0.2.1')", "socket.gethostbyaddr"),
        ("socket.getnameinfo(('192.0.2.1', 53), 0)", "socket.getnameinfo"),
        (f"{DATAGRAM}.sendto(b'x', ('192.0.2.1', 53))", "socket.sendto"),
        (f"{DATAGRAM}.sendmsg([b'x'], [], 0, ('192.0.2.1', 53))", "socket.sendmsg"),
    ],
)
def test_a_connection_and_a_name_lookup_are_refused_with_a_way_out(call: str, event: str) -> None:
    ended = python(f"{LISTENING}{REFUSING}{call}")
    assert ended.returncode == 1
    assert f"RecordingError: A replay tried to reach the network ({event})" in ended.stderr


def test_a_http_client_is_refused_and_does_not_hide_it() -> None:
    ended = python(f"{REFUSING}import httpx\nhttpx.get('http://127.0.0.1:9')")
    assert "RecordingError" in ended.stderr


def test_an_event_loop_still_runs_with_threads_and_processes() -> None:
    code = f"""{REFUSING}
import asyncio
import sys
async def work():
    told = await asyncio.to_thread(str.upper, "thread ")
    made = await asyncio.create_subprocess_exec(sys.executable, "-c", "print('process')")
    await made.wait()
    print(told)
asyncio.run(work())
"""
    ended = python(code)
    assert (ended.returncode, ended.stdout.split()) == (0, ["process", "THREAD"])


def test_a_socket_of_this_machines_own_kind_may_be_used() -> None:
    code = "import socket\none = socket.socket(socket.AF_UNIX)\none.connect('/nowhere')"
    ended = python(f"{REFUSING}{code}")
    assert "FileNotFoundError" in ended.stderr


def test_refusing_twice_is_refusing_once() -> None:
    assert python(f"{REFUSING}{REFUSING}print('fine')").stdout == "fine\n"

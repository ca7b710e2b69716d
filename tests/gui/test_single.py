"""A second start hands its files to the first."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from textgen.gui.parts import single
from textgen.gui.parts.single import Single

SECOND = "import sys; from textgen.gui.parts.single import hand_over; sys.exit(0 if hand_over(sys.argv[2:], sys.argv[1]) else 9)"


@pytest.fixture
def name() -> str:
    return f"textgen-test-{uuid.uuid4().hex}"


@pytest.fixture
def first(qtbot: QtBot, name: str) -> Iterator[Single]:
    instance = Single(name)
    assert instance.listening
    yield instance
    instance.close()


def second_start(name: str, *paths: str, cwd: Path) -> subprocess.Popen[bytes]:
    root = Path(single.__file__).parents[3]
    return subprocess.Popen(
        [sys.executable, "-c", SECOND, name, *paths], cwd=cwd, env={**os.environ, "PYTHONPATH": str(root)}
    )


def test_nobody_is_there_to_take_the_files(qtbot: QtBot, name: str) -> None:
    assert not single.hand_over(["a.txt"], name)


def test_a_second_process_hands_over_absolute_paths_and_ends_well(
    qtbot: QtBot, first: Single, name: str, tmp_path: Path
) -> None:
    with qtbot.waitSignal(first.called, timeout=20_000) as called:
        second = second_start(name, "a b.txt", "ñ.textgen", cwd=tmp_path)
    assert called.args == [[str(tmp_path / "a b.txt"), str(tmp_path / "ñ.textgen")]]
    assert second.wait(10) == 0


def test_a_start_without_files_still_calls(qtbot: QtBot, first: Single, name: str, tmp_path: Path) -> None:
    with qtbot.waitSignal(first.called, timeout=20_000) as called:
        second = second_start(name, cwd=tmp_path)
    assert called.args == [[]]
    assert second.wait(10) == 0


@pytest.mark.parametrize("line", [b"nonsense\n", b'{"a": 1}\n', b"[1, 2]\n", b"\xff\xfe\n"])
def test_a_stranger_who_talks_nonsense_is_not_answered(qtbot: QtBot, first: Single, name: str, line: bytes) -> None:
    called: list[object] = []
    first.called.connect(called.append)
    socket = QLocalSocket()
    with qtbot.waitSignal(socket.disconnected):
        socket.connectToServer(name)
        assert socket.waitForConnected(1000)
        socket.write(line)
    assert socket.readAll().data() == b""
    assert called == []


def test_a_socket_left_by_a_crash_is_in_nobodys_way(qtbot: QtBot, name: str, tmp_path: Path) -> None:
    crash = (
        "import os, sys; from PySide6.QtCore import QCoreApplication; from textgen.gui.parts.single import Single;"
        "app = QCoreApplication([]); Single(sys.argv[1]); os._exit(0)"
    )
    root = Path(single.__file__).parents[3]
    subprocess.run([sys.executable, "-c", crash, name], check=True, env={**os.environ, "PYTHONPATH": str(root)})
    assert not single.hand_over([], name)
    instance = Single(name)
    assert instance.listening
    instance.close()


def test_a_message_in_two_parts_is_read_whole(qtbot: QtBot, first: Single, name: str) -> None:
    socket = QLocalSocket()
    socket.connectToServer(name)
    assert socket.waitForConnected(1000)
    line = json.dumps(["/a.txt"]).encode() + b"\n"
    with qtbot.waitSignal(first.called) as called:
        socket.write(line[:4])
        socket.flush()
        qtbot.wait(1)
        socket.write(line[4:])
    assert called.args == [["/a.txt"]]


def test_the_address_is_one_for_each_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":1")
    one = single.address()
    assert one == single.address()
    monkeypatch.setenv("DISPLAY", ":2")
    assert single.address() != one


def test_only_this_person_may_call(qtbot: QtBot, first: Single) -> None:
    assert first._server.socketOptions() == QLocalServer.SocketOption.UserAccessOption

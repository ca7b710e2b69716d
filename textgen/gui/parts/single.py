"""One window for each person and screen: a second start hands its files to the first and ends."""

from __future__ import annotations

import getpass
import hashlib
import json
import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER = 2000  # milliseconds that the first start has to answer
_DONE = b"ok\n"


def address() -> str:
    """The name that all starts of this person on this screen share."""
    user = str(os.getuid()) if hasattr(os, "getuid") else getpass.getuser()
    screen = os.environ.get("WAYLAND_DISPLAY", "") + os.environ.get("DISPLAY", "")
    return f"textgen-{hashlib.sha256(f'{user} {screen}'.encode()).hexdigest()[:16]}"


def hand_over(paths: list[str], name: str) -> bool:
    """Give the files to the program that is running already. False if none is, or if it does not answer."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(ANSWER):
        return False
    socket.write(json.dumps([str(Path(path).absolute()) for path in paths]).encode() + b"\n")
    answered = socket.waitForBytesWritten(ANSWER) and (socket.bytesAvailable() or socket.waitForReadyRead(ANSWER))
    return bool(answered) and socket.readAll().data() == _DONE


class Single(QObject):
    """Listens for later starts. `called` carries the absolute paths that they were given."""

    called = Signal(list)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        QLocalServer.removeServer(name)  # nobody answered at this name, so what is there was left by a crash
        self.listening = self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _connected(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(lambda: self._read(socket))
        self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        paths = _paths(socket.readLine().data())
        if paths is not None:
            socket.write(_DONE)
            socket.flush()
            self.called.emit(paths)
        socket.disconnectFromServer()


def _paths(line: bytes) -> list[str] | None:
    try:
        paths = json.loads(line)
    except ValueError:
        return None
    return paths if isinstance(paths, list) and all(isinstance(path, str) for path in paths) else None

"""The start script, with stand-ins for Python, pip, apt-get and what else would change the machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent

# One script stands in for the system's Python and, copied by "-m venv", for .venv/bin/python.
PYTHON = r"""#!/bin/sh
echo "python $*" >>"$CALLS"
case "$*" in
"-c import os, sys;"*) [ "${OLD-}" ] && exit 1; readlink -f "$0" ;;
"-c import ensurepip"*) [ -z "${NO_VENV-}" ] ;;
"-c import sys; print"*) echo python3.11-venv ;;
"-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
"-m pip "*" torch") [ -z "${GATE-}" ] || read -r _ <"$GATE"; [ -z "${PIP_FAILS-}" ] || { echo "$PIP_FAILS"; exit 1; } ;;
"-P -m textgen"*) pwd; shift 3; for argument; do echo "<$argument>"; done ;;
"-m pytest"*) echo "1 passed in 0.01s" ;;
"-m ruff check"*) [ -z "${RUFF_FAILS-}" ] ;;
esac
"""
STUBS = {
    "python3": PYTHON,
    "id": "#!/bin/sh\necho ${USER_ID-1000}\n",
    "sudo": "#!/bin/sh\nexit 1\n",
    "apt-get": '#!/bin/sh\necho "apt-get $*" >>"$CALLS"\n[ "${APT_WORKS-}" ] && : >"$APT_WORKS"\n',
    "ldd": '#!/bin/sh\n[ -e "${APT_WORKS-/nowhere}" ] || for lib in ${LACKING-}; do echo "	$lib => not found"; done\n',
    "find": "#!/bin/sh\necho ${FONT-/usr/share/fonts/a.ttf}\n",
}


@dataclass
class Checkout:
    """A copy of what `run` needs, in a folder whose name has spaces, and a PATH of stand-ins."""

    folder: Path
    stubs: Path
    calls: Path
    environment: dict[str, str] = field(default_factory=dict)

    def start(self, *arguments: str, cwd: Path | None = None, run: Path | None = None, **more: str):
        return subprocess.run(
            [str(run or self.folder / "run"), *arguments],
            env=self.environment | more,
            cwd=cwd or self.folder,
            capture_output=True,
            text=True,
        )

    def called(self, what: str) -> list[str]:
        lines = self.calls.read_text().splitlines() if self.calls.exists() else []
        return [line for line in lines if line.startswith(what)]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    folder, stubs = tmp_path / "my programs" / "text gen", tmp_path / "bin"
    folder.mkdir(parents=True)
    stubs.mkdir()
    for name in ("run", "constraints.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    for name, text in STUBS.items():
        (stubs / name).write_text(text)
        (stubs / name).chmod(0o755)
    for name in ("python3.11", "python3.12", "python3.13", "python3.14"):
        (stubs / name).symlink_to("python3")
    calls = tmp_path / "calls"
    environment = {"PATH": f"{stubs}{os.pathsep}/usr/bin{os.pathsep}/bin", "HOME": str(tmp_path), "CALLS": str(calls)}
    return Checkout(folder, stubs, calls, environment)


def test_the_first_start_sets_up_with_torch_first_and_then_starts_the_program(checkout):
    answer = checkout.start("train", "a b.txt")
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.splitlines() == [str(checkout.folder), "<train>", "<a b.txt>"]
    torch, rest = checkout.called("python -m pip install")
    assert torch.endswith("-c constraints.txt torch")
    assert rest.endswith("-c constraints.txt -e .")


def test_the_second_start_installs_nothing_and_says_nothing(checkout):
    checkout.start()
    checkout.calls.unlink()
    answer = checkout.start("x")
    assert answer.stderr == ""
    assert checkout.called("") == ["python -P -m textgen x"]


def test_a_relative_file_and_a_symlink_are_taken_from_where_the_person_stands(checkout, tmp_path):
    checkout.start()
    link, elsewhere = tmp_path / "textgen-link", tmp_path / "else where"
    link.symlink_to(checkout.folder / "run")
    elsewhere.mkdir()
    answer = checkout.start("my.txt", "", "$HOME *", cwd=elsewhere, run=link)
    assert answer.stdout.splitlines() == [str(elsewhere), "<my.txt>", "<>", "<$HOME *>"]


@pytest.mark.parametrize("name", ["constraints.txt", "pyproject.toml", "run"])
def test_a_changed_description_sets_up_again(checkout, name):
    checkout.start()
    checkout.calls.unlink()
    with (checkout.folder / name).open("a") as file:
        file.write("\n")
    assert checkout.start().returncode == 0
    assert len(checkout.called("python -m pip")) == 2
    assert not checkout.called("python -m venv"), "what is already there is brought up to date, not thrown away"


def test_a_moved_folder_sets_up_again(checkout):
    checkout.start()
    moved = checkout.folder.rename(checkout.folder.with_name("moved"))
    checkout.calls.unlink()
    assert checkout.start(run=moved / "run", cwd=moved).stdout == f"{moved}\n"
    assert len(checkout.called("python -m pip")) == 2


def test_a_python_that_is_gone_sets_up_again(checkout):
    checkout.start()
    python = checkout.folder / ".venv/bin/python"
    python.unlink()
    python.symlink_to(checkout.folder / "no such python")
    checkout.calls.unlink()
    assert checkout.start().returncode == 0
    assert checkout.called("python -m venv")


def test_no_python_that_is_new_enough(checkout):
    answer = checkout.start(OLD="1")
    assert (answer.returncode, answer.stdout) == (1, "")
    last = answer.stderr.splitlines()[-1]
    assert last == "textgen: Python 3.11 or newer is needed and was not found; please install it and start again."
    assert not (checkout.folder / ".venv").exists()


def test_a_folder_that_cannot_be_written_to(checkout):
    (checkout.stubs / "mkdir").write_text("#!/bin/sh\nexit 1\n")
    (checkout.stubs / "mkdir").chmod(0o755)
    answer = checkout.start()
    assert answer.returncode == 1
    assert answer.stderr.endswith(f"textgen: The folder {checkout.folder} cannot be written to.\n")


def test_a_missing_venv_module_ends_with_the_line_to_type(checkout):
    answer = checkout.start(NO_VENV="1")
    assert answer.returncode == 1
    assert answer.stderr.endswith("Please type:  sudo apt-get install -y python3.11-venv\n")


def test_a_missing_venv_module_is_installed_by_root(checkout, tmp_path):
    answer = checkout.start(NO_VENV="1", USER_ID="0", APT_WORKS=str(tmp_path / "done"))
    assert answer.returncode == 0, answer.stderr
    assert checkout.called("apt-get install")[0].endswith(" python3.11-venv")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("ERROR: No matching distribution found for torch", "is there a network connection?"),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("something else", "setup.log"),
    ],
)
def test_a_failed_set_up_shows_the_log_says_why_and_is_repeated_cleanly(checkout, words, reason):
    answer = checkout.start(PIP_FAILS=words)
    *shown, last = answer.stderr.splitlines()
    assert (answer.returncode, answer.stdout) == (1, "")
    assert words in shown
    assert last.startswith("textgen: The set-up failed: ")
    assert last.endswith(reason)
    assert not (checkout.folder / ".venv/stamp").exists()
    (checkout.folder / ".venv/half a package").touch()
    assert checkout.start().returncode == 0
    assert not (checkout.folder / ".venv/half a package").exists()


def test_a_failed_update_does_not_pass_for_a_set_up(checkout):
    checkout.start()
    (checkout.folder / "constraints.txt").write_text("torch==9.9\n")
    assert checkout.start(PIP_FAILS="no").returncode == 1
    checkout.calls.unlink()
    assert checkout.start().returncode == 0
    assert checkout.called("python -m venv")


def test_missing_libraries_are_named_by_package_and_do_not_stop_the_start(checkout):
    lacking = "libEGL.so.1 libX11.so.6 libX11-xcb.so.1 libglib-2.0.so.0 libgthread-2.0.so.0 libz.so.1 libbrotlidec.so.1"
    lacking += " libxcb-icccm.so.4 libgssapi_krb5.so.2 libxkbcommon-x11.so.0 libdbus-1.so.3 libcom_err.so.2"
    answer = checkout.start(LACKING=lacking)
    assert answer.stdout == f"{checkout.folder}\n"
    line = next(line for line in answer.stderr.splitlines() if "apt-get" in line)
    typed = line.partition("Please type:  ")[2]
    packages = "libbrotli1 libcom-err2 libdbus-1-3 libegl1 libglib2.0-0 libgssapi-krb5-2 libx11-6 libx11-xcb1"
    assert typed == f"sudo apt-get install -y {packages} libxcb-icccm4 libxkbcommon-x11-0 zlib1g"
    assert not checkout.called("apt-get"), "without rights nothing is tried"


def test_missing_libraries_are_named_at_each_start_on_a_screen_until_they_are_there(checkout):
    lacking = {"LACKING": "libxcb-cursor.so.0", "DISPLAY": ":0"}
    assert checkout.start(**lacking).stderr.count("apt-get") == 1
    assert checkout.start(**lacking).stderr.endswith("libxcb-cursor0\n")
    assert checkout.start(LACKING="libxcb-cursor.so.0").stderr == "", "without a screen no window is opened"
    assert checkout.start(DISPLAY=":0").stderr == ""
    assert checkout.start(**lacking).stderr == "", "found once, the libraries are not looked for again"


def test_root_installs_missing_libraries(checkout, tmp_path):
    answer = checkout.start(LACKING="libxcb-cursor.so.0", USER_ID="0", APT_WORKS=str(tmp_path / "done"))
    assert checkout.called("apt-get") == ["apt-get install -y --no-install-recommends libxcb-cursor0"]
    assert "Please type" not in answer.stderr


def test_root_without_a_network_gets_the_line_too(checkout):
    answer = checkout.start(LACKING="libxcb-cursor.so.0", USER_ID="0")
    assert [call.split()[1] for call in checkout.called("apt-get")] == ["install", "update", "install"]
    assert "Please type:  apt-get install -y libxcb-cursor0\n" in answer.stderr
    assert answer.returncode == 0


def test_a_machine_without_any_font_is_told_of_one(checkout):
    assert "apt-get install -y fonts-dejavu-core" in checkout.start(FONT="").stderr


@pytest.mark.skipif(not shutil.which("flock"), reason="without flock there is no lock")
def test_two_first_starts_at_once_set_up_once(checkout, tmp_path):
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    command = [str(checkout.folder / "run")]
    environment = checkout.environment | {"GATE": str(gate)}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    first = subprocess.Popen(command, env=environment, cwd=checkout.folder, **pipes)
    with gate.open("w") as held:  # opens when the first start has come to pip and holds the lock
        second = subprocess.Popen(command, env=checkout.environment, cwd=checkout.folder, **pipes)
        said = second.stderr.readline()
        held.write("\n")
    answers = [(start.communicate(timeout=60), start.returncode) for start in (first, second)]
    assert "waiting" in said
    assert [(output, status) for (output, _), status in answers] == [(f"{checkout.folder}\n", 0)] * 2
    assert len(checkout.called("python -m pip")) == 2


def test_the_tests_have_a_set_up_of_their_own_and_pytest_has_the_last_word(checkout):
    checkout.start()
    checkout.calls.unlink()
    answer = checkout.start("test", "-k", "two words")
    assert answer.returncode == 0, answer.stderr
    assert checkout.called("python -m pip")[1].endswith("-e .[test]")
    assert answer.stdout.splitlines()[-1] == "1 passed in 0.01s"
    kinds = ["-m ruff check", "-m ruff format", "-m mypy", "-c from importlinter", "-m pytest -k two words"]
    assert [any(checkout.called(f"python {kind}")) for kind in kinds] == [True] * 5
    checkout.calls.unlink()
    checkout.start("test")
    checkout.start()
    assert not checkout.called("python -m pip")


def test_a_failed_check_fails_the_tests_after_all_were_run(checkout):
    answer = checkout.start("test", RUFF_FAILS="1")
    assert answer.returncode == 1
    assert "failed: ruff check" in answer.stderr
    assert checkout.called("python -m mypy")
    assert checkout.called("python -m pytest")


def test_every_dependency_is_pinned_within_its_range():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").split()
    pins = {canonicalize_name(name): version for name, _, version in (line.partition("==") for line in lines)}
    wanted = [Requirement(text) for text in [*project["dependencies"], *project["optional-dependencies"]["test"]]]
    assert [want.name for want in wanted if pins.get(canonicalize_name(want.name)) not in want.specifier] == []


@pytest.mark.skipif(not shutil.which("shellcheck"), reason="shellcheck is not installed")
@pytest.mark.parametrize("name", ["run", ".ci/run"])
def test_shellcheck(name):
    found = subprocess.run(["shellcheck", str(ROOT / name)], capture_output=True, text=True)
    assert found.stdout == ""

"""The command line as scripts use it: its own process for what concerns processes, the function for the rest."""

import csv
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.engine.conftest import pattern_text
from textgen.cli import COMMANDS, build_parser, run
from textgen.engine.checkpoint import load
from textgen.engine.config import PLANNED
from textgen.engine.gates import BLOCKS

SMALL = [
    "--units",
    "24",
    "--embedding",
    "16",
    "--batch",
    "4",
    "--truncation",
    "10",
    "--learning-rate",
    "0.02",
    "--threads",
    "1",
    "--seed",
    "3",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with a text, and a model that the command line has trained on it."""
    folder = tmp_path_factory.mktemp("cli")
    (folder / "meals.txt").write_text(pattern_text(), encoding="utf-8")
    assert run(["train", str(folder / "meals.txt"), "-o", str(folder / "meals.textgen"), "--epochs", "10", *SMALL]) == 0
    return folder


def in_a_process(*arguments, **kwargs):
    command = [sys.executable, "-m", "textgen", *map(str, arguments)]
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, **kwargs
    )


def test_train_saves_what_was_asked_for(folder):
    checkpoint = load(folder / "meals.textgen")
    assert (checkpoint.model.units, checkpoint.model.embedding, checkpoint.train.seed) == (24, 16, 3)
    assert checkpoint.best.held_out_perplexity < 4


def test_every_setting_is_an_option_with_its_help(capsys):
    with pytest.raises(SystemExit) as end:
        run(["train", "--help"])
    assert end.value.code == 0
    shown = capsys.readouterr().out
    for option in ("--cell", "--units", "--layers", "--vocabulary", "--min-count", "--dropout", "--minutes", "--epochs",
                   "--truncation", "--held-out", "--patience", "--threads", "--pretokenised", "--valid"):  # fmt: skip
        assert option in shown
    assert " ".join(shown.split()).count("(automatic)") == len(PLANNED)


def test_evaluate_as_json(folder, capsys):
    assert run(["evaluate", str(folder / "meals.textgen"), str(folder / "meals.txt"), "--json"]) == 0
    values = json.loads(capsys.readouterr().out)
    assert {"tokens", "unknown", "perplexity", "top1", "top3", "top5"} <= set(values)
    assert values["unknown"] == 0
    assert 1 < values["perplexity"] < 4
    assert 0.5 < values["top1"] <= values["top3"] <= values["top5"] <= 1


def test_evaluate_tells_what_each_part_brings(folder, capsys):
    run(["evaluate", str(folder / "meals.textgen"), str(folder / "meals.txt"), "--json"])
    found = json.loads(capsys.readouterr().out)
    assert list(found["parts"]) == ["ngrams", "network", "with_ngrams", "with_cache", "mixed"]
    assert found["parts"]["network"] == pytest.approx(found["perplexity"], rel=1e-4)
    assert found["perplexity_mixed"] == found["parts"]["mixed"]
    assert 0 < found["keystrokes_saved"] < 1


def test_surprise_as_json_has_the_perplexity_of_evaluate(folder, capsys):
    both = [str(folder / "meals.textgen"), str(folder / "meals.txt"), "--json"]
    run(["evaluate", *both])
    evaluated = json.loads(capsys.readouterr().out)
    for mix, perplexity in ("network", evaluated["perplexity"]), ("all", evaluated["perplexity_mixed"]):
        assert run(["surprise", *both, *(["--mix", mix] if mix == "all" else [])]) == 0
        found = json.loads(capsys.readouterr().out)
        assert found["perplexity"] == pytest.approx(perplexity, rel=1e-4)
        assert len(found["words"]) == evaluated["tokens"]
        assert found["words"][0]["word"] == "Ada" and found["words"][-1]["word"] == "¶"
        assert 2 ** (sum(word["bits"] for word in found["words"]) / len(found["words"])) == pytest.approx(perplexity)


def test_trace_as_json_has_a_row_for_each_word_and_the_equations_hold(folder, capsys):
    assert run(["trace", str(folder / "meals.textgen"), "--text", "Ada eats the zeppelin.", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["words"] == ["Ada", "eats", "the", "zeppelin", "."]
    assert found["known"] == [True, True, True, False, True]
    (layer,) = found["layers"]
    assert list(layer) == ["cell", *BLOCKS["lstm"], "start"]
    blocks = {name: np.array(layer[name]) for name in BLOCKS["lstm"]}
    assert {block.shape for block in blocks.values()} == {(5, 24)}
    before = np.vstack([layer["start"]["cell_state"], blocks["cell_state"][:-1]])
    made = blocks["forget_gate"] * before + blocks["input_gate"] * blocks["candidate"]
    assert made == pytest.approx(blocks["cell_state"], abs=1e-5)
    assert blocks["output_gate"] * np.tanh(made) == pytest.approx(blocks["hidden_state"], abs=1e-5)


def test_trace_as_csv_and_in_plain_lines_say_the_same_words(folder, capsys):
    asked = ["trace", str(folder / "meals.textgen"), "--text", "Ada eats the zeppelin."]
    run([*asked, "--csv"])
    lines = list(csv.reader(capsys.readouterr().out.splitlines()))
    assert lines[0][:4] == ["layer", "block", "position", "word"] and lines[0][-1] == "unit_23"
    assert [line[:4] for line in lines[1:6]] == [
        ["1", "forget_gate", str(at), word] for at, word in enumerate(["Ada", "eats", "the", "zeppelin", "."], 1)
    ]
    assert len(lines) == 1 + 5 * len(BLOCKS["lstm"])
    run(asked)
    shown = capsys.readouterr().out
    assert "forget gate" in shown and "does not know: zeppelin" in shown


def test_surprise_in_plain_lines_shows_passages_and_unknown_words(folder, capsys):
    (folder / "odd.txt").write_text("Ada eats the soup. Then Ada says: “fish fish fish zeppelin.”\n" * 2)
    assert run(["surprise", str(folder / "meals.textgen"), str(folder / "odd.txt")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Perplexity ") and "2 of " in lines[1]
    assert any("zeppelin" in line for line in lines[2:])


def test_a_pretokenised_text_is_measured_token_by_token(folder, capsys):
    (folder / "tokens.txt").write_text("Ada eats the <unk> .\n")
    assert run(["surprise", str(folder / "meals.textgen"), str(folder / "tokens.txt"), "--pretokenised", "--json"]) == 0
    assert [word["word"] for word in json.loads(capsys.readouterr().out)["words"]] == [
        "Ada",
        "eats",
        "the",
        "<unk>",
        ".",
        "¶",
    ]


def test_a_training_can_go_on_from_a_model(folder, capsys):
    (folder / "birds.txt").write_text("The heron eats the fish. The heron sings.\n" * 60, encoding="utf-8")
    more = ["--start", str(folder / "meals.textgen"), "--epochs", "2", "--batch", "4", "--truncation", "10"]
    assert run(["train", str(folder / "birds.txt"), "-o", str(folder / "both.textgen"), *more]) == 0
    before, after = load(folder / "meals.textgen"), load(folder / "both.textgen")
    assert after.words[: len(before.words)] == before.words and "heron" in after.words
    assert after.model.units == before.model.units


def test_what_is_not_given_is_planned_and_said(folder, capsys):
    less = ["--epochs", "1", "--batch", "4", "--truncation", "10", "--dropout", "0.05"]
    assert run(["train", str(folder / "meals.txt"), "-o", str(folder / "planned.textgen"), *less]) == 0
    made = load(folder / "planned.textgen")
    assert (made.model.units, made.model.embedding, made.model.dropout) == (64, 128, 0.05)
    assert "64 units" in capsys.readouterr().out


def test_evaluate_a_pretokenised_text_counts_line_ends_and_unknown_words(folder, capsys):
    text = folder / "lines.txt"
    text.write_text("Ada eats the fish .\nAda eats the <unk> .\nthe zeppelin <eos>\n")
    assert run(["evaluate", str(folder / "meals.textgen"), str(text), "--pretokenised", "--json"]) == 0
    values = json.loads(capsys.readouterr().out)
    assert values["tokens"] == 6 + 6 + 3, "an <eos> at a line's end is the line's end"
    assert values["unknown"] == 2


@pytest.mark.parametrize("mode", ["next-word", "next-five", "from-one-word"])
def test_predict_in_each_mode_as_json(folder, capsys, mode):
    arguments = ["predict", str(folder / "meals.textgen"), "--mode", mode, "--text", "Ada eats", "--top", "4",
                 "--length", "12", "--seed", "9", "--json"]  # fmt: skip
    assert run(arguments) == 0
    first = json.loads(capsys.readouterr().out)
    assert first["mode"] == mode
    assert first["choices"]
    assert len(first["choices"]) <= 5
    assert all(0 < choice["probability"] <= 1 for choice in first["choices"])
    assert run(arguments) == 0
    assert json.loads(capsys.readouterr().out) == first, "the same seed predicts the same"


def test_predict_for_people_names_unknown_words_and_the_nearest(folder, capsys):
    assert run(["predict", str(folder / "meals.textgen"), "--text", "bruna", "--top", "3"]) == 0
    shown = capsys.readouterr().out
    assert "does not know “bruna”. Nearest: Bruno" in shown
    assert shown.count("%") == 3


def borrowed(folder, capsys, draft, *options):
    (folder / "draft.txt").write_text(draft, encoding="utf-8")
    assert run(["borrowed", str(folder / "draft.txt"), "--from", str(folder / "meals.txt"), *options]) == 0
    return capsys.readouterr().out


def test_borrowed_as_json_tells_the_longest_runs_and_their_lines(folder, capsys):
    draft = "I know that BRUNO eats, the soup; then Bruno laughs. Clara eats the fish! Then Clara says nothing."
    found = json.loads(borrowed(folder, capsys, draft, "--json"))
    lines = pattern_text().splitlines()
    first = [
        next(at for at, line in enumerate(lines, 1) if part in line)
        for part in ("Bruno eats the soup", "Clara eats the fish")
    ]
    assert found["runs"] == [
        {"start": 3, "length": 6, "line": first[0]}, {"start": 10, "length": 7, "line": first[1]},
    ]  # fmt: skip
    assert found["share"] == pytest.approx(13 / 18)
    found = json.loads(borrowed(folder, capsys, draft, "--json", "--run", "7"))
    assert [run["start"] for run in found["runs"]] == [10]


def test_borrowed_for_people_shows_the_words(folder, capsys):
    shown = borrowed(folder, capsys, "Ada eats the bread. Then Zoe comes.")
    assert shown.splitlines() == [
        "71.4% of the words are borrowed; longest runs: 1.",
        "line 1, 5 words: Ada eats the bread Then",
    ]


@pytest.mark.parametrize("draft", ["", "…", "Ada"])
def test_a_text_of_no_words_or_one_has_borrowed_nothing(folder, capsys, draft):
    assert json.loads(borrowed(folder, capsys, draft, "--json")) == {"share": 0, "runs": []}


def test_info_for_people_and_as_json(folder, capsys):
    assert run(["info", str(folder / "meals.textgen")]) == 0
    assert "perplexity" in capsys.readouterr().out
    assert run(["info", str(folder / "meals.textgen"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["cell"] == "lstm"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["train", "none.txt", "-o", "m.textgen"], "none.txt"),
        (["train", "few.txt", "-o", "m.textgen"], "needs at least"),
        (["train", "meals.txt", "-o", "no/such/folder/m.textgen"], "cannot be written (No such file or directory)"),
        (["train", "meals.txt", "-o", "x" * 300], "cannot be written (File name too long)"),
        (["train", "meals.txt", "-o", "/dev/null"], "is not a file"),
        (["train", "meals.txt", "-o", "m.textgen", "--min-count", "1000"], "No word stands in the text 1000 times"),
        (["train", "meals.txt", "-o", "m.textgen", "--valid", "few.txt"], "too short to measure with"),
        (["train", "meals.txt", "-o", "."], "is a folder"),
        (
            ["train", "meals.txt", "-o", "m.textgen", "--units", "0"],
            "“Units” cannot be 0; choose a value from 4 to 4096",
        ),
        (["evaluate", "few.txt", "meals.txt"], "not a textgen model"),
        (["predict", "none.textgen"], "could not be opened"),
        (["info", "few.txt"], "not a textgen model"),
        (["borrowed", "none.txt", "--from", "meals.txt"], "There is no file “none.txt”"),
        (["borrowed", "meals.txt", "--from", "none.txt"], "There is no file “none.txt”"),
        (["borrowed", "meals.textgen", "--from", "meals.txt"], "is not a text"),
    ],
)
def test_a_problem_is_one_sentence_on_stderr_and_status_1(folder, capsys, monkeypatch, arguments, sentence):
    monkeypatch.chdir(folder)
    Path("few.txt").write_text("Only a few words here.")
    assert run(arguments) == 1
    captured = capsys.readouterr()
    assert sentence in captured.err
    assert captured.err.count("\n") == 1
    assert captured.err.startswith("textgen: ")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["sing"],
        ["train"],
        ["train", "a.txt", "-o", "m.textgen", "--units", "many"],
        ["train", "a.txt", "-o", "m.textgen", "--minutes", "1", "--epochs", "1"],
        ["predict", "m.textgen", "--mode", "backwards"],
        ["predict", "m.textgen", "--length", "4"],
        ["predict", "m.textgen", "--length", "201"],
        ["borrowed", "a.txt"],
        ["borrowed", "a.txt", "--from", "b.txt", "--run", "1"],
        ["borrowed", "a.txt", "--from", "b.txt", "--run", "101"],
    ],
)
def test_wrong_usage_is_status_2(arguments, capsys):
    with pytest.raises(SystemExit) as end:
        run(arguments)
    assert end.value.code == 2
    assert "usage: textgen" in capsys.readouterr().err


@pytest.mark.parametrize("option", [("--threads", 0), ("--device", "fastest"), ("--precision", "fastest")])
def test_what_is_left_to_the_program_may_be_said(folder, option):
    target = folder / f"{option[0]}.textgen"
    assert (
        run(["train", str(folder / "meals.txt"), "-o", str(target), "--epochs", "1", *map(str, (*SMALL, *option))]) == 0
    )
    made = load(target).train
    assert made.threads > 0 and "fastest" not in (made.device, made.precision)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopping_a_training_saves_the_best_and_ends_with_130(folder, number):
    target = folder / f"stopped-{number}.textgen"
    process = in_a_process("train", folder / "meals.txt", "-o", target, *SMALL, "--patience", 1000)
    lines = []
    for line in process.stdout:
        lines.append(line)
        if "held-out" in line:
            process.send_signal(number)
            break
    rest, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert "Stopped" in rest
    assert load(target).best is not None and load(target).scores is not None
    assert "Traceback" not in errors


def test_stopping_before_anything_is_learnt_leaves_an_earlier_model_alone(folder):
    target = folder / "precious.textgen"
    target.write_bytes((folder / "meals.textgen").read_bytes())
    process = in_a_process("train", folder / "meals.txt", "-o", target, *SMALL, "--epochs", 100_000)
    for line in process.stdout:
        if line.startswith("Vocabulary"):
            process.send_signal(signal.SIGINT)
            break
    rest, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "nothing is saved" in rest
    assert target.read_bytes() == (folder / "meals.textgen").read_bytes()


@pytest.mark.parametrize("closed", ["stdout", "stderr"])
def test_a_training_that_nobody_reads_of_is_saved_all_the_same(folder, closed):
    target = folder / f"unread-{closed}.textgen"
    process = in_a_process("train", folder / "meals.txt", "-o", target, "--epochs", 3, *SMALL)
    getattr(process, closed).close()
    assert process.wait(timeout=60) == 0
    assert load(target).best is not None
    for stream in (process.stdout, process.stderr):
        stream.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_that_cannot_be_written_is_one_sentence(folder):
    with open("/dev/full", "w") as full:  # noqa: PTH123
        command = [sys.executable, "-m", "textgen", "info", str(folder / "meals.textgen")]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr == "textgen: The output cannot be written: No space left on device.\n"


def test_a_model_of_a_pretokenised_text_is_evaluated_as_such(folder, capsys):
    text, model = folder / "split.txt", folder / "split.textgen"
    text.write_text("Ada eats the fish .\nBruno eats the soup .\n" * 60)
    assert run(["train", str(text), "-o", str(model), "--pretokenised", "--epochs", "4", *SMALL]) == 0
    capsys.readouterr()
    assert run(["evaluate", str(model), str(text), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["tokens"] == 6 * 120


def test_lines_and_no_bar_where_there_is_no_terminal(folder):
    process = in_a_process("train", folder / "meals.txt", "-o", folder / "again.textgen", "--epochs", 2, *SMALL)
    shown, errors = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "\r" not in shown + errors
    assert "held-out perplexity" in shown
    assert errors == ""


def test_without_a_screen_the_program_does_its_job_in_the_terminal(folder):
    process = in_a_process(folder / "meals.textgen")
    shown, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, "")
    for mode in ("Next word", "Next five words", "From one word"):
        assert mode in shown


def test_help_does_not_wait_for_torch(folder):
    code = "import sys; from textgen.__main__ import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
    code += "assert not {'torch', 'PySide6'} & set(sys.modules), 'loaded for nothing'"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_every_command_has_a_parser():
    [actions] = [a for a in build_parser()._actions if a.dest == "command"]
    assert set(actions.choices) == set(COMMANDS)

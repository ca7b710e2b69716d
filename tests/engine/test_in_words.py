"""What the figures of a scoreboard mean, in sentences."""

from textgen.engine.in_words import going_on, sentences
from textgen.engine.reports import Row, Scoreboard


def said(network, kneser_ney, training):
    rows = (Row("kneser_ney", kneser_ney, (0.1, 0.2, 0.3)), Row("network", network, (0.2, 0.3, 0.4)))
    return [str(sentence) for sentence in sentences(Scoreboard(100, 3, rows, 0.4), training)]


def test_a_good_model_is_described_in_one_sentence():
    assert said(33.0, 48.0, 30.0) == ["On text it has not seen, the model is as unsure as choosing among 33.0 words."]


def test_a_network_that_lost_to_counting_is_told_so():
    first, lost = said(60.0, 48.0, 50.0)
    assert "48.0" in first and "lost" in lost and "60.0" in lost


def test_learning_by_heart_is_told():
    assert "by heart" in said(33.0, 48.0, 12.0)[-1]
    assert "12.0" in said(33.0, 48.0, 12.0)[-1]


def test_what_the_model_does_with_a_word_that_it_does_not_know():
    assert str(going_on("zeppelin")).startswith("The model does not know “zeppelin”. It goes on")

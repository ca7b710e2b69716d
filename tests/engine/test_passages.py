"""Which sentences a model finds strange, and which it has foreseen."""

from textgen.engine.passages import passages
from textgen.engine.spans import spans
from textgen.engine.surprise import Surprise, SurprisingWord


def measured(text, bits_of):
    """As a model would measure it that finds each word so surprising."""
    found = (SurprisingWord(*span, bits_of.get(span.piece, 1.0), True) for span in spans(text))
    return Surprise(tuple(found), 2.0)


def texts(some):
    return [passage.text for passage in some]


TEXT = """The heron eats a fish at noon. "Zebras sing in the old town!" he says. The rest is quiet now.

Ada. Bruno. Then they all go home. So the evening ends, at last.
Too short."""


def test_the_strangest_sentence_comes_first_and_the_plainest_last():
    least, most = passages(measured(TEXT, {"Zebras": 9.0, "heron": 5.0, "evening": 0.0}), 2)
    assert texts(least) == ['"Zebras sing in the old town!" he says.', "The heron eats a fish at noon."]
    assert texts(most)[0] == "So the evening ends, at last."
    assert [p.bits for p in least] == sorted((p.bits for p in least), reverse=True)
    assert [p.bits for p in most] == sorted(p.bits for p in most)


def test_passages_say_what_stands_in_their_place_and_none_comes_twice():
    every = sorted(sum(passages(measured(TEXT, {"Zebras": 9.0}), 50), ()), key=lambda passage: passage.start)
    assert texts(every) == [
        "The heron eats a fish at noon.",
        '"Zebras sing in the old town!" he says.',
        "Ada. Bruno. Then they all go home.",
        "So the evening ends, at last.",
    ]
    assert all(p.text == TEXT[p.start : p.start + p.length] for p in every)


def test_a_text_without_stops_is_cut():
    least, most = passages(measured("la " * 100, {}), 10)
    assert sorted(len(p.text.split()) for p in (*least, *most)) == [10, 30, 30, 30]


def test_few_words_are_no_passage():
    assert passages(measured("Ada eats.", {}), 5) == passages(measured("", {}), 5) == ((), ())

"""textgen: train a small recurrent network on a text of your own, and write with it."""

__version__ = "0.1.0"

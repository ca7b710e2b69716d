"""Train a word-level RNN, LSTM or GRU on a text of your own, on your own computer, and write with it."""

import os

__version__ = "0.1.0"

# Between two pieces of work torch's threads wait by spinning. On a machine that does something else as
# well (the window, a browser) they then take the very core that the other thread needs: measured on two
# busy cores, training was three to ten times slower. A short spin costs nothing on an idle machine. The
# OpenMP library reads this when torch loads it.
os.environ.setdefault("GOMP_SPINCOUNT", "3000")

"""The place “Train”."""

"""The place “Write”."""

"""The place “Text”."""

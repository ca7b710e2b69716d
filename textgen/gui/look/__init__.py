"""The place “Look inside”."""

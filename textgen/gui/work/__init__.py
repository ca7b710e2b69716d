"""The state of the program, the actions of its user, and what is found out in the background."""

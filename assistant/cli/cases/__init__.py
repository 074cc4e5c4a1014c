"""The commands of the case book; each is loaded when it is called."""

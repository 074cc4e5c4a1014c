"""Recourse: a digital-rights self-help assistant for the terminal."""

import os

__version__ = "0.1.0"

# The library that reads our records loads plug-ins of whatever else is installed on the computer. One of
# those could see every answer and every letter, and some are made to send what they see.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

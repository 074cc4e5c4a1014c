"""The few parts every page is made of. Fields are imported by the pages that have one: editors load slowly."""

from .act import Act
from .row import BULLET, Row
from .say import Say, Tell, fixed

__all__ = ["BULLET", "Act", "Row", "Say", "Tell", "fixed"]

"""The few parts every page is made of."""

from .act import Act
from .field import Field
from .row import BULLET, Row
from .say import Say, Tell, fixed

__all__ = ["BULLET", "Act", "Field", "Row", "Say", "Tell", "fixed"]

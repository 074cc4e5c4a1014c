"""The few parts every page is made of."""

from .act import Act
from .field import Field
from .say import Say, Tell

__all__ = ["Act", "Field", "Say", "Tell"]

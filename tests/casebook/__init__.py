"""Tests of the case book; ``soak`` holds the long ones."""

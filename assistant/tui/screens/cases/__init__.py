"""The pages of the case book, one module each. Imported when they are first opened."""

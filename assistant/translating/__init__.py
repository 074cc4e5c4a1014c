"""The translator's bench: new languages, how far each is, what the texts of a page are called. Nothing here is law."""

"""Cases in line mode: the overview, a case as things to do, what is told, and the book that keeps it all."""

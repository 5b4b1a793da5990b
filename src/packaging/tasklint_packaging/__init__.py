"""Makes the files of a release from the native programs. Python 3.9 or later, and its standard library alone."""

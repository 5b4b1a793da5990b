# An argument that is empty comes from a variable of the shell that is not set. It is not this folder.
run lint ''
exits 2
no_crash

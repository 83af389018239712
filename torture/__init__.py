"""What happens to a database when processes die, crowds come and networks break.

Not part of any package. `nox -s torture` runs it, at length; a short profile is part of `nox -s
tests`. Every part says what was tried and what was lost, and the second has to be nothing.
"""

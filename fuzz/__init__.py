"""What decoders and checks do with bytes that somebody chose. Not part of any package.

`nox -s fuzz` looks for new ones, guided by coverage; `nox -s tests` reads those that were found.
"""

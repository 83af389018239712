"""Two languages, one database: Mastra's own stores and ours, against each other. `nox -s interop`
runs it.
"""

"""Replays what the original's storage packages answered, against any store of ours.

`transcript` reads the recorded calls, `calls` makes them on a store, `compare` holds the answers
together, `normalisers` knows where our rules differ, `run` sorts, `report` shows. No store is named
here.
"""

"""Real servers for tests, demo and benchmarks, one module each, with nothing installed by hand.

Import the module that you need: each asks only for its own packages. No storage code lives here.
"""

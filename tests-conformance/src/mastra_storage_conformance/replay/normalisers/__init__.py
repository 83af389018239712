"""Where our rules differ from what was recorded: each normaliser explains one kind of difference.

A normaliser rewrites the recorded answer into what a rule makes of it, or returns `None` where the
rule has no say. The whole must then equal our answer in every detail, so a normaliser cannot hide
anything besides. What it needs to know beyond the answer it takes from earlier calls of the same
transcript.

Each domain has a module of them; `normaliser` says what one is, `explain` applies them.
"""

"""How long calls take, beside the database driver doing the same job: `nox -s bench`."""

"""Random programs by the hundred thousand: each domain on each backend."""

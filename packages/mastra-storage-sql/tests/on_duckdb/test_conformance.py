"""Every case of the suite."""

from mastra_storage_conformance.suites import *  # noqa: F403 - this is how the suite is collected

"""Every suite: one star import of this package collects all cases."""

from mastra_storage_conformance.suites.badinput import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.cancellation import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.capabilities import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.concurrency import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.errors import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.isolation import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.lifecycle import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.memory_changes import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.memory_copies import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.memory_filters import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.memory_formats import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.memory_include import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.memory_lists import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.memory_messages import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.memory_observational import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.memory_observations import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.memory_order import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.memory_pages import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.memory_resources import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.memory_retention import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.memory_retention_steps import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.memory_thread_updates import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.memory_threads import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.memory_times import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.state_machine import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.values import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.workflows_badinput import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.workflows_concurrency import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.workflows_errors import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.workflows_fences import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.workflows_guards import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.workflows_lists import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.workflows_ownership import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.workflows_reads import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.workflows_releases import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.workflows_results import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.workflows_retention import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.workflows_runs import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.workflows_state_machine import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.workflows_states import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.workflows_takeovers import *  # noqa: F403 - one import collects all
from mastra_storage_conformance.suites.workflows_values import *  # noqa: F403 - one import collects all

__all__ = sorted(name for name in dir() if name.startswith("Test"))

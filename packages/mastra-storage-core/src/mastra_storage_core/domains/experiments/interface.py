"""The experiments domain: experiments, their results. What is promised here, conformance tests."""

from typing import ClassVar

from mastra_storage_core.domains.experiments.experiments import ExperimentStorage
from mastra_storage_core.domains.experiments.results import ResultStorage


class ExperimentsStorage(ExperimentStorage, ResultStorage):
    """What came of running a target on a data set. A backend implements the abstract methods of the
    topics. It lives beside the data sets: what is erased or deleted there is so here.
    """

    domain: ClassVar[str] = "experiments"

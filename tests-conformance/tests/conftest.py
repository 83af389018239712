"""What the tests of the suite itself share: the path to the faults."""

import sys
from pathlib import Path

# Tests are imported without their folder on the path, and one of these needs `mutants`.
sys.path.append(str(Path(__file__).parent))

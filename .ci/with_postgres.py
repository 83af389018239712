"""`python with_postgres.py COMMAND`: runs a command with a fresh database in `$DATABASE_URL`, on a
server that is started for it.
"""

import os
import subprocess
import sys

from mastra_storage_conformance.servers.postgres import PostgresServer

with PostgresServer.start() as server:
    os.environ["DATABASE_URL"] = server.create_database()
    command = [os.path.expandvars(word) for word in sys.argv[1:]]
    sys.exit(subprocess.run(command, check=False).returncode)

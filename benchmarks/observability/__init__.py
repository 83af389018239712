"""The workloads of the observability domain; nothing is imported here."""

"""Everything that people edit and must be able to take back: one implementation, seven kinds."""

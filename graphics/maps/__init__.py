"""Locator maps, from the names and coordinates of places and nothing else."""

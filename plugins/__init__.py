"""What Standing Watch adds to Pelican: one module, one job."""

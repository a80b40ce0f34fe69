"""Plain values in, SVG or pixels out: maps, diagrams, pictures, social cards."""

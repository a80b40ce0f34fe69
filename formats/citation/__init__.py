"""An article and its source as references: CSL-JSON items, styles, and files to import."""

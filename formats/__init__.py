"""Plain values in, text out. Imports nothing of ours from outside.

`article` has the types of what is read; `citations`, `citation_files`, `schema_org`, `ninjs`,
`feeds` and `events` each write one family of formats; `dates`, `names` and `text` help them.
"""

UNKNOWN = "unknown"  # what a source does not say, wherever metadata must have a value

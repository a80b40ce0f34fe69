"""Plain values in, text out: citations, ninjs, schema.org, iCalendar, dates."""

UNKNOWN = "unknown"  # what a source does not tell, wherever metadata must say something

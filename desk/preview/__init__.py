"""The preview that follows what is saved: `desk.serve` watches and serves, and this builds.

`build` runs as a process of its own and forks one for each build; `builder` is the server's side
of it; `pages` answers requests, and adds to each page a script that hears of every outcome.
"""

"""The preview that follows what is saved.

A build runs in a process of its own (`build`), which is started ahead and tells its outcome as
data (`builder`, `faults`). The server adds a script to the pages that it sends (`pages`,
`stamp`), and nothing to the files. The script hears of each outcome (`latest`) and shows it.
"""

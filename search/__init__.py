"""The index of /search/: `pagefind` runs Pagefind and makes what it writes deterministic; `index`
divides a site into volumes, each an index of its own, with a manifest of them and of all words.
"""

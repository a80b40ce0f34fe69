"""The index of /search/, made by Pagefind."""

"""What a build says of the collection: the count of every file, or every fault."""

from contract.document import Collection


def counted(number: int, noun: str, nouns: str = "") -> str:
    """A number with its noun: 1 page, 2 pages."""
    return f"{number} {noun if number == 1 else nouns or noun + 's'}"


def ledger(collection: Collection) -> str:
    """One line that accounts for every file under `content/`, then the names of those left out."""
    drafts = [
        d for f in ("articles", "dossiers", "pages") for d in collection.of(f, published=False)
    ]
    entries = [
        (len(collection.of("articles")), "article"),
        (len(collection.of("dossiers")), "dossier"),
        (len(collection.of("pages")), "page"),
        (len(collection.pictures), "picture"),
        (len(collection.of("diagrams")), "diagram"),
        (len(collection.of("data")), "data file"),
        (len(drafts), "draft"),
        (len(collection.left_out), "file left out", "files left out"),
    ]
    line = ", ".join(counted(*entry) for entry in entries if entry[0])
    total = counted(sum(entry[0] for entry in entries), "file")
    return "\n  ".join([f"Ledger of {total} under content/: {line}.", *collection.left_out])


def report(collection: Collection) -> str:
    """Every fault on a line of its own, and what that means."""
    faults = [str(fault) for fault in collection.faults]
    files = counted(len({fault.path for fault in collection.faults}), "file")
    return "\n".join([*faults, f"{counted(len(faults), 'fault')} in {files}; nothing was built."])

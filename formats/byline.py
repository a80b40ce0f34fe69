"""The byline of an article, who said it and for whom, and the label of its kind."""

from formats import UNKNOWN

OPENING = {
    "report": "Reported by ",
    "analysis": "Analysis by ",
    "statement": "Statement by ",
    "clipping": "Reported by ",
    UNKNOWN: "By ",
}
LABEL = {
    "report": "Report",
    "analysis": "Analysis",
    "statement": "Official statement",
    "clipping": "Republished report",
    UNKNOWN: "Kind not known yet",
}
Part = tuple[str, str]


def joined(people: list[Part]) -> list[Part]:
    """Names set apart as in a sentence: A; A and B; A, B and C."""
    parts: list[Part] = []
    for n, person in enumerate(people):
        if n:
            parts.append((" and " if n == len(people) - 1 else ", ", ""))
        parts.append(person)
    return parts


def byline(kind: str, people: list[Part], outlet: Part, agency: str = "") -> list[Part]:
    """The byline as (text, address) parts; the address is empty for plain words.

    `people` and `outlet` are (name, address) pairs; `people` is empty where nobody is named.
    """
    if not people and agency:
        people = [(agency, "")]
    if not people:
        return [(OPENING[kind], ""), outlet, ("; author unknown", "")]
    parts = [(OPENING[kind], ""), *joined(people)]
    if outlet[0] in {name for name, _ in people}:
        return parts
    return [*parts, (", published by " if kind == "statement" else " for ", ""), outlet]

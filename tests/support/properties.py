"""How many examples a property is tried with: a tenth of all in `make test`."""

from hypothesis import settings

ALL = 100  # the profile's number for a property that names none

settings.register_profile("thorough", max_examples=ALL, deadline=None)
settings.register_profile("quick", max_examples=ALL // 10, deadline=None)
settings.load_profile("thorough")


def examples(count: int, **options) -> settings:
    """Settings with so many examples, or the share of them that the profile asks for."""
    share = settings.default.max_examples / ALL
    return settings(max_examples=max(2, round(count * share)), **options)

"""Social cards, the pictures that stand for a page where it is shared, and the site's icons.

The front: `card.Card` and `card.Icon` are the jobs that make them, `card.Words` what a card says.
"""

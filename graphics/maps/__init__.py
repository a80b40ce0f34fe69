"""Locator maps, from the names and coordinates of places and nothing else.

The front: `map.Place` and `map.draw_map`, `map.describe` for the same in words, and `file.MapJob`
and `file.publish_maps` for the SVG file.
"""

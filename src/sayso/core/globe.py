"""The earth as a sphere: how far apart two points are."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

RADIUS = 6371.0  # km, the mean one

Point = tuple[float, float]  # latitude and longitude in degrees


def kilometres(one: Point, other: Point) -> float:
    """The great-circle distance by the haversine formula."""
    (y1, x1), (y2, x2) = (map(radians, point) for point in (one, other))
    half = sin((y2 - y1) / 2) ** 2 + cos(y1) * cos(y2) * sin((x2 - x1) / 2) ** 2
    return 2 * RADIUS * asin(sqrt(half))

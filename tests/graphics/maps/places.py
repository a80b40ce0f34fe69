"""Places to draw maps of: known points of the earth, near each other and far apart."""

from graphics.maps.map import Place

SEOUL = Place("Seoul", 37.57, 126.98)
TOKYO = Place("Tokyo", 35.69, 139.69)
JEJU = Place("Jeju", 33.38, 126.55)
BAENGNYEONG = Place("Baengnyeong", 37.97, 124.67)
SOHAE = Place("Sohae Satellite Launching Station", 39.66, 124.71)
YELLOW_SEA = Place("Yellow Sea", 36.5, 123.5, area=True)
TAIWAN_STRAIT = Place("Taiwan Strait", 24.5, 119.5, area=True)
SINGAPORE = Place("Singapore", 1.29, 103.85)
PHNOM_PENH = Place("Phnom Penh", 11.56, 104.92)
WASHINGTON = Place("Washington", 38.9, -77.04)
CAMP_DAVID = Place("Camp David", 39.65, -77.47)
HONOLULU = Place("Honolulu", 21.31, -157.86)

PLACES = [
    SEOUL,
    TOKYO,
    JEJU,
    BAENGNYEONG,
    SOHAE,
    YELLOW_SEA,
    TAIWAN_STRAIT,
    SINGAPORE,
    PHNOM_PENH,
    WASHINGTON,
    CAMP_DAVID,
    HONOLULU,
]

"""The social card and the pictures of an article for machines, as schema.org ImageObjects.

https://schema.org/ImageObject, with what image search reads of rights:
https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata
"""

from formats.addresses import is_address
from graphics.pictures.picture import Picture


def image_objects(article, siteurl: str) -> list[dict]:
    """What `image` of an article's JSON-LD holds: its card first, then its pictures in order."""
    card = article.social_card
    first = {
        "@type": "ImageObject",
        "contentUrl": f"{siteurl}/{card.path}",
        "width": card.width,
        "height": card.height,
    }
    pictures = [entry["picture"] for entry in article.images if entry.get("picture")]
    return [first, *(image_object(picture, siteurl) for picture in pictures)]


def image_object(picture: Picture, siteurl: str) -> dict:
    """One picture with its rights; what is not given is left out."""
    rights, file = picture.rights, picture.whole
    told = {
        "@type": "ImageObject",
        "contentUrl": f"{siteurl}/{file.path}",
        "width": file.width,
        "height": file.height,
        "caption": rights.caption,
        "creditText": rights.credit,
        "copyrightNotice": rights.notice,
        "license": rights.license if is_address(rights.license) else "",
        "acquireLicensePage": rights.terms if is_address(rights.terms) else "",
        "isBasedOn": rights.source,
    }
    return {key: value for key, value in told.items() if value}

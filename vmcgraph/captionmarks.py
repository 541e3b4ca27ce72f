"""What marks a line as a caption or a credit: its number or word, who took the picture. Used by reading and by extraction alike."""

from __future__ import annotations

import re

#: The number or circled digit that ties a caption to its photo, or the word that says that there is one: "Photo 3:".
CAPTION_MARK = re.compile(
    r"[\u2460-\u2473\u2776-\u277f\u24f5-\u24fe]\s*|\d{1,2}\s+(?=[A-ZÀ-ÞĀ-ɏ])|"
    r"(?i:photo|picture|image|photograph|foto)(?:\s+\d{1,3}(?:\.\d)?)?\s*[.:|–—]\s+(?=[A-ZÀ-ÞĀ-ɏ])"
)
#: Who took the picture, behind what it shows.
CAPTION_CREDIT = re.compile(
    r"(?:(?<=[.;|)])\s*|\s[–—]\s|\n\s*|\s+\()(?:(?:photo|picture|image)(?:graph)?s?(?:\s+credits?)?\s*(?::|by\b|©)|credits?\s*:|foto\s*:|©)",
    re.IGNORECASE,
)
#: Photographer and agency behind the caption of a news picture: "… in Riga. [Jane Roe/Baltic Press]", "… | Photo: Jane Roe / Baltic Press".
PRESS_CREDIT = re.compile(
    r"(?:\s+\[|(?:\s\||(?<=[.)”]))\s*(?:Photo|Picture|Image|Foto|Credit)s?\s*:\s*)(?:©\s*)?"
    r"(?P<one>[^\[\]/\d|:]{2,40}?)\s*/\s*(?P<two>[^\[\]/\d|:]{2,40}?)\]?\s*$"
)
#: Last words of agencies that sell pictures.
PICTURE_AGENCY = re.compile(r"\b(?:Images|Pictures|Photos?|Press|Media|News|Agency|Agence)$")

"""The feed of a channel's videos."""

from __future__ import annotations

from kuzet.observatory.collect.entries import entries
from kuzet.observatory.collect.plan import Start

FEED = """<?xml version="1.0" encoding="UTF-8"?><feed xmlns:yt="http://www.youtube.com/xml/schemas/2015"
 xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom"><entry><id>yt:video:abc</id>
<title>Ауыл наубайханасы</title><link rel="alternate" href="https://www.youtube.com/watch?v=abc"/>
<published>2024-05-13T10:00:00+00:00</published><media:group><media:title>Ауыл наубайханасы</media:title>
<media:description>Таңғы бесте нан пісірдік.
Екінші жол.</media:description></media:group></entry></feed>"""


def test_title_and_description_are_the_text_of_a_video():
    start = Start(form="youtube", url="https://www.youtube.com/feeds/videos.xml?channel_id=UC1")
    (entry,) = entries("youtube", FEED.encode(), start, "text/xml")
    assert entry.url == "https://www.youtube.com/watch?v=abc"
    assert entry.text == "Ауыл наубайханасы\n\nТаңғы бесте нан пісірдік.\nЕкінші жол."
    assert str(entry.published) == "2024-05-13"

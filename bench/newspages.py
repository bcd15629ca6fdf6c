"""News pages made up from a seed: the bundled reports in the dress of four outlets' sites, with all that stands around.

A page has what real ones have: scripts and settings in line, styles, a menu, a banner on cookies, links to other
reports in the text and beside it, captions, a list of the most read, comments, a foot with sixty links. What it says
and when it was published is known, so that what is taken out of it can be compared.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import random
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

from sayso.core.document import Document
from sayso.run.demo import bundled

SEED = 20240307
FIRST = dt.datetime(2024, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=1)))
OUTLETS = (
    ("The Harbour Post", "harbourpost"), ("Vest-Nytt", "vestnytt"), ("The Lantern", "lantern"),
    ("Nordkuriren", "nordkuriren"),
)  # fmt: skip
AUTHORS = ("Ada Brandt", "Nils Ekmo", "Mira Castor")
SECTIONS = "World Home Business Culture Sport Opinion Weather Science Video Podcasts Archive Letters".split()


class NewsPage(NamedTuple):
    """A page and what is on it."""

    url: str
    html: bytes
    paragraphs: tuple[str, ...]
    title: str
    outlet: str
    published: str
    modified: str
    author: str


def pages(count: int) -> Iterator[NewsPage]:
    """So many pages, the same every time; about 32 kB each, of which 2,800 characters are the report."""
    stories = [one for one in bundled() if isinstance(one, Document)]
    bodies = [[part.strip() for part in one.text.split("\n\n") if len(part.strip()) > 80] for one in stories]
    for number in range(count):
        chance = random.Random(SEED + number)  # noqa: S311 -- pages made up, no secrets
        at = number % len(stories)
        paragraphs = [*bodies[at], *(part for _ in range(3) for part in chance.choice(bodies)[:5])]
        paragraphs[0] = f"{paragraphs[0]} ({number})"
        yield _page(number, stories[at], tuple(" ".join(part.split()) for part in paragraphs), chance)


def _page(number: int, story: Document, paragraphs: tuple[str, ...], chance: random.Random) -> NewsPage:
    outlet, host = OUTLETS[number % len(OUTLETS)]
    published = FIRST + dt.timedelta(minutes=number * 37)
    page = NewsPage(
        url=f"https://www.{host}.example/world/{published:%Y/%m/%d}/report-{number}",
        html=b"",
        paragraphs=paragraphs,
        title=f"{story.title} – {number}",
        outlet=outlet,
        published=published.isoformat(),
        modified=(published + dt.timedelta(minutes=chance.randrange(5, 600))).isoformat(),
        author=chance.choice(AUTHORS),
    )
    dress = (_harbour, _vest, _lantern, _nord)[number % len(OUTLETS)]
    return page._replace(html=dress(page, chance).encode())


def _head(page: NewsPage, chance: random.Random, more: str = "") -> str:
    settings = json.dumps({f"slot-{k}": [chance.random() for _ in range(8)] for k in range(60)})
    style = "".join(f".c{k}{{margin:{chance.randrange(40)}px;color:#{chance.randrange(4096):03x}}}" for k in range(120))
    return (
        f'<head><meta charset="utf-8"><title>{escape(page.title)} | {escape(page.outlet)}</title>'
        f'<link rel="canonical" href="{page.url}"><meta property="og:title" content="{escape(page.title)}">'
        f'<meta property="og:site_name" content="{escape(page.outlet)}"><meta property="og:type" content="article">'
        f"{more}<style>{style}</style><script>window.settings = {settings};</script></head>"
    )


def _ld(page: NewsPage) -> str:
    held = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": page.title,
        "datePublished": page.published,
        "dateModified": page.modified,
        "author": [{"@type": "Person", "name": page.author}],
        "publisher": {"@type": "NewsMediaOrganization", "name": page.outlet},
        "mainEntityOfPage": page.url,
    }
    return f'<script type="application/ld+json">{json.dumps(held)}</script>'


def _meta(page: NewsPage) -> str:
    return (
        f'<meta property="article:published_time" content="{page.published}">'
        f'<meta property="article:modified_time" content="{page.modified}"><meta name="author" content="{page.author}">'
    )


def _links(chance: random.Random, count: int) -> str:
    names = [f"{chance.choice(SECTIONS)} {chance.randrange(1000)}" for _ in range(count)]
    return "".join(f'<li class="c{k}"><a href="/{k}/{chance.random()}">{name}</a></li>' for k, name in enumerate(names))


def _around(page: NewsPage, article: str, chance: random.Random, head: str) -> str:
    banner = '<div class="cookie-banner">We use cookies. <button>Accept</button></div>'
    menu = f"<header><nav><ul>{_links(chance, 40)}</ul></nav></header>{banner}"
    side = f'<aside class="sidebar"><h3>Most read</h3><ol>{_links(chance, 20)}</ol></aside>'
    remark = '<div class="comment"><p>Comment {} by a reader on page {}.</p></div>'
    remarks = "".join(remark.format(k, chance.random()) for k in range(8))
    foot = f"<footer><ul>{_links(chance, 60)}</ul><p>© {escape(page.outlet)}</p></footer>"
    script = f"<script>(function(){{var q={json.dumps([chance.random() for _ in range(300)])};}})();</script>"
    comments = f'<section id="comments" class="comments">{remarks}</section>'
    body = f"<body>{menu}<main>{article}{comments}</main>{side}{foot}{script}</body>"
    return f'<!DOCTYPE html><html lang="en">{head}{body}</html>'


def _paragraphs(page: NewsPage, chance: random.Random) -> str:
    parts = [f"<p>{escape(part, quote=False)}</p>" for part in page.paragraphs]
    related = f'<div class="related"><h4>Read more</h4><ul>{_links(chance, 4)}</ul></div>'
    parts.insert(min(3, len(parts)), related)
    picture = '<figure><img src="/i.jpg" alt="Smoke over a harbour"><figcaption>Photo: an agency</figcaption></figure>'
    return picture + "".join(parts)


def _harbour(page: NewsPage, chance: random.Random) -> str:
    article = (
        f'<article><h1>{escape(page.title)}</h1><p class="byline">By <a rel="author" href="/a">{page.author}</a></p>'
        f'<time datetime="{page.published}">today</time>'
        f'<div class="article-body">{_paragraphs(page, chance)}</div></article>'
    )
    return _around(page, article, chance, _head(page, chance, _ld(page)))


def _vest(page: NewsPage, chance: random.Random) -> str:
    article = (
        f'<div class="story"><h1 class="headline">{escape(page.title)}</h1>'
        f'<div class="meta"><span class="author">{page.author}</span></div>'
        f'<div class="story-content">{_paragraphs(page, chance)}</div></div>'
    )
    return _around(page, article, chance, _head(page, chance, _meta(page)))


def _lantern(page: NewsPage, chance: random.Random) -> str:
    article = (
        '<article itemscope itemtype="https://schema.org/NewsArticle">'
        f'<h1 itemprop="headline">{escape(page.title)}</h1><span itemprop="author">{page.author}</span>'
        f'<time itemprop="datePublished" datetime="{page.published}">x</time>'
        f'<time itemprop="dateModified" datetime="{page.modified}">y</time>'
        f'<div itemprop="articleBody">{_paragraphs(page, chance)}</div></article>'
    )
    return _around(page, article, chance, _head(page, chance))


def _nord(page: NewsPage, chance: random.Random) -> str:
    blocks = "".join(f'<div class="w{k}"><div class="i">' for k in range(12))
    content = f'<div class="post-content entry">{_paragraphs(page, chance)}</div>'
    article = f"{blocks}<h1>{escape(page.title)}</h1>{content}{'</div></div>' * 12}"
    return _around(page, article, chance, _head(page, chance, _ld(page) + _meta(page)))


def write_warc(path: Path, count: int) -> None:
    """A web archive of so many pages, each record compressed by itself, as archiving tools write it."""
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415 -- the pages alone need none of it
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415

    dated = {"WARC-Date": "2024-06-01T00:00:00Z"}
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        for page in pages(count):
            head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            body = io.BytesIO(page.html)
            record = writer.create_warc_record(page.url, "response", body, http_headers=head, warc_headers_dict=dated)
            writer.write_record(record)

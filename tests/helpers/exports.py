"""Files of articles as the databases of news export them, to their layout and in our own words."""

import io
from html import escape


def factiva(*articles, title="Factiva", head=""):
    """A page of Factiva with its articles, each as a dict of codes to values; LP and TD are lists of paragraphs."""
    blocks = "<br><span></span>".join(_coded(one) for one in articles)
    return (
        f'<!DOCTYPE html>\n<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">'
        f"<title>{title}</title>{head}</head><body><div id='contentWrapper'>"
        f"<div id='contentLeft' class='carryOverOpen'>{blocks}</div></div></body></html>"
    ).encode()


def _coded(article):
    rows = "".join(
        f'<tr><td class="index" valign="top"><b>{code}</b>&nbsp;</td><td>{_cell(code, value)}</td></tr>'
        for code, value in article.items()
    )
    number = article.get("AN", "").split(" ")[-1]
    table = f'<table cellspacing="0" cellpadding="0" border="0"><tbody>{rows}</tbody></table>'
    return f'<div id="article-{number}" class="article"><div class="article enArticle"><p></p>{table}</div></div>'


def _cell(code, value):
    if isinstance(value, list):
        return _paragraphs(value)
    return f'<div id="hd"><span class="enHeadline">{escape(value)}  </span></div>' if code == "HD" else escape(value)


def _paragraphs(texts):
    return "".join(f'<p class="articleParagraph enarticleParagraph">{escape(text)}  </p>\n' for text in texts)


def factiva_lines(number, headline, lines, texts, author):
    """An article as Factiva shows it without codes: what it says of itself in lines, then the paragraphs."""
    said = "".join(f"<div>{escape(line)}</div>" for line in lines)
    return (
        f'<div id="article-{number}" class="article"><div class="article enArticle"><p>\n</p>'
        f'<div>Foreign Desk; 1</div>\n<div id="hd"><span class="enHeadline">{escape(headline)}  </span></div>'
        f'<div class="author">{escape(author)}  </div>{said}<p></p>\n{_paragraphs(texts)}'
        f"<p>Dokument {number}</p></div></div>"
    )


def nexis(*articles, cover=()):
    """A Word file as Nexis Uni exports it: each article a dict of title, outlet, date, fields, body and the rest."""
    import docx

    word = docx.Document()
    word.core_properties.title = ""
    for line in cover:
        word.add_paragraph(line)
    for article in articles:
        _add(word, article)
    return saved(word)


def _add(word, article):
    word.add_heading(article["title"], level=1)
    for line in (article["outlet"], article["date"], f"Copyright 2024 {article['outlet']} All Rights Reserved"):
        word.add_paragraph(line)
    for name, value in article.get("fields", {}).items():
        paragraph = word.add_paragraph()
        paragraph.add_run(f"{name}:").bold = True
        paragraph.add_run(f"\u00a0{value}")
    after = article.get("after", ("Classification", "Language: ENGLISH", "Load-Date: March 9, 2024"))
    for line in ("", "Body", *article["body"], *after, "End of Document"):
        word.add_paragraph(line)


def saved(word):
    """The bytes of a Word file."""
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()

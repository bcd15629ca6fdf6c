"""PDF files written by hand: lines of text at their places on pages, and pictures of pages."""

import zlib

SIZE = 11
LEADING = 14
LEFT = 72


def pdf(*pages, title=None, made=None):
    """A PDF of pages, each of lines (text, x, y, size) or of paragraphs, which are lists of lines."""
    return _file([_content(_placed(page)) for page in pages], title, made)


def scan(pages=2):
    """A PDF whose pages are pictures and nothing else."""
    return _file([b"q 200 0 0 200 72 500 cm /Im1 Do Q"] * pages, None, None)


def _placed(page):
    """The lines of a page's paragraphs from the top down, an empty line's height between two."""
    if page and isinstance(page[0], tuple):
        return page
    lines, y = [], 770
    for paragraph in page:
        for text in paragraph:
            lines.append((text, LEFT, y, SIZE))
            y -= LEADING
        y -= LEADING
    return lines


def _content(lines):
    shown = [b"BT /F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj ET" % (size, x, y, _string(text)) for text, x, y, size in lines]
    return b"\n".join(shown)


def _string(text):
    raw = text.encode("cp1252")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(contents, title, made):
    count = len(contents)
    first = 6  # objects: catalogue, tree, font, picture, about itself, then a page and its content each
    kids = b" ".join(b"%d 0 R" % (first + 2 * k) for k in range(count))
    about = b"".join(
        b"/%s (%s) " % (name, _string(value)) for name, value in ((b"Title", title), (b"CreationDate", made)) if value
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        stream(
            b"\x80" * 64,
            b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8",
        ),
        b"<< %s>>" % about,
    ]
    for k, content in enumerate(contents):
        resources = b"<< /Font << /F1 3 0 R >> /XObject << /Im1 4 0 R >> >>"
        box = b"/MediaBox [0 0 595 842]"
        objects += [
            b"<< /Type /Page /Parent 2 0 R %s /Resources %s /Contents %d 0 R >>" % (box, resources, first + 2 * k + 1),
            stream(content),
        ]
    return written(objects, b"/Root 1 0 R /Info 5 0 R")


def stream(content, entries=b""):
    """A stream object, packed."""
    packed = zlib.compress(content)
    return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (entries, len(packed), packed)


def written(objects, trailer):
    """A file of objects, numbered from 1."""
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (size, table, end)

#!/usr/bin/env python3
"""linequality.py FILE.pdf...   counts what can be counted in the lines of finished PDFs, whoever made them. Needs mutool (Debian: mupdf-tools).

One column of left-to-right text is understood. Running text is what stands in the commonest face and size between the edges of the text
block: heads, folios, contents, headings and notes are left out, lists are in. A justified line is one that reaches the right edge and is
not the last of its paragraph; marks may hang out of it.

  lines       justified lines of running text
  space sd    deviation of the word spaces of all these lines, in em
  loose %     justified lines whose mean word space is over 1.5 times the natural one: the median in the last lines of paragraphs
  tight %     justified lines whose mean word space is under 0.75 times the natural one
  hyphens     lines that end in a hyphen and go on in the next line, per 100 lines that are not the last of their paragraph
  run         the most hyphens in lines that follow one another
  widows      last lines of paragraphs at the top of a page; orphans: first lines of paragraphs at its foot
  overfull    lines, of whatever text, over 0.15 em past the right edge; a mark that may hang out gets 0.42 em more
  collisions  lines in which a letter is printed over the one before it
  stretch     the farthest that letters of justified lines are narrower and wider, in percent, than the same letters in last lines
  words       of running text and notes; notes: numbered notes at the foot of pages. They tell whether the same text was set"""
import re, statistics, subprocess, sys
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict, namedtuple

HYPHENS = "-\u00ad\u2010"
HANGING = ".,;:!?'\"\u2019\u201d)]\u2013\u2014" + HYPHENS
LABEL = re.compile(r"[\u2022\u2023\u25aa\u25e6\u2013*\u00b7\u2219-]|\(?(\d{1,3}|[a-z])[.)]")
LEADERS = re.compile(r"(?:[.\u00b7\u2026] ?){5,}")

Glyph = namedtuple("Glyph", "x0 x1 y size font char")


class Line:
    """Glyphs of one baseline from left to right, with the words and the white between them."""

    def __init__(self, page, glyphs):
        glyphs.sort(key=lambda g: (g.x0, g.x1))
        ink = [g for g in glyphs if not g.char.isspace()]
        self.page, self.glyphs = page, ink
        self.font, self.size, self.y = Counter((g.font, round(g.size, 1), g.y) for g in ink).most_common(1)[0][0]
        self.x0, self.x1 = ink[0].x0, max(g.x1 for g in ink)
        self.words, self.starts, self.gaps = [ink[0].char], [ink[0].x0], []
        end, spaced, font = ink[0].x1, False, ink[0].font
        for g in glyphs[glyphs.index(ink[0]) + 1:]:
            if g.char.isspace(): spaced = True
            # A space need not be a glyph: some programs only move on.
            elif g.x0 - end > (.02 if spaced else .14) * self.size:
                self.gaps.append((g.x0 - end, {family(font), family(g.font)}))
                self.words.append(g.char)
                self.starts.append(g.x0)
            else: self.words[-1] += g.char
            if not g.char.isspace(): end, spaced, font = max(end, g.x1), False, g.font
        self.text = " ".join(self.words)
        self.first = self.last = self.full = self.justified = self.divided = False

    def labelled(self):
        return len(self.words) > 1 and LABEL.fullmatch(self.words[0]) is not None


def pages_of(pdf):
    """The lines of each page, from top to bottom."""
    told = subprocess.run(["mutool", "draw", "-q", "-F", "stext", "-o", "-", pdf], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
    told = re.sub(rb"&#x?(?:0?[0-8bcefBCEF]|1[0-9a-fA-F]);", b" ", told)       # what XML does not allow
    for number, page in enumerate(ET.fromstring(told).iter("page"), 1):
        glyphs = []
        for font in page.iter("font"):
            name, size = font.get("name").split("+")[-1], float(font.get("size"))
            for char in font.iter("char"):
                corners = [float(x) for x in char.get("quad").split()]
                glyph = Glyph(corners[0], corners[2], round(float(char.get("y")), 1), size, name, char.get("c") or " ")
                # The letters of a ligature after its first are told to have no width.
                if glyphs and glyph.char.isalpha() and glyph.x1 - glyph.x0 < .02: glyphs[-1] = glyphs[-1]._replace(char=glyphs[-1].char + glyph.char)
                else: glyphs.append(glyph)
        yield [Line(number, piece) for row in rows_of(glyphs) for piece in pieces_of(row)]


def rows_of(glyphs):
    """Glyphs of one baseline; the larger ones first, so that a raised mark finds the line that it belongs to."""
    rows = []
    for g in sorted((g for g in glyphs if not g.char.isspace()), key=lambda g: (-round(g.size, 1), g.y)):
        def off(row): return abs(g.y - row[0].y) / row[0].size
        if near := [row for row in rows if off(row) < (.12 if g.size > .88 * row[0].size else .6)]: min(near, key=off).append(g)
        else: rows.append([g])
    for row in rows:
        left, right = min(g.x0 for g in row), max(g.x1 for g in row)
        row += [g for g in glyphs if g.char.isspace() and abs(g.y - row[0].y) < .12 * row[0].size and left < g.x0 < right]
    return sorted(rows, key=lambda row: row[0].y)


def pieces_of(row):
    """A row in pieces where more than three em are free: the name and the page of a running head."""
    pieces, end = [], None
    for g in sorted(row, key=lambda g: (g.x0, g.x1)):
        if g.char.isspace() and pieces: pieces[-1].append(g)
        elif not g.char.isspace():
            if end is None or g.x0 - end > 3 * row[0].size: pieces.append([])
            pieces[-1].append(g)
            end = max(end or 0, g.x1)
    return pieces


class Book:
    """A PDF's pages sorted out: the body's face and size, the edges of the text block, what is running text, notes and paragraphs."""

    def __init__(self, pdf):
        self.pages = list(pages_of(pdf))
        lines = [l for page in self.pages for l in page]
        sizes = Counter(round(g.size, 1) for l in lines for g in l.glyphs)
        self.size = max(sizes, key=lambda s: sum(n for t, n in sizes.items() if abs(t - s) < .03 * s))
        self.face = Counter(l.font for l in lines if self.sized(l)).most_common(1)[0][0]
        steps = [b.y - a.y for page in self.pages for a, b in zip(page, page[1:]) if self.sized(a) and self.sized(b) and b.y > a.y + .8 * self.size]
        self.leading = commonest(steps, .1)
        self.take_heads_off()
        self.edges = {side: self.edges_of([l for l in lines if l.page % 2 == side and self.sized(l) and len(l.text) > 40]) for side in (0, 1)}
        self.notes = [self.notes_of(page) for page in self.pages]
        self.texts = [page[:len(page) - len(notes)] for page, notes in zip(self.pages, self.notes)]
        self.paragraphs = self.paragraphs_of()
        for paragraph in self.paragraphs: self.mark(paragraph)
        # Between two words of code a space is as wide as the letters: it is not one that the line was justified with.
        for line in (l for p in self.paragraphs for l in p): line.spaces = [white for white, faces in line.gaps if family(self.face) in faces]

    def sized(self, line): return abs(line.size - self.size) < .03 * self.size

    def take_heads_off(self):
        """Folios, and what stands clear of the text at the top of many pages, at the same height."""
        def row(page, end): return [l for l in page if abs(l.y - page[end].y) < .3 * self.size]
        def clear(page): return len(page) > (n := len(row(page, 0))) and page[n].y - page[0].y > 1.15 * self.leading and page[0].size < 1.1 * self.size
        heights = Counter(round(page[0].y) for page in self.pages if clear(page))
        for page in self.pages:
            taken = row(page, 0) if clear(page) and sum(heights[round(page[0].y) + d] for d in (-1, 0, 1)) > len(self.pages) / 5 else []
            for end in (0, -1):
                if page and all(re.fullmatch(r"[\divxlc]+", l.text) for l in row(page, end)): taken += row(page, end)
            page[:] = [l for l in page if l not in taken]

    def edges_of(self, lines):
        left, right = commonest([l.x0 for l in lines], .5), commonest([l.x1 for l in lines], .5)
        return statistics.median(l.x0 for l in lines if abs(l.x0 - left) < .6), statistics.median(l.x1 for l in lines if abs(l.x1 - right) < .6)

    def notes_of(self, page):
        """The small lines that a page ends with."""
        return page[max((n for n, line in enumerate(page, 1) if line.size > .97 * self.size), default=0):]

    def running(self, line):
        """Set in the body's face and size, be it in another cut; words of code may stand in between."""
        body = sum(abs(g.size - self.size) < .03 * self.size and family(g.font) == family(self.face) for g in line.glyphs)
        return body > .3 * len(line.glyphs) and self.indent(line) > -self.size and not LEADERS.search(line.text)

    def indent(self, line): return line.x0 - self.edges[line.page % 2][0]

    def paragraphs_of(self):
        paragraphs, before = [], None
        for page in self.texts:
            heights = Counter(l.y for l in page)
            for line in page:
                if not self.running(line) or heights[line.y] > 1:
                    before = None                       # a heading, code, a row of a table or of the contents
                    continue
                if before and self.goes_on(paragraphs[-1], line): paragraphs[-1].append(line)
                else: paragraphs.append([line])
                before = line
        # A heading in the text's own size has a line of its own in another cut of the face.
        return [p for p in paragraphs if len(p) > 1 or sum(g.font == self.face for g in p[0].glyphs) > len(p[0].glyphs) / 2]

    def goes_on(self, paragraph, line):
        before = paragraph[-1]
        if before.x1 < self.edges[before.page % 2][1] - 1.5 * self.size: return False
        if line.page == before.page and line.y - before.y > 1.35 * self.leading: return False
        step = self.indent(line) - self.indent(before)
        if line.labelled() and paragraph[0].labelled(): return False
        if before.labelled() and abs(step + before.x0 - before.starts[1]) < .5 * self.size: return True
        return abs(step) < .5 * self.size or step < 0 and len(paragraph) == 1

    def mark(self, paragraph):
        paragraph[0].first = paragraph[-1].last = True
        for line, after in zip(paragraph, paragraph[1:]):
            line.full = True
            line.justified = -.35 * self.size < line.x1 - self.edges[line.page % 2][1] < .5 * self.size and len(line.gaps) > 1
            line.divided = line.text[-1] in HYPHENS and line.text[-2:-1].isalpha() and after.text[0].isalpha()


def measure(pdf):
    book = Book(pdf)
    body = [l for p in book.paragraphs for l in p]
    justified, full = [l for l in body if l.justified], [l for l in body if l.full]
    ends = [l for p in book.paragraphs if len(p) > 1 for l in p[-1:]]
    natural = statistics.median(s for l in ends for s in l.spaces)
    means = [statistics.mean(l.spaces) / natural for l in justified]
    narrower, wider = stretch(book, justified, ends)
    return dict(lines=len(justified), space_sd=statistics.pstdev(s for l in justified for s in l.spaces) / book.size,
                loose=100 * sum(m > 1.5 for m in means) / len(justified), tight=100 * sum(m < .75 for m in means) / len(justified),
                hyphens=100 * sum(l.divided for l in full) / len(full), run=longest_run(book.paragraphs),
                widows=sum(page[0].last and not page[0].first for page in book.texts if page),
                orphans=sum(page[-1].first and not page[-1].last for page in book.texts if page),
                overfull=sum(overfull(book, l) for page in book.pages for l in page), collisions=sum(collides(l) for page in book.pages for l in page),
                narrower=narrower, wider=wider, words=sum(len(l.words) for l in body) + sum(len(l.words) for notes in book.notes for l in notes),
                notes=count_notes(book.notes), pages=len(book.pages))


def longest_run(paragraphs):
    return max(len(run) for p in paragraphs for run in re.findall("1+", "".join(str(int(l.divided)) for l in p)) or [""])


def overfull(book, line):
    return not LEADERS.search(line.text) and line.x1 - book.edges[line.page % 2][1] > .15 * book.size + (.42 * line.size if line.text[-1] in HANGING else 0)


def collides(line):
    return any(a.x1 - b.x0 > .3 * line.size and b.x1 - b.x0 > .15 * line.size and a.y == b.y and b.x1 > a.x1 for a, b in zip(line.glyphs, line.glyphs[1:]))


def stretch(book, justified, ends):
    """Letters are compared by the advances that they are drawn with, so that kerning counts for nothing."""
    def widths(lines):
        found = defaultdict(list)
        for g in (g for l in lines for g in l.glyphs if g.font == book.face and g.char in "abcdeghnopqsu" and abs(g.size - book.size) < .05 * book.size):
            found[g.char].append(g.x1 - g.x0)
        return found
    natural = {char: statistics.median(w) for char, w in widths(ends).items() if len(w) > 8}
    ratios = [100 * (w / natural[char] - 1) for char, ws in widths(justified).items() if char in natural for w in ws]
    return min(ratios), max(ratios)


def count_notes(pages):
    """Notes are numbered on, or anew from one by the first of a page: a number that is neither, where a line begins, is not a note's."""
    count = last = 0
    for page in pages:
        for line in page:
            number = leading_number(line)
            if number == last + 1 or number == 1 and line is page[0]: count, last = count + 1, number
    return count


def leading_number(line):
    """The number that a line begins with; none when it is that of a list, or the start of a larger one."""
    number, first = "", line.glyphs[0]
    for g in line.glyphs[:min(3, len(line.words[0]))]:
        # A raised number is smaller than the figures of the text after it or, when the face has such figures, narrower.
        if not g.char.isdigit() or abs(g.size - first.size) > .5 or not .75 < (g.x1 - g.x0) / (first.x1 - first.x0) < 1.33: break
        number += g.char
    return int(number) if number and not re.match("[.,/]", line.text[len(number):]) else None


def commonest(values, step):
    return Counter(round(v / step) * step for v in values).most_common(1)[0][0]


def family(font): return re.split("[-,]", font)[0]


if __name__ == "__main__":
    for name in sys.argv[1:]: print(name, *(f"   {k:10} {v:.3f}" if isinstance(v, float) else f"   {k:10} {v}" for k, v in measure(name).items()), sep="\n")

"""Writes a book of the race for the other programs, from the same Markdown: Markdown for Pandoc, once for EPUB and once for LaTeX, and Typst.
Pandoc reads the chapters. It knows no references and numbers no figures, so for EPUB the numbers are written out, while LaTeX and Typst
count and refer for themselves. Pictures are shared; LaTeX, which cannot read SVG, gets PDFs of them, made beforehand."""
import concurrent.futures, copy, json, pathlib, re, subprocess
import typstsource

NAMES = {"fig": "Figure", "tbl": "Table", "eq": "Equation", "sec": "Section"}
READS = "markdown-implicit_figures-auto_identifiers"


def write(book: pathlib.Path, node: pathlib.Path | None) -> None:
    """Beside book.yml: pandoc.md, latex.md, main.typ and the chapters it includes. `node` is the folder that has tex2typst, if it was had."""
    told = [json.loads(run("pandoc", "-f", READS, "-t", "json", text=prepared(chapter))) for chapter in sorted((book / "chapters").glob("*.md"))]
    numbers = numbered([b for chapter in told for b in chapter["blocks"]])
    for form in ("pandoc", "latex"):
        blocks = settled([b for chapter in copy.deepcopy(told) for b in chapter["blocks"]], numbers, form)
        whole = {"pandoc-api-version": told[0]["pandoc-api-version"], "meta": {}, "blocks": blocks}
        (book / f"{form}.md").write_text(run("pandoc", "-f", "json", "-t", "markdown", text=json.dumps(whole)))
    if node: write_typst(book, told, numbers, node)


def prepared(chapter: pathlib.Path) -> str:
    """A chapter for Pandoc, which knows labels of notes for the whole text: they are told apart."""
    text = re.sub(r"\[\^([\w-]+)\]", rf"[^{chapter.stem}-\1]", chapter.read_text()).replace("](../figures/", "](figures/")
    return re.sub(r"^> \[!\w+\]\s*\n", "", text, flags=re.M)


def walk(node, visit) -> None:
    """Every element of a part of Pandoc's JSON, from the first to the last."""
    if isinstance(node, dict) and "t" in node: visit(node)
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else (): walk(child, visit)


def label_of(node: dict) -> str:
    c = node.get("c")
    match node["t"]:
        case "Header": return c[1][0]
        case "Para" if only := typstsource.alone(c, "Image"): return only[0][0]
        case "Para" if only := typstsource.alone(c, "Math"): return only[2] if len(only) > 2 else ""
        case "Table": return typstsource.named(caption_of(c))[1]
    return ""


def caption_of(table: list) -> list:
    return table[1][1][0]["c"] if table[1][1] else []


def numbered(blocks: list) -> dict[str, str]:
    """The labels that a book has, with what is called by them: Figure 4.1."""
    counts, numbers = {}, {}

    def count(kind):
        counts[kind] = counts.get(kind, 0) + 1
        return counts[kind]

    def visit(node):
        name = label_of(node)
        if node["t"] == "Header" and "unnumbered" not in node["c"][1][1]:
            level = node["c"][0]
            if level == 1:
                number = counts.get(1, 0) + 1
                counts.clear()
                counts[1] = number
            else:
                count(level)
                for deeper in range(level + 1, 7): counts.pop(deeper, None)
            if name: numbers.setdefault(name, f"{'Chapter' if level == 1 else 'Section'} {'.'.join(str(counts.get(n, 0)) for n in range(1, level + 1))}")
        elif kind := NAMES.get(name.split("-")[0]): numbers.setdefault(name, f"{kind} {counts.get(1, 0)}.{count(kind)}")

    walk(blocks, visit)
    return numbers


def settled(blocks: list, numbers: dict[str, str], form: str) -> list:
    """The same for Pandoc, which has no words for references, or where LaTeX has its own."""
    def raw(tex): return {"t": "RawInline", "c": ["tex", tex]}

    def visit(node):
        c, name = node.get("c"), label_of(node)
        if node["t"] == "Cite" and all(one["citationId"] in numbers for one in c[0]):
            node.update(t="Span", c=[["", [], []], [i for n, one in enumerate(c[0]) for i in ([{"t": "Str", "c": ", "}] if n else []) + reference(one)]])
        elif node["t"] == "Para" and (only := typstsource.alone(c, "Image")):
            attributes, caption, target = only
            attributes[2] = [pair for pair in attributes[2] if pair[0] in ("width", "alt")]
            target[1] = "fig:" if caption else ""
            if form == "latex": target[0] = re.sub(r"\.svg$", ".pdf", target[0])
            elif name in numbers: caption[:0] = words(numbers[name] + ". ")
        elif node["t"] == "Para" and name in numbers:
            tex = typstsource.alone(c, "Math")[1]
            if form == "latex": node["c"] = [raw(rf"\begin{{equation}}{tex}\label{{{name}}}\end{{equation}}")]
            else: node["c"] = [{"t": "Span", "c": [[name, [], []], c[:1]]}, {"t": "Str", "c": f" ({numbers[name].split()[1]})"}]
        elif node["t"] == "Table" and (caption := caption_of(c)):
            caption[:] = typstsource.named(caption)[0]
            if form == "latex" and name in numbers: caption.append(raw(rf"\label{{{name}}}"))
            elif name in numbers:
                caption[:0] = words(numbers[name] + ". ")
                node.update(t="Div", c=[[name, [], []], [{"t": "Table", "c": c}]])

    def reference(one):
        name, bare = one["citationId"], one["citationMode"]["t"] == "SuppressAuthor"
        kind, number = numbers[name].split()
        if form == "latex": return [raw(rf"\ref{{{name}}}" if bare else rf"{kind}~\ref{{{name}}}")]
        return [{"t": "Link", "c": [["", [], []], words(number if bare else f"{kind} {number}"), [f"#{name}", ""]]}]

    walk_after(blocks, visit)
    return blocks


def walk_after(node, visit) -> None:
    """From the innermost to the outermost: what a visit puts in place is not visited again."""
    for child in list(node.values()) if isinstance(node, dict) else node if isinstance(node, list) else (): walk_after(child, visit)
    if isinstance(node, dict) and "t" in node: visit(node)


def words(text: str) -> list:
    return [i for n, word in enumerate(text.split(" ")) for i in ([{"t": "Space"}] if n else []) + ([{"t": "Str", "c": word}] if word else [])]


def write_typst(book: pathlib.Path, told: list, numbers: dict[str, str], node: pathlib.Path) -> None:
    tex = set()
    walk(told, lambda n: tex.add(n["c"][1]) if n["t"] == "Math" else None)
    script = node / "formulas.mjs"
    script.write_text("import { tex2typst } from 'tex2typst';\nlet all = ''; for await (const some of process.stdin) all += some;\n"
                      "console.log(JSON.stringify(Object.fromEntries(JSON.parse(all).map(tex => [tex, tex2typst(tex)]))));\n")
    typstsource.formulas = json.loads(run("node", script, text=json.dumps(sorted(tex))))
    typstsource.labels = set(numbers)
    (book / "typst").mkdir(exist_ok=True)
    title = re.search(r"^title: (.*)", (book / "book.yml").read_text(), re.M)[1]
    lists = [kind for kind, label in (("image", "fig-"), ("table", "tbl-")) if any(name.startswith(label) for name in numbers)]
    main = [TYPST.replace("TITLE", title), *(f"#heading(level: 1, numbering: none, outlined: false)[{'Figures' if kind == 'image' else 'Tables'}]\n"
            f"#outline(title: none, target: figure.where(kind: {kind}))" for kind in lists), "#pagebreak(to: \"odd\")\n#set page(numbering: \"1\")\n#counter(page).update(1)\n#in-body.update(true)"]
    for n, chapter in enumerate(told):
        source = typstsource.blocks(chapter["blocks"]).replace('image("figures/', 'image("/figures/')
        (book / f"typst/{n:04}.typ").write_text('#import "/lib.typ": *\n' + source + "\n")
        main.append(f'#include "typst/{n:04}.typ"')
    (book / "lib.typ").write_text(TYPST_NUMBERS)
    (book / "main.typ").write_text("\n".join(main) + "\n")


# A page, a face and leadings as BookBuilder's classic design has them. The running head asks a state, which costs Typst a third less than
# asking for all headings on each page.
TYPST_NUMBERS = """#let of-chapter = n => numbering("1.1", counter(heading).get().first(), n)
"""
TYPST = """#import "lib.typ": *
#set document(title: "TITLE")
#let in-body = state("in-body", false)
#let chapter = state("chapter", none)
#let head = context {
  let title = chapter.get()
  if in-body.get() and title != none {
    set text(size: 8pt)
    if calc.even(here().page()) [#counter(page).display() #h(1fr) #title] else [#title #h(1fr) #counter(page).display()]
  }
}
#set page(width: 6in, height: 9in, margin: (inside: 57pt, outside: 51pt, top: 63.5pt, bottom: 71.5pt), header: head, footer: none, numbering: "i")
#set text(font: "Source Serif 4", size: 10pt, lang: "en", region: "US", hyphenate: true, top-edge: 0.7em, bottom-edge: -0.3em)
#set par(justify: true, leading: 3.5pt, spacing: 3.5pt, first-line-indent: 13.5pt)
#show raw: set text(font: "Source Code Pro", size: 8.5pt)
#show math.equation: set text(font: "STIX Two Math")
#set heading(numbering: "1.1")
#show heading.where(level: 1): set heading(supplement: [Chapter])
#show heading.where(level: 1): it => {
  chapter.update(none)
  pagebreak(weak: true, to: "odd")
  chapter.update(it.body)
  counter(footnote).update(0); counter(figure.where(kind: image)).update(0); counter(figure.where(kind: table)).update(0); counter(math.equation).update(0)
  v(54pt)
  text(size: 20pt, it)
  v(27pt)
}
#show heading: set block(above: 20pt, below: 10pt)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 3): set text(size: 10.5pt)
#set figure(numbering: of-chapter)
#show figure: set block(above: 13.5pt, below: 13.5pt)
#show figure.where(kind: table): set block(breakable: true)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): set text(size: 8.5pt)
#show figure.caption: set text(size: 8.5pt)
#set table(stroke: none, inset: (x: 3pt, y: 2pt))
#show list: set block(above: 7pt, below: 7pt)
#show raw.where(block: true): set block(above: 10pt, below: 10pt)
#show math.equation.where(block: true): set block(above: 10pt, below: 10pt)
#show footnote.entry: set text(size: 8pt)
#align(center + horizon, text(size: 24pt)[TITLE])
#outline(depth: 2)
"""


def pictures_for_latex(book: pathlib.Path) -> None:
    drawings = [(svg, svg.with_suffix(".pdf")) for svg in (book / "figures").glob("*.svg") if not svg.with_suffix(".pdf").exists()]
    with concurrent.futures.ThreadPoolExecutor(2) as pool: list(pool.map(lambda pair: run("rsvg-convert", "-f", "pdf", "-o", pair[1], pair[0]), drawings))


def run(*command, text: str | None = None) -> str:
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    if done.returncode: raise RuntimeError(f"{command[0]} failed:\n{done.stderr}")
    return done.stdout

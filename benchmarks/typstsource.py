"""Writes Typst source from Pandoc's JSON (`pandoc -t json`): what books hold, and a fault for anything else.

Headings, lists and notes are written as calls of functions, so that nothing hangs on where a line begins. A figure is a picture alone in its
paragraph; citations (`@fig-tides`) ask for labels. Who has formulas and labels says beforehand what the formulas are in Typst's own
language, by their TeX, and which labels there are."""
import json, re

QUOTES = {"DoubleQuote": "“”", "SingleQuote": "‘’"}
formulas: dict[str, str] = {}
labels: set[str] = set()


def source(pandoc: str) -> str:
    return blocks(json.loads(pandoc)["blocks"])


def blocks(many: list) -> str:
    return "\n\n".join(block(b["t"], b.get("c")) for b in many)


def block(kind: str, c) -> str:
    match kind:
        case "Para" | "Plain" if only := alone(c, "Image"): return figure(*only)
        case "Para" | "Plain" if only := alone(c, "Math"): return formula(*only)
        case "Para" | "Plain": return inlines(c)
        case "Header": return f"#heading(level: {c[0]}{', numbering: none' if 'unnumbered' in c[1][1] else ''})[{inlines(c[2])}]{label(c[1][0])}"
        case "BlockQuote": return f"#quote(block: true)[{blocks(c)}]"
        case "BulletList": return f"#list({contents(c)})"
        case "OrderedList": return f"#enum({contents(c[1])})"
        case "DefinitionList": return "#terms(" + ", ".join(f"([{inlines(term)}], [{blocks([b for d in told for b in d])}])" for term, told in c) + ")"
        case "Div" if "figure-note" in c[0][1]: return f"#block[#set text(size: 0.8em)\n{blocks(c[1])}]"
        case "Div": return blocks(c[1])
        case "LineBlock": return "#linebreak();".join(inlines(line) for line in c)
        case "CodeBlock": return f"#raw(block: true, {string(c[1])})"
        case "Table": return table(c)
        case "HorizontalRule" | "RawBlock": return ""
    raise ValueError(f"a block of the kind {kind} is not written in Typst yet")


def alone(many: list, kind: str):
    """What a paragraph of one inline holds; a formula may have its label in braces after it, as a word."""
    if not many or many[0]["t"] != kind or kind == "Math" and many[0]["c"][0]["t"] != "DisplayMath": return None
    after = [i for i in many[1:] if i["t"] not in ("Space", "SoftBreak")]
    if not after: return many[0]["c"]
    named = len(after) == 1 and kind == "Math" and re.fullmatch(r"\{#([\w-]+)\}", str(after[0].get("c")))
    return [*many[0]["c"], named[1]] if named else None


def figure(attributes: list, caption: list, target: list) -> str:
    if not caption: return image(attributes, target)
    return f"#figure({image(attributes, target)[1:]}, caption: [{inlines(caption)}], placement: auto){label(attributes[0])}"


def image(attributes: list, target: list) -> str:
    told = dict(attributes[2])
    width = f", width: {told['width']}" if re.fullmatch(r"[\d.]+%", told.get("width", "")) else ""
    return f"#image({string(target[0])}{width}, alt: {string(told.get('alt', ''))})"


def formula(_, tex: str, name: str = "") -> str:
    """One with a label is numbered."""
    told = f"$ {formulas[tex]} $"
    return f"#math.equation(block: true, numbering: of-chapter, {told}){label(name)}" if name else told


def table(c: list) -> str:
    caption, name = c[1][1], c[0][0]
    words = [b["c"] for b in caption if b["t"] in ("Para", "Plain")]
    words = words[0] if words else []
    words, name = named(words, name)
    align = ", ".join({"AlignRight": "right", "AlignCenter": "center"}.get(column[0]["t"], "left") for column in c[2])
    widths = ", ".join(f"{column[1]['c']:.3f}fr" if column[1]["t"] == "ColWidth" else "auto" for column in c[2])
    head = "".join(f"[{cell}], " for row in c[3][1] for cell in cells(row))
    body = "".join(f"[{cell}], " for part in c[4] for row in part[2] + part[3] for cell in cells(row))
    set_ = f"table(columns: ({widths},), align: ({align},), {'table.header(' + head + '), ' if head else ''}{body})"
    return f"#figure({set_}, kind: table, caption: [{inlines(words)}]){label(name)}" if words else f"#{set_}"


def named(words: list, name: str = "") -> tuple[list, str]:
    """A caption without the braces at its end, and the label in them."""
    for n, word in enumerate(words):
        if word["t"] == "Str" and (found := re.match(r"\{#([\w-]+)", word["c"])): return words[:n - 1 if n and words[n - 1]["t"] == "Space" else n], found[1]
    return words, name


def cells(row: list) -> list[str]:
    return [blocks(cell[4]) for cell in row[1]]


def label(name: str) -> str:
    return f" <{name}>" if name in labels else ""


def contents(items: list) -> str:
    return ", ".join(f"[{blocks(item)}]" for item in items)


def inlines(many: list) -> str:
    return "".join(inline(i["t"], i.get("c")) for i in many)


def inline(kind: str, c) -> str:
    # The semicolon ends a call, or a bracket in the text that follows would be taken for one of its arguments.
    match kind:
        case "Str": return escaped(c)
        case "Space" | "SoftBreak": return " "
        case "LineBreak": return "#linebreak();"
        case "Emph": return f"#emph[{inlines(c)}];"
        case "Strong": return f"#strong[{inlines(c)}];"
        case "Superscript": return f"#super[{inlines(c)}];"
        case "Subscript": return f"#sub[{inlines(c)}];"
        case "Strikeout": return f"#strike[{inlines(c)}];"
        case "SmallCaps": return f"#smallcaps[{inlines(c)}];"
        case "Underline": return f"#underline[{inlines(c)}];"
        case "Quoted": return inlines(c[1]).join(QUOTES[c[0]["t"]])
        case "Code": return f"#raw({string(c[1])});"
        case "Link" if not re.match(r"\w+:", c[2][0]): return inlines(c[1])
        case "Link": return f"#link({string(c[2][0])})[{inlines(c[1])}];"
        case "Note": return f"#footnote[{blocks(c)}];"
        case "Span": return inlines(c[1])
        case "Math": return f"${formulas[c[1]]}$"
        case "Cite" if all(one["citationId"] in labels for one in c[0]): return ", ".join(map(reference, c[0]))
        case "Cite": return inlines(c[1])
        case "Image": return image(c[0], c[2])
        case "RawInline": return ""
    raise ValueError(f"an inline of the kind {kind} is not written in Typst yet")


def reference(one: dict) -> str:
    return f"#ref(<{one['citationId']}>{', supplement: none' if one['citationMode']['t'] == 'SuppressAuthor' else ''});"


def escaped(text: str) -> str:
    return re.sub(r"^(\d+)\.$", r"\1\\.", re.sub(r"([\\#$*_`<>@\[\]~=+/'\"-])", r"\\\1", text))


def string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'

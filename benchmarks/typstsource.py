"""Writes Typst source from Pandoc's JSON (`pandoc -t json`): what running prose holds, and a fault for anything else.

Headings, lists and notes are written as calls of functions, so that nothing hangs on where a line begins."""
import json, re

QUOTES = {"DoubleQuote": "“”", "SingleQuote": "‘’"}


def source(pandoc: str) -> str:
    return blocks(json.loads(pandoc)["blocks"])


def blocks(many: list) -> str:
    return "\n\n".join(block(b["t"], b.get("c")) for b in many)


def block(kind: str, c) -> str:
    match kind:
        case "Para" | "Plain": return inlines(c)
        case "Header": return f"#heading(level: {c[0]})[{inlines(c[2])}]"
        case "BlockQuote": return f"#quote(block: true)[{blocks(c)}]"
        case "BulletList": return f"#list({contents(c)})"
        case "OrderedList": return f"#enum({contents(c[1])})"
        case "DefinitionList": return "#terms(" + ", ".join(f"([{inlines(term)}], [{blocks([b for d in told for b in d])}])" for term, told in c) + ")"
        case "Div": return blocks(c[1])
        case "CodeBlock": return f"#raw(block: true, {string(c[1])})"
        case "HorizontalRule": return ""
    raise ValueError(f"a block of the kind {kind} is not written in Typst yet")


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
        case "Quoted": return inlines(c[1]).join(QUOTES[c[0]["t"]])
        case "Code": return f"#raw({string(c[1])});"
        case "Link": return f"#link({string(c[2][0])})[{inlines(c[1])}];"
        case "Note": return f"#footnote[{blocks(c)}];"
        case "Span": return inlines(c[1])
    raise ValueError(f"an inline of the kind {kind} is not written in Typst yet")


def escaped(text: str) -> str:
    return re.sub(r"^(\d+)\.$", r"\1\\.", re.sub(r"([\\#$*_`<>@\[\]~=+/'\"-])", r"\\\1", text))


def string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'

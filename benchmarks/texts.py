"""The texts that the comparisons set: plain Markdown that every tool reads alike, made of the sample book's own words."""
import pathlib, random, re

root = pathlib.Path(__file__).resolve().parent.parent
NOTE = r"^\[\^([\w-]+)\]:.*(?:\n(?:    |\n    ).*)*\n?"


def sample() -> list[str]:
    """The sample's chapters without what the tools treat differently: figures, tables, code, formulas on lines of their own, labels."""
    return [plain(path.read_text()) for path in sorted((root / "content/chapters").glob("*.md"))]


def plain(text: str) -> str:
    text = re.sub(r"^```.*?^```\n", "", text, flags=re.S | re.M)
    text = re.sub(r"^:::+ \{\.figure-note\}.*?^:::+\n", "", text, flags=re.S | re.M)
    text = re.sub(r"\n\n\$\$.*\n\n", "\n", text)
    text = re.sub(r"^(?::::+|\|.*|Table: .*|!\[.*|> .*|>).*\n", "", text, flags=re.M)
    text = re.sub(r" *\{#[^}]*\}", "", text)
    text = re.sub(r"\[-?@[^\]]*\]", "12", text)
    names = {"fig": "Figure 4.1", "tbl": "Table 4.1", "sec": "Section 4.1", "eq": "Equation 4.1"}
    text = re.sub(r"@(fig|tbl|sec|eq)-[\w-]*\w", lambda m: names[m[1]], text)
    text = re.sub(r"(?<!\\)\$([^$\n]*[^$\n\\])\$", lambda m: "*" + re.sub(r"_.|[\\{}]", "", m[1]) + "*", text)
    text = keep_used_notes(text)
    return re.sub(r"\n{3,}", "\n\n", text)


def keep_used_notes(text: str) -> str:
    used = set(re.findall(r"\[\^([\w-]+)\]", re.sub(NOTE, "", text, flags=re.M)))
    return re.sub(NOTE, lambda m: m[0] if m[1] in used else "", text, flags=re.M)


def long(chapters: int = 12, seed: int = 1) -> list[str]:
    """Over a hundred pages: the sample's sentences in another order, so that every paragraph breaks anew. A note after every twelfth or so."""
    some = sentences()
    pick = random.Random(seed)
    made = []
    for c in range(chapters):
        notes, lines = [], [f"# {title(pick, some)}", ""]
        for s in range(6):
            if s: lines += [f"## {title(pick, some)}", ""]
            for _ in range(pick.randint(4, 9)):
                words = []
                for sentence in pick.sample(some, pick.randint(2, 8)):
                    if pick.random() < 1 / 12:
                        notes.append(f"[^n{len(notes)}]: {pick.choice(some)}")
                        sentence += f"[^n{len(notes) - 1}]"
                    words.append(sentence)
                lines += [" ".join(words), ""]
        made.append("\n".join(lines + ["\n\n".join(notes), ""]))
    return made


def sentences() -> list[str]:
    """Sentences of the sample that can stand anywhere, without their notes."""
    prose = "\n\n".join(p for c in sample() for p in c.split("\n\n") if p and not re.search(r"^(?:[#\[*\-\d>|]|:  )", p, re.M))
    prose = re.sub(r"\[\^[\w-]+\]|\^\[[^\]]*\]", "", prose)
    told = [s.strip() for p in prose.split("\n\n") for s in re.split(r"(?<=[.?!]) (?=[A-Z])", p.replace("\n", " "))]
    return [s for s in told if stands_alone(s)]


def stands_alone(sentence: str) -> bool:
    """A whole sentence that needs none beside it: no half of a quotation, of an emphasis or of a name cut at an initial, no start of a list."""
    return (30 < len(sentence) < 400 and sentence.count("*") % 2 == 0 and sentence.count("(") == sentence.count(")")
            and not re.search(r"[“\"]|http|^[^A-Z]|\b[A-Z]\.$|[:,]$|[=^]", sentence))


def title(pick: random.Random, sentences: list[str]) -> str:
    words = [w.strip(".,;:!?()*") for w in pick.choice(sentences).split()]
    return " ".join(w[0].upper() + w[1:] for w in words if w.isalpha() and len(w) > 3)[:40].rsplit(" ", 1)[0] or "Models"

"""The books of the race, made anew from files of the repository, the same on every machine: so many copies of a seed as one book, and a
textbook with figures, tables, code, formulas and many notes. A book is a folder with book.yml, chapters/ and figures/."""
import pathlib, random, re, shutil
import texts

root = pathlib.Path(__file__).resolve().parent.parent
IMAGE = r"(!\[(?:[^\]\\]|\\.)*\]\()([^)\s]+)"
LABEL = r"(\{#|@)((?:sec|fig|tbl|eq)-[\w-]*\w)"


def seed_chapters(seed: pathlib.Path) -> list[pathlib.Path]:
    """The chapters of a book: those that its book.yml names, else every Markdown file of the folder; a file is a book of one chapter."""
    if seed.is_file(): return [seed]
    manifest = seed / "book.yml"
    named = re.findall(r"^ +- ([\w./-]+\.md)\s*$", manifest.read_text(), re.M) if manifest.exists() else []
    return [seed / name for name in named] or sorted(seed.rglob("*.md"))


def copies(folder: pathlib.Path, count: int, seed: pathlib.Path = root / "content") -> None:
    """The seed so many times as one book: labels are told apart, figures are shared. A list of sources, which BookBuilder alone would make of the
    notes of all copies in each of them, is left out."""
    chapters = seed_chapters(seed)
    names = {chapter: f"{n:03}-{chapter.name}" for n, chapter in enumerate(chapters)}
    (folder / "figures").mkdir(parents=True)
    (folder / "chapters").mkdir()

    def picture(chapter, found):
        file, home = (chapter.parent / found[2]).resolve(), (seed if seed.is_dir() else seed.parent).resolve()
        if not file.is_file() or not file.is_relative_to(home): return found[0]
        name = "-".join(file.relative_to(home).parts).removeprefix("figures-")
        if not (folder / "figures" / name).exists(): shutil.copy(file, folder / "figures" / name)
        return f"{found[1]}../figures/{name}"

    told = []
    for chapter in chapters:
        text = re.sub(r"^:::+ \{\.sources\}\n:::+\n", "", chapter.read_text(), flags=re.M)
        text = re.sub(IMAGE, lambda found: picture(chapter, found), text)
        told.append(re.sub(r"\]\(([\w-]+\.md)(?=[)#])", lambda m: f"]({names.get(chapter.parent / m[1], m[1])}", text))
    for n in range(count):
        for name, text in zip(names.values(), told):
            if count > 1: text = re.sub(r"(\]\()(\d{3}-[\w-]+\.md)", rf"\g<1>{n:03}-\2", re.sub(LABEL, rf"\1\2-{n}", text))
            (folder / "chapters" / (f"{n:03}-{name}" if count > 1 else name)).write_text(text)
    write_manifest(folder, "Copies")


def write_manifest(folder: pathlib.Path, title: str) -> None:
    chapters = sorted((folder / "chapters").glob("*.md"))
    whole = "".join(chapter.read_text() for chapter in chapters)
    lists = [name for name, label in (("figures", "{#fig-"), ("tables", "{#tbl-")) if label in whole]
    (folder / "book.yml").write_text(f"title: {title}\nlang: en-US\nnumbering: true\ntoc: {{ depth: 2 }}\nlists: [{', '.join(lists)}]\npdf: {{ opening: right }}\n"
        "chapters:\n" + "".join(f"  - chapters/{chapter.name}\n" for chapter in chapters))


FORMULAS = [
    r"L(N) = \left(\frac{N_c}{N}\right)^{\alpha_N}",
    r"(1 + g) \cdot 2^{-1/T} \le 1 + r",
    r"\bar{x} = \frac{1}{n} \sum_{i=1}^{n} x_i",
    r"s^2 = \frac{1}{n - 1} \sum_{i=1}^{n} (x_i - \bar{x})^2",
    r"\int_0^1 f(t) \, dt \approx \sum_{k=1}^{m} w_k f(t_k)",
    r"x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}",
    r"P(A \mid B) = \frac{P(B \mid A) \, P(A)}{P(B)}",
    r"\lim_{n \to \infty} \left(1 + \frac{r}{n}\right)^{n} = e^{r}",
    r"\hat{\beta} = \frac{\sum_{i=1}^{n} x_i y_i}{\sum_{i=1}^{n} x_i^2}",
    r"H(p) = -\sum_{x \in X} p(x) \log p(x)",
]
SYMBOLS = [r"x^2", r"\alpha", r"N_c", r"\frac{1}{2}", r"y = mx + b", r"\beta \le 1", r"n \to \infty", r"\sqrt{2}"]


def textbook(folder: pathlib.Path, chapters: int = 11, seed: int = 1) -> None:
    """Some two hundred pages of what textbooks are made of: the sample's sentences in another order with a note after every fourth, and between
    them the figures, tables, code and formulas of the sample and of the guide. Each figure is a file of its own, as in a real book."""
    (folder / "figures").mkdir(parents=True)
    (folder / "chapters").mkdir()
    pick = random.Random(seed)
    sources = [p.read_text() for place in ("content/chapters", "docs/guide") for p in sorted((root / place).glob("*.md"))]
    pools = dict(sentences=texts.sentences(), code=code_of(sources), tables=tables_of(sources),
                 figures=[(root / place / found[2], found[1][2:-2]) for place, some in (("content/chapters", sources[:12]), ("docs/guide", sources[12:]))
                          for text in some for found in re.finditer(r"^" + IMAGE, text, re.M) if (root / place / found[2]).exists()])
    for c in range(chapters): (folder / f"chapters/{c:02}.md").write_text(chapter_of(folder, c, pick, pools))
    write_manifest(folder, "A textbook")


def chapter_of(folder: pathlib.Path, c: int, pick: random.Random, pools: dict) -> str:
    lines, notes, labels = [f"# {texts.title(pick, pools['sentences'])} {{#sec-{c}}}"], [], []
    for s in range(6):
        if s: lines.append(f"## {texts.title(pick, pools['sentences'])} {{#sec-{c}-{s}}}")
        for _ in range(pick.randint(5, 8)):
            lines.append(paragraph(pick, pools, notes, labels))
            label = f"{c}-{len(lines)}"
            match pick.choices(("none", "figure", "table", "code", "formula", "list", "quote"), (8, 3, 3, 3, 3, 3, 1))[0]:
                case "figure":
                    file, caption = pick.choice(pools["figures"])
                    name = f"{label}{file.suffix}"
                    # What comes after the end of a drawing or of a picture changes nothing but makes it another file.
                    (folder / "figures" / name).write_bytes(file.read_bytes() + (f"<!-- {label} -->\n".encode() if file.suffix == ".svg" else b""))
                    lines.append(f'![{re.sub(LABEL, "the text", caption)}, case {label}](../figures/{name}){{#fig-{label} alt="{pick.choice(pools["sentences"])}" width=100%}}')
                    labels.append(f"fig-{label}")
                case "table":
                    caption, table = pick.choice(pools["tables"])
                    lines.append(f"{table}\nTable: {caption}, case {label} {{#tbl-{label}}}")
                    labels.append(f"tbl-{label}")
                case "formula":
                    lines.append(f"$$ {pick.choice(FORMULAS)} $$ {{#eq-{label}}}")
                    labels.append(f"eq-{label}")
                case "code": lines.append(pick.choice(pools["code"]))
                case "list": lines.append("\n".join(f"- {sentence}" for sentence in pick.sample(pools["sentences"], pick.randint(3, 6))))
                case "quote": lines.append("> " + pick.choice(pools["sentences"]))
    return "\n\n".join(lines + notes) + "\n"


def paragraph(pick: random.Random, pools: dict, notes: list[str], labels: list[str]) -> str:
    words = []
    for sentence in pick.sample(pools["sentences"], pick.randint(3, 7)):
        if pick.random() < 1 / 4:
            notes.append(f"[^n{len(notes)}]: {pick.choice(pools['sentences'])}")
            sentence += f"[^n{len(notes) - 1}]"
        words.append(sentence)
    if labels and pick.random() < 1 / 2: words.append(f"This is also what @{pick.choice(labels)} says, if ${pick.choice(SYMBOLS)}$ is known.")
    return " ".join(words)


def code_of(sources: list[str]) -> list[str]:
    fences = [found for text in sources for found in re.finditer(r"^(```+)(\w+)\n(.*?)^\1\n", text, re.S | re.M)]
    return sorted({f"~~~~{f[2]}\n{f[3]}~~~~" for f in fences if f[3].count("\n") < 20 and "~~~" not in f[3]})


def tables_of(sources: list[str]) -> list[tuple[str, str]]:
    """Captions and tables, without what calls for another place."""
    found = [(m[2], m[1]) for text in sources for m in re.finditer(r"((?:^\|.*\n){3,})\nTable: (.*)", text, re.M)]
    found += [(m[1], m[2]) for text in sources for m in re.finditer(r"^Table: (.*)\n\n((?:^\|.*\n){3,})", text, re.M)]
    plain = {(re.sub(r" *\{[^}]*\}| *\[\^[\w-]+\]", "", caption), re.sub(r"\[\^[\w-]+\]", "", table)) for caption, table in found}
    return sorted((caption, table) for caption, table in plain if "@" not in table + caption and r"\|" not in table)

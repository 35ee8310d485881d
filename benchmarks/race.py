#!/usr/bin/env python3
"""race.py [OPTIONS]   builds the same books with BookBuilder, Typst, Pandoc and LaTeX, round by round, and prints a Markdown table of CPU
seconds (the program's and its children's), wall seconds, the most memory of any one process, pages and size: the medians of all rounds.

    race.py                               the sample, 20 copies of it, a textbook, five rounds; 100 copies once
    race.py --install                     gets Pandoc and LaTeX first (Debian's packages; as root)
    race.py --bookbuilder PATH            races a command that is ready, else one is compiled ahead of time (dotnet publish)
    race.py --seed-text my-book           races another book in place of the sample: a folder with book.yml, or a Markdown file
    race.py --sizes 20 --tools pdf,typst  some of the books, some of the tools

Python 3.11 is needed, and Pandoc, which reads the book for the others. Typst comes from npm (node 18 or newer) in the version below, on first
use, into ~/.cache; it runs inside of node, whose own start the line "node alone" tells. What is missing is left out, and a line says so.
The books are made anew each time, the same on every machine; all write 6 x 9 in pages in Source Serif 4, 10 on 13.5 pt, with contents, lists
of figures and tables, numbers by chapter, references, running heads and notes that begin anew in each chapter. BookBuilder and Typst write
tagged PDFs; pdfLaTeX knows no font files and sets Latin Modern. Compare only what was measured in one go: a busy machine changes all."""
import argparse, concurrent.futures, json, os, pathlib, re, shutil, statistics, subprocess, sys, tempfile, time
import corpora, rivals

root = pathlib.Path(__file__).resolve().parent.parent
fonts = root / "fonts"
node_home = pathlib.Path.home() / ".cache/bookbuilder-race"
NODE_PACKAGES = ["@myriaddreamin/typst-ts-node-compiler@0.7.0", "tex2typst@0.6.2"]
TYPST = "0.14.2"                # what the first of them holds
DEBIAN_PACKAGES = ["pandoc", "librsvg2-bin", "lmodern", "texlive-latex-recommended", "texlive-latex-extra", "texlive-fonts-recommended", "texlive-xetex"]

# The name to choose it by, what the table calls it, what it writes.
TOOLS = {
    "both": ("BookBuilder, PDF + EPUB, checked", "pdf epub"),
    "both-unchecked": ("BookBuilder, PDF + EPUB", "pdf epub"),
    "pdf": ("BookBuilder, PDF, checked", "pdf"),
    "pdf-unchecked": ("BookBuilder, PDF", "pdf"),
    "typst": ("Typst, PDF", "pdf"),
    "xelatex": ("Pandoc + XeLaTeX, PDF", "pdf"),
    "pdflatex": ("Pandoc + pdfLaTeX, PDF", "pdf"),
    "epub": ("BookBuilder, EPUB, checked", "epub"),
    "epub-unchecked": ("BookBuilder, EPUB", "epub"),
    "pageless-unchecked": ("BookBuilder, EPUB without pages of print", "epub"),
    "pandoc": ("Pandoc, EPUB", "epub"),
}
TYPST_SCRIPT = """const fs = require('fs'), path = require('path');
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const [source, out, fonts, edited] = process.argv.slice(2);
if (!source) process.exit(0);
const compiler = NodeCompiler.create({ workspace: path.dirname(source), fontArgs: [{ fontPaths: [fonts] }] });
function build() {
  const made = compiler.compile({ mainFilePath: source, resetRead: true });
  if (made.hasError()) { made.printErrors(); process.exit(1); }
  fs.writeFileSync(out, compiler.pdf(made.result));
  compiler.evictCache(10);
}
build();
if (edited) {
  const text = fs.readFileSync(edited, 'utf8'), told = [];
  try {
    for (let n = 1; n <= 5; n++) {
      const at = text.indexOf('\\n\\n', text.length / 2);
      fs.writeFileSync(edited, text.slice(0, at) + ' One more sentence' + ' and another'.repeat(n) + '.' + text.slice(at));
      const start = process.hrtime.bigint(), used = process.cpuUsage();
      build();
      const { user, system } = process.cpuUsage(used);
      told.push({ cpu: (user + system) / 1e6, wall: Number(process.hrtime.bigint() - start) / 1e9 });
    }
  } finally { fs.writeFileSync(edited, text); }
  console.log(JSON.stringify(told));
}
"""


def latex(engine: str) -> list:
    variables = ["documentclass=book", "classoption=openright", "fontsize=10pt", "linestretch=1.125", "indent=true", "lang=en-US", "lof", "lot",
                 "geometry:paperwidth=6in,paperheight=9in,inner=57pt,outer=51pt,top=63.5pt,bottom=71.5pt"]
    if engine == "xelatex":
        variables += ["mainfont=SourceSerif4-Regular.ttf", "monofont=SourceCodePro-Regular.ttf", f"monofontoptions=Path={fonts}/source-code/,Scale=0.85",
                      "mathfont=STIXTwoMath-Regular.ttf", f"mathfontoptions=Path={fonts}/stix-two-math/", f"mainfontoptions=Path={fonts}/source-serif/"]
        variables += [f"mainfontoptions={style}=SourceSerif4-{file}.ttf" for style, file in (("BoldFont", "Bold"), ("ItalicFont", "It"), ("BoldItalicFont", "BoldIt"))]
    else: variables += [r"header-includes=\DeclareUnicodeCharacter{2082}{\textsubscript{2}}\DeclareUnicodeCharacter{2007}{\hphantom{0}}\DeclareUnicodeCharacter{2212}{\ensuremath{-}}"]
    return ["pandoc", "latex.md", f"--pdf-engine={engine}", "--top-level-division=chapter", "--toc", "--toc-depth=2", "-N", "--no-highlight", "-M", "title=The race",
            *(word for variable in variables for word in ("-V", variable)), "-o"]


def command(tool: str, book: pathlib.Path, out: pathlib.Path, program: pathlib.Path) -> list:
    match tool:
        case "typst": return ["node", node_home / "compile.cjs", book / "main.typ", out / "typst.pdf", fonts]
        case "pandoc": return ["pandoc", "pandoc.md", "--toc", "--toc-depth=2", "-N", "-M", "title=The race", "-M", "lang=en-US", "-o", out / "pandoc.epub"]
        case "xelatex" | "pdflatex": return [*latex(tool), out / f"{tool}.pdf"]
    to = {"both": "pdf,epub", "pageless": "epub"}.get(tool.split("-")[0], tool.split("-")[0])
    return [program, "build", book / "pageless" if tool.startswith("pageless") else book, "--to", to, "-o", out, "-v", "q", "--no-cache", *(["--no-parity"] if tool.endswith("-unchecked") else [])]


def race(book: pathlib.Path, tools: list[str], runs: int, program: pathlib.Path) -> dict[str, dict]:
    """Tool by tool in each round, so that what else the machine does hits all alike."""
    took = {tool: [] for tool in tools}
    made = {}
    for _ in range(runs):
        for tool in tools:
            if took[tool] is None: continue
            with tempfile.TemporaryDirectory() as out:
                one = measure(command(tool, book, pathlib.Path(out), program), book)
                if one is None:
                    took[tool] = None
                    continue
                took[tool].append(one)
                made[tool] = look(pathlib.Path(out))
    return {tool: dict(zip(("cpu", "wall", "peak"), map(statistics.median, zip(*some))), **made[tool]) if some else {} for tool, some in took.items()}


def measure(words: list, folder: pathlib.Path, **settings: str):
    with tempfile.TemporaryFile() as said:
        start = time.monotonic()
        process = subprocess.Popen(list(map(str, words)), cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=os.environ | settings)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode == 0: return used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024
        said.seek(0)
        print(f"{pathlib.Path(words[0]).name} failed on {folder.name}:\n{said.read().decode(errors='replace')[-2000:]}", file=sys.stderr)


def look(out: pathlib.Path) -> dict:
    pdf = next(out.glob("*.pdf"), None)
    told = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True).stdout if pdf and shutil.which("pdfinfo") else ""
    return dict(pages=int(found[1]) if (found := re.search(r"^Pages: +(\d+)", told, re.M)) else None,
                size=sum(file.stat().st_size for file in out.iterdir() if file.suffix in (".pdf", ".epub")) / 1e6)


def from_disk(book: pathlib.Path, program: pathlib.Path) -> dict:
    """BookBuilder once more in another process, after a sentence was added to one paragraph: with the cache that the build before has left on disk."""
    chapters = sorted((book / "chapters").glob("*.md"))
    edited = chapters[len(chapters) // 2]
    text, took = edited.read_text(), []
    at = text.index("\n\n", len(text) // 2)
    with tempfile.TemporaryDirectory() as scratch:
        words = [program, "build", book, "-o", f"{scratch}/out", "-v", "q", "--no-parity"]
        try:
            for n in range(6):
                if n: edited.write_text(text[:at] + " One more sentence" + " and another" * n + "." + text[at:])
                one = measure(words, book, BOOKBUILDER_CACHE=f"{scratch}/cache")
                if one is None: return {}
                if n: took.append(one)
        finally: edited.write_text(text)
    return dict(zip(("cpu", "wall", "peak"), map(statistics.median, zip(*took))))


def rebuilt(book: pathlib.Path) -> dict:
    """Typst once more in the same process, after a sentence was added to one paragraph: what its watch mode costs."""
    chapters = sorted((book / "typst").glob("*.typ"))
    with tempfile.TemporaryDirectory() as out:
        done = subprocess.run(["node", node_home / "compile.cjs", book / "main.typ", f"{out}/typst.pdf", fonts, chapters[len(chapters) // 2]], capture_output=True, text=True)
    if done.returncode: return {}
    told = json.loads(done.stdout)
    return {key: statistics.median(one[key] for one in told) for key in ("cpu", "wall")}


def table(title: str, results: dict[str, dict]) -> list[str]:
    rivals_cpu = {"pdf": results.get("typst", {}).get("cpu"), "epub": results.get("pandoc", {}).get("cpu")}
    lines = [f"| **{title}** |" + " |" * 6]
    for tool, r in results.items():
        name, makes = TOOLS.get(tool, (tool, ""))
        against = [rivals_cpu[kind] for kind in makes.split()]
        ratio = f"{r['cpu'] / sum(against):.2f}" if r and against and all(against) else ""
        cells = [name, *(f"{r[key]:{form}}" if r.get(key) is not None else "" for key, form in (("cpu", ".2f"), ("wall", ".2f"), ("peak", ".0f"), ("pages", ""), ("size", ".2f"))), ratio]
        lines.append("| " + " | ".join(cells if r else [name, "failed"] + [""] * 5) + " |")
    return lines


def usable(wanted: list[str]) -> list[str]:
    """Those of the tools that are here; of the others a line is printed."""
    def has(*names): return [name for name in names if not shutil.which(name)]
    missing = {"typst": has("node", "npm", "pandoc"), "pandoc": has("pandoc"), "xelatex": has("pandoc", "xelatex", "rsvg-convert"), "pdflatex": has("pandoc", "pdflatex", "rsvg-convert")}
    for tool in wanted:
        if missing.get(tool): print(f"{TOOLS[tool][0]} is left out: {' and '.join(missing[tool])} not found", file=sys.stderr)
    return [tool for tool in wanted if not missing.get(tool)]


def install_debian() -> None:
    subprocess.run(["apt-get", "update", "-q"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["apt-get", "install", "-y", "-q", "--no-install-recommends", *DEBIAN_PACKAGES], check=True, stdout=subprocess.DEVNULL, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})


def install_node() -> None:
    node_home.mkdir(parents=True, exist_ok=True)
    had = node_home / "installed"
    if not had.exists() or had.read_text().split() != NODE_PACKAGES:
        (node_home / "package.json").write_text('{"private":true}')
        subprocess.run(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", "--save-exact", *NODE_PACKAGES], cwd=node_home, check=True)
        had.write_text("\n".join(NODE_PACKAGES))
    (node_home / "compile.cjs").write_text(TYPST_SCRIPT)


def published() -> pathlib.Path:
    out = pathlib.Path.home() / ".cache/bookbuilder-race/aot"
    print("compiling BookBuilder ahead of time", file=sys.stderr)
    subprocess.run(["dotnet", "publish", root / "src/BookBuilder.Cli", "-c", "Release", "-r", "linux-x64", "-p:PublishAot=true", "-o", out, "-v", "q", "-nologo"], check=True, stdout=sys.stderr)
    return out / "bookbuilder-cli"


def first(*words) -> str:
    return subprocess.run(list(map(str, words)), capture_output=True, text=True).stdout.partition("\n")[0].strip()


def versions(tools: list[str], program: pathlib.Path) -> list[str]:
    lines = [f"BookBuilder {first(program, '--version')}"]
    if "typst" in tools: lines.append(f"Typst {TYPST} ({NODE_PACKAGES[0]}) in node {first('node', '--version')}, which alone takes {measure(['node', node_home / 'compile.cjs'], root)[0]:.2f} s of CPU")
    lines += [first(tool, "--version") for tool in ("pandoc", "xelatex", "pdflatex") if tool in tools]
    return ["; ".join(lines) + f"; {os.cpu_count()} cores.", ""]


def book_of(folder: pathlib.Path, size: str, seed: pathlib.Path) -> str:
    if size == "mixed": corpora.textbook(folder)
    else: corpora.copies(folder, int(size), seed)
    # The same book once more, whose EPUB knows nothing of print: then no page needs to be set for it, as none is for Pandoc's.
    for part in ("chapters", "figures"): shutil.copytree(folder / part, folder / "pageless" / part)
    (folder / "pageless/book.yml").write_text((folder / "book.yml").read_text() + "epub: { page-list: false }\n")
    name = "The sample" if seed == root / "content" else seed.stem
    return "A textbook" if size == "mixed" else name if size == "1" else f"{name} x{size}"


def written(book: pathlib.Path, size: str, seed: pathlib.Path, tools: list[str]) -> str:
    """Makes a book and what the rivals need of it, and says what it is called."""
    title = book_of(book, size, seed)
    if {"typst", "pandoc", "xelatex", "pdflatex"} & set(tools): rivals.write(book, node_home if "typst" in tools else None)
    if {"xelatex", "pdflatex"} & set(tools): rivals.pictures_for_latex(book)
    return title


def main() -> None:
    about, _, rest = __doc__.partition("\n\n")
    parser = argparse.ArgumentParser(description=about, epilog=rest, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="rounds of each book (default 5); one of over 50 copies has one round")
    parser.add_argument("--sizes", default="1,20,100,mixed", help="how many copies of the seed, and `mixed` for the textbook (default 1,20,100,mixed)")
    parser.add_argument("--tools", default=",".join(TOOLS), help=f"some of {','.join(TOOLS)}; `bookbuilder` for all of its own (default: all)")
    parser.add_argument("--bookbuilder", type=pathlib.Path, metavar="PATH", help="the command to race")
    parser.add_argument("--seed-text", type=pathlib.Path, default=root / "content", metavar="PATH", help="the book to copy (default: the sample)")
    parser.add_argument("--table", type=pathlib.Path, metavar="FILE", help="write the table there, too")
    parser.add_argument("--keep", type=pathlib.Path, metavar="FOLDER", help="make the books there and keep them")
    parser.add_argument("--install", action="store_true", help="install Pandoc and LaTeX with apt-get")
    options = parser.parse_args()
    if options.install: install_debian()
    wanted = [tool for name in options.tools.split(",") for tool in ([t for t in TOOLS if TOOLS[t][0].startswith("BookBuilder")] if name == "bookbuilder" else [name])]
    if unknown := [tool for tool in wanted if tool not in TOOLS]: parser.error(f"no such tool: {', '.join(unknown)}")
    tools = usable(wanted)
    if "typst" in tools: install_node()
    program = (options.bookbuilder or published()).resolve()
    with tempfile.TemporaryDirectory() as scratch:
        lines = versions(tools, program) + ["| | CPU, s | wall, s | peak, MB | pages | MB | CPU to rival's |", "| --- " + "| ---: " * 6 + "|"]
        print("\n".join(lines), flush=True)
        for size in options.sizes.split(","):
            book = (options.keep or pathlib.Path(scratch)).resolve() / f"x{size}".replace("xm", "m")
            shutil.rmtree(book, ignore_errors=True)
            # In another process: the memory of the one that starts a program counts as that program's own until it has begun.
            with concurrent.futures.ProcessPoolExecutor(1) as other: title = other.submit(written, book, size, options.seed_text.resolve(), tools).result()
            results = race(book, tools, 1 if size.isdigit() and int(size) > 50 else options.runs, program)
            if results.get("both-unchecked"): results["BookBuilder, PDF + EPUB again after an edit, with what is on disk"] = from_disk(book, program)
            if results.get("typst"): results["Typst, PDF again after an edit, without its start"] = rebuilt(book)
            told = table(title, results)
            print("\n".join(told), flush=True)
            lines += told
    lines += ["", "The last column holds the CPU seconds against those of Typst for a PDF, of Pandoc for an EPUB, of the two together for both."]
    print(lines[-1])
    if options.table: options.table.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()

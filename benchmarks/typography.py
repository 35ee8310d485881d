#!/usr/bin/env python3
"""typography.py [FOLDER]   sets the same texts in the same faces on the same measure with BookBuilder, with LuaLaTeX and microtype, and
with Typst, measures the lines of the finished PDFs and prints a Markdown table. What was made is kept in FOLDER (default: a temporary one).

Debian's packages: mupdf-tools, pandoc, texlive-luatex, texlive-latex-recommended, texlive-latex-extra, lmodern, fonts-liberation, nodejs,
npm. Typst comes as the npm package below, installed on first use into ~/.cache. A tool that is missing is left out, and a line says so.
All set 10 pt on a measure of 324 pt: a page of 6 x 9 in with 0.85 in inside and 0.65 in outside. What is measured is said in linequality.py."""
import pathlib, re, shutil, subprocess, sys, tempfile
import linequality, texts, typstsource

root = pathlib.Path(__file__).resolve().parent.parent
program = root / "src/BookBuilder.Cli/bin/Release/net10.0/bookbuilder-cli"
liberation = pathlib.Path("/usr/share/fonts/truetype/liberation")
TYPST = "@myriaddreamin/typst-ts-node-compiler@0.7.0"
typst_home = pathlib.Path.home() / ".cache/bookbuilder-typst"

FACES = {
    "Liberation Serif": [liberation / f"LiberationSerif-{style}.ttf" for style in ("Regular", "Bold", "Italic", "BoldItalic")],
    "Source Serif 4": [root / f"fonts/source-serif/SourceSerif4-{style}.ttf" for style in ("Regular", "Bold", "It", "BoldIt")],
}
PAPER = dict(paperwidth="6in", paperheight="9in", inner="0.85in", outer="0.65in", top="0.8in", bottom="0.8in")


def bookbuilder(folder: pathlib.Path, chapters: list[str], face: str) -> pathlib.Path:
    book = folder / "book"
    (book / "fonts").mkdir(parents=True)
    for file in FACES[face]: shutil.copy(file, book / "fonts")
    for n, chapter in enumerate(chapters): (book / f"{n:02}.md").write_text(chapter)
    files = ", ".join(f"fonts/{file.name}" for file in FACES[face])
    (book / "book.yml").write_text(f"title: Lines\nlang: en-US\nnumbering: true\npdf:\n  size: 10pt\n  paper: trade\n  fonts: {{ body: {face}, files: [{files}] }}\n")
    run(program, "build", book, "--to", "pdf", "-o", folder, "-v", "q")
    return next(folder.glob("*.pdf"))


def lualatex(folder: pathlib.Path, chapters: list[str], face: str) -> pathlib.Path:
    """Pandoc's own template for books, which loads microtype, with paragraphs indented as the other two have them."""
    out = folder / "lualatex.pdf"
    regular, bold, italic, both = FACES[face]
    variables = ["documentclass=book", "classoption=openright", "fontsize=10pt", "indent=true", "lang=en-US", f"mainfont={regular.name}"]
    variables += [f"mainfontoptions={option}" for option in (f"Path={regular.parent}/", f"BoldFont={bold.name}", f"ItalicFont={italic.name}", f"BoldItalicFont={both.name}")]
    variables += [f"geometry:{name}={length}" for name, length in PAPER.items()]
    run("pandoc", one_file(folder, chapters), "-o", out, "--pdf-engine=lualatex", "--toc", "--toc-depth=2", "--number-sections", "--top-level-division=chapter",
        "-M", "title=Lines", *(word for variable in variables for word in ("-V", variable)))
    return out


def typst(folder: pathlib.Path, chapters: list[str], face: str) -> pathlib.Path:
    source, out, fonts = folder / "book.typ", folder / "typst.pdf", folder / "fonts"
    fonts.mkdir()
    for file in FACES[face]: shutil.copy(file, fonts)
    source.write_text(TYPST_BOOK.replace("FACE", face) + typstsource.source(run("pandoc", one_file(folder, chapters), "-t", "json")))
    script = typst_home / "compile.cjs"
    script.write_text(TYPST_SCRIPT)
    run("node", script, source, out, fonts)
    return out


TYPST_BOOK = """#set page(width: 6in, height: 9in, margin: (inside: 0.85in, outside: 0.65in, top: 0.8in, bottom: 0.8in), numbering: "1")
#set text(font: "FACE", size: 10pt, lang: "en", region: "US", hyphenate: true)
#set par(justify: true, leading: 0.6em, spacing: 0.6em, first-line-indent: 1.2em)
#set heading(numbering: "1.1")
#show heading.where(level: 1): it => { pagebreak(weak: true, to: "odd"); counter(footnote).update(0); v(0.8in); text(size: 20pt, it); v(0.3in) }
#show heading: set block(above: 1.4em, below: 0.8em)
#outline(depth: 2)

"""
TYPST_SCRIPT = """const fs = require('fs'), path = require('path');
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const [source, out, fonts] = process.argv.slice(2);
const compiler = NodeCompiler.create({ workspace: path.dirname(source), fontArgs: [{ fontPaths: [fonts] }] });
const made = compiler.compile({ mainFilePath: source });
if (made.hasError()) { made.printErrors(); process.exit(1); }
fs.writeFileSync(out, compiler.pdf(made.result));
"""


def one_file(folder: pathlib.Path, chapters: list[str]) -> pathlib.Path:
    """The chapters for Pandoc, which knows labels of notes for the whole text: they are told apart."""
    file = folder / "book.md"
    file.write_text("\n\n".join(re.sub(r"\[\^([\w-]+)\]", rf"[^c{n}-\1]", chapter) for n, chapter in enumerate(chapters)))
    return file


def tools() -> dict:
    """The tools that are here, each with the version it gives itself; of those that are not, a line is printed."""
    found = {"BookBuilder": (bookbuilder, first(program, "--version"))}
    if missing := [name for name in ("pandoc", "lualatex") if not shutil.which(name)]: print(f"LuaLaTeX is left out: {' and '.join(missing)} not found\n")
    elif not (style := run("kpsewhich", "microtype.sty", fails=True).strip()): print("LuaLaTeX is left out: microtype not found\n")
    else:
        microtype = re.search(r"\[[\d/]+ (v\S+)", pathlib.Path(style).read_text(errors="replace"))
        found["LuaLaTeX + microtype"] = lualatex, f"{first('lualatex', '--version')} with microtype {microtype[1]}, driven by {first('pandoc', '--version')}"
    if missing := [name for name in ("pandoc", "node", "npm") if not shutil.which(name)]: print(f"Typst is left out: {' and '.join(missing)} not found\n")
    else:
        install_typst()
        with tempfile.TemporaryDirectory() as folder:
            made = typst(pathlib.Path(folder), ["Nothing."], "Source Serif 4")
            found["Typst"] = typst, re.search(r"Typst ([\d.]+)", run("mutool", "info", made))[1]
    return found


def install_typst() -> None:
    package = typst_home / "node_modules" / TYPST.rsplit("@", 1)[0] / "package.json"
    if package.exists() and f'"version": "{TYPST.rsplit("@", 1)[1]}"' in package.read_text(): return
    typst_home.mkdir(parents=True, exist_ok=True)
    (typst_home / "package.json").write_text('{"private":true}')
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent", TYPST], cwd=typst_home, check=True)


def run(*command, fails=False) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode and not fails: sys.exit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def first(*command) -> str:
    return run(*command).partition("\n")[0].strip()


def cells(pdf: pathlib.Path) -> str:
    m = linequality.measure(pdf)
    return (f"{m['lines']} | {m['space_sd']:.4f} | {m['loose']:.2f} | {m['tight']:.2f} | {m['hyphens']:.1f} ({m['run']}) | {m['widows']} + {m['orphans']} | "
            f"{m['overfull']} | {m['collisions']} | {m['narrower']:+.1f} {m['wider']:+.1f} | {m['words']} | {m['notes']} | {m['pages']}")


def main() -> None:
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp())
    run("dotnet", "build", "-c", "Release", "-v", "q", "-nologo", root / "src/BookBuilder.Cli")
    found = tools()
    for name, (_, version) in found.items(): print(f"{name}: {version}")
    print()
    print("| | justified lines | space sd, em | loose, % | tight, % | hyphens per 100 (run) | widows + orphans | overfull | collisions | letters narrower, wider, % | words | notes | pages |")
    print("| --- " * 13 + "|")
    for name, chapters in (("sample", texts.sample()), ("long", texts.long())):
        for face in FACES:
            print(f"| **The {name} text, {face}** |" + " |" * 12)
            for label, (tool, _) in found.items():
                place = folder / f"{name}-{face.split()[0].lower()}-{tool.__name__}"
                shutil.rmtree(place, ignore_errors=True)
                place.mkdir(parents=True)
                print(f"| {label} | {cells(tool(place, chapters, face))} |", flush=True)
    print(f"\nThe PDFs are in {folder}.")


if __name__ == "__main__":
    main()

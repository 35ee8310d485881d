#!/usr/bin/env python3
"""measure.py [RUNS [PROGRAM]]   builds the sample book, and 20 copies of it as one book, each with and without holding the finished files against the book,
and prints medians of CPU seconds, wall seconds and peak memory.

The command is built in Release first, unless a finished one is named; what is measured is the finished program, PDF and EPUB in one run. Figures of different
machines, or of a busy one, do not compare: measure what is to be compared in one go."""
import os, pathlib, re, shutil, statistics, subprocess, sys, tempfile, time

root = pathlib.Path(__file__).resolve().parent.parent
runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
program = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else root / "src/BookBuilder.Cli/bin/Release/net10.0/bookbuilder-cli"
if len(sys.argv) <= 2: subprocess.run(["dotnet", "build", "-c", "Release", "-v", "q", "-nologo", str(root / "src/BookBuilder.Cli")], check=True, stdout=subprocess.DEVNULL)


def copies(folder: pathlib.Path, count: int) -> None:
    """The sample so many times as one book: labels are told apart, figures are shared."""
    shutil.copytree(root / "content/figures", folder / "figures")
    (folder / "chapters").mkdir()
    names = []
    for n in range(count):
        for chapter in sorted((root / "content/chapters").glob("*.md")):
            text = re.sub(r"(\{#|@)((?:sec|fig|tbl|eq)-[\w-]*\w)", rf"\1\2-{n}", chapter.read_text())
            names.append(f"chapters/{n:03}-{chapter.name}")
            (folder / names[-1]).write_text(text)
    (folder / "book.yml").write_text("title: Copies\nlang: en-US\nchapters:\n" + "".join(f"  - {name}\n" for name in names))


def measure(label: str, book: pathlib.Path, *options: str) -> None:
    cpu, wall, peak = [], [], []
    with tempfile.TemporaryDirectory() as out:
        for _ in range(runs):
            start = time.monotonic()
            process = subprocess.Popen([program, "build", str(book), "-o", out, "-v", "q", *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            _, status, used = os.wait4(process.pid, 0)
            assert os.waitstatus_to_exitcode(status) == 0, f"{label} was not built"
            wall.append(time.monotonic() - start)
            cpu.append(used.ru_utime + used.ru_stime)
            peak.append(used.ru_maxrss / 1024)
    m = statistics.median
    print(f"{label:22} CPU {m(cpu):6.2f} s   wall {m(wall):6.2f} s   peak {m(peak):6.0f} MB   ({runs} runs)")


measure("sample", root / "content")
measure("sample, no parity", root / "content", "--no-parity")
with tempfile.TemporaryDirectory() as folder:
    copies(pathlib.Path(folder), 20)
    measure("sample x20", pathlib.Path(folder))
    measure("sample x20, no parity", pathlib.Path(folder), "--no-parity")

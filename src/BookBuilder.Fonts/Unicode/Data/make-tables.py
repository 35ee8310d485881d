#!/usr/bin/env python3
"""Makes the tables of this folder from the Unicode Character Database.

    python3 make-tables.py /usr/share/unicode

The argument is a folder that holds LineBreak.txt, EastAsianWidth.txt, BidiMirroring.txt, BidiBrackets.txt,
extracted/DerivedBidiClass.txt, extracted/DerivedGeneralCategory.txt and emoji/emoji-data.txt (Debian: package unicode-data).

LineBreak.bin, BidiClass.bin   one byte for each code point, the number of its class in the lists below, which are also
                               the order of the enums LineBreakClass and BidiClass: first 0x1100 bytes, the block that
                               each run of 256 code points uses; then the blocks, 256 bytes each.
MirroredPairs.txt              code point, its mirror image, and 'o' or 'c' for a paired bracket that opens or closes.
"""
import os, re, sys

# As LB1 resolves them, with the two distinctions that rules LB30 and LB30b draw: OW and CW are OP and CP that are wide
# in East Asian text; XP is an unassigned code point kept for emoji.
LINE_BREAK = ("AL BK CR LF NL SP ZW WJ GL CM ZWJ OP OW CL CP CW QU EX IS SY NS BA HY BB B2 HL NU PR PO IN "
              "ID EB EM XP JL JV JT H2 H3 RI CB").split()
BIDI = "L R AL EN ES ET AN CS NSM BN B S WS ON LRE LRO RLE RLO PDF LRI RLI FSI PDI".split()
LONG = {"Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL", "European_Terminator": "ET", "Boundary_Neutral": "BN"}


def values(path):
    """The value of a property for each code point; '@missing' lines give those that no line names."""
    found, given = ["XX"] * 0x110000, []
    for line in open(path, encoding="utf-8"):
        missing = re.match(r"# @missing: ([0-9A-F]+)\.\.([0-9A-F]+); *(\w+)", line)
        plain = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))? *; *(\w+)", line)
        if missing:
            low, high, value = missing.groups()
            found[int(low, 16):int(high, 16) + 1] = [LONG.get(value, "XX" if value == "Unknown" else value)] * (int(high, 16) - int(low, 16) + 1)
        elif plain:
            given.append((int(plain[1], 16), int(plain[2] or plain[1], 16), plain[3]))
    for low, high, value in given:
        found[low:high + 1] = [value] * (high - low + 1)
    return found


def pictographs(path):
    found = set()
    for line in open(path, encoding="utf-8"):
        m = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))? *; Extended_Pictographic", line)
        if m:
            found.update(range(int(m[1], 16), int(m[2] or m[1], 16) + 1))
    return found


def line_break(ucd):
    classes, wide = values(ucd + "/LineBreak.txt"), values(ucd + "/EastAsianWidth.txt")
    category, emoji = values(ucd + "/extracted/DerivedGeneralCategory.txt"), pictographs(ucd + "/emoji/emoji-data.txt")
    for c, name in enumerate(classes):
        if name in ("AI", "SG", "XX"): name = "AL"
        elif name == "SA": name = "CM" if category[c] in ("Mn", "Mc") else "AL"
        elif name == "CJ": name = "NS"
        elif name in ("OP", "CP") and wide[c] in ("F", "W", "H"): name = name[0] + "W"
        if c in emoji and category[c] in ("Cn", "Unassigned", "XX"): name = "XP"
        classes[c] = name
    return classes


def write_table(name, classes, order):
    numbers = bytes(order.index(c) for c in classes)
    blocks, index = [], bytearray()
    for start in range(0, len(numbers), 256):
        block = numbers[start:start + 256]
        if block not in blocks: blocks.append(block)
        index.append(blocks.index(block))
    with open(name, "wb") as out:
        out.write(bytes(index) + b"".join(blocks))


def write_pairs(name, ucd):
    kinds = {}
    for line in open(ucd + "/BidiBrackets.txt", encoding="utf-8"):
        m = re.match(r"([0-9A-F]+); [0-9A-F]+; ([oc])", line)
        if m: kinds[m[1]] = m[2]
    with open(name, "w", encoding="ascii", newline="\n") as out:
        for line in open(ucd + "/BidiMirroring.txt", encoding="utf-8"):
            m = re.match(r"([0-9A-F]+); ([0-9A-F]+)", line)
            if m: out.write(" ".join(filter(None, [m[1], m[2], kinds.get(m[1])])) + "\n")


def main(ucd):
    os.chdir(os.path.dirname(os.path.abspath(__file__)))
    write_table("LineBreak.bin", line_break(ucd), LINE_BREAK)
    write_table("BidiClass.bin", values(ucd + "/extracted/DerivedBidiClass.txt"), BIDI)
    write_pairs("MirroredPairs.txt", ucd)


if __name__ == "__main__":
    main(sys.argv[1])

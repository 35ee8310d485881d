using System.Text;

namespace BookBuilder.Fonts.OpenType;

/// <summary>The list of tables at the head of a TrueType or OpenType file.</summary>
/// <remarks>OpenType 1.9, "Organization of an OpenType Font".</remarks>
internal sealed class SfntDirectory
{
    private const uint TrueType = 0x0001_0000, AppleTrueType = 0x7472_7565, Cff = 0x4F54_544F;
    private const uint Collection = 0x7474_6366, Woff = 0x774F_4646, Woff2 = 0x774F_4632;
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _tables = new(StringComparer.Ordinal);

    public SfntDirectory(ReadOnlyMemory<byte> file)
    {
        FontReader reader = new(file);
        switch (reader.UInt32(0))
        {
            case TrueType or AppleTrueType or Cff:
                break;
            case Collection:
                throw new BrokenFontException("it is a collection of several fonts (TTC)");
            case Woff or Woff2:
                throw new BrokenFontException("it is a compressed web font (WOFF)");
            default:
                throw new BrokenFontException("it does not begin as a TrueType or OpenType file does");
        }
        int count = reader.UInt16(4);
        for (int i = 0; i < count; i++)
        {
            int record = 12 + 16 * i;
            string tag = Encoding.Latin1.GetString(reader.Slice(record, 4));
            _tables[tag] = reader.Part(reader.Offset32(record + 8), reader.Offset32(record + 12));
        }
    }

    public FontReader Required(string tag) => Optional(tag) ?? throw new BrokenFontException($"its table '{tag}' is missing");

    public FontReader? Optional(string tag) => _tables.TryGetValue(tag, out ReadOnlyMemory<byte> table) ? new FontReader(table) : null;

    public bool Has(string tag) => _tables.ContainsKey(tag);
}

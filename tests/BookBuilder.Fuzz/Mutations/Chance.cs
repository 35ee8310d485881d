using System.Text;

namespace BookBuilder.Fuzz.Mutations;

/// <summary>The chance of one input: it follows from the campaign's seed, the target and the input's number, so that the order in which inputs are run means nothing.</summary>
internal static class Chance
{
    /// <summary>The chance of an input.</summary>
    public static Random Of(int seed, string target, long index)
    {
        // FNV-1a, 64 bits, folded: any mixing that is the same everywhere will do.
        ulong hash = 14695981039346656037;
        foreach (byte b in Encoding.UTF8.GetBytes($"{seed}/{target}/{index}")) hash = (hash ^ b) * 1099511628211;
        hash ^= hash >> 29;
        return new Random((int)(hash ^ (hash >> 32)));
    }
}

using System.Collections.Immutable;

namespace BookBuilder.Fuzz.Targets;

/// <summary>A way into the product that reads what somebody else wrote.</summary>
/// <remarks>An input is a string. For files of bytes each of its characters is a byte, so that one set of mutations and one way of making inputs small serves all.</remarks>
internal abstract class FuzzTarget
{
    /// <summary>What it is called on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>Whether inputs are bytes and not text.</summary>
    public virtual bool IsBinary => false;

    /// <summary>Whether a part of a seed is an input as well as the whole: not where a head says what follows.</summary>
    public virtual bool MayBeCut => !IsBinary;

    /// <summary>The most characters of an input.</summary>
    public virtual int Most => 2_000;

    /// <summary>How many inputs a worker is handed at a time.</summary>
    public virtual int Batch => 500;

    /// <summary>How much of the processor's time an input may take before it counts as one that never ends.</summary>
    public virtual TimeSpan Patience => TimeSpan.FromSeconds(40);

    /// <summary>How long an input may take at all, when nothing else runs.</summary>
    public virtual TimeSpan Reasonable => TimeSpan.FromSeconds(5);

    /// <summary>The most bytes an input may have allocated.</summary>
    public virtual long MostAllocated => 512L << 20;

    /// <summary>Inputs that are right, or nearly.</summary>
    public abstract ImmutableArray<string> Seeds { get; }

    /// <summary>What means something in this format.</summary>
    public virtual ImmutableArray<string> Tokens => [];

    /// <summary>An input of its own making; null to have one made of seeds and tokens.</summary>
    public virtual string? Generate(Random random) => null;

    /// <summary>Reads the input. Whatever it throws is a failure; a broken promise is a <see cref="BrokenPromiseException"/>.</summary>
    /// <param name="input">The input.</param>
    /// <param name="keep">Keeps a finished file for outside judges, by the ending of its name; null when nobody wants them.</param>
    public abstract void Run(string input, Action<string, byte[]>? keep);

    /// <summary>The target itself.</summary>
    public sealed override string ToString() => Name;
}

/// <summary>Something the product promises did not hold.</summary>
/// <param name="promise">Which promise: the same words each time, so that equal failures are counted together.</param>
/// <param name="details">What was seen.</param>
internal sealed class BrokenPromiseException(string promise, string details) : Exception($"{promise}: {details}")
{
    /// <summary>Which promise.</summary>
    public string Promise => promise;
}

using System.Collections.Concurrent;

namespace BookBuilder.Model.Memories;

/// <summary>What was made of things in one build, for the next one: where the very same thing comes again, what was made of it is taken and not made again.</summary>
/// <remarks>Things are told apart by identity unless a comparer is given; that costs nothing and errs on one side only: what is equal but not the same is made
/// again. It holds as long as what is made of a thing depends on the thing alone; whatever else it depends on belongs to the thing, or empties the memory
/// when it changes. What a build does not ask for is forgotten after it, so that no more is kept than one build needs. Several threads may ask at the same time.</remarks>
/// <typeparam name="TThing">What something is made of; never changed once it was shown.</typeparam>
/// <typeparam name="TMade">What is made of it.</typeparam>
/// <param name="keeps">Whether anything is kept at all; false for a build that nothing will follow.</param>
/// <param name="comparer">Tells things apart.</param>
public sealed class Remembered<TThing, TMade>(bool keeps = true, IEqualityComparer<TThing>? comparer = null) where TThing : class
{
    private readonly IEqualityComparer<TThing> _comparer = comparer ?? ReferenceEqualityComparer.Instance;
    private ConcurrentDictionary<TThing, TMade>? _before, _now;

    /// <summary>Whether something is remembered of a thing, and what.</summary>
    public bool TryRecall(TThing thing, out TMade made)
    {
        if (Volatile.Read(ref _now) is { } now && now.TryGetValue(thing, out made!)) return true;
        made = default!;
        if (_before is null || !_before.TryGetValue(thing, out made!)) return false;
        Keep(thing, made);
        return true;
    }

    /// <summary>Keeps what was made of a thing.</summary>
    public void Keep(TThing thing, TMade made)
    {
        if (keeps) LazyInitializer.EnsureInitialized(ref _now, () => new(_comparer))[thing] = made;
    }

    /// <summary>What was made of a thing, now or before.</summary>
    /// <param name="thing">The thing.</param>
    /// <param name="make">Makes it; depends on the thing alone.</param>
    public TMade Recall(TThing thing, Func<TThing, TMade> make)
    {
        if (TryRecall(thing, out TMade made)) return made;
        made = make(thing);
        Keep(thing, made);
        return made;
    }

    /// <summary>All that is kept for the next build.</summary>
    internal IEnumerable<TMade> All => _before?.Values ?? [];

    /// <summary>Ends a build: what it did not ask for is forgotten. A build that asked for nothing has not come so far, and leaves all as it was.</summary>
    public void EndBuild() => (_before, _now) = (_now ?? _before, null);

    /// <summary>Forgets everything.</summary>
    public void Clear() => (_before, _now) = (null, null);
}

/// <summary>The last thing that was made in its place, and what it was made of: taken again as long as that is equal.</summary>
/// <typeparam name="TFrom">What it is made of.</typeparam>
/// <typeparam name="TMade">What is made.</typeparam>
/// <param name="keeps">Whether anything is kept at all; false for a build that nothing will follow.</param>
public sealed class Latest<TFrom, TMade>(bool keeps = true)
{
    private (TFrom From, TMade Made)? _last;

    /// <summary>What was made last, if it was made of the same; else what is made now.</summary>
    /// <param name="from">All that it is made of.</param>
    /// <param name="make">Makes it.</param>
    public TMade Recall(TFrom from, Func<TFrom, TMade> make)
    {
        if (_last is { } last && EqualityComparer<TFrom>.Default.Equals(last.From, from)) return last.Made;
        TMade made = make(from);
        if (keeps) _last = (from, made);
        return made;
    }
}

using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace BookBuilder.Tests.Diagnostics;

/// <summary>All examples, each run once however many tests ask for it.</summary>
public sealed class ExampleRuns
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ImmutableArray<Said>>>> _runs = [];

    internal ImmutableArray<Example> Examples { get; } = Example.All();

    internal Task<ImmutableArray<Said>> Of(Example example) => _runs.GetOrAdd(example.Code, _ => new(() => ExampleRun.Of(example))).Value;
}

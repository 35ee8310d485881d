using System.Diagnostics;
using System.Reflection;
using BookBuilder.Fuzz.Targets;

namespace BookBuilder.Fuzz.Running;

/// <summary>What went wrong with an input.</summary>
/// <param name="Signature">Equal for inputs that fail for the same reason, as far as can be told: the exception and the first of our frames, or the broken promise.</param>
/// <param name="Details">The exception with its frames, or what was seen.</param>
internal sealed record Failure(string Signature, string Details)
{
    /// <summary>The process ended: a stack overflow, a fault in native code.</summary>
    public const string Died = "the process died";
    /// <summary>The input did not come to an end.</summary>
    public const string Endless = "it does not end";
    /// <summary>The input took longer than is reasonable, twice.</summary>
    public const string Slow = "it takes too long";
    /// <summary>The input took more memory than is reasonable.</summary>
    public const string Greedy = "it takes too much memory";

    /// <summary>Runs an input; null when all is well.</summary>
    public static Failure? Of(FuzzTarget target, string input, Action<string, byte[]>? keep = null)
    {
        long before = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        if (Thrown(target, input, keep) is { } failure) return failure;
        long allocated = GC.GetTotalAllocatedBytes() - before;
        if (allocated > target.MostAllocated) return new(Greedy, $"{allocated >> 20} MB");
        if (watch.Elapsed < target.Reasonable) return null;
        // The machine may have had other things to do.
        TimeSpan first = watch.Elapsed;
        watch.Restart();
        Thrown(target, input, null);
        return watch.Elapsed < target.Reasonable ? null : new(Slow, $"{first.TotalSeconds:0.0} s, then {watch.Elapsed.TotalSeconds:0.0} s");
    }

    private static Failure? Thrown(FuzzTarget target, string input, Action<string, byte[]>? keep)
    {
        try
        {
            target.Run(input, keep);
            return null;
        }
        catch (BrokenPromiseException broken)
        {
            return new(broken.Promise, broken.Message);
        }
        catch (Exception exception)
        {
            Exception inner = exception;
            while (inner is AggregateException or TargetInvocationException && inner.InnerException is { } deeper) inner = deeper;
            return new($"{inner.GetType().Name} in {OwnFrame(inner)}", exception.ToString());
        }
    }

    /// <summary>The innermost method of the product on the way to the throw.</summary>
    private static string OwnFrame(Exception exception)
    {
        foreach (StackFrame frame in new StackTrace(exception).GetFrames())
            if (frame.GetMethod() is { DeclaringType: { } type } method && type.FullName is { } name
                && name.StartsWith("BookBuilder.", StringComparison.Ordinal) && !name.StartsWith("BookBuilder.Fuzz", StringComparison.Ordinal))
                return $"{name}.{method.Name}";
        return "nowhere of ours";
    }
}

using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace BookBuilder.Benchmarks;

/// <summary>Says of what a benchmark makes so many in one go.</summary>
/// <param name="unit">Words, pages, MB.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MakesAttribute(string unit) : Attribute
{
    /// <summary>What is counted.</summary>
    public string Unit { get; } = unit;
}

/// <summary>How many words, lines, pages or megabytes a second a benchmark comes to: the mean time alone hangs on the size of the sample.</summary>
internal sealed class RateColumn : IColumn
{
    private readonly Lazy<SampleBook> _sample = new();

    public string Id => nameof(RateColumn);
    public string ColumnName => "Rate";
    public string Legend => "What one second makes of the sample book";
    public bool AlwaysShow => true;
    public ColumnCategory Category => ColumnCategory.Custom;
    public int PriorityInCategory => 0;
    public bool IsNumeric => true;
    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => true;
    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        if (summary[benchmarkCase]?.ResultStatistics is not { Mean: > 0 } took) return "";
        if (benchmarkCase.Descriptor.WorkloadMethod.GetCustomAttributes(typeof(MakesAttribute), inherit: false) is not [MakesAttribute makes]) return "";
        double rate = Amount(makes.Unit) / took.Mean * 1e9;
        return $"{rate.ToString(rate < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture)} {makes.Unit}/s";
    }

    private double Amount(string unit) => unit switch
    {
        "words" => _sample.Value.Words.Length,
        "paragraphs" => _sample.Value.Paragraphs.Length,
        "pages" => _sample.Value.Pages.Pages.Length,
        "MB" => _sample.Value.Chapters.Sum(c => c.Text.Length) / 1e6,
        _ => throw new ArgumentException($"Nobody has counted {unit}.", nameof(unit)),
    };
}

using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using BookBuilder.Benchmarks;

// In this process: a process of its own would build the whole tree once more for each job.
BenchmarkSwitcher.FromAssembly(typeof(SampleBook).Assembly).Run([.. args, "--inProcess"], ManualConfig.Create(DefaultConfig.Instance).AddColumn(new RateColumn()));

using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using BookBuilder.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(SampleBook).Assembly).Run(args, ManualConfig.Create(DefaultConfig.Instance).AddColumn(new RateColumn()));

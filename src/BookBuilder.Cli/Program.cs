using BookBuilder.Cli;

return await CommandLine.RunAsync(args, CommandEnvironment.OfProcess());

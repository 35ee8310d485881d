using System.Diagnostics;
using BookBuilder.Cli;

namespace BookBuilder.Tests.Cli;

/// <summary>The scripts that shells complete the command with know all of it.</summary>
public sealed class CompletionsTests : IDisposable
{
    private readonly Command _command = new();

    public void Dispose() => _command.Dispose();

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Every_verb_and_every_option_is_in_the_script(string shell)
    {
        Assert.Equal(0, await _command.Run("completions", shell));
        System.CommandLine.Command root = CommandLine.Root(_command.Environment());
        Assert.True(root.Subcommands.Count >= 8);
        foreach (System.CommandLine.Command verb in root.Subcommands)
        {
            Assert.Matches($@"\b{verb.Name}\b", _command.Output);
            foreach (string name in verb.Options.SelectMany(o => o.Aliases.Append(o.Name)).Where(n => n.StartsWith("--", StringComparison.Ordinal)))
                Assert.Contains(shell == "fish" ? $"-l {name[2..]}" : name, _command.Output);
        }
    }

    [Theory]
    [InlineData("bookbuilder bu", "build")]
    [InlineData("bookbuilder build --to p", "pdf,pdf,epub")]
    [InlineData("bookbuilder build --dr", "--draft")]
    [InlineData("bookbuilder check --device k", "kindle,kobo")]
    [InlineData("bookbuilder completions z", "zsh")]
    [InlineData("bookbuilder build ti", "tides.md")]
    public async Task Bash_completes_a_line(string line, string words)
    {
        if (!File.Exists("/bin/bash")) return;
        _command.Folder.Write("tides.md", "");
        await _command.Run("completions", "bash");
        _command.Folder.Write("script", _command.Output);
        string[] typed = line.Split(' ');
        Assert.Equal(words.Split(',').Order(), Bash($"""
            source ./script
            COMP_WORDS=({string.Join(' ', typed)}); COMP_CWORD={typed.Length - 1}
            _bookbuilder
            printf '%s\n' "$(IFS=,; echo "${"{COMPREPLY[*]}"}")"
            """).Trim().Split(',').Order());
    }

    [Fact]
    public async Task Bash_finds_nothing_wrong_with_its_script()
    {
        if (!File.Exists("/bin/bash")) return;
        await _command.Run("completions", "bash");
        _command.Folder.Write("script", _command.Output);
        Assert.Equal("well", Bash("bash -n ./script && echo well").Trim());
    }

    [Fact]
    public async Task A_shell_that_nobody_knows_is_a_mistake_in_the_command() => Assert.Equal(2, await _command.Run("completions", "tcsh"));

    [Theory]
    [InlineData("bookbuilder: there is no verb 'biuld': did you mean 'build'?", "biuld", "book")]
    [InlineData("bookbuilder: there is no verb 'frobnicate'", "frobnicate")]
    [InlineData("bookbuilder: 'build' has no option '--drat': did you mean '--draft'?", "build", "--drat")]
    [InlineData("bookbuilder: 'check' has no option '--devices': did you mean '--device'?", "check", "--devices", "kindle")]
    [InlineData("bookbuilder: there is no option '--versoin': did you mean '--version'?", "--versoin")]
    public async Task A_typing_error_in_the_command_is_told_with_what_was_meant(string line, params string[] args)
    {
        Assert.Equal(2, await _command.Run(args));
        Assert.Equal(line, _command.Error.Split('\n')[0]);
    }

    [Fact]
    public async Task A_folder_whose_name_begins_like_an_option_is_named_after_two_hyphens()
    {
        _command.Folder.Write("--odd/a.md", "# A\n\nText.\n");
        Assert.Equal(0, await _command.Run("check", "-v", "q", "--", "--odd"));
    }

    private string Bash(string script)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", script]) { RedirectStandardOutput = true, WorkingDirectory = _command.Folder.Path };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}

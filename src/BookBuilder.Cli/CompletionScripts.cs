using System.Text;

namespace BookBuilder.Cli;

/// <summary>Writes the scripts with which shells complete the command. They hold the verbs and options as they are now, and start no program.</summary>
internal static class CompletionScripts
{
    /// <summary>For bash, 3.2 (as on a Mac) or newer.</summary>
    public static string Bash(CompletedVerb[] verbs, string[] options)
    {
        var script = new StringBuilder("""
            # bash completion for bookbuilder. Load it in ~/.bashrc:   source <(bookbuilder completions bash)
            _bookbuilder() {
                local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" verb="" words="" files=1 word
                COMPREPLY=()
                if (( COMP_CWORD > 1 )); then verb="${COMP_WORDS[1]}"; fi
                case "$verb" in

            """);
        script.Append($"        '') words='{string.Join(' ', [.. verbs.Select(static v => v.Name), .. options])}'; files=0 ;;\n");
        foreach (CompletedVerb verb in verbs)
        {
            script.Append($"        {verb.Name})\n            case \"$previous\" in\n");
            foreach (CompletedOption option in verb.Options.Where(static o => o.TakesValue))
                script.Append($"                {string.Join('|', option.Names)}) words='{string.Join(' ', option.Values)}'; files={(option.Values.Length == 0 ? 1 : 0)} ;;\n");
            script.Append($"                *) words='{string.Join(' ', [.. verb.Values, .. verb.OptionNames])}' ;;\n            esac ;;\n");
        }
        return script.Append("""
                esac
                while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$words" -- "$current")
                if (( files )) && [[ "$current" != -* ]]; then
                    while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current")
                fi
            }
            complete -o filenames -F _bookbuilder bookbuilder

            """).ToString().ReplaceLineEndings("\n");
    }

    /// <summary>For zsh.</summary>
    public static string Zsh(CompletedVerb[] verbs, string[] options)
    {
        var script = new StringBuilder("""
            #compdef bookbuilder
            # zsh completion for bookbuilder. Load it in ~/.zshrc, after compinit:   source <(bookbuilder completions zsh)
            _bookbuilder() {
                local -a verbs
                verbs=(

            """);
        foreach (CompletedVerb verb in verbs) script.Append($"        {Single($"{verb.Name}:{verb.Description}")}\n");
        script.Append($$"""
                )
                if (( CURRENT == 2 )); then
                    _describe -t verbs 'verb' verbs
                    compadd -- {{string.Join(' ', options)}}
                    return
                fi
                case "${words[2]}" in

            """);
        foreach (CompletedVerb verb in verbs)
        {
            script.Append($"        {verb.Name})\n            shift words; (( CURRENT-- ))\n            _arguments");
            foreach (CompletedOption option in verb.Options)
                foreach (string name in option.Names)
                    script.Append(" \\\n                ").Append(Single($"{name}[{Bracketed(option.Description)}]"
                        + (!option.TakesValue ? "" : option.Values.Length > 0 ? $":value:({string.Join(' ', option.Values)})" : ":file:_files")));
            script.Append($" \\\n                {Single(verb.Values.Length > 0 ? $"*:value:({string.Join(' ', verb.Values)})" : "*:file:_files")} ;;\n");
        }
        return script.Append("""
                esac
            }
            if [[ "${funcstack[1]}" == _bookbuilder ]]; then _bookbuilder "$@"; else compdef _bookbuilder bookbuilder; fi

            """).ToString().ReplaceLineEndings("\n");
    }

    /// <summary>For fish.</summary>
    public static string Fish(CompletedVerb[] verbs, string[] options)
    {
        var script = new StringBuilder("# fish completion for bookbuilder. Load it:   bookbuilder completions fish | source\n");
        foreach (string option in options)
            script.Append($"complete -c bookbuilder -n __fish_use_subcommand {FishName(option)}\n");
        foreach (CompletedVerb verb in verbs)
            script.Append($"complete -c bookbuilder -f -n __fish_use_subcommand -a {verb.Name} -d {FishText(verb.Description)}\n");
        foreach (CompletedVerb verb in verbs)
        {
            string when = $"complete -c bookbuilder -n '__fish_seen_subcommand_from {verb.Name}'";
            if (verb.Values.Length > 0) script.Append($"{when} -f -a '{string.Join(' ', verb.Values)}'\n");
            foreach (CompletedOption option in verb.Options)
                script.Append($"{when} {string.Join(' ', option.Names.Select(FishName))}"
                    + (!option.TakesValue ? "" : option.Values.Length > 0 ? $" -x -a '{string.Join(' ', option.Values)}'" : " -r -F")
                    + $" -d {FishText(option.Description)}\n");
        }
        return script.ToString();
    }

    /// <summary>For PowerShell.</summary>
    public static string PowerShell(CompletedVerb[] verbs, string[] options)
    {
        var script = new StringBuilder("""
            # PowerShell completion for bookbuilder. Load it in $PROFILE:   bookbuilder completions pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName bookbuilder -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
                $words = @{

            """);
        script.Append($"        '' = {List([.. verbs.Select(static v => v.Name), .. options])}\n");
        foreach (CompletedVerb verb in verbs) script.Append($"        '{verb.Name}' = {List([.. verb.Values, .. verb.OptionNames])}\n");
        script.Append("    }\n    $values = @{\n");
        foreach (CompletedVerb verb in verbs)
            foreach (CompletedOption option in verb.Options.Where(static o => o.Values.Length > 0))
                foreach (string name in option.Names)
                    script.Append($"        '{verb.Name} {name}' = {List(option.Values)}\n");
        return script.Append("""
                }
                $given = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
                if ($wordToComplete) { $given = @($given | Select-Object -SkipLast 1) }
                $verb = if ($given.Count -gt 1) { $given[1] } else { '' }
                $found = $values["$verb $($given[-1])"]
                if (-not $found) { $found = $words[$verb] }
                $found | Where-Object { $_ -like "$wordToComplete*" } |
                    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }

            """).ToString().ReplaceLineEndings("\n");
    }

    private static string Single(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string Bracketed(string text) => text.Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal).Replace(":", "\\:", StringComparison.Ordinal);

    private static string FishName(string option) => option.StartsWith("--", StringComparison.Ordinal) ? $"-l {option[2..]}" : option.Length == 2 ? $"-s {option[1..]}" : $"-o {option[1..]}";

    private static string FishText(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";

    private static string List(IEnumerable<string> words) => $"@({string.Join(", ", words.Select(static w => $"'{w}'"))})";
}

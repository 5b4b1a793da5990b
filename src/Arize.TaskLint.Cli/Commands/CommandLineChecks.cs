using System.CommandLine;
using System.CommandLine.Parsing;
using Arize.TaskLint.Engine.Inputs;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>Checks for arguments that the parser accepts on every command line and that no command supports.</summary>
internal static class CommandLineChecks
{
    /// <summary>The errors of a command line; each as a message.</summary>
    internal static IReadOnlyList<string> ErrorsOf(ParseResult parsed)
    {
        var empty = EmptyWords(parsed).ToList();
        return empty.Count > 0
            ? empty
            : [.. MistypedOptions(parsed), .. VersionText.ErrorsOf(parsed), .. parsed.Errors.Select(error => error.Message.TrimEnd('.'))];
    }

    private static IEnumerable<string> EmptyWords(ParseResult parsed)
    {
        for (var i = 0; i < parsed.Tokens.Count; i++)
        {
            if (parsed.Tokens[i].Value.Length > 0)
                continue;
            var what = i > 0 && parsed.Tokens[i - 1] is { Type: TokenType.Option } option && TakesValue(parsed, option)
                ? $"the value of {option.Value}"
                : "an argument";
            yield return $"{what} is empty, as where a variable of the shell is not set; give a value, or leave it out";
        }
    }

    private static bool TakesValue(ParseResult parsed, Token option)
    {
        var options = parsed.CommandResult.Children.OfType<OptionResult>().ToList();
        return !options.Exists(one => one.IdentifierToken == option && one.Option.Arity.MaximumNumberOfValues == 0)
            && options.Exists(one => one.IdentifierToken == option || one.IdentifierToken?.Value == option.Value);
    }

    // An argument may be any word, so the parser takes a mistyped option for one.
    private static IEnumerable<string> MistypedOptions(ParseResult parsed)
    {
        var literal = new HashSet<Token>(parsed.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash), ReferenceEqualityComparer.Instance);
        return parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Where(token => token.Value.StartsWith('-') && token.Value != InputFiles.StandardInput && !literal.Contains(token))
            .Select(token => TaskLintTool.UnknownOption(token.Value, parsed.CommandResult));
    }
}

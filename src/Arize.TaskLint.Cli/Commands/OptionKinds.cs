using System.CommandLine;
using System.Globalization;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Severities;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>The kinds of options that commands have, and the values that these take; messages name them.</summary>
internal static class OptionKinds
{
    internal static Option<bool> Flag(string name, string description, params string[] aliases) => new(name, aliases) { Description = description };

    internal static Option<string?> Text(string name, string value, string description, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = value };

    internal static Option<string[]> Texts(string name, string value, string description, params string[] aliases)
    {
        var option = new Option<string[]>(name, aliases) { Description = description, HelpName = value };
        // The parser wants one value for all, and each takes one.
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count < result.IdentifierTokenCount)
                result.AddError($"{name} is given {result.IdentifierTokenCount} times, and without a value; give one each time");
        });
        return option;
    }

    internal static Option<int> Number(string name, string value, int otherwise, string description) =>
        new(name) { Description = description, HelpName = value, DefaultValueFactory = _ => otherwise };

    internal static Option<int?> NumberOrNone(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };

    /// <summary>The severity of a word; null without one. 'never' is no severity: nothing is as severe as that.</summary>
    internal static Severity? SeverityOf(string? word) =>
        word is null ? null : SeverityWord.TryRead(word, out var severity) && severity is not null ? severity : Severity.None;

    internal static void AcceptOnly(this Option option, IReadOnlyList<string> words) => option.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(token => !words.Contains(token.Value)))
            result.AddError($"{option.Name} '{token.Value}' is not one of {string.Join(", ", words)}");
    });

    internal static void AcceptFrom(this Option<int> option, int least, int most, string unit) => AcceptRange(option, least, most, unit);

    internal static void AcceptFrom(this Option<int?> option, int least, int most, string unit) => AcceptRange(option, least, most, unit);

    private static void AcceptRange(Option option, int least, int most, string unit) => option.Validators.Add(result =>
    {
        foreach (var token in result.Tokens)
        {
            if (!int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < least || value > most)
                result.AddError($"{option.Name} must be from {least} to {most}{unit}");
        }
    });
}

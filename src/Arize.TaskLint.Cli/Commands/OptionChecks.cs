using System.CommandLine;
using System.Globalization;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>What values an option takes; the messages name them.</summary>
internal static class OptionChecks
{
    internal static void AcceptOnly(this Option option, IReadOnlyList<string> words) => option.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(token => !words.Contains(token.Value)))
            result.AddError($"{option.Name} '{token.Value}' is not one of {string.Join(", ", words)}");
    });

    internal static void AcceptFrom(this Option<int> option, int least, int most, string unit) => option.Validators.Add(result =>
    {
        foreach (var token in result.Tokens)
        {
            if (!int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < least || value > most)
                result.AddError($"{option.Name} must be from {least} to {most}{unit}");
        }
    });
}

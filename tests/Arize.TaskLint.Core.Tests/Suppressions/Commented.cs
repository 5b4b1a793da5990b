using System.Globalization;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Suppressions;
using Arize.TaskLint.Core.Tests.Yaml;

namespace Arize.TaskLint.Core.Tests.Suppressions;

/// <summary>Reads texts with comments, and says in words what they suppress.</summary>
internal static class Commented
{
    /// <summary>How the files are called.</summary>
    internal const string File = "a.arize.yaml";

    /// <summary>Reads a text; variables are never set.</summary>
    internal static TaskDocument Read(string text) => new DeclarationReader(_ => null).Read(new SourceFile(File, text));

    /// <summary>What a text suppresses: <c>2-4 ATL2004 until 2027-01-31 because of this</c>; <c>*</c> for all rules, <c>end</c> for the file's end.</summary>
    internal static IReadOnlyList<string> Suppressed(string text) => [.. Read(text).Suppressions.Select(Words)];

    /// <summary>What is wrong with the comments of a text, each with its place.</summary>
    internal static IReadOnlyList<string> Problems(string text) =>
        [.. Read(text).Problems.Select(Linter.Describe).OfType<Finding>().Select(finding => $"{Trees.PlaceText(finding.Place)} {finding.Rule.Id} {finding.Message}")];

    /// <summary>The rules that a text suppresses on each of its lines, of a few that stand for all.</summary>
    internal static string Lines(string text, params string[] rules)
    {
        var document = Read(text);
        var index = new SuppressionIndex(document.Suppressions);
        return string.Join('|', Enumerable.Range(1, document.File.LineCount).Select(line => string.Join(' ', rules.Where(rule => index.Covering(At(document.File, line, rule)).Any()))));
    }

    /// <summary>A finding of a rule at the beginning of a line.</summary>
    internal static Finding At(SourceFile file, int line, string rule)
    {
        var start = file.TextOfLine(line)?.Start ?? Enumerable.Range(0, file.Text.Length + 1).First(offset => file.PositionOf(offset).Line == line);
        return new Finding(RuleCatalogue.Find(rule)!, new Place(file, start, start), "found");
    }

    private static string Words(Suppression one) =>
        $"{one.FirstLine}-{(one.LastLine == int.MaxValue ? "end" : one.LastLine.ToString(CultureInfo.InvariantCulture))} {one.RuleId ?? "*"}"
        + (one.Until is { } until ? $" until {until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "")
        + (one.Reason is { } reason ? $" because {reason}" : "");
}

using System.Text.Json;
using Arize.TaskLint.Core.Writing;
using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Engine.Comments;

/// <summary>The line of a declaration in YAML with the live value in place of the declared one.</summary>
internal static class LineSuggestion
{
    /// <summary>The line; null where it is not certain.</summary>
    internal static string? Of(Report report, ReportFinding finding)
    {
        if (finding is not { Location: { } place, Source: { IsCut: null } source } || place.EndLine != place.StartLine
            || !(place.File.EndsWith(".yaml", StringComparison.Ordinal) || place.File.EndsWith(".yml", StringComparison.Ordinal)))
        {
            return null;
        }

        var at = report.Findings.ToList().IndexOf(finding);
        var change = report.Tasks.SelectMany(task => task.Changes).FirstOrDefault(one => one.Finding == at);
        // A value with a variable, or one that is a mapping or a list, is not replaced by a line.
        if (change is not { Edit: not null, Live: { } live, Declared: not null } || source.Start + source.Length > source.Text.Length
            || source.Text.Length >= ReportSource.Longest || source.Text.Contains("${", StringComparison.Ordinal))
        {
            return null;
        }

        var value = live.ValueKind switch
        {
            JsonValueKind.String => Scalar(live.GetString()!),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => live.GetRawText(),
            _ => null,
        };
        return value is null ? null : source.Text[..source.Start] + value + source.Text[(source.Start + source.Length)..];
    }

    // In braces, too.
    private static string Scalar(string text) =>
        YamlText.Scalar(text) is var scalar && scalar == text && text.AsSpan().ContainsAny(",[]{}")
            ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
            : scalar;
}

using System.Text;
using System.Text.Json;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Writing;
using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Engine.Comments;

/// <summary>The line of a declaration in YAML as a finding proposes it: fixed, or with the live value in place of the declared one.</summary>
internal static class LineSuggestion
{
    /// <summary>The lines that replace the line of a finding, empty to remove it; null where that is not certain.</summary>
    /// <param name="position">The position of the finding in the report.</param>
    internal static string? Of(Report report, int position)
    {
        var finding = report.Findings[position];
        if (finding is not { Location: { } place, Source: { IsCut: null } source } || place.EndLine != place.StartLine
            || !(place.File.EndsWith(".yaml", StringComparison.Ordinal) || place.File.EndsWith(".yml", StringComparison.Ordinal))
            || source.Start + source.Length > source.Text.Length || source.Text.Length >= ReportSource.Longest)
        {
            return null;
        }

        return finding.Fix is { } fix
            ? Fixed(fix, place, source.Text)
            : WithLiveValue(report.Tasks.SelectMany(task => task.Changes).FirstOrDefault(one => one.Finding == position), source);
    }

    private static string? Fixed(ReportFix fix, ReportLocation place, string line)
    {
        // What somebody has to fill in is nothing to commit with a click.
        bool IsMeant(ReportEdit edit) =>
            edit.Location.File == place.File && !edit.NewText.Contains(FillIn.Mark, StringComparison.Ordinal);

        if (fix.Edits.Count == 0 || !fix.Edits.All(IsMeant))
            return null;
        if (fix.Edits is [{ NewText: "", Location: { StartColumn: 1, EndColumn: 1 } whole }]
            && whole.StartLine == place.StartLine && whole.EndLine == place.StartLine + 1)
        {
            return "";
        }

        var result = new StringBuilder();
        var done = 0;
        foreach (var edit in fix.Edits.OrderBy(edit => edit.Location.StartColumn))
        {
            var (start, end) = (edit.Location.StartColumn - 1, edit.Location.EndColumn - 1);
            if (edit.Location.StartLine != place.StartLine || edit.Location.EndLine != place.StartLine || start < done || end > line.Length)
                return null;
            result.Append(line, done, start - done).Append(edit.NewText);
            done = end;
        }

        return result.Append(line, done, line.Length - done).ToString();
    }

    private static string? WithLiveValue(ReportChange? change, ReportSource source)
    {
        // A value with a variable, or one that is a mapping or a list, is not replaced by a line.
        if (change is not { Edit: not null, Live: { } live, Declared: not null } || source.Text.Contains("${", StringComparison.Ordinal))
            return null;
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

using System.Text.Json;

namespace Arize.TaskLint.Reporting;

/// <summary>The report as JSON, <c>formatVersion</c> 1.0. <c>tasklint render</c> makes every other format from it.</summary>
public sealed class JsonReport : ReportFormat
{
    /// <inheritdoc/>
    public override string Name => "json";

    /// <inheritdoc/>
    public override string Summary => "everything that was found, for programs";

    /// <inheritdoc/>
    public override void Write(Report report, RenderOptions options, TextWriter output) =>
        JsonText.Write(output, json => JsonSerializer.Serialize(json, report, ReportJson.Default.Report));

    /// <inheritdoc/>
    public override bool IsHead(string text) =>
        JsonText.Compact(text)
            .StartsWith($"{{\"formatVersion\":\"{Report.Version}\",\"tool\":{{\"name\":\"{ReportTool.This.Name}\"", StringComparison.Ordinal);

    /// <summary>Reads a report.</summary>
    /// <param name="json">The text, as UTF-8.</param>
    /// <exception cref="JsonException">It is not JSON, or not a report.</exception>
    public static Report Read(ReadOnlySpan<byte> json)
    {
        var report = JsonSerializer.Deserialize(json, ReportJson.Default.Report) ?? throw new JsonException("it is null");
        if (report.FormatVersion != Report.Version)
            throw new JsonException($"it has the form '{report.FormatVersion}', but this version of the tool reads '{Report.Version}'");
        if (ReportShape.WrongIn(report) is { } path)
            throw new JsonException("a value is not of the right kind", path, null, null);
        var count = report.Findings.Count;
        foreach (var task in report.Tasks)
        {
            if (task.Finding is { } own && (own < 0 || own >= count))
                throw new JsonException($"a task refers to finding {own}, but there are {count}");
            foreach (var change in task.Changes)
            {
                if (change.Finding is { } of && (of < 0 || of >= count))
                    throw new JsonException($"a change refers to finding {of}, but there are {count}");
            }
        }

        foreach (var one in report.Try?.Tasks.SelectMany(task => task.Evaluators.Select(evaluator => evaluator.Finding).Append(task.Finding)) ?? [])
        {
            if (one < 0 || one >= count)
                throw new JsonException($"a trial refers to finding {one}, but there are {count}");
        }

        return report;
    }
}

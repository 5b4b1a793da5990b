using System.Text.Json;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting;

/// <summary>The report as SARIF 2.1.0, which GitHub code scanning, Azure DevOps and editors show.</summary>
public sealed class SarifReport : ReportFormat
{
    /// <summary>
    /// The most results of a run that GitHub code scanning takes (its page "SARIF support for code scanning"); it refuses a file with more.
    /// </summary>
    public const int MostResults = 25_000;

    /// <summary>The address of the schema of the standard.</summary>
    public const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private const string Root = "%SRCROOT%";

    /// <inheritdoc/>
    public override string Name => "sarif";

    /// <inheritdoc/>
    public override bool IsForRepository => true;

    /// <inheritdoc/>
    public override string Summary => "SARIF 2.1.0, for code scanning";

    /// <inheritdoc/>
    public override bool IsHead(string text) => JsonText.Compact(text).StartsWith($"{{\"$schema\":\"{Schema[..60]}", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override void Write(Report report, RenderOptions options, TextWriter output) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        var rules = report.Rules ?? [];
        WriteTool(report, rules, json);
        // Columns are counted as .NET counts characters.
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(Root);
        WriteText(json, "description", "The folder in which the paths begin");
        json.WriteEndObject();
        json.WriteEndObject();
        var indices = rules.Select((rule, i) => (rule.Id, i)).ToDictionary(rule => rule.Id, rule => rule.i, StringComparer.Ordinal);
        var facts = new FindingFacts(report);
        var left = report.Findings.OrderByDescending(finding => finding.Severity).Skip(MostResults).ToHashSet(ReferenceEqualityComparer.Instance);
        WriteInvocation(report, facts, indices, left.Count, json);
        json.WriteStartArray("results");
        foreach (var finding in report.Findings.Where(finding => !left.Contains(finding)))
            WriteResult(finding, facts, indices, json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteTool(Report report, IReadOnlyList<ReportRule> rules, Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", report.Tool.Name);
        json.WriteString("version", report.Tool.Version);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            WriteText(json, "shortDescription", rule.Title);
            WriteText(json, "help", $"{rule.Title}. 'tasklint explain {rule.Id}' says why, with examples and how to fix it.");
            if (rule.HelpUri is { } uri)
                json.WriteString("helpUri", uri);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(rule.DefaultSeverity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteInvocation(Report report, FindingFacts facts, Dictionary<string, int> rules, int left, Utf8JsonWriter json)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", report.Complete);
        json.WriteNumber("exitCode", report.ExitCode);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var failure in report.Failures)
            WriteNotification(json, TerminalText.Escape(failure), "error");
        foreach (var finding in report.Findings.Where(FindingFacts.IsUndetermined))
            WriteNotification(json, facts.MessageOf(finding), "error", () => WriteRule(json, "associatedRule", finding.Rule, rules));
        if (!report.Complete && report.Failures.Count == 0 && !report.Findings.Any(FindingFacts.IsUndetermined))
            WriteNotification(json, TestCases.NotWhole, "error");
        if (left > 0)
        {
            var rest = $"{Counted.Of(left, "result")} more than the {MostResults} that a run may have; the least severe are left out";
            WriteNotification(json, rest, "warning");
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteNotification(Utf8JsonWriter json, string text, string level, Action? more = null)
    {
        json.WriteStartObject();
        WriteText(json, "message", Plain(text));
        json.WriteString("level", level);
        more?.Invoke();
        json.WriteEndObject();
    }

    private static void WriteResult(ReportFinding finding, FindingFacts facts, Dictionary<string, int> rules, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        if (rules.TryGetValue(finding.Rule, out var index))
            json.WriteNumber("ruleIndex", index);
        json.WriteString("level", LevelOf(finding.Severity));
        WriteText(json, "message", Plain(facts.MessageOf(finding)));
        json.WriteStartArray("locations");
        WriteLocation(json, facts.FileOf(finding), finding.Location);
        json.WriteEndArray();
        if (finding.Related is { Count: > 0 } related)
        {
            json.WriteStartArray("relatedLocations");
            foreach (var place in related)
                WriteLocation(json, place.File, place);
            json.WriteEndArray();
        }

        if (finding.Fingerprint is { } fingerprint)
        {
            // The standard has the version of a fingerprint in its name.
            json.WriteStartObject("partialFingerprints");
            json.WriteString("tasklint/v2", fingerprint);
            json.WriteEndObject();
        }

        if (finding.Suppressed)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", finding.Suppression?.Kind is AcceptanceKind.Comment or AcceptanceKind.Code ? "inSource" : "external");
            if (finding.Suppression?.Reason is { } reason)
                json.WriteString("justification", TerminalText.Escape(finding.Suppression.Until is { } until ? $"{reason} (until {until})" : reason));
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (finding.Fix is { } fix)
            WriteFix(fix, json);
        WriteProperties(finding, json);
        json.WriteEndObject();
    }

    private static void WriteFix(ReportFix fix, Utf8JsonWriter json)
    {
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        WriteText(json, "description", Plain(TerminalText.Escape(fix.Title)));
        json.WriteStartArray("artifactChanges");
        foreach (var inFile in fix.Edits.GroupBy(edit => edit.Location.File, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            WriteArtifact(json, inFile.Key);
            json.WriteStartArray("replacements");
            foreach (var edit in inFile)
            {
                json.WriteStartObject();
                WriteRegion(json, "deletedRegion", edit.Location);
                WriteText(json, "insertedContent", edit.NewText);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteProperties(ReportFinding finding, Utf8JsonWriter json)
    {
        if (finding is { Task: null, Path: null })
            return;
        json.WriteStartObject("properties");
        if (finding.Task is { } task)
            json.WriteString("task", TerminalText.Escape(task));
        if (finding.Path is { } path)
            json.WriteString("path", TerminalText.Escape(path));
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, string file, ReportLocation? place)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, file);
        if (place is not null)
            WriteRegion(json, "region", place);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteArtifact(Utf8JsonWriter json, string file)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriText.Of(file));
        if (!UriText.IsRooted(file))
            json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, string name, ReportLocation place)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", place.StartLine);
        json.WriteNumber("startColumn", place.StartColumn);
        json.WriteNumber("endLine", place.EndLine);
        json.WriteNumber("endColumn", place.EndColumn);
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, string name, string id, Dictionary<string, int> rules)
    {
        json.WriteStartObject(name);
        json.WriteString("id", id);
        if (rules.TryGetValue(id, out var index))
            json.WriteNumber("index", index);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    // In a message, '[text](address)' is a link, unless the bracket is escaped.
    private static string Plain(string text) => text.Replace("](", "\\](", StringComparison.Ordinal);

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.None => "none",
        _ => "note",
    };
}

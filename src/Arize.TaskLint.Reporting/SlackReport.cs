using System.Text;
using System.Text.Json;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting;

/// <summary>The report as a message of Slack's Block Kit, to be sent to a webhook: <c>curl --json @slack.json "$SLACK_WEBHOOK"</c>.</summary>
public sealed class SlackReport : ReportFormat
{
    /// <summary>The most blocks of a message (Slack's reference of blocks).</summary>
    public const int MostBlocks = 50;

    /// <summary>The most characters of the text of a section (Slack's reference of the section block).</summary>
    public const int LongestText = 3_000;

    /// <summary>The most characters of a header (Slack's reference of the header block).</summary>
    public const int LongestHeader = 150;

    // An escape is five characters long at most, so that each of these fits into a text when it is escaped.
    private const int LongestPart = 200;
    private const int LongestMessage = 400;
    private const int MostChanges = 10;
    private const int MostNames = 5;

    /// <inheritdoc/>
    public override string Name => "slack";

    /// <inheritdoc/>
    public override string Summary => "a message for a Slack webhook";

    /// <inheritdoc/>
    public override bool IsHead(string text) => JsonText.Compact(text).StartsWith($"{{\"text\":\"{ReportTool.This.Name}:", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override void Write(Report report, RenderOptions options, TextWriter output) => JsonText.Write(output, json =>
    {
        var verdict = TerminalText.Escape($"{report.Tool.Name}: {Verdict.Of(report)}");
        var sections = SectionsOf(report).ToList();
        // The header, where the live side is from, and the count of the rest.
        const int Others = 3;
        var shown = sections.Take(MostBlocks - Others).ToList();
        json.WriteStartObject();
        json.WriteString("text", Plain(Cut(verdict, LongestMessage)));
        json.WriteStartArray("blocks");
        WriteBlock(json, "header", "plain_text", Cut(verdict, LongestHeader));
        if (report.Live is { } live)
            WriteContext(json, SidesLine.Of(live, report.Base, report.Summary));
        foreach (var section in shown)
            WriteBlock(json, "section", "mrkdwn", section);
        if (sections.Count > shown.Count)
            WriteContext(json, $"and {Counted.Number(sections.Count - shown.Count)} more");
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static IEnumerable<string> SectionsOf(Report report)
    {
        var shown = report.Tasks.Where(task => task.Status is not SyncStatus.InSync and not SyncStatus.Pending && task.SharedReason != true).ToList();
        var told = shown.SelectMany(task => task.Changes.Select(change => change.Finding).Append(task.Finding)).OfType<int>().ToHashSet();
        var facts = new FindingFacts(report);
        foreach (var failure in report.Failures)
            yield return Plain(Cut(TerminalText.Escape(failure), LongestMessage));
        var open = report.Findings.Where((finding, i) => !finding.Suppressed && !told.Contains(i)).ToList();
        foreach (var line in FindingLine.Of(open).OrderByDescending(line => line.Finding.Severity))
        {
            var place = line.Finding.Location is { } location ? $" {Code(PlaceText.Of(location))}" : "";
            var message = Cut(facts.MessageOf(line.Finding) + line.Suffix, LongestMessage);
            yield return $"*{Words.Of(line.Finding.Severity)} {Plain(TerminalText.Escape(line.Finding.Rule))}*{place}\n{Plain(message)}";
        }

        foreach (var group in DriftGroup.Of(shown, report.Findings))
            yield return Section(group, report);
    }

    private static string Section(DriftGroup group, Report report)
    {
        var task = group.Tasks[0];
        var names = group.Tasks.Take(MostNames).Select(one => Code(one.Name ?? one.Id ?? "(no name)"));
        var more = group.Tasks.Count > MostNames ? $" and {Counted.Number(group.Tasks.Count - MostNames)} more" : "";
        var lines = new List<string> { $"{string.Join(", ", names)}{more}: *{Words.Of(task.Status).Replace('_', ' ')}*" };
        if (task.Reason is { } reason)
            lines.Add(Plain(Cut(TerminalText.Escape(reason), LongestPart)));
        foreach (var change in task.Changes.Take(MostChanges))
        {
            var consequence = change.Consequence is { } effect ? $" ({Plain(Cut(effect, LongestPart))})" : "";
            var accepted = change.Ignored || (change.Finding is { } position && report.Findings[position].Suppressed) ? " (accepted)" : "";
            lines.Add($"• {Code(change.DisplayPath ?? change.Path)} {Code(change.DeclaredText)} → {Code(change.LiveText)}{consequence}{accepted}");
        }

        if (task.Changes.Count > MostChanges)
            lines.Add($"and {Counted.Of(task.Changes.Count - MostChanges, "difference")} more");
        return Joined(lines);
    }

    // Whole lines only, so that nothing is cut within an escape.
    private static string Joined(List<string> lines)
    {
        const string Rest = "\n…";
        var text = new StringBuilder(lines[0].Length <= LongestText ? lines[0] : "…");
        foreach (var line in lines.Skip(1))
        {
            if (text.Length + line.Length + 1 > LongestText - Rest.Length)
                return text.Append(Rest).ToString();
            text.Append('\n').Append(line);
        }

        return text.ToString();
    }

    private static void WriteBlock(Utf8JsonWriter json, string block, string kind, string text)
    {
        json.WriteStartObject();
        json.WriteString("type", block);
        json.WriteStartObject("text");
        WriteText(json, kind, text);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("type", "context");
        json.WriteStartArray("elements");
        json.WriteStartObject();
        WriteText(json, "mrkdwn", Plain(Cut(text, LongestMessage)));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string kind, string text)
    {
        json.WriteString("type", kind);
        json.WriteString("text", text);
        // No name becomes a link or a mention.
        if (kind == "mrkdwn")
            json.WriteBoolean("verbatim", true);
    }

    private static string Code(string text) =>
        $"`{Plain(Cut(TerminalText.Escape(text.Length > 0 ? text : "''"), LongestPart / 2)).Replace('`', 'ˋ')}`";

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1)] + "…";

    private static string Plain(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}

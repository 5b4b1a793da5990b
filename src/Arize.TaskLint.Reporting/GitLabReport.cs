using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting;

/// <summary>The report as GitLab Code Quality JSON, which GitLab shows in merge requests and on changed lines.</summary>
public sealed class GitLabReport : ReportFormat
{
    /// <summary>
    /// The most that is written, in bytes of UTF-8. GitLab limits texts to about a megabyte, and reports by a setting of the instance.
    /// </summary>
    public const int MostBytes = 1_000_000;

    // Room for the entry that counts the rest, and for the brackets.
    private const int Reserve = 1_000;

    private const string Head = "[{\"type\":\"issue\",\"check_name\":\"";

    /// <inheritdoc/>
    public override string Name => "gitlab";

    /// <inheritdoc/>
    public override bool IsForRepository => true;

    /// <inheritdoc/>
    public override string Summary => "GitLab Code Quality";

    /// <inheritdoc/>
    public override bool IsHead(string text) =>
        JsonText.Compact(text) is var head && (head == "[]" || head.StartsWith(Head, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override void Write(Report report, RenderOptions options, TextWriter output)
    {
        var facts = new FindingFacts(report);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        Entry OfTool(string text, string severity) =>
            new(report.Tool.Name, TerminalText.Escape(text), severity, facts.AnyFile, Place: null, Digest(text));
        Entry OfFinding(ReportFinding finding)
        {
            var fingerprint = finding.Fingerprint ?? DigestOf(finding);
            return new(finding.Rule, facts.MessageOf(finding), SeverityOf(finding), facts.FileOf(finding), finding.Location, fingerprint);
        }

        var entries = report.Failures.Select(failure => OfTool(failure, "blocker")).Concat(FindingFacts.Open(report).Select(OfFinding));
        JsonText.Write(output, json =>
        {
            var (bytes, left) = (Reserve, 0);
            json.WriteStartArray();
            foreach (var entry in entries)
            {
                var unique = entry with { Fingerprint = Unique(entry.Fingerprint, seen) };
                bytes += LengthOf(unique);
                if (bytes > MostBytes)
                    left++;
                else
                    unique.Write(json);
            }

            if (left > 0)
            {
                var rest = $"{Counted.Of(left, "finding")} more, the least severe; they would make the report longer than {MostBytes} bytes";
                OfTool(rest, "info").Write(json);
            }

            json.WriteEndArray();
        });
    }

    private static int LengthOf(Entry entry)
    {
        // In the list, each line is indented by two blanks more, and a comma and a line break follow.
        const int Indentation = 40;
        const int SignWrittenOut = 5;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ReportJson.Layout))
            entry.Write(json);
        return buffer.WrittenCount + Indentation + (SignWrittenOut * buffer.WrittenSpan.Count("##"u8));
    }

    // GitLab shows one of those with the same fingerprint.
    private static string Unique(string fingerprint, Dictionary<string, int> seen)
    {
        var number = seen[fingerprint] = seen.GetValueOrDefault(fingerprint) + 1;
        return number == 1 ? fingerprint : $"{fingerprint}-{Counted.Number(number)}";
    }

    private static string DigestOf(ReportFinding finding) => Digest($"{finding.Rule}\0{finding.Task}\0{finding.Path}\0{finding.Message}");

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..20];

    private static string SeverityOf(ReportFinding finding) => finding.Severity switch
    {
        Severity.Error => FindingFacts.IsUndetermined(finding) ? "critical" : "major",
        Severity.Warning => "minor",
        _ => "info",
    };

    private sealed record Entry(string Check, string Description, string Severity, string File, ReportLocation? Place, string Fingerprint)
    {
        internal void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteString("type", "issue");
            json.WriteString("check_name", Check);
            json.WriteString("description", Description);
            json.WriteString("severity", Severity);
            json.WriteString("fingerprint", Fingerprint);
            json.WriteStartObject("location");
            json.WriteString("path", File);
            json.WriteStartObject("lines");
            json.WriteNumber("begin", Place?.StartLine ?? 1);
            if (Place is not null)
                json.WriteNumber("end", Place.EndLine);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }
}

using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Arize.TaskLint.Core;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Reporting;

/// <summary>The JSON result, <c>formatVersion</c> 1.0: everything that other formats show is made from what stands here.</summary>
public sealed class JsonReport : ReportFormat
{
    private const string FormatVersion = "1.0";
    private const int FlushAt = 64 * 1024;

    /// <inheritdoc/>
    public override string Name => "json";

    /// <inheritdoc/>
    public override string Summary => "everything that was found, for programs";

    /// <inheritdoc/>
    public override void Write(RunResult result, ReportOptions options, TextWriter output)
    {
        using var json = new JsonOutput(output, options.Secret);
        var writer = json.Writer;
        WriteHead(writer, result.IsComplete);
        if (result.Unreadable.Count > 0)
            writer.WriteString("error", string.Join("; ", result.Unreadable));
        WriteSummary(writer, result);
        writer.WriteStartArray("findings");
        foreach (var finding in result.Findings.Where(finding => finding.Severity > Severity.None))
        {
            WriteFinding(writer, finding, options.PublicAddress);
            json.FlushIfLong();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("tasks");
        foreach (var task in result.Tasks)
        {
            WriteTask(writer, task);
            json.FlushIfLong();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public override bool IsHead(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c))).StartsWith($"{{\"formatVersion\":\"{FormatVersion}\",\"tool\":{{\"name\":\"tasklint\"", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override void WriteFailure(string error, TextWriter output)
    {
        using var json = new JsonOutput(output, null);
        WriteHead(json.Writer, isComplete: false);
        json.Writer.WriteString("error", error);
        WriteSummary(json.Writer, new RunResult(0, [], [], false));
        json.Writer.WriteStartArray("findings");
        json.Writer.WriteEndArray();
        json.Writer.WriteStartArray("tasks");
        json.Writer.WriteEndArray();
        json.Writer.WriteEndObject();
    }

    /// <summary>The address of a rule's page; null without a public address.</summary>
    public static string? HelpUri(Rule rule, string? publicAddress) =>
        rule.PageUnder(publicAddress);

    private static void WriteHead(CleanJsonWriter writer, bool isComplete)
    {
        writer.WriteStartObject();
        writer.WriteString("formatVersion", FormatVersion);
        writer.WriteStartObject("tool");
        writer.WriteString("name", "tasklint");
        writer.WriteString("version", BuildInfo.Version);
        writer.WriteEndObject();
        writer.WriteBoolean("complete", isComplete);
    }

    private static void WriteSummary(CleanJsonWriter writer, RunResult result)
    {
        writer.WriteStartObject("summary");
        writer.WriteNumber("tasks", result.DeclaredTasks);
        WriteCount(writer, "inSync", result.Count(SyncStatus.InSync));
        WriteCount(writer, "drifted", result.Count(SyncStatus.Drifted));
        WriteCount(writer, "pending", result.Count(SyncStatus.Pending));
        WriteCount(writer, "conflict", result.Count(SyncStatus.Conflict));
        WriteCount(writer, "missing", result.Count(SyncStatus.Missing));
        WriteCount(writer, "unmanaged", result.Count(SyncStatus.Unmanaged));
        WriteCount(writer, "undetermined", result.Count(SyncStatus.Undetermined));
        writer.WriteNumber("errors", result.Count(Severity.Error));
        writer.WriteNumber("warnings", result.Count(Severity.Warning));
        writer.WriteNumber("suggestions", result.Count(Severity.Suggestion));
        writer.WriteNumber("suppressed", result.Suppressed);
        writer.WriteEndObject();
    }

    private static void WriteCount(CleanJsonWriter writer, string name, int? count)
    {
        if (count is { } known)
            writer.WriteNumber(name, known);
        else
            writer.WriteNull(name);
    }

    private static void WriteFinding(CleanJsonWriter writer, Finding finding, string? publicAddress)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", finding.Rule.Id);
        writer.WriteString("severity", Words.Of(finding.Severity));
        writer.WriteString("message", finding.Message);
        if (finding.Task is { } task)
            writer.WriteString("task", LongName.Of(task));
        if (finding.Path is { } path)
            writer.WriteString("path", path);
        WriteLocation(writer, finding.Place);
        if (finding.Example is { } example)
            writer.WriteString("example", example);
        if (finding.IsFixable)
            writer.WriteBoolean("fixable", true);
        writer.WriteBoolean("suppressed", finding.IsSuppressed);
        if (HelpUri(finding.Rule, publicAddress) is { } uri)
            writer.WriteString("helpUri", uri);
        writer.WriteEndObject();
    }

    private static void WriteTask(CleanJsonWriter writer, TaskResult result)
    {
        writer.WriteStartObject();
        if (result.Task.ShownName is { } name)
            writer.WriteString("name", LongName.Of(name));
        if ((result.LiveId ?? result.Task.ShownId) is { } id)
            writer.WriteString("id", id);
        writer.WriteString("status", Words.Of(result.Status));
        if (result.Reason is { } reason)
            writer.WriteString("reason", reason);
        WriteLocation(writer, result.Task.Place);
        writer.WriteStartArray("changes");
        foreach (var change in result.Changes)
            WriteChange(writer, change);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteChange(CleanJsonWriter writer, Change change)
    {
        writer.WriteStartObject();
        writer.WriteString("path", change.Path);
        writer.WritePropertyName("declared");
        WriteValue(writer, change.Declared, change.ValueKind);
        writer.WritePropertyName("live");
        WriteValue(writer, change.Live, change.ValueKind);
        writer.WriteString("kind", Words.Of(change.Kind));
        writer.WriteBoolean("requiresRecreate", change.NeedsRecreate);
        writer.WriteBoolean("ignored", change.IgnoredBy is not null);
        WriteTerms(writer, change.Terms);
        WriteLocation(writer, change.Place);
        writer.WriteEndObject();
    }

    // Only filters have terms, and only where these say more than the two values.
    private static void WriteTerms(CleanJsonWriter writer, IReadOnlyList<TermChange> terms)
    {
        if (terms.Count == 0)
            return;
        writer.WriteStartArray("terms");
        foreach (var term in terms)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", Words.Of(term.Kind));
            writer.WriteString("declared", term.Declared);
            writer.WriteString("live", term.Live);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteLocation(CleanJsonWriter writer, Place place)
    {
        if (!place.IsKnown)
            return;
        var (start, end) = (place.StartPosition, place.EndPosition);
        writer.WriteStartObject("location");
        writer.WriteString("file", place.File!.Path);
        writer.WriteNumber("startLine", start.Line);
        writer.WriteNumber("startColumn", start.Column);
        writer.WriteNumber("endLine", end.Line);
        writer.WriteNumber("endColumn", end.Column);
        writer.WriteEndObject();
    }

    internal static void WriteValue(CleanJsonWriter writer, Node? value, ValueKind kind)
    {
        switch (value)
        {
            case null or ScalarNode { IsNull: true }:
                writer.WriteNullValue();
                break;
            case ScalarNode scalar:
                WriteScalar(writer, scalar, kind);
                break;
            case ListNode list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                    WriteValue(writer, item, kind == ValueKind.TextList ? ValueKind.Text : ValueKind.Any);
                writer.WriteEndArray();
                break;
            case MappingNode mapping:
                writer.WriteStartObject();
                foreach (var entry in mapping.Entries)
                {
                    writer.WriteKey(entry.Key.Text);
                    WriteValue(writer, entry.Value, kind == ValueKind.TextMap ? ValueKind.Text : ValueKind.Any);
                }

                writer.WriteEndObject();
                break;
        }
    }

    private static void WriteScalar(CleanJsonWriter writer, ScalarNode scalar, ValueKind kind)
    {
        var mayBeTyped = scalar.IsPlain && kind is not (ValueKind.Text or ValueKind.Enum or ValueKind.Date);
        if (mayBeTyped && PlainScalar.TryBoolean(scalar.Text, out var truth))
            writer.WriteBooleanValue(truth);
        else if (mayBeTyped && PlainScalar.TryNumber(scalar.Text, out var number))
            WriteNumber(writer, scalar.Text, number);
        else
            writer.WriteStringValue(scalar.Text);
    }

    // As it is written, where that is JSON too: 0.10 stays 0.10, and no digit of a long number is lost.
    private static void WriteNumber(CleanJsonWriter writer, string text, double number)
    {
        var digits = text.AsSpan().TrimStart('-');
        var isJson = char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[^1]) && (digits.Length == 1 || digits[0] != '0' || !char.IsAsciiDigit(digits[1]))
            && !text.Contains(".e", StringComparison.OrdinalIgnoreCase);
        if (isJson)
            writer.WriteRawValue(text);
        else
            writer.WriteNumberValue(number);
    }

    // A writer over text: what is finished goes out in portions, so that a long result is not held twice.
    private sealed class JsonOutput : IDisposable
    {
        private readonly ArrayBufferWriter<byte> buffer = new();
        private readonly TextWriter output;

        internal JsonOutput(TextWriter output, Secret? secret)
        {
            this.output = output;
            Writer = new CleanJsonWriter(
                new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), secret);
        }

        internal CleanJsonWriter Writer { get; }

        internal void FlushIfLong()
        {
            if (Writer.BytesPending > FlushAt)
                Flush();
        }

        public void Dispose()
        {
            Flush();
            output.Write('\n');
            Writer.Dispose();
        }

        private void Flush()
        {
            Writer.Flush();
            // A runner of Azure takes '##vso[' for a command wherever a line has it. In JSON, the sign stands in texts alone, where it can be written so.
            output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan).Replace("##", "#\\u0023", StringComparison.Ordinal));
            buffer.Clear();
        }
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Client.Spans;

/// <summary>
/// Reads samples of spans, of runs of experiments or of examples, row by row: JSON arrays, JSON lines, objects with a list of rows, traces with
/// their spans, and OTLP JSON. No more than one row is in memory.
/// </summary>
/// <param name="asked">The columns whose values are wanted.</param>
/// <param name="seen">Takes the names of all columns.</param>
/// <param name="onRow">Takes each row, which is filled anew afterwards.</param>
/// <param name="onProgress">Takes the number of rows of the file, now and then.</param>
public sealed class SampleReader(AskedColumns asked, SeenColumns seen, Action<ISampleRow> onRow, Action<long>? onProgress = null)
{
    /// <summary>How large a row may be, in MiB.</summary>
    public const int MostMiB = 16;

    private const int MostProblems = 5;
    private const int ProgressStep = 1 << 7;

    // The members of an object that hold its rows.
    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal)
    {
        "spans", "traces", "runs", "experiment_runs", "examples", "dataset_examples", "data", "items", "results", "records", "rows",
    };

    private readonly List<string> problems = [];
    private readonly SampleRow row = new(asked.Names.Count, seen);
    private readonly ColumnTree tree = new(asked, seen);
    private RowParser? rowParser;
    private OtlpParser? otlpParser;
    private JsonWindow window = null!;
    private string? project;
    private long rows;
    private long unread;
    private long spans;
    private IReadOnlyList<string> firstColumns = [];
    private bool isToEnd;
    private bool isByLine;
    private bool isOtlpFile;
    private int rowIndent;
    private bool hasMore;

    /// <summary>Reads a file.</summary>
    /// <param name="stream">Its bytes, which may be compressed by gzip.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is compressed, and broken.</exception>
    public SampleResult Read(Stream stream)
    {
        (rows, unread, project, isToEnd, isByLine) = (0, 0, null, true, false);
        (isOtlpFile, rowIndent, spans, hasMore) = (false, 0, 0, false);
        problems.Clear();
        window = new JsonWindow(stream, MostMiB * 1024 * 1024);
        GzipMembers? unpacked = null;
        try
        {
            if (window.Ahead.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]))
                window = new JsonWindow(unpacked = new GzipMembers(window.AsStream(), NoteDamage), MostMiB * 1024 * 1024);
            if ((OtherKinds.Of(window.Ahead) ?? DataFrames.Of(window.Ahead)) is { } other)
                return new SampleResult { OtherKind = other };
            if (window.Ahead.StartsWith(Encoding.UTF8.Preamble))
                window.Pass(Encoding.UTF8.Preamble.Length);
            ReadValues();
        }
        finally
        {
            unpacked?.Dispose();
        }

        return new SampleResult
        {
            Rows = rows,
            Unread = unread,
            Problems = [.. problems],
            IsToEnd = isToEnd,
            HasMore = hasMore,
            OtherKind = rows == 0 ? null : OtherKinds.OfRows(firstColumns, asked.AreOfSpans, hasSpans: spans > 0),
        };
    }

    private void ReadValues()
    {
        var isResumed = false;
        while (window.Peek() is >= 0 and var first)
        {
            var line = window.Line;
            try
            {
                if (isResumed && first is ',' or ']' or '}')
                    window.Pass(1);
                else if (first == '[')
                    ReadList(isOtlp: false);
                else if (first == '{' && HeadOf(window.Ahead) is { } list)
                    ReadObject(list, isOtlp: list.StartsWith("resource", StringComparison.Ordinal));
                else if (first == '{' && DataFrames.IsTable(window.Ahead))
                    ReadObject(null, isOtlp: false);
                else if (first == '{')
                    ReadRow(isOtlp: false);
                else
                    throw new SampleException(window.Line, window.Offset, "no JSON object begins here");
                if (!isResumed && line == window.Line && IsAtLineEnd())
                    window.IsByLine = isByLine = true;
            }
            catch (SampleException broken)
            {
                Note(broken);
                // A row on a line of its own can be read all the same; what is within OTLP is not told from other rows.
                if (broken.IsAtEnd || !window.SkipToNextObject(isOtlpFile ? 0 : rowIndent))
                {
                    isToEnd = isByLine;
                    return;
                }

                isResumed = true;
            }
        }
    }

    private bool IsAtLineEnd() => window.Ahead.TrimStart(" \t"u8) is [] or [(byte)'\n', ..] or [(byte)'\r', (byte)'\n', ..];

    // The first member of an object that has a list of rows: such an object may be larger than the memory of the machine.
    private static string? HeadOf(ReadOnlySpan<byte> ahead)
    {
        var reader = new Utf8JsonReader(ahead, isFinalBlock: false, default);
        try
        {
            return reader.Read() && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.GetString() is { } name && reader.Read()
                && reader.TokenType == JsonTokenType.StartArray && (Lists.Contains(name) || IsOtlp(name))
                ? name
                : null;
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsOtlp(string name) =>
        name is "resourceSpans" or "resource_spans" or "scopeSpans" or "scope_spans" or "instrumentationLibrarySpans";

    private void ReadObject(string? known, bool isOtlp)
    {
        window.Pass(1);
        List<(byte[] Scopes, long Line, long Offset)>? early = null;
        var (isTop, hasResource) = (known is not null, false);
        while (Next() != '}')
        {
            if (window.Peek() != '"')
                throw Unexpected("a key");
            var name = known ?? KeyOf(window.Take());
            if (known is not null)
                window.Take();
            known = null;
            if (window.Peek() != ':')
                throw Unexpected("':'");
            window.Pass(1);
            var next = window.Peek();
            if (next == '[' && isOtlp && !isTop && !hasResource && OtlpScopes.Are(name))
            {
                var (line, offset) = (window.Line, window.Offset);
                (early ??= []).Add((window.Take().ToArray(), line, offset));
            }
            else if (next == '[' && (Lists.Contains(name) || IsOtlp(name)))
                ReadList(isOtlp: isOtlp || IsOtlp(name));
            else if (isOtlp && name == "resource" && next == '{')
                (project, hasResource) = (ProjectOf(window.Take()), true);
            else if (!isOtlp && MorePages.Are(name))
                hasMore |= MorePages.In(name, window.Take());
            else
                window.Take(isKept: false);
            if (Next() == ',')
                window.Pass(1);
            else if (window.Peek() != '}')
                throw Unexpected("',' or '}'");
        }

        window.Pass(1);
        if (early is null)
            return;
        project = hasResource ? project : null;
        foreach (var (scopes, line, offset) in early)
            ReadScopes(scopes, line, offset);
    }

    private void ReadScopes(byte[] scopes, long line, long offset)
    {
        isOtlpFile = true;
        try
        {
            foreach (var span in OtlpScopes.SpansOf(scopes))
                ReadRow(span, line, offset, isOtlp: true);
        }
        catch (JsonException invalid)
        {
            Note(new SampleException(line, offset, Reasons.Of(invalid, scopes)) { IsPassed = true });
        }
    }

    private void ReadList(bool isOtlp)
    {
        window.Pass(1);
        while (Next() != ']')
        {
            var (line, before) = (window.Line, rows);
            ReadEntry(isOtlp);
            var isOnOneLine = !isOtlp && before == 0 && rows == 1 && line == window.Line;
            if (Next() == ',')
            {
                window.Pass(1);
                // Where the first row has a line of its own, a row that goes on behind its line is broken.
                if (isOnOneLine && IsAtLineEnd())
                    window.IsByLine = true;
            }
            else if (window.Peek() != ']')
                throw Unexpected("',' or ']'");
        }

        window.Pass(1);
        window.IsByLine = isByLine;
    }

    private void ReadEntry(bool isOtlp)
    {
        if (window.Peek() == '{')
        {
            if (isOtlp && HeadsOtlp(window.Ahead))
                ReadObject(null, isOtlp: true);
            else
                ReadRow(isOtlp);
            return;
        }

        var (line, offset) = (window.Line, window.Offset);
        if (window.Take(isKept: false) is var _ && window.Offset == offset)
            throw Unexpected("an object");
        Note(new SampleException(line, offset, "a row is no object") { IsPassed = true });
    }

    // Of a span, the first member is none of these.
    private static bool HeadsOtlp(ReadOnlySpan<byte> ahead)
    {
        var reader = new Utf8JsonReader(ahead, isFinalBlock: false, default);
        try
        {
            return reader.Read() && reader.Read() && reader.TokenType == JsonTokenType.PropertyName
                && reader.GetString() is { } name && (IsOtlp(name) || name is "resource" or "scope" or "schemaUrl" or "spans");
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private void ReadRow(bool isOtlp)
    {
        var (line, offset) = (window.Line, window.Offset);
        (isOtlpFile, rowIndent) = (isOtlpFile || isOtlp, window.Indent);
        try
        {
            var json = window.Take();
            if (!isOtlp && NestedSpans.Of(json, out var isCut) is { } nested)
            {
                hasMore |= isCut;
                foreach (var (from, length) in nested)
                    ReadRow(json.Slice(from, length), line, offset, isOtlp);
                return;
            }

            ReadRow(json, line, offset, isOtlp);
        }
        catch (SampleException large) when (large.IsPassed)
        {
            Note(large);
        }
    }

    private void ReadRow(ReadOnlySpan<byte> json, long line, long offset, bool isOtlp)
    {
        row.Begin(project);
        rowParser ??= new RowParser(tree, row, asked.Names.Count);
        try
        {
            if (isOtlp)
                (otlpParser ??= new OtlpParser(tree, row, rowParser)).Read(json);
            else
                rowParser.Read(json);
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            Note(new SampleException(line, offset, Reasons.Of(invalid, json)) { IsPassed = true });
            return;
        }

        row.End();
        if (rows++ == 0)
            firstColumns = [.. row.Present.Select(seen.NameAt)];
        spans += row.IsSpan ? 1 : 0;
        if (onProgress is not null && rows % ProgressStep == 0)
            onProgress(rows);
        onRow(row);
    }

    private static string? ProjectOf(ReadOnlySpan<byte> resource)
    {
        try
        {
            return OtlpParser.ProjectOf(resource);
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string KeyOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            return reader.Read() ? reader.GetString() ?? "" : "";
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException)
        {
            return "";
        }
    }

    private int Next() => window.Peek() is >= 0 and var next ? next : throw Unexpected("more");

    private SampleException Unexpected(string expected) => window.Peek() < 0
        ? new SampleException(window.Line, window.Offset, "the file ends within a value") { IsAtEnd = true }
        : new SampleException(window.Line, window.Offset, $"{expected} is expected");

    private void Note(SampleException broken) =>
        Note(string.Create(CultureInfo.InvariantCulture, $"line {broken.Line}, byte {broken.Offset}: {broken.Message}"));

    private void NoteDamage(long offset, string what) =>
        Note(string.Create(CultureInfo.InvariantCulture, $"byte {offset} of the packed file: {what}"));

    private void Note(string problem)
    {
        unread++;
        if (problems.Count < MostProblems)
            problems.Add(problem);
    }
}

using System.Text.Json;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Engine.Inputs.CSharp;

/// <summary>A place where an input declares tasks that nobody reads.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Subject">The method, or the catalog.</param>
/// <param name="File">The file, as the compiler knew it; empty where it is not known.</param>
/// <param name="Line">The line, from 1; 0 where it is not known.</param>
internal sealed record LostAnswer(LossCause Cause, string Subject, string File, int Line);

/// <summary>A finding that the code suppresses where the compiler sees it.</summary>
/// <param name="Rule">The rule's ID.</param>
/// <param name="Message">What it says.</param>
/// <param name="Task">The name or ID of the task; null where only a run of the code tells it.</param>
/// <param name="Reason">Why, or null.</param>
internal sealed record SuppressedAnswer(string Rule, string Message, string? Task, string? Reason);

/// <summary>What the C# host answers, line by line, and how far it came.</summary>
/// <param name="count">How many inputs it was given.</param>
internal sealed class HostAnswers(int count)
{
    private const string AnswerStart = "{\"x-";
    private const string DocumentStart = "{\"x-catalog\":";

    private readonly List<string>[] documents = [.. Enumerable.Range(0, count).Select(_ => new List<string>())];
    private readonly List<string>[] errors = [.. Enumerable.Range(0, count).Select(_ => new List<string>())];
    private readonly List<LostAnswer>[] lost = [.. Enumerable.Range(0, count).Select(_ => new List<LostAnswer>())];
    private readonly List<SuppressedAnswer>[] suppressed = [.. Enumerable.Range(0, count).Select(_ => new List<SuppressedAnswer>())];
    private readonly Dictionary<string, string>[] moved =
        [.. Enumerable.Range(0, count).Select(_ => new Dictionary<string, string>(StringComparer.Ordinal))];
    private readonly Dictionary<string, string>[] unread =
        [.. Enumerable.Range(0, count).Select(_ => new Dictionary<string, string>(StringComparer.Ordinal))];
    private readonly List<string>[] noWarn = [.. Enumerable.Range(0, count).Select(_ => new List<string>())];
    private readonly List<Suppression>[] suppressions = [.. Enumerable.Range(0, count).Select(_ => new List<Suppression>())];

    /// <summary>The input that is being read; -1 before the first.</summary>
    internal int Current { get; private set; } = -1;

    /// <summary>Whether the host came to its end.</summary>
    internal bool IsComplete { get; private set; }

    /// <summary>Told when an input is begun.</summary>
    internal Action<int> OnInput { get; set; } = _ => { };

    /// <summary>Takes what user code prints.</summary>
    internal Action<string> OnPrint { get; set; } = _ => { };

    /// <summary>The documents of an input.</summary>
    internal IReadOnlyList<string> DocumentsOf(int input) => documents[input];

    /// <summary>Why an input, or a catalog of it, cannot be read.</summary>
    internal IReadOnlyList<string> ErrorsOf(int input) => errors[input];

    /// <summary>Where an input declares tasks that nobody reads.</summary>
    internal IReadOnlyList<LostAnswer> LostOf(int input) => lost[input];

    /// <summary>The rules that the project of an input switches off.</summary>
    internal IReadOnlyList<string> NoWarnOf(int input) => noWarn[input];

    /// <summary>What the sources of an input suppress; the files have their paths as the compiler knew them.</summary>
    internal IReadOnlyList<Suppression> SuppressionsOf(int input) => suppressions[input];

    /// <summary>The findings of an input that its code suppresses where the compiler sees them.</summary>
    internal IReadOnlyList<SuppressedAnswer> SuppressedOf(int input) => suppressed[input];

    /// <summary>Where files are, which the compiler knew by another path.</summary>
    internal IReadOnlyDictionary<string, string> MovedOf(int input) => moved[input];

    /// <summary>Why files are not read, by their paths as the compiler knew them.</summary>
    internal IReadOnlyDictionary<string, string> UnreadOf(int input) => unread[input];

    /// <summary>Takes a line of the pipe for answers; false where it is the last.</summary>
    internal bool Take(string line)
    {
        if (line.StartsWith(DocumentStart, StringComparison.Ordinal) && Current >= 0)
            documents[Current].Add(line);
        else if (!line.StartsWith(AnswerStart, StringComparison.Ordinal) || !TakeAnswer(line))
            PrintForeign(line);
        return !IsComplete;
    }

    private bool TakeAnswer(string line)
    {
        try
        {
            using var answer = JsonDocument.Parse(line);
            var root = answer.RootElement;
            if (root.TryGetProperty("x-input", out var input) && input.GetInt32() is var next && next >= 0 && next < documents.Length)
                OnInput(Current = next);
            else if (root.TryGetProperty("x-print", out var text))
                OnPrint(TextOf(text));
            else if (root.TryGetProperty("x-error", out var messages) && Current >= 0)
                errors[Current].AddRange(messages.EnumerateArray().Select(TextOf).ToList());
            else if (root.TryGetProperty("x-nowarn", out var ids) && Current >= 0)
                noWarn[Current].AddRange(ids.EnumerateArray().Select(TextOf).Where(id => RuleCatalogue.Find(id)?.Id == id).ToList());
            else if (root.TryGetProperty("x-suppressions", out var found) && Current >= 0)
                suppressions[Current].AddRange(found.EnumerateArray().Select(Read).OfType<Suppression>().ToList());
            else if (root.TryGetProperty("x-suppressed", out var findings) && Current >= 0)
                suppressed[Current].AddRange(findings.EnumerateArray().Select(ReadSuppressed).ToList());
            else if (root.TryGetProperty("x-moved", out var files) && Current >= 0)
                AddAll(moved[Current], files, "at");
            else if (root.TryGetProperty("x-unread", out var reasons) && Current >= 0)
                AddAll(unread[Current], reasons, "reason");
            else if (root.TryGetProperty("x-lost", out var places) && Current >= 0)
                lost[Current].AddRange(places.EnumerateArray().Select(ReadLost).ToList());
            else if (root.TryGetProperty("x-end", out _))
                IsComplete = true;
            else
                return false;
            return true;
        }
        catch (Exception foreign) when (foreign is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return false;
        }
    }

    // A rule that is not known suppresses nothing, and must not stand for all of them.
    private static Suppression? Read(JsonElement answer)
    {
        var (first, last) = (answer.GetProperty("first").GetInt32(), answer.GetProperty("last").GetInt32());
        var file = TextOf(answer.GetProperty("file"));
        var id = answer.GetProperty("rule") is { ValueKind: not JsonValueKind.Null } given ? TextOf(given) : null;
        var except = answer.GetProperty("except").EnumerateArray().Select(TextOf).ToHashSet(StringComparer.Ordinal);
        var reason = answer.GetProperty("reason").GetString();
        if (id is not null && RuleCatalogue.Find(id)?.Id != id)
            return null;
        return new Suppression(default, file, first, last, id)
        {
            Reason = reason,
            IsInCode = true,
            EnabledFrom = except.Count == 0 ? null : except.ToDictionary(rule => rule, _ => first, StringComparer.Ordinal),
        };
    }

    private static SuppressedAnswer ReadSuppressed(JsonElement answer) => new(
        TextOf(answer.GetProperty("rule")),
        TextOf(answer.GetProperty("message")),
        answer.GetProperty("task").GetString(),
        answer.GetProperty("reason").GetString());

    private static void AddAll(Dictionary<string, string> target, JsonElement answer, string value)
    {
        var entries = answer.EnumerateArray().Select(one => (TextOf(one.GetProperty("file")), TextOf(one.GetProperty(value)))).ToList();
        foreach (var (file, text) in entries)
            target[file] = text;
    }

    private static LostAnswer ReadLost(JsonElement answer) => new(
        Enum.TryParse<LossCause>(TextOf(answer.GetProperty("cause")), out var cause) ? cause : LossCause.Unfinished,
        TextOf(answer.GetProperty("subject")),
        TextOf(answer.GetProperty("file")),
        answer.GetProperty("line").GetInt32());

    private static string TextOf(JsonElement value) => value.GetString() ?? throw new FormatException("a text is missing");

    // The workspace, of whatever version, writes nothing but answers there; what else comes is shown to the person who can tell.
    private void PrintForeign(string line)
    {
        if (line.Length > 0)
            OnPrint(line + "\n");
    }
}

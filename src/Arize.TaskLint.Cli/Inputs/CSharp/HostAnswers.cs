using System.Text.Json;

namespace Arize.TaskLint.Cli.Inputs.CSharp;

/// <summary>What the C# host answers, line by line, and how far it came.</summary>
/// <param name="count">How many inputs it was given.</param>
internal sealed class HostAnswers(int count)
{
    private const string AnswerStart = "{\"x-";
    private const string DocumentStart = "{\"x-catalog\":";

    private readonly List<string>[] documents = [.. Enumerable.Range(0, count).Select(_ => new List<string>())];

    /// <summary>The input that is being read; -1 before the first.</summary>
    internal int Current { get; private set; } = -1;

    /// <summary>Whether the host came to its end.</summary>
    internal bool IsComplete { get; private set; }

    /// <summary>Why inputs cannot be read.</summary>
    internal List<string> Errors { get; } = [];

    /// <summary>Told when an input is begun.</summary>
    internal required Action<int> OnInput { get; init; }

    /// <summary>Takes what user code prints.</summary>
    internal required Action<string> OnPrint { get; init; }

    /// <summary>The documents of an input.</summary>
    internal IReadOnlyList<string> DocumentsOf(int input) => documents[input];

    /// <summary>Takes a line of the host's standard output; false where it is the last.</summary>
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
                OnPrint(text.GetString()!);
            else if (root.TryGetProperty("x-error", out var messages))
                Errors.AddRange(messages.EnumerateArray().Select(message => message.GetString()!));
            else if (root.TryGetProperty("x-end", out _))
                IsComplete = true;
            else
                return false;
            return true;
        }
        catch (Exception foreign) when (foreign is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    // A program that user code started writes on the same stream; the host's answers stand between empty lines.
    private void PrintForeign(string line)
    {
        if (line.Length > 0)
            OnPrint(line + "\n");
    }
}

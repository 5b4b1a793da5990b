namespace Arize.TaskLint.Reporting.Tests;

/// <summary>A command that a CI runner finds in a line, read as the runners' own sources read it.</summary>
/// <param name="Name">What is done: <c>error</c>, <c>task.logissue</c>.</param>
internal sealed record RunnerCommand(string Name, IReadOnlyDictionary<string, string> Properties, string Data)
{
    /// <summary>As GitHub's runner reads a line: <c>::name a=b,c=d::data</c> at its beginning.</summary>
    internal static RunnerCommand? OfGitHub(string line)
    {
        var text = line.TrimStart();
        if (!text.StartsWith("::", StringComparison.Ordinal) || text.IndexOf("::", 2, StringComparison.Ordinal) is not (> 0 and var end))
            return null;
        var parts = text[2..end].Split(' ', 2);
        return new RunnerCommand(
            parts[0],
            Parsed(parts.ElementAtOrDefault(1) ?? "", ',', value => Decoded(value, ("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))),
            Decoded(text[(end + 2)..], ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")));
    }

    /// <summary>As Azure's agent reads a line: <c>##vso[area.name a=b;c=d]data</c> anywhere in it.</summary>
    internal static RunnerCommand? OfAzure(string line)
    {
        const string Prefix = "##vso[";
        var start = line.IndexOf(Prefix, StringComparison.Ordinal);
        if (start < 0 || line.IndexOf(']', start) is not (> 0 and var end))
            return null;
        static string Decode(string value) => Decoded(value, ("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%AZP25", "%"));
        var parts = line[(start + Prefix.Length)..end].Split(' ', 2);
        return new RunnerCommand(parts[0], Parsed(parts.ElementAtOrDefault(1) ?? "", ';', Decode), Decode(line[(end + 1)..]));
    }

    private static Dictionary<string, string> Parsed(string text, char separator, Func<string, string> decode) => text
        .Split(separator, StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2)
        .ToDictionary(pair => pair[0], pair => decode(pair[1]), StringComparer.Ordinal);

    private static string Decoded(string text, params (string From, string To)[] escapes) =>
        escapes.Aggregate(text, (done, one) => done.Replace(one.From, one.To, StringComparison.Ordinal));
}

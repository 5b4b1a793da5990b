namespace Arize.TaskLint.Core.Model;

/// <summary>
/// A name as results label their parts with it: each finding repeats the name of its task, so of a very long one only both ends are kept.
/// </summary>
public static class LongName
{
    private const int Longest = 300;
    private const int Kept = 140;

    /// <summary>The name itself, or its two ends with <c>…</c> between them.</summary>
    public static string Of(string name)
    {
        if (name.Length <= Longest)
            return name;
        var head = char.IsHighSurrogate(name[Kept - 1]) ? Kept - 1 : Kept;
        var tail = char.IsLowSurrogate(name[name.Length - Kept]) ? Kept - 1 : Kept;
        return name.Substring(0, head) + "…" + name.Substring(name.Length - tail);
    }
}

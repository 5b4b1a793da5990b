using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Testing;

/// <summary>A rule's page, in its parts.</summary>
public sealed class RulePage
{
    private readonly Dictionary<string, string> sections = new(StringComparer.Ordinal);

    private RulePage(string text)
    {
        var parts = text.Split("\n## ");
        Head = parts[0].TrimEnd('\n').Split('\n');
        Headings = [.. parts.Skip(1).Select(part => part.Split('\n')[0])];
        foreach (var part in parts.Skip(1))
            sections.Add(part.Split('\n')[0], part[(part.IndexOf('\n') + 1)..]);
    }

    /// <summary>Where the pages are.</summary>
    public static string Folder { get; } = Repository.PathOf("src", "Arize.TaskLint.Core", "Rules", "pages");

    /// <summary>The lines before the first heading of the second level.</summary>
    public IReadOnlyList<string> Head { get; }

    /// <summary>The headings of the second level.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>Whether the page says why the rule cannot be broken in C#, in place of code that breaks it.</summary>
    public bool IsWithoutCode => Section("Bad").Split('\n').Any(line => line.StartsWith("In C#: ", StringComparison.Ordinal));

    /// <summary>The page of a rule.</summary>
    public static RulePage Of(Rule rule) => new(File.ReadAllText(Path.Combine(Folder, $"{rule.Id}.md")));

    /// <summary>A section's text.</summary>
    public string Section(string heading) => sections[heading];

    /// <summary>The contents of a section's fenced blocks in a language.</summary>
    public IReadOnlyList<string> Blocks(string heading, string language)
    {
        var fence = $"```{language}\n";
        return [.. sections[heading].Split(fence).Skip(1).Select(block => block[..(block.IndexOf("```", StringComparison.Ordinal))])];
    }

    /// <summary>What stands in backticks on the line of a section that begins so.</summary>
    public IReadOnlyList<string> Quoted(string heading, string beginning)
    {
        var line = Section(heading).Split('\n').Single(line => line.StartsWith(beginning, StringComparison.Ordinal));
        return [.. line.Split('`').Where((_, i) => i % 2 == 1)];
    }
}

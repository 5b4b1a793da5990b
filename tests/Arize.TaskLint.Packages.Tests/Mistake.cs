using System.Text;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Packages.Tests;

/// <summary>
/// A mistake, once in C# and once in YAML: a file of Mistakes/, which is called as the rule. <c>{|ATL2004:25|0.25|}</c> marks what the rule
/// is to be told at, and what stands there once it is corrected; without an ID it is a part of the correction.
/// </summary>
internal sealed record Mistake(string Rule, string CSharp, string Yaml)
{
    private const string CSharpHead = "--- C#\n";
    private const string YamlHead = "--- YAML\n";

    /// <summary>All of them, in the order of the rules.</summary>
    internal static IReadOnlyList<Mistake> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("tests", "Arize.TaskLint.Packages.Tests", "Mistakes"), "*.txt").Order(StringComparer.Ordinal).Select(Read),
    ];

    /// <summary>Where its catalog is written.</summary>
    internal string CSharpFile => $"Catalogs/{Rule}.cs";

    /// <summary>Where its declarations in YAML are written.</summary>
    internal string YamlFile => $"arize/{Rule}.arize.yaml";

    /// <summary>The text with the marks taken out.</summary>
    /// <param name="marked">The text.</param>
    /// <param name="isCorrected">Whether the corrections are made.</param>
    /// <param name="marks">The rules that are marked, and where: line and column, from 1.</param>
    internal static string Unmarked(string marked, bool isCorrected, out IReadOnlyList<(string Rule, int Line, int Column)> marks)
    {
        var found = new List<(string, int, int)>();
        var text = new StringBuilder();
        var rest = marked.AsSpan();
        while (rest.IndexOf("{|") is var start and >= 0)
        {
            text.Append(rest[..start]);
            rest = rest[(start + 2)..];
            var colon = rest.IndexOf(':');
            var rule = rest[..colon].ToString();
            rest = rest[(colon + 1)..];
            var end = rest.IndexOf("|}");
            var content = rest[..end].ToString();
            rest = rest[(end + 2)..];
            var bar = content.LastIndexOf('|');
            var (wrong, right) = bar < 0 ? (content, content) : (content[..bar], content[(bar + 1)..]);
            if (rule.Length > 0)
                found.Add(Position(rule, text));
            text.Append(isCorrected ? right : wrong);
        }

        marks = found;
        return text.Append(rest).ToString();
    }

    private static (string, int, int) Position(string rule, StringBuilder before)
    {
        var text = before.ToString();
        return (rule, text.Count(c => c == '\n') + 1, text.Length - text.LastIndexOf('\n'));
    }

    private static Mistake Read(string path)
    {
        var text = File.ReadAllText(path);
        var yaml = text.IndexOf(YamlHead, StringComparison.Ordinal);
        var body = text[CSharpHead.Length..yaml];
        var rule = Path.GetFileNameWithoutExtension(path);
        var code = $$"""
            using Arize.TaskLint;

            public sealed class {{rule}} : TaskCatalog
            {
                protected override void Declare(TaskCatalogBuilder tasks)
                {
            {{string.Concat(body.TrimEnd('\n').Split('\n').Select(line => $"        {line}\n"))}}    }
            }

            """;
        return new Mistake(rule, code, text[(yaml + YamlHead.Length)..]);
    }
}

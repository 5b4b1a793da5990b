using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Core.Tests.Fixes;

/// <summary>Fixes texts, as <c>lint --fix</c> does.</summary>
internal static class FixRun
{
    /// <summary>The variables that the corpus is read with.</summary>
    internal static readonly Dictionary<string, string> Variables = new()
    {
        ["RATE"] = "0.1",
        ["EMPTY"] = "",
        ["PROJECT"] = "support-bot",
        ["SPACE"] = "production",
        ["YES"] = "yes",
    };

    /// <summary>What the rules say of a text.</summary>
    internal static IReadOnlyList<Finding> Lint(SourceFile file) =>
        Linter.Check([new DeclarationReader(name => Variables.GetValueOrDefault(name)).Read(file)], new SpaceSettings());

    /// <summary>What the rules say of a text.</summary>
    internal static IReadOnlyList<Finding> Lint(string text) => Lint(new SourceFile("t.arize.yaml", text));

    /// <summary>The text after one round of all fixes, or of those of some rules.</summary>
    internal static string Once(string text, Func<Finding, bool>? isWanted = null) => Round(text, isWanted ?? (_ => true), out _);

    /// <summary>The text when nothing is left to fix.</summary>
    internal static string All(string text, Func<Finding, bool>? isWanted = null)
    {
        for (var round = 0; round < 30; round++)
        {
            var next = Round(text, isWanted ?? (_ => true), out var count);
            Assert.Equal(count == 0, next == text);
            if (count == 0)
                return text;
            text = next;
        }

        throw new InvalidOperationException($"never done:\n{text}");
    }

    private static string Round(string text, Func<Finding, bool> isWanted, out int count)
    {
        var file = new SourceFile("t.arize.yaml", text);
        var fixes = Lint(file).Where(isWanted).Select(finding => finding.Fix).OfType<Fix>();
        return new YamlFixWriter(file, fixes).Apply(out count);
    }
}

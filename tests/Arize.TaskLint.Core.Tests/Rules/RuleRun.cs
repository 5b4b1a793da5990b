using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Snapshots;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Core.Tests.Rules;

/// <summary>Runs the rules over texts, as <c>lint</c> and <c>check --live</c> do, with no environment variable set.</summary>
internal static class RuleRun
{
    private static readonly DateTime Today = new(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Reads a declaration.</summary>
    internal static TaskDocument Read(string path, string text) =>
        new DeclarationReader(_ => null).Read(new SourceFile(path, text));

    /// <summary>What the rules say of the documents together.</summary>
    internal static IReadOnlyList<Finding> Lint(params TaskDocument[] documents) =>
        Linter.Check(documents, new SpaceSettings());

    /// <summary>What the rules say of a document, and of its tasks beside a saved answer of the API.</summary>
    internal static IReadOnlyList<Finding> Check(TaskDocument document, string json)
    {
        List<Problem> problems = [];
        var roots = YamlTreeReader.Read(new SourceFile("live.json", json), _ => null, problems);
        Assert.Empty(problems);
        var snapshot = new Snapshot("live.json");
        Assert.Null(snapshot.Add(Assert.Single(roots!)));
        return [.. Lint(document), .. new DriftCheck(isStrict: false, Today).Check(snapshot.Find(document.Tasks)).Findings];
    }
}

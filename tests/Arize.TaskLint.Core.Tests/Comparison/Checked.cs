using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Testing.Generation;

namespace Arize.TaskLint.Core.Tests.Comparison;

/// <summary>What a check says of declarations beside live tasks.</summary>
internal sealed record Checked(IReadOnlyList<TaskResult> Tasks, IReadOnlyList<Finding> Findings)
{
    internal static readonly DateTime Today = new(2026, 8, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The result of the only task.</summary>
    internal TaskResult Task => Assert.Single(Tasks);

    /// <summary>The findings as their rules' IDs.</summary>
    internal IEnumerable<string> Rules => Findings.Select(finding => finding.Rule.Id);

    /// <summary>Checks one task against a live one.</summary>
    /// <param name="yaml">The declaration.</param>
    /// <param name="live">The members of the live task, as JSON.</param>
    /// <param name="names">The resources that have names, by name.</param>
    /// <param name="isStrict">Whether fields that are not declared must be unset.</param>
    internal static Checked One(string yaml, string live, Dictionary<string, string[]>? names = null, bool isStrict = false) =>
        By(new DriftCheck(isStrict, Today), (Assert.Single(Read(yaml)), Found(live, names)));

    /// <summary>A live task that was found.</summary>
    internal static LiveAnswer Found(string live, Dictionary<string, string[]>? names = null) => new LiveAnswer.Found(Live(live), Resolver(names ?? []));

    /// <summary>Checks tasks against what was found of them.</summary>
    internal static Checked All(params (TaskDeclaration Declared, LiveAnswer Live)[] cases) =>
        By(new DriftCheck(isStrict: false, Today), cases);

    /// <summary>The tasks of a text; variables are never set.</summary>
    internal static IReadOnlyList<TaskDeclaration> Read(string yaml) =>
        new DeclarationReader(_ => null).Read(new SourceFile("a.arize.yaml", yaml)).Tasks;

    /// <summary>What a drift check says of tasks beside what was found of them.</summary>
    internal static Checked By(DriftCheck drift, params (TaskDeclaration Declared, LiveAnswer Live)[] cases)
    {
        var (tasks, findings) = drift.Check([.. cases.Select(one => new TaskCase(one.Declared, one.Live))]);
        return new Checked(tasks, findings);
    }

    private static ObjectView Live(string live) => JsonTasks.Live(JsonNode.Parse(live)!.AsObject());

    private static NameResolver Resolver(Dictionary<string, string[]> names) => (ResourceKind kind, string name) => names.GetValueOrDefault(name) switch
    {
        null => new NameResolution.Unresolved(new LiveFailure($"no {kind} has the name '{name}'", IsShared: false)),
        [var id] => new NameResolution.Found(id),
        var ids => new NameResolution.Ambiguous(ids),
    };
}

using System.Text.Json;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Snapshots;
using Arize.TaskLint.Core.Trials;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Reporting.Tests;

/// <summary>Results made by the real reader, the real rules and the real comparison.</summary>
internal static class Results
{
    private static readonly DateTime Today = new(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc);

    internal static RunResult Lint(string yaml, string path = "arize/support.arize.yaml")
    {
        var document = Read(path, yaml);
        var fixable = new FixRounds((_, finding) => finding.Severity).FixableIn(document.File)
            .ToDictionary(finding => (finding.Rule, finding.Place.Start), finding => finding.Proposed);
        var findings = Shown(document).Select(finding => finding with { Proposed = fixable.GetValueOrDefault((finding.Rule, finding.Place.Start)) });
        return new RunResult(document.Tasks.Count, [.. findings], [], IsComparison: false);
    }

    /// <summary>Compares each declared task with the live one at its position; an answer that is null stands for a missing task.</summary>
    internal static RunResult Check(string yaml, params string?[] live)
    {
        var document = Read("arize/support.arize.yaml", yaml);
        return Check(document, [.. document.Tasks.Select((task, i) => new TaskCase(task, Answer(live[i])))]);
    }

    /// <summary>The same, of a declaration in a file of any name.</summary>
    internal static RunResult CheckIn(string path, string yaml, params string?[] live)
    {
        var document = Read(path, yaml);
        return Check(document, [.. document.Tasks.Select((task, i) => new TaskCase(task, Answer(live[i])))]);
    }

    /// <summary>
    /// Compares each declared task with the one at its position in the base and in the live tasks; null stands for a task that is not there.
    /// </summary>
    internal static RunResult ThreeWay(string yaml, string[] atBase, string?[] live)
    {
        var document = Read("arize/support.arize.yaml", yaml);
        var cases = document.Tasks.Select((task, i) => new TaskCase(task, Answer(live[i]), atBase[i].Length > 0 ? Read("base", atBase[i]).Tasks.Single() : null)).ToList();
        var (tasks, findings) = new DriftCheck(isStrict: false, Today) { HasBase = true }.Check(cases);
        return new RunResult(tasks.Count, [.. Shown(document), .. findings], tasks, IsComparison: true) { HasBase = true };
    }

    /// <summary>Compares declarations, and looks for live tasks that nothing declares.</summary>
    internal static RunResult WithUnmanaged(string yaml, params string[] live)
    {
        var document = Read("arize/support.arize.yaml", yaml);
        var cases = document.Tasks.Select((task, i) => new TaskCase(task, Answer(live[i]))).ToList();
        var result = Check(document, cases);
        // The API's answers have no places.
        var snapshot = new Snapshot("live.json");
        snapshot.Add(NodeOf(JsonElement.Parse($"[{string.Join(", ", live)}]")));
        var listing = new LiveListing([.. snapshot.Tasks], null);
        var found = new UnmanagedCheck(UnmanagedSet.Empty, Today).Check(listing, cases, [], hasAllDeclarations: true);
        return result with { Findings = [.. result.Findings, .. found.Findings], Tasks = [.. result.Tasks, .. found.Tasks], LiveTasks = found.LiveTasks };
    }

    /// <summary>Accepts the findings that are chosen.</summary>
    internal static RunResult Accepting(RunResult result, Func<Finding, Acceptance?> how) =>
        result with { Findings = [.. result.Findings.Select(finding => how(finding) is { } one ? finding with { Accepted = one } : finding)] };

    /// <summary>Tries the declared tasks on spans, which a file of 500 is said to have.</summary>
    internal static RunResult Try(string yaml, string spans)
    {
        var document = Read("arize/support.arize.yaml", yaml);
        var (trial, findings) = RuleRun.Trial(document, spans, [new SampleFile("spans.json", IsOfSpans: true, 500) { Limit = 500, Project = "support-bot" }]);
        return new RunResult(document.Tasks.Count, findings, [], IsComparison: false) { Trial = trial };
    }

    internal static RunResult Undetermined(string yaml, string reason, bool isShared)
    {
        var document = Read("arize/support.arize.yaml", yaml);
        var cause = new LiveFailure(reason, isShared);
        return Check(document, [.. document.Tasks.Select(task => new TaskCase(task, new LiveAnswer.Undetermined(cause)))]);
    }

    private static RunResult Check(TaskDocument document, List<TaskCase> answers)
    {
        var (tasks, findings) = new DriftCheck(isStrict: false, Today).Check(answers);
        return new RunResult(tasks.Count, [.. Shown(document), .. findings], tasks, IsComparison: true);
    }

    private static Node NodeOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new MappingNode(Place.None, [.. json.EnumerateObject().Select(one => new Entry(Text(one.Name), NodeOf(one.Value)))]),
        JsonValueKind.Array => new ListNode(Place.None, [.. json.EnumerateArray().Select(NodeOf)]),
        JsonValueKind.String => Text(json.GetString()!),
        _ => new ScalarNode(Place.None, json.GetRawText(), isPlain: true),
    };

    private static ScalarNode Text(string text) => new(Place.None, text, isPlain: false);

    private static LiveAnswer Answer(string? live) => live is null
        ? new LiveAnswer.Missing("in space production")
        : new LiveAnswer.Found(Read("live", live).Tasks.Single().View, Resolve);

    private static NameResolution.Found Resolve(Core.Schema.ResourceKind kind, string name) => new NameResolution.Found($"ID-of-{name}");

    private static TaskDocument Read(string path, string yaml) => new DeclarationReader(_ => null).Read(new SourceFile(path, yaml));

    // As the tool hands them over: silent findings are for those who ask for them.
    private static List<Finding> Shown(TaskDocument document) =>
        [.. Linter.Check([document], new SpaceSettings()).Where(finding => finding.Severity >= Severity.Suggestion)];
}

using System.Text;
using System.Text.Json;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Patterns;
using Arize.TaskLint.Core.Policies;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Runs;
using Arize.TaskLint.Core.Snapshots;
using Arize.TaskLint.Core.Suppressions;
using Arize.TaskLint.Core.Trials;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Testing;

/// <summary>Runs the rules over texts, as <c>lint</c> and <c>check --live</c> do, with no environment variable set.</summary>
public static class RuleRun
{
    private static readonly DateTime Today = new(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Reads a declaration.</summary>
    public static TaskDocument Read(string path, string text) =>
        new DeclarationReader(_ => null).Read(new SourceFile(path, text));

    /// <summary>What the rules say of the documents together, but for what is suppressed.</summary>
    public static IReadOnlyList<Finding> Lint(params TaskDocument[] documents) => Lint(null, documents);

    /// <summary>What the rules and policies say of the documents together, but for what is suppressed.</summary>
    public static IReadOnlyList<Finding> Lint(PolicySet? policies, params TaskDocument[] documents)
    {
        var run = Run(policies, documents);
        var terms = new SuppressionTerms(Today) { IsInForce = (rule, _) => rule.DefaultSeverity != Severity.None || policies?.TurnsOn(rule) is not null };
        return Counting(run, run.Finish(), terms);
    }

    /// <summary>The policies of the text of a settings file.</summary>
    public static PolicySet Policies(string settings)
    {
        var file = new SourceFile("tasklint.yaml", settings);
        List<Problem> problems = [];
        var root = (MappingNode)YamlTreeReader.Read(file, _ => null, problems)!.Single();
        var entries = root["policies"] is ListNode list ? list.Items.Cast<MappingNode>() : [];
        var policies = PolicySet.Read([.. entries.Select(entry => new Binder().BindMapping(PolicyFields.Spec, entry, problems))], new PatternRun(), problems);
        return problems.Count == 0 ? policies : throw new FormatException(string.Join('\n', problems.Select(Linter.Describe).Select(finding => finding?.Message)));
    }

    /// <summary>What the rules say of a document, and of its tasks beside a saved answer of the API.</summary>
    /// <param name="document">The document.</param>
    /// <param name="json">The answer; several may stand behind each other.</param>
    /// <param name="policies">The policies.</param>
    /// <param name="findsUnmanaged">Whether live tasks are reported that the document does not declare.</param>
    /// <param name="locked">The text of a lock that evaluators are compared with; null for none.</param>
    /// <param name="checksHealth">Whether the runs of continuous tasks are judged, on the day of the run.</param>
    /// <exception cref="InvalidOperationException">The text is no answer of the API.</exception>
    public static IReadOnlyList<Finding> Check(
        TaskDocument document, string json, PolicySet? policies = null, bool findsUnmanaged = false, bool checksHealth = false, string? locked = null)
    {
        var snapshot = new Snapshot("live.json");
        foreach (var value in Values(json))
        {
            List<Problem> problems = [];
            var roots = YamlTreeReader.Read(new SourceFile("live.json", value), _ => null, problems);
            if (problems.Count > 0 || roots is not [var root] || snapshot.Add(root) is not null)
                throw new InvalidOperationException($"no answer of the API:\n{value}");
        }

        var answers = snapshot.Find(document.Tasks);
        var run = Run(policies, document);
        var drift = new DriftCheck(isStrict: false, Today)
        {
            Policies = policies ?? PolicySet.Empty,
            Runs = snapshot.RunLists.SelectMany(TaskRuns.Read).ToLookup(one => one.Task, one => one.Run, StringComparer.Ordinal),
        };
        IReadOnlyList<Finding> findings =
        [
            .. run.Finish(),
            .. drift.Check(answers).Findings,
            .. findsUnmanaged
                ? new UnmanagedCheck(UnmanagedSet.Empty, Today).Check(snapshot.ListFor(document.Tasks), answers, [], hasAllDeclarations: true).Findings
                : [],
            .. checksHealth ? HealthOf(snapshot, answers) : [],
            .. locked is not null ? LockOf(locked).Check(snapshot.FindEvaluators(answers)) : [],
            .. new EvaluatorCheck(_ => true).Check(snapshot.FindEvaluators(answers)),
        ];
        return Counting(run, findings, new SuppressionTerms(Today) { HasLive = true });
    }

    /// <summary>What the rules say of a document, and of its tasks on exported spans.</summary>
    /// <param name="document">The document.</param>
    /// <param name="json">The spans, as a list.</param>
    public static IReadOnlyList<Finding> Try(TaskDocument document, string json)
    {
        var run = Run(null, document);
        IReadOnlyList<Finding> findings = [.. run.Finish(), .. Trial(document, json, []).Findings];
        return Counting(run, findings, new SuppressionTerms(Today));
    }

    /// <summary>What came of trying the tasks of a document on exported spans, and what is said of it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="json">The spans, as a list.</param>
    /// <param name="files">The files that the spans are said to be from.</param>
    public static (TrialResult Result, IReadOnlyList<Finding> Findings) Trial(TaskDocument document, string json, IReadOnlyList<SampleFile> files)
    {
        var check = new TryCheck([.. document.Tasks.Select(task => (task, (LiveAnswer?)null))], [], hasSpans: true, hasRuns: false);
        using var spans = JsonDocument.Parse(json);
        foreach (var span in spans.RootElement.EnumerateArray())
            check.TakeSpan(new SampleRow(span, check.Spans, check.SeenSpans), null);
        return check.Finish(files, isFiltered: false);
    }

    private static LockCheck LockOf(string text)
    {
        List<Problem> problems = [];
        var known = EvaluatorLock.Read(new SourceFile("tasklint.lock", text), problems);
        return problems.Count == 0 ? new LockCheck(known) { IsUnreadReported = true } : throw new InvalidOperationException($"no lock:\n{text}");
    }

    private static IReadOnlyList<Finding> HealthOf(Snapshot snapshot, IReadOnlyList<TaskCase> cases)
    {
        var saved = new SavedRuns(snapshot);
        var health = new TaskHealth(HealthTerms.Default, Today) { Saved = snapshot.Label, SavedAfter = saved.Latest };
        return new HealthCheck(health, saved.Of(cases.Select(one => one.Live).OfType<LiveAnswer.Found>().Select(found => found.Task))).Check(cases);
    }

    private static LintRun Run(PolicySet? policies, params TaskDocument[] documents)
    {
        var run = new LintRun(new SpaceSettings(), keepsTasks: false) { KeepsFixes = true, Policies = policies ?? PolicySet.Empty, Today = Today };
        foreach (var document in documents)
            run.Add(document);
        return run;
    }

    private static List<Finding> Counting(LintRun run, IReadOnlyList<Finding> findings, SuppressionTerms terms) =>
        [.. new SuppressionCheck(run.Suppressions, terms with { Files = run.Files }).Apply(findings).Where(finding => !finding.IsSuppressed)];

    // Several answers may stand behind each other, which JSON reads and YAML does not.
    private static List<string> Values(string json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { AllowMultipleValues = true });
        var values = new List<string>();
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            values.Add(Encoding.UTF8.GetString(utf8, start, (int)reader.BytesConsumed - start));
        }

        return values;
    }
}

using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Suppressions;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Judging;

/// <summary>
/// A run of the rules over files, task by task as they are read: what a task does not leave behind in a finding is let go, so that a
/// large file takes no more memory than its text.
/// </summary>
/// <param name="spaces">Which space each task is in.</param>
/// <param name="keepsTasks">Whether the tasks are wanted afterwards, to compare them.</param>
public sealed class LintRun(SpaceSettings spaces, bool keepsTasks)
{
    private static readonly TaskRule[] TaskRules = [.. RuleCatalogue.All.OfType<TaskRule>()];
    private static readonly SetRule[] SetRules = [.. RuleCatalogue.All.OfType<SetRule>()];

    private readonly List<Finding> findings = [];
    private readonly List<TaskHeader> headers = [];
    private readonly List<Suppression> suppressions = [];
    private readonly HashSet<Place> judgedEntries = [];
    private IgnoreUse? ignoreUse;
    private JudgeQueue? queue;
    private readonly List<TaskDeclaration> tasks = [];
    private readonly Dictionary<string, int> order = new(StringComparer.Ordinal);

    /// <summary>The lines of code that declare parts of several tasks.</summary>
    public SharedPlaces Shared { get; } = new();

    /// <summary>Whether the fixes are wanted; they hold on to the tasks that they would change.</summary>
    public bool KeepsFixes { get; init; }

    /// <summary>Whether the tasks of a file are judged on a second thread while the file is read; what is found is the same.</summary>
    public bool JudgesBeside { get; init; }

    /// <summary>What the team asks of its tasks.</summary>
    public PolicySet Policies { get; init; } = PolicySet.Empty;

    /// <summary>The day, in UTC, by which <c>ignore</c> entries end; null where it is not known, and then nothing is said of them.</summary>
    public DateTime? Today { get; init; }

    /// <summary>The drift that the settings ignore across tasks.</summary>
    public IgnoreSet Ignore { get; init; } = IgnoreSet.Empty;

    /// <summary>The live tasks that the team leaves undeclared.</summary>
    public UnmanagedSet Unmanaged { get; init; } = UnmanagedSet.Empty;

    /// <summary>Whether no task that the settings are for is left out of the run.</summary>
    public bool HasAllTasks { get; set; }

    /// <summary>What the comments of the files suppress.</summary>
    public IReadOnlyList<Suppression> Suppressions => suppressions;

    /// <summary>Notes what is suppressed from outside of the documents.</summary>
    public void Suppress(IEnumerable<Suppression> further) => suppressions.AddRange(further);

    /// <summary>The position of each file, by what results call it, in the order in which the files were read.</summary>
    public IReadOnlyDictionary<string, int> Files => order;

    /// <summary>How many tasks were read.</summary>
    public int TaskCount => headers.Count;

    /// <summary>The tasks, in the order of the files; empty where they are not kept.</summary>
    public IReadOnlyList<TaskDeclaration> Tasks => tasks;

    /// <summary>Reads a file and runs the rules over its tasks.</summary>
    /// <param name="reader">Reads.</param>
    /// <param name="file">The file's text.</param>
    public void Read(DeclarationReader reader, SourceFile file)
    {
        var (findingsBefore, tasksBefore) = (findings.Count, headers.Count);
        queue = JudgesBeside ? new JudgeQueue(Judged) : null;
        IReadOnlyList<Problem> problems;
        bool isReadable;
        try
        {
            problems = reader.Read(file, Add, suppressions.Add, out isReadable);
        }
        finally
        {
            queue?.Finish();
            queue = null;
        }

        if (!isReadable)
        {
            // Half a file declares nothing: what its first tasks gave rise to is taken back.
            findings.RemoveRange(findingsBefore, findings.Count - findingsBefore);
            headers.RemoveRange(tasksBefore, headers.Count - tasksBefore);
            if (keepsTasks)
                tasks.RemoveRange(tasksBefore, tasks.Count - tasksBefore);
        }

        Add(file, problems);
    }

    /// <summary>Runs the rules over a document that was read already.</summary>
    public void Add(TaskDocument document)
    {
        foreach (var task in document.Tasks)
        {
            if (task.Document is { IsCode: true })
                Shared.Add(task);
            Add(task);
        }

        suppressions.AddRange(document.Suppressions);
        Add(document.File, document.Problems);
    }

    /// <summary>What the rules say, in the order of the files and of their text.</summary>
    public IReadOnlyList<Finding> Finish()
    {
        findings.AddRange(JudgeTogether(headers, spaces));
        if (Today is { } today)
        {
            findings.AddRange((ignoreUse ?? new IgnoreUse(Ignore, today)).Findings(HasAllTasks && headers.Count > 0));
            findings.AddRange(Unmanaged.All.Where(entry => !entry.IsInForce(today)).Select(SuppressionInForce.Rule.Report));
        }

        foreach (var finding in findings)
            Note(finding.Place.File);
        return
        [
            .. Shared.Mark(findings)
                .OrderBy(finding => finding.Place.File is { } file ? order[file.Path] : -1)
                .ThenBy(finding => finding.Place.Start)
                .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>What the rules say of a task by itself.</summary>
    internal static IEnumerable<Finding> Judge(TaskDeclaration task) => VariableShield.Judge(task, JudgeOpenly);

    private static IEnumerable<Finding> JudgeOpenly(TaskDeclaration task) =>
        task.Problems.Select(ProblemRules.Describe).OfType<Finding>()
            .Concat(TaskRules.Where(rule => rule.Concerns(task)).SelectMany(rule => rule.Check(task)));

    /// <summary>What the rules over all declarations together say.</summary>
    internal static IEnumerable<Finding> JudgeTogether(IReadOnlyList<TaskHeader> tasks, SpaceSettings spaces) =>
        SetRules.SelectMany(rule => rule.Check(tasks, spaces));

    /// <summary>What the rules that a live task can break say of it.</summary>
    internal static IEnumerable<Finding> CheckLive(TaskDeclaration live) =>
        TaskRules.Where(rule => rule.Traits.ChecksLive && rule.Concerns(live)).SelectMany(rule => rule.Check(live));

    private void Add(TaskDeclaration task)
    {
        headers.Add(new TaskHeader(task));
        if (keepsTasks)
            tasks.Add(task);
        if (queue is not null)
            queue.Add(task);
        else
            Judged(task);
    }

    // Everything that this touches belongs to the queue until it has finished.
    private void Judged(TaskDeclaration task)
    {
        if (task.View.Node.HoldsVariables)
            Add(VariableShield.Judge(task, one => Policies == PolicySet.Empty ? JudgeOpenly(one) : JudgeOpenly(one).Concat(Policies.Check(one))));
        else
            AddAll(task);

        if (Today is not { } today)
            return;
        if (Ignore != IgnoreSet.Empty)
            (ignoreUse ??= new IgnoreUse(Ignore, today)).Note(task);
        if (!task[TaskFields.Ignore].IsAbsent)
            AddEntries(task, today);
    }

    // As Judge does, without its enumerators: ten thousand tasks pass here in a fraction of a second.
    private void AddAll(TaskDeclaration task)
    {
        AddProblems(task.Problems);
        foreach (var rule in TaskRules)
        {
            if (rule.Concerns(task))
                Add(rule.Check(task));
        }

        if (Policies != PolicySet.Empty)
            Add(Policies.Check(task));
    }

    // Tasks may share a list of entries; each entry has one place.
    private void AddEntries(TaskDeclaration task, DateTime today)
    {
        foreach (var entry in IgnoreEntry.Of(task))
        {
            if (!judgedEntries.Add(entry.Place))
                continue;
            if (!entry.IsInForce(today))
                findings.Add(SuppressionInForce.Rule.Report(task, entry));
            else if (entry.PathProblem is { } problem)
                findings.Add(SuppressionMatches.Rule.Report(task, entry, problem));
        }
    }

    private void Add(IEnumerable<Finding> found)
    {
        foreach (var finding in found)
            findings.Add(Kept(finding));
    }

    private Finding Kept(Finding finding) => KeepsFixes || finding.Fix is null ? finding : finding with { Fix = null, HadFix = true };

    private void Add(SourceFile file, IReadOnlyList<Problem> problems)
    {
        Note(file);
        AddProblems(problems);
    }

    // What C# declares may come from several files.
    private void Note(SourceFile? file)
    {
        if (file is not null && !order.ContainsKey(file.Path))
            order.Add(file.Path, order.Count);
    }

    private void AddProblems(IReadOnlyList<Problem> problems)
    {
        if (problems.Count == 0)
            return;
        foreach (var problem in problems)
        {
            if (ProblemRules.Describe(problem) is { } finding)
                findings.Add(Kept(finding));
        }
    }
}

using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules;

/// <summary>A rule over declarations. It knows the tree, and neither files, the console nor the compiler.</summary>
/// <param name="id">The ID, <c>ATLnnnn</c>.</param>
/// <param name="defaultSeverity">How much its findings weigh.</param>
/// <param name="title">What it says, in one line for lists of rules.</param>
public abstract class Rule(string id, Severity defaultSeverity, string title)
{
    /// <summary>The ID, <c>ATLnnnn</c>.</summary>
    public string Id { get; } = id;

    /// <summary>The category, as <c>.editorconfig</c> names it: <c>Arize.DataSource</c>.</summary>
    public string Category { get; } = RuleCategory.Of(id);

    /// <summary>How much its findings weigh.</summary>
    public Severity DefaultSeverity { get; } = defaultSeverity;

    /// <summary>What it says, in one line.</summary>
    public string Title { get; } = title;

    /// <summary>Where the rule's page can be read, below the project's public address; null where that is not known.</summary>
    public string? PageUnder(string? publicAddress) => publicAddress is null ? null : $"{publicAddress}/src/Arize.TaskLint.Core/Rules/pages/{Id}.md";

    /// <summary>Whether the rule needs the live task, so that it is silent offline.</summary>
    public virtual bool NeedsLive => false;

    /// <summary>
    /// Whether only the tool can judge the rule, and no compiler: it needs the live task, the environment, the settings or the date of a run.
    /// </summary>
    public virtual bool IsForToolOnly => NeedsLive;

    /// <summary>Whether only declarations in code can break the rule, and none in YAML.</summary>
    public virtual bool IsForCodeOnly => false;

    /// <summary>Whether the rule is off until <c>tasklint.yaml</c> says what the team asks for.</summary>
    public virtual bool NeedsSettings => false;

    /// <summary>Whether a live task can break the rule, which is then reported as ATL7005.</summary>
    public virtual bool ChecksLive => false;

    /// <summary>
    /// Whether nothing hides its findings: no setting, suppression or baseline. It says that something is not known, which nobody can accept as known.
    /// </summary>
    public virtual bool IsAlwaysTold => false;

    /// <summary>Whether findings may come with a fix.</summary>
    public virtual bool HasFix => false;

    /// <summary>
    /// A cheap look at a task that spares the rest: false where the rule has nothing to say. Most rules have nothing to say of most tasks,
    /// and ten thousand tasks are read in a fraction of a second.
    /// </summary>
    public virtual bool Concerns(TaskDeclaration task) => true;

    /// <summary>What the rule says of a task that it concerns.</summary>
    public virtual IEnumerable<Finding> Check(TaskDeclaration task) => [];

    /// <summary>A finding at a place.</summary>
    protected Finding Report(TaskDeclaration task, Place place, string? path, string message) =>
        new(this, place, message) { Task = task.Label, Path = path, NamesTask = task.IsOutside(place) };

    /// <summary>A finding about a field that may not stand where it stands: it points at the key.</summary>
    protected Finding ReportKey(TaskDeclaration task, FieldValue field, string message) =>
        Report(task, field.KeyPlace, field.Spec!.Name, message);

    /// <summary>A finding about a field's value.</summary>
    protected Finding ReportValue(TaskDeclaration task, FieldValue field, string message) =>
        Report(task, field.Head, field.Spec!.Name, message);
}

/// <summary>A rule over what reading a declaration found: one kind of problem, one rule.</summary>
public abstract class ProblemRule(string id, Severity defaultSeverity, string title) : Rule(id, defaultSeverity, title)
{
    /// <summary>The kind of problem that the rule is for.</summary>
    internal abstract Type ProblemType { get; }

    /// <summary>What the rule says of a problem, or null where it keeps quiet.</summary>
    internal abstract Finding? Report(Problem problem);
}

/// <summary>A rule over one kind of problem.</summary>
/// <typeparam name="T">The kind.</typeparam>
public abstract class ProblemRule<T>(string id, Severity defaultSeverity, string title) : ProblemRule(id, defaultSeverity, title)
    where T : Problem
{
    internal override Type ProblemType => typeof(T);

    /// <summary>Whether the rule has something to say of the problem.</summary>
    protected virtual bool Concerns(T problem) => true;

    /// <summary>What is wrong.</summary>
    protected abstract string Message(T problem);

    /// <summary>Whether the problem keeps declarations from being read.</summary>
    protected virtual bool LosesDeclarations(T problem) => false;

    /// <summary>How much the finding weighs.</summary>
    protected virtual Severity SeverityOf(T problem) => DefaultSeverity;

    /// <summary>How it is written, as a few lines of YAML; null where the message is enough.</summary>
    protected virtual string? ExampleOf(T problem) => null;

    /// <summary>Further places that the problem is about.</summary>
    protected virtual IReadOnlyList<Place> RelatedTo(T problem) => [];

    /// <summary>What would end the problem, or null.</summary>
    protected virtual Fix? FixOf(T problem) => null;

    internal override Finding? Report(Problem problem) => problem is T own && Concerns(own)
        ? new Finding(this, own.Place, Message(own))
        {
            Task = own.Task?.Label,
            Path = own.Path.Length > 0 ? own.Path : null,
            NamesTask = own.Task?.IsOutside(own.Place) ?? false,
            Severity = SeverityOf(own),
            LosesDeclarations = LosesDeclarations(own),
            Example = ExampleOf(own),
            Related = RelatedTo(own),
            Fix = FixOf(own),
        }
        : null;
}

/// <summary>A rule over all declarations of a run together.</summary>
public abstract class SetRule(string id, Severity defaultSeverity, string title) : Rule(id, defaultSeverity, title)
{
    /// <summary>What the rule says of the declarations.</summary>
    /// <param name="tasks">All of them, in the order of the files.</param>
    /// <param name="spaces">Which space each is in.</param>
    public abstract IEnumerable<Finding> Check(IReadOnlyList<TaskHeader> tasks, SpaceSettings spaces);
}

/// <summary>A rule over the live side; the comparison asks it for its findings.</summary>
public abstract class LiveRule(string id, Severity defaultSeverity, string title) : Rule(id, defaultSeverity, title)
{
    /// <inheritdoc/>
    public sealed override bool NeedsLive => true;
}

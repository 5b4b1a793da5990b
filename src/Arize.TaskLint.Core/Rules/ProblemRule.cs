using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules;

/// <summary>A rule over what reading a declaration found: one kind of problem, one rule.</summary>
public abstract class ProblemRule(string id, Severity defaultSeverity, string title, RuleTraits? traits = null)
    : Rule(id, defaultSeverity, title, traits)
{
    /// <summary>The kind of problem that the rule is for.</summary>
    internal abstract Type ProblemType { get; }

    /// <summary>The message about a problem; null if the rule does not report it.</summary>
    internal abstract Finding? Report(Problem problem);
}

/// <summary>A rule over one kind of problem.</summary>
public abstract class ProblemRule<T>(string id, Severity defaultSeverity, string title, RuleTraits? traits = null)
    : ProblemRule(id, defaultSeverity, title, traits)
    where T : Problem
{
    internal override Type ProblemType => typeof(T);

    /// <summary>Whether the rule reports the problem.</summary>
    protected virtual bool Concerns(T problem) => true;

    protected abstract string Message(T problem);

    /// <summary>Whether the problem keeps declarations from being read.</summary>
    protected virtual bool LosesDeclarations(T problem) => false;

    /// <summary>How much the finding weighs.</summary>
    protected virtual Severity SeverityOf(T problem) => DefaultSeverity;

    /// <summary>How it is written, as a few lines of YAML; null if the message is enough.</summary>
    protected virtual string? ExampleOf(T problem) => null;

    /// <summary>Further places that the problem is about.</summary>
    protected virtual IReadOnlyList<Place> RelatedTo(T problem) => [];

    /// <summary>The fix of the problem, or null.</summary>
    protected virtual Fix? FixOf(T problem) => null;

    internal override Finding? Report(Problem problem) => problem is T own && Concerns(own)
        ? new Finding(this, own.Place, Message(own))
        {
            Task = own.Task?.Label,
            Path = own.Path.Parent is null ? null : own.Path,
            NamesTask = own.Task?.IsOutside(own.Place) ?? false,
            Severity = SeverityOf(own),
            LosesDeclarations = LosesDeclarations(own),
            Example = ExampleOf(own),
            Related = RelatedTo(own),
            Fix = FixOf(own),
        }
        : null;
}

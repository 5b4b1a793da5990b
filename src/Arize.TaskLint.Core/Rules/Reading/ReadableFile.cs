using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>ATL1001: a file that cannot be read declares nothing, which would go unnoticed.</summary>
public sealed class ReadableFile() : ProblemRule<Unreadable>("ATL1001", Severity.Error, "The file is not valid YAML, or is not a task document")
{
    /// <inheritdoc/>
    protected override string Message(Unreadable problem) => problem.Reason;

    /// <inheritdoc/>
    protected override bool LosesDeclarations(Unreadable problem) => !problem.IsMild && !problem.IsEmpty;

    /// <inheritdoc/>
    protected override Severity SeverityOf(Unreadable problem) => problem.IsMild ? Severity.Warning : DefaultSeverity;

    /// <inheritdoc/>
    protected override string? ExampleOf(Unreadable problem) => problem.Example;
}

namespace Arize.TaskLint.Documents;

/// <summary>A value of the document that a catalog makes.</summary>
internal abstract class DocumentNode;

/// <summary>A value that calls of builders add to.</summary>
internal abstract class ContainerNode : DocumentNode
{
    /// <summary>Keeps the token alive that shows whether a builder of the run is still alive.</summary>
    internal object? Held { get; } = DeclareRun.Held;
}

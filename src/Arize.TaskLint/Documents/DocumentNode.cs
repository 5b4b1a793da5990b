namespace Arize.TaskLint.Documents;

/// <summary>A value of the document that a catalog makes.</summary>
internal abstract class DocumentNode;

/// <summary>A value that calls of builders add to.</summary>
internal abstract class ContainerNode : DocumentNode
{
    /// <summary>Keeps alive what tells that a builder of the run is left.</summary>
    internal object? Held { get; } = DeclareRun.Held;
}

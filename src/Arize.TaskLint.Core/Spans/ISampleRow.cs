namespace Arize.TaskLint.Core.Spans;

/// <summary>A row as a reader of samples gives it: its values, and which columns it has.</summary>
public interface ISampleRow : ISpanRow
{
    /// <summary>The project that the row says it is of; null if it says none.</summary>
    string? Project { get; }

    /// <summary>The numbers, in <see cref="SeenColumns"/>, of the columns in which the row has a value; each once.</summary>
    IReadOnlyList<int> Present { get; }
}

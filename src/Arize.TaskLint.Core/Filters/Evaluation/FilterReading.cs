namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>One way to read what is not documented, and the doubts that were met on the way.</summary>
internal sealed class FilterReading
{
    /// <summary>The doubts that are read otherwise than plainly.</summary>
    internal FilterDoubts Otherwise { get; set; }

    /// <summary>The doubts on which an outcome depended.</summary>
    internal FilterDoubts Met { get; set; }

    /// <summary>Whether a matter is read otherwise. To be asked only if the outcome depends on it.</summary>
    internal bool Reads(FilterDoubts doubt)
    {
        Met |= doubt;
        return (Otherwise & doubt) != 0;
    }
}

namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>Whether a filter selects a row.</summary>
internal enum RowVerdict
{
    NotSelected,

    Selected,

    /// <summary>Whether it does depends on what is not documented of the server.</summary>
    Depends,

    /// <summary>Whether it does depends on a part of the filter that this tool cannot evaluate.</summary>
    Unknown,
}

namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>An operator that compares two values.</summary>
internal enum Comparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

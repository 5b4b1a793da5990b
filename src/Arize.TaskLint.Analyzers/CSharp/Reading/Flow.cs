namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>How a statement ends.</summary>
internal enum Flow
{
    Next,
    Left,
    Thrown,
}

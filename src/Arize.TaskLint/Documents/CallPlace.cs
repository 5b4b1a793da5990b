namespace Arize.TaskLint.Documents;

/// <summary>Where a builder's method was called.</summary>
/// <param name="file">The file, as the compiler passed it; null if it is not known.</param>
/// <param name="line">The line, from 1; 0 if it is not known.</param>
internal readonly struct CallPlace(string? file, int line)
{
    internal string File => file ?? "";

    internal int Line => line;
}

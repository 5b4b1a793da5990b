namespace Arize.TaskLint.CSharpHost;

/// <summary>A place where tasks are declared too late to be read.</summary>
/// <param name="Cause">The cause, as the command line names it.</param>
/// <param name="Subject">The method, or the catalog.</param>
/// <param name="File">The file, as the compiler knew it; empty if it is not known.</param>
/// <param name="Line">The line, from 1; 0 if it is not known.</param>
internal sealed record Lost(string Cause, string Subject, string File, int Line)
{
    /// <summary>A method is <c>async void</c>.</summary>
    internal const string AsyncVoid = "AsyncVoid";

    /// <summary>A builder was called when <c>Declare</c> had returned.</summary>
    internal const string Late = "Late";

    /// <summary>Work that <c>Declare</c> started is still running.</summary>
    internal const string Unfinished = "Unfinished";
}
